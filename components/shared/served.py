"""How we serve what a browser fetches by URL: below one base, compressed once, kept for a year under a version."""

from __future__ import annotations

import gzip
import hashlib
import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

import plotly
from starlette.datastructures import Headers
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.shared.codings import accepted, compress
from data.catalog import files

BASE = "hipchain-assets"
"""Relative on purpose: it resolves below whatever base path the app is served from."""
BASE_VARIABLE = "HIPCHAIN_BASE_URL"
"""Set it where readers reach the app under another address than the one in their browser."""
_YEAR = "public, max-age=31536000, immutable"
_KEPT, _QUALITY = 512, 7
"""How many bodies are kept in brotli as well, and how well they are compressed: this happens while a reader waits."""
_MEDIA = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
_COMPONENTS = Path(__file__).resolve().parent.parent


@cache
def version() -> str:
    """A short hash over everything a figure is made from: outlines, content and the figure code."""
    digest = hashlib.sha256(plotly.__version__.encode())
    for path in (*files(), *sorted(_COMPONENTS.rglob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def same(asked: Headers, tag: str) -> bool:
    """Whether a browser has what carries this tag already. What stands on the way may have called it weak (`W/`)."""
    seen = asked.get("if-none-match", "")
    return tag in re.findall(r'"[^"]*"', seen) or seen.strip() == "*"


def packed(request: Request, body: bytes, media_type: str, brotli: bytes | None = None) -> Response:
    """Send a gzipped body in the smallest coding that the client reads, plain to the rare one that reads none.

    `brotli` is the same body in brotli, where it is there already.
    """
    headers = {"Cache-Control": _YEAR, "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}
    codings = accepted(request.headers.get("accept-encoding", ""))
    if not codings:
        return Response(gzip.decompress(body), media_type=media_type, headers=headers)
    sent = (brotli or _brotli(body)) if codings[0] == "br" else body
    return Response(sent, media_type=media_type, headers=headers | {"Content-Encoding": codings[0]})


def zipped(text: str) -> bytes:
    """A text as `packed` sends it: gzipped, the same bytes for the same text."""
    return gzip.compress(text.encode(), 6, mtime=0)


@dataclass(frozen=True)
class Text:
    """A script or style sheet at an address that changes with it: `<base>/<name>-<hash>.<kind>`.

    `body` is the text as `zipped` makes it, from a function that keeps it.
    """

    name: str
    kind: str
    body: Callable[[], bytes]

    def url(self) -> str:
        """Where the browser finds it."""
        return f"{BASE}/{self.name}-{hashlib.sha256(self.body()).hexdigest()[:12]}.{self.kind}"

    def route(self) -> Route:
        """The route to mount beside Streamlit's own."""
        return Route(f"/{BASE}/{self.name}-{{version}}.{self.kind}", self._serve)

    def _serve(self, request: Request) -> Response:
        return packed(request, self.body(), _MEDIA[self.kind])


@lru_cache(maxsize=_KEPT)
def _brotli(body: bytes) -> bytes:
    return compress(gzip.decompress(body), "br", _QUALITY)
