"""The pocket edition as a journey finds it: on a stick, opened from a file. What it asks for or complains of fails."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests import pocket
from tests.e2e.waiting import LIMIT_MS

DESK, SMALL_DESK, TABLET, PHONE = (1280, 800), (1024, 768), (820, 1180), (390, 844)
HERE = "key => new URLSearchParams(location.hash.slice(1)).get(key)"


@pytest.fixture(scope="session")
def stick(tmp_path_factory: pytest.TempPathFactory) -> str:
    """The address of the file."""
    path = tmp_path_factory.mktemp("stick") / "hipchain-pocket.html"
    path.write_bytes(pocket.served())
    return path.as_uri()


@pytest.fixture
def opened(browser: Browser, stick: str) -> Callable[..., AbstractContextManager[Page]]:
    """Open the file: `with opened(size) as page`, `at` a hash."""

    @contextmanager
    def look(size: tuple[int, int] = DESK, at: str = "", **options: Any) -> Iterator[Page]:
        width, height = size
        context = browser.new_context(
            viewport={"width": width, "height": height}, has_touch=width < 900, is_mobile=width < 500, **options
        )
        context.set_default_timeout(LIMIT_MS)
        wrong: list[str] = []
        page = context.new_page()
        page.on("console", lambda said: wrong.append(said.text))
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda r: None if r.url.startswith((stick, "data:")) else wrong.append(r.url))
        page.goto(stick + at)
        if options.get("java_script_enabled", True):
            page.locator("#hc-first[data-tap]").wait_for()
        yield page
        assert wrong == []
        context.close()

    return look


def card(page: Page) -> Any:
    """The name on the card."""
    return page.locator("[data-card] h2").first
