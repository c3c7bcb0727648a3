"""What a reader does on a page: tap a point of the drawing, press Tab until it is there; and what is then seen."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import parse_qs, urlparse

from playwright.sync_api import Locator, Page, expect

from data.outlines import load_view
from tests.e2e.waiting import settled, taken_over

SPOT = """([x, y, which]) => {
  const plot = document.querySelectorAll('.hc-plot')[which || 0], frame = plot.getBoundingClientRect();
  const { xaxis, yaxis } = plot._fullLayout;
  return [frame.left + xaxis._offset + xaxis.l2p(x), frame.top + yaxis._offset + yaxis.l2p(y)]; }"""
"""The point of the screen at which a point of the drawing (mm) is shown, once the page rests; `which`: in which of the
page's drawings."""
SIGHT = """(() => {
  const { xaxis, yaxis } = document.querySelector('.hc-plot')._fullLayout;
  return [xaxis, yaxis].map(axis => axis.range[1] - axis.range[0]);
})()"""
"""How many mm are in sight, across and up, once the page rests."""
TURN = "to => { history.pushState(null, '', to); dispatchEvent(new PopStateEvent('popstate')); }"
PICKS = """() => {
  const picks = document.querySelector('.hc-diagram').__diagram;
  window.__picks = [];
  picks.send = pick => { window.__picks.push(pick); };
}"""
"""Keep what is chosen instead of telling the server: the browser's part is asked for, many times."""
SCROLL = "top => document.querySelector('[data-testid=stMain]').scrollBy({ top, behavior: 'instant' })"


def tap(page: Page, x: float, y: float) -> None:
    """Tap or click a point of the drawing (mm of the view), scrolled into sight first."""
    settled(page)  # what is still to come could move it away
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


def arrived(page: Page, address: str) -> Page:
    """Wait until a link has led to an address (a pattern) and the app has taken over there; returns the page."""
    page.wait_for_url(address)
    return taken_over(page)


def turned(page: Page, address: str, view: str) -> Page:
    """Lead the open page to another address of its screen, as the way through a tour does: nothing is loaded.

    Returns the page at rest, when its picture shows the `view`.
    """
    settled(page)
    page.evaluate(TURN, address)
    settled(page)
    expect(page.locator(".stApp .hc-title")).to_have_text(load_view(view).title)
    return page


def chosen_by_taps(
    page: Page, spots: Mapping[str, tuple[float, float]], what: str = "id"
) -> dict[str, list[str | None]]:
    """What the picture tells the server when points are tapped one after another, by whatever the points are called.

    `what`: the id that is chosen, or the one that the point itself lies on (`on`).

    The server hears none of it: the answer to one tap, waited for each time, is what takes long.
    """
    page.evaluate(PICKS)
    found = {}
    for name, (x, y) in spots.items():
        tap(page, x, y)
        found[name] = page.evaluate("what => window.__picks.splice(0).map(pick => pick[what])", what)
    return found


def said_in_address(page: Page, **wanted: str) -> None:
    """Wait until the address says this, whatever else it says."""
    holds = "wanted => Object.entries(wanted).every(([k, v]) => new URLSearchParams(location.search).get(k) === v)"
    page.wait_for_function(holds, arg=wanted)


def outline_middle(page: Page, structure: str) -> float:
    """Where a body of the drawing lies from left to right (mm), as taps find it."""
    found = page.evaluate(
        """id => {
          const { drawing } = document.querySelector('.hc-diagram').__diagram.stage.picture;
          const x = drawing.solids.find(solid => solid.meta.id === id).x.slice(0, 40);
          return x.reduce((sum, one) => sum + one, 0) / x.length;
        }""",
        structure,
    )
    return float(found)


def press(locator: Locator) -> None:
    """Press something, by finger where there are fingers, once the page rests: what still moves is missed."""
    settled(locator.page)
    if locator.page.evaluate("navigator.maxTouchPoints > 0"):
        locator.tap()
    else:
        locator.click()


def ask(page: Page, words: str) -> Locator:
    """Type into the box, once the page rests; returns the answers under it."""
    settled(page)
    page.locator(".stApp .hc-ask-text").fill(words)
    settled(page)
    return page.locator(".stApp .hc-ask-list .hc-ask-answer")


def choose(page: Page, words: str, answer: str) -> None:
    """Ask for something by name and take the first answer, once that is the one."""
    first = ask(page, words).first
    expect(first).to_contain_text(answer)
    press(first)


def tab_to(page: Page, there: str, limit: int = 60) -> None:
    """Press Tab until a function of the browser says that the focus is where it should be."""
    settled(page)  # what is drawn anew takes the focus away
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate(there):
            return
    raise AssertionError(f"Tab never reached {there}")
