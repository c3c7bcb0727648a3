"""The app's sign at an address of its own."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.shared.served import BASE

_FILE = Path(__file__).resolve().parent / "icon.svg"


@cache
def url() -> str:
    """Where the browser finds it."""
    return f"./{BASE}/icon-{hashlib.sha256(_FILE.read_bytes()).hexdigest()[:12]}.svg"


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{BASE}/icon-{{version}}.svg", _serve)]


def _serve(_request: Request) -> Response:
    headers = {"Cache-Control": "public, max-age=31536000, immutable"}
    return Response(_FILE.read_bytes(), media_type="image/svg+xml", headers=headers)
