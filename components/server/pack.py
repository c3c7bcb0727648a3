"""Streamlit's own files as they travel: compressed once, kept on disk; plain until that is done.

Streamlit sends them as they are and leaves compression to a proxy. Most who run this app have none.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.server import front_end, icons
from components.shared import store
from components.shared.codings import CODINGS, ENDINGS, accepted, compress
from components.shared.served import same

_TYPES = {
    ".js": "text/javascript; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".woff2": "font/woff2",
}
_YEAR = "public, max-age=31536000, immutable"
"""Streamlit's names carry a hash of what is in the file."""
_ASK_AGAIN = "no-cache"
"""What we changed keeps Streamlit's name, so a browser must ask whether it is still the same."""
_ADDRESS = re.compile(r"/static/((?:js|css|media)/[^/]+)$")
_FONT = f"media/{front_end.icon_font().name}"
_ANSWERED = {*front_end.packable(), _FONT}


def kept_as(name: str, coding: str) -> str:
    """The name under which the store keeps a file in a coding."""
    return f"streamlit-{front_end.version()}/{name}{ENDINGS[coding]}"


def missing() -> list[tuple[str, str]]:
    """Files and codings that are not in the store yet."""
    return [
        (name, coding) for coding in CODINGS for name in front_end.packable() if not store.has(kept_as(name, coding))
    ]


def pack(name: str, coding: str, quality: int) -> None:
    """Compress one file into the store."""
    store.keep(kept_as(name, coding), compress(front_end.packable()[name].read_bytes(), coding, quality))


class PackedFiles:
    """ASGI middleware that answers for Streamlit's scripts, styles and icons; whatever it does not have passes on.

    A name is looked up among those that were found at the start and never put together to a path.
    """

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.read: dict[str, tuple[bytes, str]] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer or pass on."""
        name = _name(scope)
        if name is None:
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        for coding in _codings(name, headers):
            found = self._kept(kept_as(name, coding) if coding else icons.kept_as())
            if found:
                await _answer(scope["method"], name, coding, found, headers)(scope, receive, send)
                return
        await self.app(scope, receive, send if name == _FONT else _varying(send))

    def _kept(self, name: str) -> tuple[bytes, str] | None:
        """A body and its tag, from memory after the first time."""
        if name not in self.read:
            body = store.read(name)
            if body is None:
                return None
            self.read[name] = body, f'"{hashlib.sha256(body).hexdigest()[:16]}"'
        return self.read[name]


def _name(scope: Scope) -> str | None:
    """Which of the files a request asks for. The app may be served below any path."""
    if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
        return None
    found = _ADDRESS.search(scope["path"])
    return found[1] if found and found[1] in _ANSWERED else None


def _codings(name: str, headers: Headers) -> tuple[str, ...]:
    """The codings to send a file in, the smallest first; the empty one is as it is, and the font is small by itself."""
    if "range" in headers:  # a part of a file is a part of the plain one, which Streamlit sends
        return ()
    return ("",) if name == _FONT else accepted(headers.get("accept-encoding", ""))


def _answer(method: str, name: str, coding: str, found: tuple[bytes, str], asked: Headers) -> Response:
    body, tag = found
    headers = {"Cache-Control": _YEAR if coding else _ASK_AGAIN, "ETag": tag}
    if coding:
        headers |= {"Vary": "Accept-Encoding"}
    if same(asked, tag):
        return Response(status_code=304, headers=headers)
    if coding:
        headers |= {"Content-Encoding": coding}
    headers |= {"Content-Length": str(len(body))}
    return Response(body if method == "GET" else b"", media_type=_TYPES[Path(name).suffix], headers=headers)


def _varying(send: Send) -> Send:
    """Caches on the way must know that the plain answer is not the only one."""

    async def varied(message: Message) -> None:
        if message["type"] == "http.response.start":
            MutableHeaders(scope=message).add_vary_header("Accept-Encoding")
        await send(message)

    return varied
