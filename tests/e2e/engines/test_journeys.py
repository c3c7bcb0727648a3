"""The journeys that matter, in Firefox and in WebKit; in Chromium the tests beside this folder walk them.

What an engine's driver cannot do without a window is not asked of it: WebKitGTK's knows no touch and no downloads, and
hands out no console.
"""

from __future__ import annotations

import time
from collections.abc import Iterator

import pytest

from data.catalog import catalog
from tests.e2e.engines.blocked import without_web_sockets
from tests.e2e.engines.engine import FINGER, Engine
from tests.e2e.engines.firefox import firefox
from tests.e2e.engines.webkit import webkit
from tests.e2e.reader import SPOT

TABLET = (820, 1180)
OPENED = {"firefox": firefox, "webkit": webkit}
SPOTS = {"gluteus_maximus": (-75, -20), "rectus_femoris": (44, -127)}
DRAWN = "() => Boolean(document.querySelector('.hc-diagram.hc-ready'))"
CARD = "name => document.querySelector('.st-key-structure_card h2')?.textContent === name"
ASKS = "key => new URLSearchParams(location.search).get(key)"
WIDE = "() => { const [a, b] = document.querySelector('.js-plotly-plot')._fullLayout.xaxis.range; return b - a; }"
SAYS = "(selector, text) => Boolean(document.querySelector(selector)?.textContent.includes(text))"
MIDDLE_OF = """id => {
  const body = document.querySelector(`#hc-first .hc-art [data-id=${id}]`), box = body.getBoundingClientRect();
  for (let part = 2; part < 9; part++) {
    const [x, y] = [box.x + box.width / 3, box.y + (box.height * part) / 10];
    if (body.contains(document.elementFromPoint(x, y))) return [x, y];
  }
}"""
"""A point of the screen at which a tissue of the first picture lies open."""
STROKES = "many => document.querySelectorAll('.hc-ink-over .hc-stroke').length === many"
KEEP_SAVED = """() => {
  HTMLAnchorElement.prototype.click = async function () {
    const image = new Image();
    image.src = this.href;
    await image.decode();
    const { naturalWidth: width, naturalHeight: height } = image;
    const pen = Object.assign(document.createElement('canvas'), { width, height }).getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, width, height), colours = new Map();
    for (let at = 0; at < data.length; at += 4) {
      const colour = data[at] << 16 | data[at + 1] << 8 | data[at + 2];
      colours.set(colour, (colours.get(colour) ?? 0) + 1);
    }
    window.__saved = { name: this.download, inked: colours.get(0x1d4fc4) ?? 0, colours: colours.size };
  };
  return true;
}"""
"""What would be saved is looked at instead: not every driver can download."""
CHAIN = catalog().chains["weak_glute_med"]


@pytest.fixture(scope="session", params=OPENED)
def engine(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    with OPENED[request.param](tmp_path_factory.mktemp(request.param), TABLET) as running:
        yield running


def opened(engine: Engine, address: str) -> None:
    engine.open(address)
    engine.until(DRAWN)
    engine.settled()


def test_taps_open_the_card(server, engine):
    opened(engine, f"{server}/")
    for pointer, (id_, spot) in zip(engine.pointers, SPOTS.items(), strict=False):
        engine.tap(*engine.run(SPOT, spot), pointer)
        engine.until(CARD, catalog().name(id_))
        assert engine.until(ASKS, "structure") == id_
    assert engine.complaints() == []


def test_the_first_answer_stays_and_answers_where_web_sockets_are_refused(server, engine):
    with without_web_sockets(server) as address:
        engine.go(f"{address}/")
        engine.until("() => document.querySelector('#hc-first')?.dataset.tap === ''")
        engine.tap(*engine.run(MIDDLE_OF, "gluteus_maximus"))
        engine.until(SAYS, "#hc-first [data-card] h2", "Gluteus maximus")
        assert engine.until(ASKS, "structure") == "gluteus_maximus"
        engine.until(SAYS, "#hc-first", "web sockets")  # why the rest does not come, and what to tell IT
        assert engine.run("() => getComputedStyle(document.querySelector('#hc-first')).visibility") == "visible"
        engine.go("about:blank")  # it would try on when nobody is there any more


def test_the_picture_grows_under_two_fingers_or_by_its_button(server, engine):
    opened(engine, f"{server}/")
    before = engine.run(WIDE)
    if FINGER in engine.pointers:
        engine.pinch(*engine.run(SPOT, SPOTS["gluteus_maximus"]), 80, 200)
    else:
        engine.click("button[aria-label='Zoom in']")
    engine.until(f"before => ({WIDE})() < 0.9 * before", before)
    engine.settled()
    engine.tap(*engine.run(SPOT, SPOTS["gluteus_maximus"]))
    engine.until(CARD, "Gluteus maximus")


def test_a_stroke_is_drawn_and_is_in_the_picture_that_is_saved(server, engine):
    opened(engine, f"{server}/?structure=sartorius&view=anterior&presenter=1")
    engine.click("[data-act=pen]")
    for n, pointer in enumerate(engine.pointers):
        engine.drag([engine.run(SPOT, (x, -120 - 60 * n)) for x in (-40, -10, 20)], pointer)
        engine.until(STROKES, n + 1)
    if FINGER in engine.pointers:
        before = engine.run(WIDE)
        engine.pinch(*engine.run(SPOT, (0, -150)), 80, 200)
        engine.until(f"before => ({WIDE})() < 0.9 * before", before)
        engine.settled()
        assert engine.run(STROKES, len(engine.pointers))  # two fingers draw nothing
    engine.run(KEEP_SAVED)
    engine.click("[data-act=save]")
    found = engine.until("() => window.__saved ?? null")
    assert found["name"] == "hipchain-sartorius.png"
    assert found["inked"] > 200
    assert found["colours"] > 1000  # the anatomy is there, in its colours
    assert engine.complaints() == []


def test_a_link_opens_what_it_names(server, engine):
    opened(engine, f"{server}/?structure=sartorius&view=anterior&layer=surface")
    engine.until(CARD, "Sartorius")
    assert engine.run("() => document.querySelector('.hc-title').textContent").endswith("front")
    assert engine.complaints() == []


def test_a_chain_goes_on_by_a_step(server, engine):
    opened(engine, f"{server}/chains?chain={CHAIN.id}")
    engine.until(SAYS, ".hc-told", CHAIN.steps[0].title)
    engine.click("button", "Next")
    engine.until(SAYS, ".hc-told", CHAIN.steps[1].title)
    assert engine.complaints() == []


def test_a_round_of_the_quiz(server, engine):
    engine.open(f"{server}/quiz?modes=name,facts,reason")
    engine.click("button", "Start")
    for number in range(1, 11):
        engine.until(SAYS, ".hc-step", f"Question {number} of 10")
        engine.settled()
        engine.click(".st-key-quiz_choices button")
        engine.until("() => Boolean(document.querySelector('.hc-verdict'))")
        engine.settled()
        engine.click("button", "Next" if number < 10 else "Summary")
    engine.until("() => [...document.querySelectorAll('h2, h3')].some(h => h.textContent.includes('of 10 right'))")
    engine.until("() => (localStorage.getItem('hipchain.quiz') || '').includes('days')")
    assert engine.complaints() == []


def test_a_handout_is_shown_and_downloaded(server, engine):
    engine.open(f"{server}/handout?structures=gluteus_medius&exercises=clam")
    engine.until("() => document.querySelector('.st-key-handout_preview img')?.naturalWidth > 100")
    engine.settled()
    folder = engine.downloaded()
    if folder is None:
        return  # it cannot be asked for more than the page that is shown
    engine.click("button", "Download the page (PDF)")
    found, end = folder / "hipchain-handout.pdf", time.monotonic() + 30  # on the way it has other names
    while not (found.exists() and found.stat().st_size) and time.monotonic() < end:
        time.sleep(0.1)
    assert found.read_bytes().startswith(b"%PDF")
    assert engine.complaints() == []


def test_the_pocket_edition_opens_from_a_file(engine, stick):
    engine.go(stick)
    engine.until("() => Boolean(document.querySelector('#hc-first[data-tap] .hc-over path'))")
    for pointer, id_ in zip(engine.pointers, ("gluteus_maximus", "iliotibial_band"), strict=False):
        engine.tap(*engine.until(MIDDLE_OF, id_), pointer)
        engine.until("name => document.querySelector('[data-card] h2').textContent === name", catalog().name(id_))
    engine.click("#hc-explore a", "Deep")
    engine.until("() => location.hash.includes('layer=deep')")
    engine.run("() => { location.hash = '#exercises?exercise=clam'; return true; }")
    engine.until("() => Boolean(document.querySelector('#hc-text svg[data-figure] path'))")
    engine.run("() => { history.back(); return true; }")
    engine.until("() => location.hash.includes('layer=deep') && !document.querySelector('#hc-explore').hidden")
    assert engine.complaints() == []
