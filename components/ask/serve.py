"""The answer while a reader types: HTML by URL, without a session. What is typed is kept nowhere and logged nowhere.

It is sent in the body, since addresses end up in logs and caches, and people write here what hurts.
"""

from __future__ import annotations

import gzip
import threading
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.ask import text
from components.ask.asking import LONGEST, reply
from components.shared.served import BASE
from data.catalog import catalog

URL = f"{BASE}/ask"
BYTES = 4 * LONGEST
"""Bytes of a body that are read: as many as that many letters may take."""
AT_ONCE = 4
"""So many questions are worked on at a time; the next waits, and is refused after `PATIENCE_S`."""
PATIENCE_S = 2.0
_turn = threading.BoundedSemaphore(AT_ONCE)
_HEADERS = {"Cache-Control": "no-store", "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{URL}", _serve, methods=["POST"])]


def answered(question: str) -> tuple[str, str, bool]:
    """HTML of the list, what a screen reader says, and whether Enter goes straight to the first answer."""
    found = reply(question)
    return text.list_html(found.asked, catalog()), text.status(found.asked), found.direct


def _in_turn(question: str) -> tuple[str, str, bool] | None:
    if not _turn.acquire(timeout=PATIENCE_S):
        return None
    try:
        return answered(question)
    finally:
        _turn.release()


async def _serve(request: Request) -> Response:
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > BYTES:
            return PlainTextResponse("That is longer than is read here.", status_code=413, headers=_HEADERS)
    found = await run_in_threadpool(_in_turn, body.decode("utf-8", "replace")[:LONGEST])
    if found is None:
        return PlainTextResponse("Busy: ask again.", status_code=503, headers=_HEADERS | {"Retry-After": "2"})
    html, said, direct = found
    headers = _HEADERS | {"X-Said": quote(said)} | ({"X-Direct": "1"} if direct else {})
    packed = html.encode()
    if "gzip" in request.headers.get("accept-encoding", ""):
        packed, headers = gzip.compress(packed, 1), headers | {"Content-Encoding": "gzip"}
    return Response(packed, media_type="text/html; charset=utf-8", headers=headers)
