"""When the app takes over, nothing moves: what shifts, what follows a title, what stands around a picture."""

import re

import pytest
from playwright.sync_api import Route

from tests.e2e.test_first import APP, Held, answered, fresh
from tests.e2e.waiting import settled, taken_over

FOLLOWS = """async root => {
  await document.fonts.ready;
  const all = [...document.querySelector(root).querySelectorAll('h1, p')];
  const title = all.findIndex(e => e.localName === 'h1');
  return all.slice(title, title + 2).map(e => e.getBoundingClientRect().y);
}"""
"""Where a page's title stands, and the sentence below it."""
STANDS = """async root => {
  await document.fonts.ready;
  const found = {};
  for (const e of document.querySelector(root).querySelectorAll('h1, h2, p, dt, dd, li')) {
    const { y, height } = e.getBoundingClientRect(), words = e.innerText.trim().slice(0, 40);
    if (height > 3 && words && !e.closest('.hc-off')) found[words] ??= y;
  }
  return found;
}"""
"""At which height of the screen which words stand."""
LATER = """() => {
  const main = document.querySelector('#hc-first > main');
  const marks = [...main.querySelectorAll('h1, h2, h3, p, summary, .hc-room, .hc-seg, .hc-verdict')];
  const place = new Map(marks.map(e => [e, e.getBoundingClientRect()]));
  const found = new Set();
  for (const last of [...main.querySelectorAll('*')].filter(e => !e.closest('svg')).reverse()) {
    const stood = last.matches('.hc-stack > *, .hc-cols > *, #hc-first > main > *');
    last.remove();
    if (!stood) continue;
    for (const e of marks) {
      const { x, y } = e.getBoundingClientRect(), whole = place.get(e);
      if (e.isConnected && e.checkVisibility() && Math.hypot(x - whole.x, y - whole.y) > 2)
        found.add(`${e.className || e.innerText.slice(0, 40)} goes ${Math.round(whole.y - y)} px down`);
    }
  }
  return [...found];
}"""
"""Takes a first answer apart from its end. A browser draws it while it arrives: what it has then is its beginning."""


def without_scripts(route: Route) -> None:
    """A page before its scripts have come."""
    answer = route.fetch()
    route.fulfill(response=answer, body=re.sub(r"<script.*?</script>", "", answer.text(), flags=re.DOTALL))


@pytest.mark.parametrize(
    "address",
    [
        "stop_flags",
        "?structure=sartorius&view=anterior&presenter=1",
        "chains?presenter=1",
        "self_check",
        "evidence?claim=C015",
        "rolling",
        "chains",
        "lab",
        "where?place=knee_outer",
        "exercises",
    ],
)
def test_no_page_jumps_when_the_app_takes_over(server, browser, address):
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        answered(page, f"{server}/{address}")
        settled(taken_over(page))
        assert page.evaluate("window.__shift") <= 0.02


@pytest.mark.parametrize("address", ["evidence?claim=C015", "evidence?claim=C015&presenter=1", "stop_flags"])
def test_what_follows_a_title_stays_where_it_is(server, browser, address):
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/{address}")
        before = page.evaluate(FOLLOWS, "#hc-first > main")
        app.release()
        settled(taken_over(page))
        assert page.evaluate(FOLLOWS, "#root .stMain") == pytest.approx(before, abs=3)


@pytest.mark.parametrize("address", ["rolling", "chains"])
@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_what_stands_beside_or_below_a_picture_stays_where_it_is(server, browser, address, size):
    """Where the app draws its picture there is as much room before; on a phone the answer of Rolling comes first."""
    with fresh(browser, viewport={"width": size[0], "height": size[1]}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/{address}")
        first = page.evaluate(STANDS, "#hc-first > main")
        app.release()
        settled(taken_over(page))
        then = page.evaluate(STANDS, "#root .stMain")
    shared = [words for words, y in first.items() if words in then and min(y, then[words]) < size[1]]
    moved = {words: (first[words], then[words]) for words in shared if abs(first[words] - then[words]) > 12}
    assert len(shared) >= 5
    assert moved == {}


@pytest.mark.parametrize("size", [(1280, 800), (820, 1180), (390, 844)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_what_arrives_later_moves_nothing_that_is_there(server, browser, size):
    found = {}
    with fresh(browser, viewport={"width": size[0], "height": size[1]}) as page:
        page.route(f"{server}/*", without_scripts)
        for address in ARRIVE:
            page.goto(f"{server}/{address}")
            found[address] = page.evaluate(LATER)
    assert {address: moved for address, moved in found.items() if moved} == {}


ARRIVE = [
    "?structure=sartorius&view=anterior&colour=rolling",
    "rolling?from=inner&view=axial_knee",
    "chains?chain=anterior_tilt&step=loop",
    "lab",
    "lab?part=tilt&tilt=20",
    "evidence?claim=C015",
    "where",
    "where?place=groin_front",
    "where?place=knee_outer&condition=iliotibial_band_syndrome",
    "self_check",
    "exercises?exercise=clam",
    "quiz",
    "handout?exercises=clam",
    "stop_flags",
    "tours",
    "embedding",
    "accessibility",
    "follow",
    "ask?q=why+does+rolling+hurt",
]
