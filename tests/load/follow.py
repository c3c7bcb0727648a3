"""Fifty who follow one presenter: `python tests/load/follow.py [--followers 50] [--steps 20] [--browsers 2]`.

Starts a server on loopback. Each follower is what a browser is to the server: a session over Streamlit's own web
socket, and beside it the question that waits for news of the room; a step makes it ask the app for the whole page anew,
as the browser does. The presenter is the request that a presenter's browser sends. `--browsers` are real Chromiums
besides. A step is seen when the answer is complete and holds the card of what is shown, in a browser when the card's
name changes. Prints median, 95th percentile and the slowest, from the presenter's request to what is seen, for news
alone (no session), sessions and browsers, with the machine's load. Not part of the tests.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import secrets
import statistics
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.async_api import Page, async_playwright
from streamlit.proto.BackMsg_pb2 import BackMsg

sys.path.insert(0, str(Path(__file__).parents[2]))

from components.follow.serve import URL
from tests.e2e.chromium import FLAGS, whole
from tests.e2e.servers import serving
from tests.e2e.waiting import TAKEN_OVER
from tests.load.readers import NAMES, Reader, finished

ROOM, PAUSE, QUIET = "BCDF", 3.0, 20.0
SHOWN = ("sartorius", "gluteus_maximus", "iliotibial_band", "gluteus_medius", "gracilis", "rectus_femoris")
SEES = """name => new Promise(done => {
  const look = () => document.querySelector('.stApp .st-key-structure_card h2')?.textContent === name
    ? done(Date.now() / 1000) : requestAnimationFrame(look);
  look();
})"""
Spans = list[float]


class Line:
    """One connection that is kept, as a browser keeps it: a request, its answer, the next."""

    def __init__(self, address: str) -> None:
        self.host = urlsplit(address).netloc
        self.stale = True

    async def ask(self, what: str, query: str = "", body: dict[str, Any] | None = None) -> tuple[int, Any]:
        """Status and JSON; over another connection where the server has closed this one meanwhile."""
        text = b"" if body is None else json.dumps(body).encode()
        kind = "" if body is None else f"Content-Type: application/json\r\nContent-Length: {len(text)}\r\n"
        method = "GET" if body is None else "POST"
        head = f"{method} /{URL}/{what}?room={ROOM}{query} HTTP/1.1\r\nHost: {self.host}\r\n{kind}\r\n"
        first = b""
        while not first:
            if self.stale:
                name, _, port = self.host.partition(":")
                self.reads, self.writes = await asyncio.open_connection(name, int(port))
            self.writes.write(head.encode() + text)
            first = await self.reads.readline()
            self.stale = not first
        length = 0
        while (line := await self.reads.readline()).strip():
            if line.lower().startswith(b"content-length:"):
                length = int(line.split(b":")[1])
        found = await self.reads.readexactly(length)
        return int(first.split()[1]), json.loads(found) if found else None


class Crowd:
    """All who follow, and when the step that they see was made."""

    def __init__(self, address: str) -> None:
        self.address, self.secret = address, secrets.token_hex(16)
        self.made: dict[str, float] = {}
        self.there = 0

    async def follow(self, seen: Callable[[str], Awaitable[None]], spans: Spans) -> None:
        """Wait for news for ever; `seen` returns when an address is on the screen."""
        line, after = Line(self.address), ""
        while True:
            status, found = await line.ask("wait", after)
            if status == 200:
                after = f"&after={found['n']}"
                if found["at"] in self.made:
                    await seen(found["at"])
                    spans.append(time.time() - self.made[found["at"]])
            elif status != 204:
                raise ConnectionError(status)

    async def session(self, spans: Spans) -> None:
        """A follower with a session of the app."""
        async with Reader(self.address) as reader:
            self.there += 1

            async def seen(at: str) -> None:
                await shows(reader, at)

            await self.follow(seen, spans)

    async def alone(self, spans: Spans) -> None:
        """A follower without a session: how fast the news are."""

        async def seen(_at: str) -> None:
            return None

        await self.follow(seen, spans)

    async def watch(self, page: Page, at: str, spans: Spans) -> None:
        """A real browser that follows."""
        spans.append(await page.evaluate(SEES, NAMES[structure(at)]) - self.made[at])


async def shows(reader: Reader, at: str) -> None:
    """Ask for the whole page at an address, until all of it is there."""
    message = BackMsg()
    message.rerun_script.query_string = f"{at.partition('?')[2]}&follow={ROOM}"
    await reader.socket.send(message.SerializeToString())
    answer = await finished(reader.socket)
    said = "".join(m.delta.new_element.html.body for m in answer if m.WhichOneof("type") == "delta")
    assert f"<h2>{NAMES[structure(at)]}</h2>" in said, at


async def warm(address: str) -> None:
    """Until the server has made what it makes once: each screen that is shown, and what it does after its start."""
    async with Reader(address) as reader:
        for name in SHOWN * 2:
            await shows(reader, f"?structure={name}&layer=surface")
    await asyncio.sleep(QUIET)


def structure(at: str) -> str:
    return at.partition("structure=")[2].partition("&")[0]


def rows(kinds: dict[str, Spans]) -> None:
    for kind, spans in kinds.items():
        if spans:
            ordered = sorted(spans)
            late = ordered[int(len(ordered) * 0.95)]
            print(f"{kind:8} {statistics.median(ordered):6.2f} {late:6.2f} {ordered[-1]:6.2f} s  ({len(ordered)} seen)")


async def presented(address: str, followers: int, steps: int, browsers: int) -> dict[str, Spans]:
    crowd, presenter = Crowd(address), Line(address)
    kinds: dict[str, Spans] = {"news": [], "session": [], "browser": []}
    assert (await presenter.ask("open", body={"secret": crowd.secret}))[0] == 200
    await warm(address)
    async with async_playwright() as playwright:
        pages = []
        if browsers:
            browser = await playwright.chromium.launch(executable_path=whole(), args=FLAGS)
            for _ in range(browsers):
                pages.append(await browser.new_page())
                await pages[-1].goto(f"{address}/?structure=none&follow={ROOM}")
                await pages[-1].wait_for_function(f"() => {TAKEN_OVER}", timeout=120_000)
        tasks = [asyncio.create_task(crowd.session(kinds["session"])) for _ in range(followers)]
        tasks.append(asyncio.create_task(crowd.alone(kinds["news"])))
        while crowd.there < followers:
            await asyncio.sleep(0.2)
        for n in range(steps):
            at = f"?structure={SHOWN[n % len(SHOWN)]}&layer=surface&n={n}"
            crowd.made[at] = time.time()
            assert (await presenter.ask("step", body={"secret": crowd.secret, "at": at}))[0] == 200
            seen = [crowd.watch(page, at, kinds["browser"]) for page in pages]
            await asyncio.wait_for(asyncio.gather(asyncio.sleep(PAUSE), *seen), 60)
        await asyncio.sleep(PAUSE)
        broken = [task for task in tasks if task.done()]
        for task in tasks:
            task.cancel()
        for task in broken:
            task.result()
    return kinds


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--followers", type=int, default=50)
    options.add_argument("--steps", type=int, default=20)
    options.add_argument("--browsers", type=int, default=0)
    given = options.parse_args()
    with serving() as (address, _):
        before = os.getloadavg()[0]
        found = asyncio.run(presented(address, given.followers, given.steps, given.browsers))
        load = f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after"
        print(f"{given.followers} followers, {given.steps} steps; {load}")
        print("         median   95th   last")
        rows(found)
