"""What keeps the browser's history short (history.js), served by URL: it must run before Streamlit's own scripts."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.shared.served import BASE, packed


@cache
def _body() -> bytes:
    return gzip.compress((Path(__file__).resolve().parent / "history.js").read_bytes(), 6, mtime=0)


@cache
def script_url() -> str:
    """Where the browser finds it; the address changes with the script."""
    return f"{BASE}/history-{hashlib.sha256(_body()).hexdigest()[:12]}.js"


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{BASE}/history-{{version}}.js", _serve)]


def _serve(request: Request) -> Response:
    return packed(request, _body(), "text/javascript; charset=utf-8")
