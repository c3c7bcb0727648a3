"""The browser's pages: fresh ones, and some that stay open from test to test since a load in them costs far less.

A page that stays has the app's scripts in its process already; each load is a whole one nevertheless, with a session
of its own at the server. Between two tests it stands at an address without the app, and nothing is left in its stores.
What has gone is not all given back: a page that has served long makes way for a new one.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

from tests.e2e.waiting import LIMIT_MS, WATCH

ASIDE = "/_stcore/health"
"""An address of the same server, so that the process stays, at which no app runs."""
LONGEST = 30
"""So many tests are lent the same page: at the eightieth a load takes a quarter more than at the tenth."""


def watched(browser: Browser, **options: Any) -> BrowserContext:
    """A fresh context of the browser whose pages say what they wait for (see `waiting`)."""
    context = browser.new_context(**{"viewport": {"width": 1280, "height": 800}} | options)
    context.set_default_timeout(LIMIT_MS)
    context.add_init_script(WATCH)
    return context


class Pages:
    """Pages of one server, for mouse and for finger; each is lent to one test at a time."""

    def __init__(self, browser: Browser, server: str) -> None:
        self.browser = browser
        self.server = server
        self.idle: dict[bool, list[Page]] = {False: [], True: []}
        self.served: Counter[Page] = Counter()

    def lend(self, *, touch: bool) -> Page:
        """A page at which nobody has been, as far as it can tell."""
        return self.idle[touch].pop() if self.idle[touch] else watched(self.browser, has_touch=touch).new_page()

    def take_back(self, page: Page, *, touch: bool) -> None:
        """Leave the app and wipe what it kept; or close what has served long."""
        self.served[page] += 1
        if self.served[page] >= LONGEST:
            del self.served[page]
            page.context.close()
            return
        page.goto(self.server + ASIDE)
        page.evaluate("() => { localStorage.clear(); sessionStorage.clear(); }")
        page.mouse.move(-10, -10)  # so that nothing is hovered on the next page
        page.context.clear_cookies()
        self.idle[touch].append(page)
