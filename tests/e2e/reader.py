"""What a reader does on a page: tap a point of the drawing, press Tab until it is there; and what is then seen."""

from __future__ import annotations

from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Locator, Page

SPOT = """([x, y]) => {
  const gd = document.querySelector('.js-plotly-plot'), L = gd._fullLayout, r = gd.getBoundingClientRect();
  return [r.left + L.xaxis._offset + L.xaxis.l2p(x), r.top + L.yaxis._offset + L.yaxis.l2p(y)]; }"""
"""The point of the screen at which a point of the drawing (mm) is shown."""
SCROLL = "top => document.querySelector('[data-testid=stMain]').scrollBy({ top, behavior: 'instant' })"


def tap(page: Page, x: float, y: float) -> None:
    """Tap or click a point of the drawing (mm of the view), scrolled into sight first."""
    px, py = page.evaluate(SPOT, [x, y])
    height = (page.viewport_size or {"height": 0})["height"]
    if not 70 < py < height - 10:
        page.evaluate(SCROLL, py - height / 2)
        px, py = page.evaluate(SPOT, [x, y])
    if page.evaluate("navigator.maxTouchPoints > 0"):
        page.touchscreen.tap(px, py)
    else:
        page.mouse.click(px, py)


def card(page: Page) -> Locator:
    """The name on the card."""
    return page.locator(".st-key-structure_card h2").first


def params(page: Page) -> dict[str, str]:
    """What the address says: {parameter: value}."""
    return {k: v[0] for k, v in parse_qs(urlparse(page.url).query).items()}


def tab_to(page: Page, there: str, limit: int = 60) -> None:
    """Press Tab until a function of the browser says that the focus is where it should be."""
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    raise AssertionError(f"Tab never reached {there}")
