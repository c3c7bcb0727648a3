"""How we serve what a browser fetches by URL: below one base, compressed once, kept for a year under a version."""

from __future__ import annotations

import gzip
import hashlib
from functools import cache
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import Response

from data.catalog import files

BASE = "hipchain-assets"
"""Relative on purpose: it resolves below whatever base path the app is served from."""
_YEAR = "public, max-age=31536000, immutable"
_COMPONENTS = Path(__file__).resolve().parent.parent


@cache
def version() -> str:
    """A short hash over everything a figure is made from: outlines, content and the figure code."""
    digest = hashlib.sha256(plotly.__version__.encode())
    for path in (*files(), *sorted(_COMPONENTS.rglob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def packed(request: Request, body: bytes, media_type: str) -> Response:
    """Send a gzipped body as it is, or unpacked to the rare client that cannot read gzip."""
    headers = {"Cache-Control": _YEAR, "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(body, media_type=media_type, headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(body), media_type=media_type, headers=headers)
