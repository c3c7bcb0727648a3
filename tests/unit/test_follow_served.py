"""The routes of a room, asked as browsers ask: several at once, in one event loop, some of whom go away."""

import asyncio
import json
from contextlib import asynccontextmanager

import pytest
from starlette.applications import Starlette

from components.follow import room as room_script
from components.follow import serve
from components.follow.rooms import Rooms
from components.shared.room import LETTERS
from tests.unit.served import ask, awaited

APP = Starlette(routes=room_script.routes())
SECRET, OTHER = "0123456789abcdef" * 2, "f" * 32
OWN = {"content-type": "application/json", "host": "hip.example", "sec-fetch-site": "same-origin"}


@pytest.fixture(autouse=True)
def rooms(monkeypatch):
    monkeypatch.setattr(serve, "ROOMS", Rooms(first=lambda: 0))
    monkeypatch.setattr(serve, "GATHER_S", 0.0)
    monkeypatch.delenv("HIPCHAIN_BASE_URL", raising=False)
    return serve.ROOMS


async def asked(what, query="room=BCDF", body=None, gone=None, **headers):
    """Status and JSON; `gone` is set when whoever asked goes away."""
    named = (OWN if body is not None else {}) | {k.replace("_", "-"): v for k, v in headers.items()}
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    scope = {"type": "http", "method": "GET" if body is None else "POST", "path": f"/app/{serve.URL}/{what}"}
    scope |= {"root_path": "/app", "query_string": query.encode(), "scheme": "https"}
    scope |= {"headers": [(k.encode(), v.encode()) for k, v in named.items() if v]}
    given, sent = [{"type": "http.request", "body": raw, "more_body": False}], []

    async def receive():
        if given:
            return given.pop()
        await (gone or asyncio.Event()).wait()
        return {"type": "http.disconnect"}

    async def send(message):
        sent.append(message)

    await APP(scope, receive, send)
    found = b"".join(m.get("body", b"") for m in sent[1:])
    assert (b"cache-control", b"no-store") in sent[0]["headers"] or sent[0]["status"] in (404, 405)
    return sent[0]["status"], json.loads(found) if found else None


@asynccontextmanager
async def under_way(coroutine):
    """Something that was asked and waits."""
    task = asyncio.create_task(coroutine)
    for _ in range(10):
        await asyncio.sleep(0)
    yield task
    task.cancel()


def opening(secret=SECRET):
    return asked("open", body={"secret": secret})


def step(at, secret=SECRET):
    return asked("step", body={"secret": secret, "at": at})


def test_a_step_reaches_those_who_wait_and_those_who_come_later():
    async def tell():
        assert (await opening())[0] == 200
        _, first = await asked("wait")
        assert first == {"n": 0, "at": None, "here": True, "ended": False}
        async with (
            under_way(asked("wait", "room=bcdf&after=0")) as one,
            under_way(asked("wait", "room=BCDF&after=0")) as two,
        ):
            assert not one.done()
            assert (await step("chains?chain=weak_glute_med&presenter=1"))[0] == 200
            for waiting in (one, two):
                assert await waiting == (
                    200,
                    {"n": 1, "at": "chains?chain=weak_glute_med", "here": True, "ended": False},
                )
        assert (await asked("wait"))[1]["at"] == "chains?chain=weak_glute_med"

    awaited(tell())


def test_without_news_the_question_is_asked_again(monkeypatch):
    monkeypatch.setattr(serve, "WAIT_S", 0.01)

    async def tell():
        await opening()
        assert await asked("wait", "room=BCDF&after=0") == (204, None)
        assert (await asked("hold", body={"secret": SECRET, "count": 1}))[1]["count"] == 1

    awaited(tell())


def test_who_shows_is_told_how_many_follow_and_who_leaves_is_not_counted():
    async def tell():
        await opening()
        leaves = asyncio.Event()
        async with (
            under_way(asked("hold", body={"secret": SECRET, "count": 0})) as held,
            under_way(asked("wait", "room=BCDF&after=0", gone=leaves)) as waiting,
        ):
            assert (await held)[1]["count"] == 1
            async with under_way(asked("hold", body={"secret": SECRET, "count": 1})) as again:
                leaves.set()
                assert (await waiting)[0] == 204
                assert (await again)[1]["count"] == 0

    awaited(tell())


def test_a_presenter_whose_device_dies_is_missed(monkeypatch):
    monkeypatch.setattr(serve, "GRACE_S", -0.1)
    monkeypatch.setattr("components.follow.rooms.GRACE_S", 0.0)

    async def tell():
        dies = asyncio.Event()
        await opening()
        async with under_way(asked("hold", body={"secret": SECRET, "count": 1}, gone=dies)) as held:
            await step("lab?")
            async with under_way(asked("wait", "room=BCDF&after=1")) as waiting:
                dies.set()
                await held
                assert (await waiting)[1] == {"n": 2, "at": "lab?", "here": False, "ended": False}

    awaited(tell())


def test_an_end_is_told_to_all():
    async def tell():
        await opening()
        async with (
            under_way(asked("wait", "room=BCDF&after=0")) as waiting,
            under_way(asked("hold", body={"secret": SECRET, "count": 1})) as held,
        ):
            assert await asked("end", body={"secret": SECRET}) == (200, {"ended": True})
            assert (await waiting)[1]["ended"]
            assert (await held)[1]["ended"]
        assert await asked("wait") == (200, {"none": True})
        assert (await step("lab?"))[0] == 404

    awaited(tell())


def test_a_stranger_shows_nothing():
    async def tell():
        await opening()
        for secret in (OTHER, None, 5, [], "é" * 32):
            assert (await step("lab?", secret))[0] == 403
            assert (await asked("end", body={"secret": secret}))[0] == 403
            assert (await asked("hold", body={"secret": secret, "count": 0}))[0] == 403
        assert (await opening(OTHER))[0] == 409
        for body in (b"", b"x", b"[]", b"\xff", b"[" * 8000, b'"a"'):
            assert (await asked("step", body=body))[0] == 400
        assert (await asked("step", body=b"x" * 100_000))[0] == 413
        for at in ("https://evil.example/", None, 5, "follow", "x" * 8001):
            assert (await step(at))[0] == 400
        assert (await asked("wait"))[1]["at"] is None

    awaited(tell())


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"content_type": "text/plain"}, 415),
        ({"content_type": "application/x-www-form-urlencoded"}, 415),
        ({"sec_fetch_site": "cross-site"}, 403),
        ({"sec_fetch_site": "same-site"}, 403),
        ({"sec_fetch_site": "", "origin": "https://evil.example"}, 403),
        ({"sec_fetch_site": "", "origin": "null"}, 403),
        ({"sec_fetch_site": "", "origin": "https://hip.example"}, 200),
    ],
)
def test_another_site_opens_nothing(headers, status):
    assert awaited(asked("open", body={"secret": SECRET}, **headers))[0] == status


@pytest.mark.parametrize("room", ["", "BCD", "AAAA", "<script>", "%00%00%00%00", "B" * 5000])
def test_no_room_by_another_name(room):
    async def tell():
        assert (await asked("wait", f"room={room}"))[0] == 400
        assert (await asked("open", f"room={room}", body={"secret": SECRET}))[0] == 400

    awaited(tell())


def test_the_link_is_the_readers_own_address_or_the_one_that_was_given(monkeypatch):
    status, found = awaited(opening())
    assert (status, found["link"]) == (200, "https://hip.example/app/follow?room=BCDF")
    assert found["code"].startswith("data:image/svg+xml")
    assert SECRET not in json.dumps(found)
    assert awaited(asked("open", body={"secret": SECRET}, host="a b<c>"))[0] == 400
    monkeypatch.setenv("HIPCHAIN_BASE_URL", "https://school.example/hip/")
    assert awaited(opening())[1]["link"] == "https://school.example/hip/follow?room=BCDF"


def test_the_script_holds_its_rules_and_letters_and_is_kept_for_a_year():
    status, headers, _ = ask(APP, f"/{room_script.SERVED.url()}", accept_encoding="gzip")
    assert status == 200
    assert "immutable" in headers["cache-control"]
    found = room_script.script()
    assert room_script.STYLE not in found
    assert f"LETTERS = '{LETTERS}'" in found
    assert "#hc-room-bar" in found
