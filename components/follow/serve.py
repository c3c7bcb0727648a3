"""What followers and presenters ask: small JSON by URL, without a session of the app.

Every address names its room (`?room=BCDF`), so that a proxy before several servers can send all of a room to the same
one. Who waits is answered at once when there is news, else after a while, and asks again: this passes every proxy. It
costs the server an object in its event loop, no thread. The secret travels in the body, never in an address.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
from collections.abc import Awaitable, Callable
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

import segno
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from components.follow.rooms import GRACE_S, RefusedError, Room, Rooms
from components.follow.screens import LONGEST, shown
from components.shared.room import read_room
from components.shared.served import BASE, BASE_VARIABLE

URL = f"{BASE}/follow"
BYTES = LONGEST + 500
"""Bytes of a body that are read."""
WAIT_S = 25.0
"""So long a question stays open: less than what proxies allow (30 s and more)."""
LOOK_S = 2.0
"""How often it is looked whether followers have gone without a word."""
GATHER_S = 0.3
"""A class that comes in at once is told to the presenter in a few numbers, not one by one."""
_HEADERS = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", "X-Accel-Buffering": "no"}
_HOST = re.compile(r"[\w.:\[\]-]{1,200}")
ROOMS = Rooms()
Act = Callable[[Request, str], Awaitable[Response]]


def routes() -> list[Route]:
    """The routes to mount beside Streamlit's own."""
    writing = {"open": _open, "step": _step, "hold": _hold, "end": _end}
    found = [Route(f"/{URL}/{name}", _answered(act), methods=["POST"]) for name, act in writing.items()]
    return [*found, Route(f"/{URL}/wait", _answered(_wait), methods=["GET"])]


def _answered(act: Act) -> Callable[[Request], Awaitable[Response]]:
    """What was asked of a room, or why not, in words."""

    async def answer(request: Request) -> Response:
        try:
            room = read_room(request.query_params.get("room"))
            if room is None:
                raise RefusedError(400, "A room has four letters.")
            return await act(request, room)
        except RefusedError as error:
            return _json({"why": str(error)}, error.status)

    return answer


def _json(found: dict[str, Any], status: int = 200) -> Response:
    return JSONResponse(found, status_code=status, headers=_HEADERS)


async def _body(request: Request) -> dict[str, Any]:
    """The JSON that our own page sends; RefusedError for all else: a page elsewhere cannot send this one unasked."""
    if request.headers.get("content-type", "").partition(";")[0].strip() != "application/json":
        raise RefusedError(415, "JSON is wanted here.")
    site, origin = request.headers.get("sec-fetch-site"), request.headers.get("origin")
    own = site == "same-origin" if site else not origin or urlsplit(origin).netloc == request.headers.get("host")
    if not own:
        raise RefusedError(403, "This is answered to HipChain's own pages only.")
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > BYTES:
            raise RefusedError(413, "That is longer than is read here.")
    try:
        found = json.loads(body)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise RefusedError(400, "That is no JSON of ours.")
    return found


async def _open(request: Request, letters: str) -> Response:
    room = ROOMS.open(letters, (await _body(request)).get("secret"))
    _look_later(room)
    link = f"{_home(request)}/follow?room={room.letters}"
    return _json({"room": room.letters, "link": link, "code": _code(link), "left": ROOMS.left_s(room)})


async def _step(request: Request, letters: str) -> Response:
    body = await _body(request)
    room = ROOMS.lead(letters, body.get("secret"))
    at = shown(body.get("at"))
    if at is None:
        raise RefusedError(400, "That is no screen of HipChain.")
    ROOMS.step(room, at)
    return _json({"n": room.n})


async def _end(request: Request, letters: str) -> Response:
    ROOMS.end(ROOMS.lead(letters, (await _body(request)).get("secret")))
    return _json({"ended": True})


async def _hold(request: Request, letters: str) -> Response:
    """The presenter is there as long as this is open; answered when another number of people follows."""
    body = await _body(request)
    room = ROOMS.lead(letters, body.get("secret"))
    ROOMS.held(room, 1)
    gone = asyncio.create_task(_gone(request))
    try:
        end = asyncio.get_running_loop().time() + min(WAIT_S, ROOMS.left_s(room))
        while not room.ended and not gone.done() and asyncio.get_running_loop().time() < end:
            if ROOMS.count(room) != body.get("count"):
                break
            await _either(gone, room.crowd, LOOK_S)
            await asyncio.sleep(GATHER_S)
    finally:
        gone.cancel()
        ROOMS.held(room, -1)
        _look_later(room)
    return _json({"count": ROOMS.count(room), "left": ROOMS.left_s(room), "ended": room.ended})


async def _wait(request: Request, letters: str) -> Response:
    """What is shown, as soon as it is newer than what was seen (`after`).

    That there is no such room is an answer like another: letters are mistyped, links are kept.
    """
    after = request.query_params.get("after", "")
    seen = int(after) if after.isascii() and after.isdigit() and len(after) < 10 else -1
    try:
        room = ROOMS.find(letters)
    except RefusedError:
        return _json({"none": True})
    ROOMS.came(room, again=seen >= 0)
    gone, left = asyncio.create_task(_gone(request)), True
    try:
        if room.n == seen:
            await _either(gone, room.news, min(WAIT_S, ROOMS.left_s(room) + 0.1))
        left = gone.done()
    finally:
        gone.cancel()
        ROOMS.went(room, answered=not left)
    if left:
        return Response(status_code=204, headers=_HEADERS)
    if not room.ended and ROOMS.left_s(room) <= 0:
        ROOMS.end(room)
    if room.ended:
        return _json({"n": room.n, "at": None, "here": False, "ended": True})
    if room.n == seen:
        return Response(status_code=204, headers=_HEADERS)
    return _json({"n": room.n, "at": room.at, "here": room.told_here, "ended": False})


async def _gone(request: Request) -> None:
    """Ends when whoever asked has gone."""
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _either(gone: asyncio.Task[None], event: asyncio.Event, seconds: float) -> None:
    """Wait until something happens, whoever asked has gone, or time is over."""
    waiting = asyncio.create_task(event.wait())
    try:
        await asyncio.wait({gone, waiting}, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    finally:
        waiting.cancel()


def _look_later(room: Room) -> None:
    """A presenter who does not come back is missed a little later."""
    asyncio.get_running_loop().call_later(GRACE_S + 0.1, ROOMS.look, room)


@lru_cache(maxsize=64)
def _code(link: str) -> str:
    return segno.make_qr(link, error="m").svg_data_uri(scale=6, border=2, dark="#000", light="#fff")


def _home(request: Request) -> str:
    """The app's own address as readers reach it: as whoever runs it gave it, else as this was asked."""
    if given := os.environ.get(BASE_VARIABLE):
        return given.rstrip("/")
    host, scheme = request.headers.get("host", ""), request.headers.get("x-forwarded-proto", request.url.scheme)
    if not _HOST.fullmatch(host) or scheme not in ("http", "https"):
        raise RefusedError(400, "This address cannot be used in a link.")
    return f"{scheme}://{host}{request.url.path.partition(f'/{URL}')[0]}"
