"""The peek under the picture: what was tapped, in sight before the server answers, and the way to its card."""

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import SPOT, card, tap
from tests.e2e.waiting import ready, settled

PHONES = [(390, 844), (360, 740)]
GLUTEUS = (-75, -20)
COVERED = """() => {
  const box = e => e.getBoundingClientRect();
  const shown = [...document.querySelectorAll('.hc-peek, .hc-invite, .hc-hint')].map(box).filter(r => r.width > 0);
  const names = '.hc-plot .textpoint, .hc-title, .hc-tools button, .stButtonGroup button';
  const there = [...document.querySelectorAll(names)];
  const meets = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return [shown.length, there.filter(e => shown.some(r => meets(r, box(e)))).map(e => e.textContent || e.title)];
}"""
"""How many of peek and invitations are shown, and which names and buttons they cover."""
IN_SIGHT = "e => { const r = e.getBoundingClientRect(); return r.top >= 56 && r.bottom <= innerHeight; }"


def comes_into_sight(page):
    """Wait until the card has scrolled there, and rests."""
    page.wait_for_function(f"() => ({IN_SIGHT})(document.querySelector('.st-key-structure_card h2'))")
    assert card(settled(page)).evaluate(IN_SIGHT)


@pytest.mark.parametrize("size", PHONES, ids=lambda s: f"{s[0]}x{s[1]}")
def test_on_a_phone_a_tap_is_answered_in_sight_before_the_server_is(server, open_page, size):
    page = ready(open_page(f"{server}/?structure=none", size, touch=True))
    assert page.evaluate(COVERED) == [1, []]
    page.evaluate("""() => { document.querySelector('.hc-diagram').__diagram.send = () => {}; }""")  # nothing is sent
    page.touchscreen.tap(*page.evaluate(SPOT, GLUTEUS))
    peek = page.locator(".hc-peek")
    for words in ("Gluteus maximus", "Muscle", "Rolling: helps, with care", "If it hurts here: avoid."):
        expect(peek).to_contain_text(words)
    assert peek.evaluate(IN_SIGHT)
    assert page.evaluate(COVERED) == [1, []]
    box = peek.bounding_box()
    assert box["height"] >= 44


def test_the_peek_leads_to_the_card_and_back_to_the_picture(server, open_page):
    page = ready(open_page(f"{server}/?structure=none", PHONES[0], touch=True))
    tap(page, *GLUTEUS)
    expect(card(page)).to_have_text("Gluteus maximus")
    peek = page.get_by_role("button", name="Open the card")
    settled(page)
    assert not card(page).evaluate(IN_SIGHT)
    peek.tap()
    back = page.get_by_role("button", name="Back to the picture")
    expect(back).to_be_visible()
    comes_into_sight(page)
    assert card(page).evaluate("e => e === document.activeElement")
    back.tap()
    expect(page.get_by_role("button", name="Open the card")).to_be_visible()
    settled(page)
    assert page.locator(".hc-peek").evaluate(IN_SIGHT)


def test_pulling_the_peek_opens_the_card(server, open_page):
    page = ready(open_page(f"{server}/?structure=gluteus_maximus", PHONES[0], touch=True))
    tap(page, 5, -200)
    settled(page)
    box = page.locator(".hc-peek").bounding_box()
    x, y = box["x"] + 60, box["y"] + box["height"] / 2
    client = page.context.new_cdp_session(page)
    client.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [{"x": x, "y": y}]})
    for n in range(1, 5):
        client.send("Input.dispatchTouchEvent", {"type": "touchMove", "touchPoints": [{"x": x, "y": y - 15 * n}]})
    client.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(page.get_by_role("button", name="Back to the picture")).to_be_visible()
    comes_into_sight(page)


@pytest.mark.parametrize("size", [(820, 1180), (1280, 800)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_where_the_card_is_in_sight_there_is_no_peek_and_the_invitation_covers_nothing(server, open_page, size):
    page = ready(open_page(f"{server}/?structure=none", size, touch=size[0] < 1000))
    assert page.evaluate(COVERED) == [1, []]
    tap(page, *GLUTEUS)
    expect(card(page)).to_have_text("Gluteus maximus")
    settled(page)
    assert page.evaluate(COVERED) == [0, []]


def scrolled(page, to):
    """Scroll the page, which rests then; tells how far down what stands below the picture is, in px of the page."""
    page.evaluate("y => document.querySelector('[data-testid=stMain]').scrollTo(0, y)", to)
    return settled(page).evaluate("""() => document.querySelector('.hc-legend').getBoundingClientRect().y
      + document.querySelector('[data-testid=stMain]').scrollTop""")


@pytest.mark.parametrize("size", [(820, 700), (1280, 800)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_scrolling_moves_nothing(server, open_page, size):
    """A click on what stands below the picture went beside it where the peek came between press and release."""
    page = ready(open_page(f"{server}/?structure=gluteus_maximus", size))
    there = scrolled(page, 0)
    assert scrolled(page, 330) == pytest.approx(there, abs=1)
    assert not card(page).evaluate(IN_SIGHT)
    page.set_viewport_size({"width": size[0], "height": size[1] - 60})  # a bar of the browser's has come
    expect(settled(page).locator(".hc-peek")).to_be_hidden()


def test_on_a_tablet_a_tap_is_answered_where_the_head_of_the_card_is_out_of_sight(server, open_page):
    page = ready(open_page(f"{server}/?structure=sartorius&view=anterior", (820, 700), touch=True))
    scrolled(page, 300)
    peek = page.locator(".hc-peek")
    expect(peek).to_be_hidden()
    tap(page, -40, -200)
    expect(peek).to_contain_text("Rectus femoris")
    expect(peek).to_be_visible()
    assert page.evaluate(COVERED)[1] == []
    settled(page)
    peek.tap()
    comes_into_sight(page)
    expect(peek).to_be_hidden()  # and its place is kept
    there = scrolled(page, 0)
    assert scrolled(page, 300) == pytest.approx(there, abs=1)
    expect(peek).to_be_visible()


def test_what_is_selected_is_said_once(server, open_page):
    page = ready(open_page(f"{server}/?structure=none", PHONES[0], touch=True))
    tap(page, *GLUTEUS)
    expect(page.locator(".hc-said")).to_have_text("Gluteus maximus")
    live = "[...document.querySelectorAll('[aria-live], [role=status], [role=alert]')].map(e => e.textContent.trim())"
    said = [words for words in page.evaluate(live) if "Gluteus maximus" in words]
    assert said == ["Gluteus maximus"]
