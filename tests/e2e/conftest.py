"""One server for all journeys, and one Chromium a worker; a console error or a request to elsewhere fails the test."""

from __future__ import annotations

import itertools
import os
from collections.abc import Callable, Generator, Iterator, Sequence
from typing import Any
from urllib.parse import urlparse

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.e2e.chromium import FLAGS, UNPAINTED, shell
from tests.e2e.pages import Pages, watched
from tests.e2e.servers import shared
from tests.e2e.stick import opened as opened
from tests.e2e.stick import stick as stick
from tests.e2e.waiting import LIMIT_MS, load

expect.set_options(timeout=LIMIT_MS)


FAILED = pytest.StashKey[bool]()
SAID: pytest.StashKey[list[str]] = pytest.StashKey()
"""What the pages of a test have said: told where it fails."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what needs a browser, and deal it out.

    xdist cuts the list into as many pieces as it has workers. In each piece a share of what takes long comes first, the
    longest at its head, and the short ones at the end go to whoever is done.
    """
    long = [item for item in items if "e2e" in item.path.parts]
    short = [item for item in items if "e2e" not in item.path.parts]
    for item in long:
        item.add_marker(pytest.mark.e2e)
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    dealt = dealt_out(sorted(long, key=_rank), workers)
    ends = [len(short) * n // workers for n in range(workers + 1)]
    shares = itertools.pairwise(ends)
    items[:] = [item for n, (at, end) in enumerate(shares) for item in (*dealt[n], *short[at:end])]


LONGEST = ("test_proxy.py", "test_faults.py", "test_accessible.py", "test_first.py")
"""Files whose cases take longest, longest first: they start servers of their own, or see a page in all its looks."""


def _rank(item: pytest.Item) -> int:
    return LONGEST.index(item.path.name) if item.path.name in LONGEST else len(LONGEST)


def dealt_out(items: Sequence[pytest.Item], workers: int) -> list[list[pytest.Item]]:
    """A share for each worker. What asks for the same other browser stays together: to start one takes long."""
    dealt: list[list[pytest.Item]] = [[] for _ in range(workers)]
    of_engine: dict[str, list[pytest.Item]] = {}
    for item in items:
        of_engine.setdefault(_engine(item), []).append(item)
    usual = of_engine.pop("", [])
    for n, together in enumerate(of_engine.values()):
        dealt[n % workers] += together
    for item in usual:
        min(dealt, key=len).append(item)
    return dealt


def _engine(item: pytest.Item) -> str:
    """The other browser that a test asks for; empty for the usual one."""
    return (
        str(item.callspec.params.get("engine", ""))
        if isinstance(item, pytest.Function) and hasattr(item, "callspec")
        else ""
    )


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    report = yield
    if call.when == "call":
        item.stash[FAILED] = report.failed
    said: list[str] = item.stash.get(SAID, list[str]())
    if report.failed and said:
        report.sections.append(("Pages and what they said", "\n".join(said)))
    return report


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the one server of all workers."""
    base = tmp_path_factory.getbasetemp()
    with shared(base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as p:
        running = p.chromium.launch(executable_path=shell(), args=FLAGS + UNPAINTED, timeout=2 * LIMIT_MS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def pages(browser: Browser, server: str) -> Pages:
    return Pages(browser, server)


@pytest.fixture
def open_page(pages: Pages, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Open pages by `open_page(address, size=..., dark=..., touch=...)`; checks console and network at the end.

    `fresh` asks for a page of a browser that has never been here, which takes longer; so does another server than
    the usual one, or a script that is blocked.
    """
    lent: list[tuple[Page, bool, bool]] = []
    heard: list[tuple[Page, str, Callable[[Any], None]]] = []
    wrong: list[str] = []
    said = request.node.stash[SAID] = list[str]()
    errors: dict[str, Callable[[Any], None]] = {
        "console": lambda m: wrong.append(m.text) if m.type == "error" else None,
        "pageerror": lambda e: wrong.append(str(e)),
    }
    always: dict[str, Callable[[Any], None]] = {
        "request": lambda r: wrong.append(r.url) if outside(r.url) else None,
        "console": lambda m: said.append(f"{m.type}: {m.text}"),
        "framenavigated": lambda frame: said.append(f"at {frame.url}"),
    }

    def opened(
        address: str,
        size: tuple[int, int] = (1280, 800),
        *,
        dark: bool = False,
        touch: bool = False,
        expect_errors: bool = False,
        block: str | None = None,
        fresh: bool = False,
    ) -> Page:
        fresh = fresh or bool(block) or not address.startswith(f"{pages.server}/")
        page = watched(pages.browser, has_touch=touch).new_page() if fresh else pages.lend(touch=touch)
        lent.append((page, touch, fresh))
        page.set_viewport_size({"width": size[0], "height": size[1]})
        page.emulate_media(color_scheme="dark" if dark else "light", reduced_motion="no-preference")
        if block:
            page.route(block, lambda route: route.abort())
        for event, hear in [*always.items(), *(() if expect_errors else errors.items())]:
            page.on(event, hear)
            heard.append((page, event, hear))
        return load(page, address)

    yield opened
    for page, _, _ in lent:
        if not page.is_closed():
            page.evaluate("() => 0")  # what the page has said until now has been heard
    found = list(wrong)
    for page, event, hear in heard:
        page.remove_listener(event, hear)
    for page, touch, fresh in lent:
        if fresh or page.is_closed() or request.node.stash.get(FAILED, True):
            page.context.close()
        else:
            pages.take_back(page, touch=touch)
    assert found == []


def outside(url: str) -> bool:
    return urlparse(url).scheme in ("http", "https", "ws", "wss") and urlparse(url).hostname != "127.0.0.1"
