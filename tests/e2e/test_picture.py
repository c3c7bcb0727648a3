"""The picture in a real browser: it follows a hand at once, lies where plotly's axes say, and redraws nothing for a
change of colour."""

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import SIGHT, SPOT, card, press, tap
from tests.e2e.waiting import ready, settled

LAYERS = [".hc-stage > .hc-art", ".hc-plot .main-svg", ".hc-over", ".hc-extra"]
MOVED = """layers => layers.map(layer => {
  const { a, e, f } = new DOMMatrix(document.querySelector(layer).style.transform);
  return [e, f, a].map(n => +n.toFixed(1)).join(); })"""
"""How far to the right and down each layer is moved, px, and how much it is stretched."""
OFF = """id => {
  const own = document.querySelector(`.hc-art [data-id=${id}] .fill`);
  const first = own.getPointAtLength(0).matrixTransform(own.getScreenCTM());
  const [, x, y] = own.getAttribute('d').match(/^M(-?[0-9]+)[ ]?(-?[0-9]+)/).map(Number);
  const gd = document.querySelector('.js-plotly-plot'), L = gd._fullLayout, r = gd.getBoundingClientRect();
  const axes = [r.left + L.xaxis.l2p(x / 10), r.top + L.yaxis.l2p(-y / 10)];
  return Math.hypot(first.x - axes[0], first.y - axes[1]); }"""
"""How far a point of the drawing is from where plotly's axes put it, px."""


def drag(page, across, down):
    """Press in the middle of the picture and move; the button stays down."""
    x, y = page.evaluate(SPOT, [0, -100])
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across / 2, y + down / 2)
    page.mouse.move(x + across, y + down)


def test_all_layers_follow_the_mouse_at_once_and_are_sharp_when_it_rests(server, open_page):
    page = ready(open_page(f"{server}/?structure=gluteus_maximus"))
    assert page.evaluate(OFF, "gluteus_maximus") < 0.5
    drag(page, 60, 30)
    page.wait_for_function(f"layers => ({MOVED})(layers)[0] === '60,30,1'", arg=LAYERS)
    assert set(page.evaluate(MOVED, LAYERS)) == {"60,30,1"}
    page.mouse.up()
    settled(page)
    assert set(page.evaluate(MOVED, LAYERS)) == {"0,0,1"}
    assert page.evaluate(OFF, "gluteus_maximus") < 0.5
    expect(card(page)).to_have_text("Gluteus maximus")  # a drag is no tap


@pytest.mark.parametrize("steps", [["Zoom in"], ["Zoom in", "Zoom in", "Zoom out"], ["Zoom in", "Whole picture"]])
def test_after_zooming_the_drawing_lies_where_the_axes_say(server, open_page, steps):
    page = ready(open_page(f"{server}/?structure=none"))
    for name in steps:
        page.get_by_role("button", name=name).click()
    settled(page)
    assert page.evaluate(OFF, "iliotibial_band") < 0.5
    tap(page, 5, -120)
    expect(card(page)).to_have_text("Iliotibial band")


def test_a_change_of_colour_draws_nothing_anew(server, open_page):
    page = ready(open_page(f"{server}/?structure=none"))
    fill = "getComputedStyle(document.querySelector('.hc-art [data-id=iliotibial_band] .fill')).fill"
    before = page.evaluate(fill)
    page.evaluate("document.querySelector('.hc-art').dataset.same = 'yes'")
    page.evaluate("document.querySelector('.js-plotly-plot .scatterlayer').dataset.same = 'yes'")
    page.get_by_role("radio", name="Rolling verdict").click()
    page.wait_for_function(f"before => {fill} !== before", arg=before)
    assert page.evaluate("document.querySelector('.hc-art').dataset.same") == "yes"
    assert page.evaluate("document.querySelector('.js-plotly-plot .scatterlayer').dataset.same") == "yes"


def test_dark_is_another_set_of_the_same_inks(server, open_page):
    fill = "getComputedStyle(document.querySelector('.hc-art [data-id=gluteus_maximus] .fill')).fill"
    light = ready(open_page(f"{server}/?structure=none")).evaluate(fill)
    page = open_page(f"{server}/?structure=none")
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert ready(page).evaluate(fill) != light


def test_what_is_hidden_can_be_seen_and_tapped_no_more(server, open_page):
    page = ready(open_page(f"{server}/?structure=none&hide=iliotibial_band"))
    expect(page.locator(".hc-art [data-id=iliotibial_band] .fill").first).to_be_hidden()
    tap(page, 5, -220)
    expect(card(page)).to_have_text("Vastus lateralis")


def test_two_diagrams_on_a_page_keep_their_own_patterns(server, open_page):
    page = open_page(f"{server}/rolling")
    page.wait_for_function("() => document.querySelectorAll('.hc-ready').length === 2")
    ids = page.evaluate("[...document.querySelectorAll('.hc-art pattern')].map(p => p.id)")
    assert len(ids) == len(set(ids)) > 20


def test_without_plotly_the_drawing_still_answers_taps(server, open_page):
    page = open_page(f"{server}/?structure=none", expect_errors=True, block="**/plotly-*.js")
    expect(page.locator(".hc-nameless")).to_be_visible()
    expect(page.locator(".hc-art [data-id=gluteus_maximus] .fill").first).to_be_visible()
    x, y = page.evaluate(
        """() => { const r = document.querySelector('.hc-art [data-id=gluteus_maximus] .fill').getBoundingClientRect();
          return [r.left + r.width * .35, r.top + r.height / 2]; }"""
    )
    page.mouse.click(x, y)
    expect(card(page)).to_have_text("Gluteus maximus")
    assert page.locator(".hc-over .hc-sel-line").count() > 0


def test_another_view_that_comes_while_the_picture_is_not_shown_is_there_when_it_is(server, open_page):
    """As when Streamlit moves it to another column. What cannot be computed would be said in the console."""
    page = ready(open_page(f"{server}/?structure=sartorius&view=lateral"))
    seen = page.evaluate(SIGHT)
    page = ready(open_page(f"{server}/?structure=sartorius&view=anterior"))
    page.add_style_tag(content=".hc-diagram { display: none; }").evaluate("e => { e.id = 'off'; }")
    press(page.get_by_role("radio", name="Side"))
    settled(page)
    page.evaluate("() => document.getElementById('off').remove()")
    assert page.evaluate("() => document.querySelector('.hc-diagram').clientWidth") > 0
    assert settled(page).evaluate(SIGHT) == pytest.approx(seen, abs=0.5)
    tap(page, 5, -200)
    expect(card(page)).to_have_text("Iliotibial band")
