"""Asks an ASGI app without a server: what a browser would get."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Message

T = TypeVar("T")


def awaited(coroutine: Coroutine[Any, Any, T]) -> T:
    """What a coroutine returns. In a thread of its own: in a worker that has driven a browser, this one has a loop."""
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, coroutine).result()


def ask(app: ASGIApp, path: str, method: str = "GET", query: str = "", **headers: str) -> tuple[int, Headers, bytes]:
    """Status, headers and body. A header is named as an argument is: accept_encoding."""
    raw = [(k.replace("_", "-").encode(), v.encode("latin-1")) for k, v in headers.items()]
    scope: dict[str, Any] = {
        "type": "http",
        "method": method,
        "path": path,
        "headers": raw,
        "query_string": query.encode(),
    }
    sent: list[Message] = []

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    awaited(app(scope | {"root_path": ""}, receive, send))  # type: ignore[arg-type]  # a plain dict is a scope
    body = b"".join(m.get("body", b"") for m in sent[1:])
    return sent[0]["status"], Headers(raw=sent[0]["headers"]), body
