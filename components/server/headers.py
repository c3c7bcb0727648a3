"""Security headers on every answer: what a page may load, and who may put it in a frame."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from components.embed.hosts import sources
from components.first.script import script_source

POLICY = {
    "default-src": "'self'",
    # Streamlit hands the code of components over as blobs, and its numbers of 64 bits (long.js within protobuf) are
    # reckoned by 200 bytes of WebAssembly. The word allows that alone: text is still never run as a script.
    "script-src": "'self' blob: 'wasm-unsafe-eval'",
    "style-src": "'self' 'unsafe-inline'",  # Streamlit writes its styles as it draws
    "img-src": "'self' data: blob:",
    "font-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self' blob:",
    "object-src": "'none'",
    "base-uri": "'self'",
    "form-action": "'self'",
}


NAME = "Content-Security-Policy"
NOBODY = ("'none'",)


@cache
def policy(ancestors: tuple[str, ...] = NOBODY) -> str:
    """The content security policy; `ancestors` are those who may show what it comes with in a frame.

    Streamlit's page holds one script within itself; its hash lets it run, and no other.
    """
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    inline = re.findall(r"<script>(.*?)</script>", page, re.DOTALL)
    digests = (base64.b64encode(hashlib.sha256(s.encode()).digest()).decode() for s in inline)
    own = [POLICY["script-src"], script_source()]
    scripts = {"script-src": " ".join([*own, *(f"'sha256-{d}'" for d in digests)])}
    return "; ".join(f"{k} {v}" for k, v in ({**POLICY, **scripts, "frame-ancestors": " ".join(ancestors)}).items())


def for_frames() -> dict[str, str]:
    """The policy of a page that those who are configured may show in a frame: one that keeps its address from them."""
    return {NAME: policy(sources())}


class SecurityHeaders:
    """ASGI middleware that adds the headers to every HTTP answer; what says nothing else is shown in no frame."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self.headers: dict[str, str] = {
            NAME: policy(),
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "same-origin",
            "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        }

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and add the headers to what comes back."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers: Any = MutableHeaders(scope=message)
                for name, value in self.headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self.app(scope, receive, with_headers)
