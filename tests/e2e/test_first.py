"""The first answer in a real browser: there before the app, answering taps, handed over unseen, enough without it."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.e2e.accessible import serious
from tests.e2e.pages import watched
from tests.e2e.reader import SIGHT, SPOT, card, params
from tests.e2e.waiting import LIMIT_MS, settled, taken_over

APP = "**/static/js/index.*.js"
"""Without its first script the app does not begin."""
SHIFTS = """(() => {
  window.__shift = 0;
  new PerformanceObserver(list => list.getEntries().forEach(e => { if (!e.hadRecentInput) window.__shift += e.value; }))
    .observe({ type: 'layout-shift', buffered: true });
})()"""
LAST = """(() => {
  const boxOf = selector => { const b = document.querySelector(selector).getBoundingClientRect(); return [b.x, b.y]; };
  const look = () => {
    if (document.querySelector('#hc-first[data-tap]')) {
      const svg = document.querySelector('#hc-first .hc-art'), [x, y] = boxOf('#hc-first .hc-art');
      const box = svg.viewBox.baseVal, scale = svg.clientWidth / box.width;
      window.__last = { zero: [x - box.x * scale, y - box.y * scale], wide: box.width,
        picture: boxOf('#hc-first .hc-plot'), card: boxOf('#hc-first .hc-card h2') };
    }
    requestAnimationFrame(look);
  };
  look();
})()"""
"""Where things stand in the last frame of the first answer."""
NOW = """() => ['#root .hc-plot', '#root .st-key-structure_card h2'].map(selector => {
  const { x, y } = document.querySelector(selector).getBoundingClientRect();
  return [x, y];
})"""
FIRST_SPOT = """([x, y]) => {
  const svg = document.querySelector('#hc-first .hc-art'), frame = svg.getBoundingClientRect();
  const box = svg.viewBox.baseVal, scale = frame.width / box.width;
  return [frame.left + (x - box.x) * scale, frame.top + (-y - box.y) * scale];
}"""
"""Where the first picture shows a point of the view, mm."""


class Held:
    """What a browser asks for and does not get yet."""

    def __init__(self, page: Page, pattern: str) -> None:
        self.routes: list[Route] = []
        self.released = False
        page.route(pattern, self.hold)

    def hold(self, route: Route) -> None:
        """Keep a request, or let it go where nothing is held any more."""
        if self.released:
            route.continue_()
        else:
            self.routes.append(route)

    def release(self) -> None:
        """Let all go that was asked for."""
        self.released = True
        for route in self.routes:
            route.continue_()


@contextmanager
def fresh(browser: Browser, *, errors: bool = False, **options: object) -> Iterator[Page]:
    """A page of a browser that has never been here; an error in its console fails the test."""
    context = watched(browser, **options)
    context.add_init_script(SHIFTS)
    context.add_init_script(LAST)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda m: wrong.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: wrong.append(str(e)))
    yield page
    context.close()
    assert errors or wrong == []


def answered(page: Page, address: str) -> Page:
    """Open an address and wait for its first answer; returns the page."""
    page.goto(address, wait_until="commit")
    page.wait_for_selector("#hc-first main", timeout=LIMIT_MS)
    return page


def press_first(page: Page, x: float, y: float) -> None:
    """Tap a point of the first picture, mm of the view."""
    page.wait_for_selector("#hc-first[data-tap]")
    page.mouse.click(*page.evaluate(FIRST_SPOT, [x, y]))


EMBEDDED = "&embed=true"
LOOKS = [((1280, 800), False, ""), ((820, 1180), True, ""), ((390, 844), False, "")]
LOOKS += [((700, 450), False, EMBEDDED), ((390, 600), True, EMBEDDED)]


@pytest.mark.parametrize(("size", "dark", "more"), LOOKS)
def test_a_deep_link_is_answered_first_and_handed_over_unseen(server, browser, size, dark, more):
    viewport = {"width": size[0], "height": size[1]}
    with fresh(browser, viewport=viewport, color_scheme="dark" if dark else "light") as page:
        app = Held(page, APP)
        answered(page, f"{server}/?structure=sartorius&view=anterior&colour=rolling{more}")
        page.wait_for_selector("#hc-first[data-tap]")
        expect(page.locator("#hc-first h2")).to_have_text("Sartorius")
        expect(page.locator("#hc-first .hc-verdict")).to_contain_text("Rolling: avoid")
        app.release()
        settled(taken_over(page))
        last = page.evaluate("window.__last")
        picture, name = page.evaluate(NOW)
        assert picture == pytest.approx(last["picture"], abs=0.1)
        assert name == pytest.approx(last["card"], abs=3)
        assert page.evaluate(SPOT, [0, 0]) == pytest.approx(last["zero"], abs=0.1)
        assert page.evaluate(SIGHT)[0] == pytest.approx(last["wide"], abs=0.1)
        assert page.evaluate("window.__shift") <= 0.02
        assert not page.evaluate("document.getElementById('root').inert")


def test_a_tap_before_the_app_counts(server, browser):
    with fresh(browser) as page:
        app = Held(page, APP)
        answered(page, f"{server}/")
        press_first(page, -75, -20)
        expect(page.locator("#hc-first h2")).to_have_text("Gluteus maximus")
        assert page.locator("#hc-first .hc-sel-line").count() > 0
        assert params(page)["structure"] == "gluteus_maximus"
        expect(page.locator("#hc-first .hc-card summary").first).to_be_visible()  # the rest of the card has come
        app.release()
        expect(card(settled(taken_over(page)))).to_have_text("Gluteus maximus")
        assert params(page)["structure"] == "gluteus_maximus"


def test_a_tap_while_the_app_loads_is_handed_over_with_scroll_fold_and_focus(server, browser):
    with fresh(browser, viewport={"width": 1024, "height": 768}) as page:
        plotly = Held(page, "**/plotly-*.js")
        answered(page, f"{server}/")
        page.wait_for_selector("#root .st-key-footer", state="attached")  # it has read the address already
        press_first(page, -75, -20)
        fold = page.locator("#hc-first .hc-card summary", has_text="Find it on yourself")
        fold.click()
        fold.focus()
        page.evaluate("() => { document.getElementById('hc-first').scrollTop = 90; }")
        plotly.release()
        expect(card(settled(taken_over(page)))).to_have_text("Gluteus maximus")
        assert page.evaluate("document.querySelector('#root .hc-diagram').dataset.selected") == "gluteus_maximus"
        assert page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop") == 90
        assert page.evaluate("document.activeElement.textContent") == "Find it on yourself"


def test_without_scripts_the_page_is_whole_and_its_links_work(server, browser):
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{server}/?structure=sartorius&view=anterior")
    expect(page.locator("#hc-first h2")).to_have_text("Sartorius")
    assert page.locator("#hc-first .hc-art path").count() > 100
    expect(page.locator("noscript p")).to_contain_text("ask IT to allow scripts")
    page.get_by_role("link", name="When to stop", exact=True).first.click()
    expect(page.get_by_role("heading", name="When to stop and see someone")).to_be_visible()
    expect(page.get_by_text("What to do:").first).to_be_visible()
    context.close()


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_what_is_there_before_the_app_can_be_read(server, browser, dark):
    found = {}
    for path in ("tours", "chains?tour=weak_glute_med_story&stop=3", "self_check", "evidence?claim=C015", "rolling"):
        with fresh(browser, color_scheme="dark" if dark else "light") as page:
            Held(page, APP)
            answered(page, f"{server}/{path}")
            found[path] = serious(page)
    assert not any(found.values()), found


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=lambda s: str(s[0]))
@pytest.mark.parametrize("path", ["rolling", "chains"])
def test_without_scripts_no_room_is_kept_for_a_picture_that_does_not_come(server, browser, path, size):
    with browser.new_context(java_script_enabled=False, viewport={"width": size[0], "height": size[1]}) as context:
        page = context.new_page()
        page.goto(f"{server}/{path}")
        tall = [room.bounding_box()["height"] for room in page.locator(".hc-room").all()]
    assert tall
    assert max(tall) < 150  # what it would show, in words


@pytest.mark.parametrize("what", ["sockets", "scripts"])
def test_where_the_app_cannot_come_the_page_stays_and_says_why(server, browser, what):
    with fresh(browser, errors=True) as page:
        if what == "sockets":
            page.route_web_socket("**/_stcore/stream", lambda socket: socket.close())
        else:
            page.route("**/static/js/**", lambda route: route.abort())
        answered(page, f"{server}/")
        why = page.locator("#hc-first .hc-why[role]")
        expect(why).to_contain_text("tell IT", timeout=30_000)
        assert page.evaluate("performance.now()") < 30_000
        expect(why.get_by_role("link", name="Take HipChain along")).to_have_attribute("href", "./pocket")
        press_first(page, -75, -20)
        expect(page.locator("#hc-first h2")).to_have_text("Gluteus maximus")
        top = page.evaluate("() => !!document.elementFromPoint(600, 300).closest('#hc-first')")
        assert top, "something covers the page"
        page.locator("#hc-first header").get_by_role("link", name="Chains").click()
        expect(page.locator("#hc-first h1")).to_have_text("Chains")


@pytest.mark.parametrize("block", ["**/figure/**", "**/plotly-*.js"], ids=["figure", "plotly"])
def test_without_a_picture_of_its_own_the_app_takes_over_and_says_so(server, browser, block):
    with fresh(browser, errors=True) as page:
        page.route(block, lambda route: route.abort())
        answered(page, f"{server}/?structure=sartorius&view=anterior")
        expect(card(taken_over(page))).to_have_text("Sartorius")
        expect(page.locator(".hc-broken")).to_contain_text("tell IT")
