"""Streamlit's own files as they travel: compressed once, kept on disk; plain until that is done.

Streamlit sends them as they are and leaves compression to a proxy. Most who run this app have none.
"""

from __future__ import annotations

import hashlib
import importlib.util
import re
from functools import cache
from importlib.metadata import version
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.shared import store
from components.shared.codings import CODINGS, ENDINGS, accepted, compress

_TYPES = {".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8"}
_YEAR = "public, max-age=31536000, immutable"
"""Streamlit's names carry a hash of what is in the file."""
_ADDRESS = re.compile(r"/static/((?:js|css)/[^/]+)$")


@cache
def front_end() -> Path:
    """The folder of Streamlit's front end, found without running Streamlit."""
    spec = importlib.util.find_spec("streamlit")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("Streamlit is not installed")
    return Path(spec.origin).parent / "static"


@cache
def files() -> dict[str, Path]:
    """Every file of the front end that is worth compressing, by its name below `static/`."""
    found = sorted(p for kind in ("js", "css") for p in (front_end() / "static" / kind).iterdir())
    return {f"{p.parent.name}/{p.name}": p for p in found if p.suffix in _TYPES and p.is_file()}


def kept_as(name: str, coding: str) -> str:
    """The name under which the store keeps a file in a coding."""
    return f"streamlit-{version('streamlit')}/{name}{ENDINGS[coding]}"


def missing() -> list[tuple[str, str]]:
    """Files and codings that are not in the store yet."""
    return [(name, coding) for coding in CODINGS for name in files() if not store.has(kept_as(name, coding))]


def pack(name: str, coding: str, quality: int) -> None:
    """Compress one file into the store."""
    store.keep(kept_as(name, coding), compress(files()[name].read_bytes(), coding, quality))


class PackedFiles:
    """ASGI middleware that answers for Streamlit's scripts and styles; whatever it does not have passes on.

    A name is looked up among those that were found at the start and never put together to a path.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.read: dict[tuple[str, str], tuple[bytes, str]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on."""
        name = _name(scope)
        if name is None:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        if "range" not in headers:  # a part of a file is a part of the plain one, which Streamlit sends
            for coding in accepted(headers.get("accept-encoding", "")):
                found = self._found(name, coding)
                if found:
                    await _answer(scope, name, coding, found)(scope, receive, send)
                    return
        await self.app(scope, receive, _varying(send))

    def _found(self, name: str, coding: str) -> tuple[bytes, str] | None:
        if (name, coding) not in self.read:
            body = store.read(kept_as(name, coding))
            if body is None:
                return None
            self.read[name, coding] = body, f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        return self.read[name, coding]


def _name(scope: Scope) -> str | None:
    """Which of the files a request asks for. The app may be served below any path."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    found = _ADDRESS.search(scope["path"])
    return found[1] if found and found[1] in files() else None


def _answer(scope: Scope, name: str, coding: str, found: tuple[bytes, str]) -> Response:
    body, tag = found
    headers = {"Cache-Control": _YEAR, "ETag": tag, "Vary": "Accept-Encoding"}
    seen = Headers(scope=scope).get("if-none-match", "")
    if tag in re.findall(r'"[^"]*"', seen) or seen.strip() == "*":
        return Response(status_code=304, headers=headers)
    headers |= {"Content-Encoding": coding, "Content-Length": str(len(body))}
    content = body if scope["method"] == "GET" else b""
    return Response(content, media_type=_TYPES[Path(name).suffix], headers=headers)


def _varying(send: Send) -> Send:
    """Caches on the way must know that the plain answer is not the only one."""

    async def varied(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return varied
