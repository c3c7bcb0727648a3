"""What counts as a tap in a real browser: however long it was held and however far it rolled on its tissue."""

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import PICKS, SPOT, card, said_in_address, tap
from tests.e2e.waiting import ready, settled

HELD = (100, 700, 1500, 3000)
ROLLED = ((0, 0), (12, 0), (20, 0), (0, 12), (0, -20))
TISSUES = {"gluteus_maximus": (-75, -20), "iliotibial_band": (5, -200)}
LATER = """ms => {
  for (const name of ['pointerup', 'touchend']) {
    const later = event => ({ value: event.timeStamp + ms, configurable: true });
    addEventListener(name, event => Object.defineProperty(event, 'timeStamp', later(event)),
      { capture: true, once: true });
  }
}"""
"""The next pointer is lifted so much later, by its own clock."""


def gesture(page, touch, x, y, across, down, held):
    """Press, roll and lift, as a finger or a mouse does."""
    steps = [(x + across * n / 4, y + down * n / 4) for n in range(1, 5)]
    if not touch:
        page.mouse.move(x, y)
        page.mouse.down()
        for spot in steps:
            page.mouse.move(*spot)
        page.evaluate(LATER, held)
        page.mouse.up()
        return
    client = page.context.new_cdp_session(page)
    send = lambda kind, spots: client.send(  # noqa: E731
        "Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": u, "y": v} for u, v in spots]}
    )
    send("touchStart", [(x, y)])
    for spot in steps if (across, down) != (0, 0) else ():
        send("touchMove", [spot])
    page.evaluate(LATER, held)
    send("touchEnd", [])
    client.detach()


@pytest.mark.parametrize("size", [(390, 844), (820, 1180), (1280, 800)], ids=lambda s: f"{s[0]}x{s[1]}")
@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_tap_counts_however_long_and_however_it_rolls(server, open_page, touch, size):
    page = ready(open_page(f"{server}/?structure=none", size, touch=touch))
    page.evaluate(PICKS)
    table = {}
    for held in HELD:
        for across, down in ROLLED:
            x, y = page.evaluate(SPOT, TISSUES["gluteus_maximus"])
            page.evaluate("() => { window.__picks = []; }")
            gesture(page, touch, x - across / 2, y - down / 2, across, down, held)
            page.wait_for_function("() => !document.querySelector('.hc-moving')")
            table[held, across, down] = page.evaluate("window.__picks.map(pick => pick.id)") == ["gluteus_maximus"]
    missed = [case for case, hit in table.items() if not hit]
    assert missed == [], f"{len(missed)} of {len(table)} missed"


def test_a_finger_that_is_held_for_seconds_opens_the_card(server, open_page):
    page = ready(open_page(f"{server}/?structure=none", (820, 1180), touch=True))
    x, y = page.evaluate(SPOT, TISSUES["gluteus_maximus"])
    gesture(page, True, x, y, 6, 0, 3000)
    expect(card(page)).to_have_text("Gluteus maximus")


def test_pressing_shows_in_the_same_frame_what_will_be_chosen(server, open_page):
    page = ready(open_page(f"{server}/?structure=iliotibial_band"))
    page.evaluate(
        """() => addEventListener('pointerdown', () => requestAnimationFrame(() => {
             const layer = document.querySelector('.hc-over');
             window.__pressed = layer.querySelector('.hc-sel-line').getAttribute('d'); }))"""
    )
    line = "document.querySelector('.hc-over .hc-sel-line').getAttribute('d')"
    before = page.evaluate(line)
    page.mouse.move(*page.evaluate(SPOT, TISSUES["gluteus_maximus"]))
    page.mouse.down()
    page.wait_for_function("before => window.__pressed && window.__pressed !== before", arg=before)
    page.mouse.move(5, 5)  # far away: it is no tap, and shows so
    page.wait_for_function(f"before => {line} === before", arg=before)
    page.mouse.up()
    expect(card(page)).to_have_text("Iliotibial band")


def test_a_palm_beside_the_finger_does_not_steal_the_tap(server, open_page):
    page = ready(open_page(f"{server}/?structure=none", (820, 1180), touch=True))
    x, y = page.evaluate(SPOT, TISSUES["gluteus_maximus"])
    u, v = page.evaluate(SPOT, (60, -260))
    finger, palm = {"x": x, "y": y, "id": 1}, {"x": u, "y": v, "id": 2, "radiusX": 30, "radiusY": 30}
    client = page.context.new_cdp_session(page)
    for kind, spots in (
        ("touchStart", [palm]),
        ("touchStart", [palm, finger]),
        ("touchMove", [palm | {"x": u + 6}, finger | {"x": x + 8}]),
        ("touchEnd", [finger | {"x": x + 8}]),  # those that are named are lifted
    ):
        client.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": spots})
    expect(card(page)).to_have_text("Gluteus maximus")
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    settled(page)
    said_in_address(page, structure="gluteus_maximus")
    tap(page, *TISSUES["iliotibial_band"])
    expect(card(page)).to_have_text("Iliotibial band")
