"""The client's left side in a real browser: one switch, by finger and by key; what is tapped, said and taken along."""

from itertools import product

import numpy as np
import pytest
import shapely
from playwright.sync_api import Page, expect

from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.outlines import load_view
from data.visibility import regions
from tests.e2e.reader import SIGHT, card, params, press, said_in_address, tab_to, tap
from tests.e2e.test_first import APP, Held, answered, fresh, press_first
from tests.e2e.waiting import LIMIT_MS, ready, settled, taken_over

CUTS = {"axial_mid_thigh": "Mid-thigh", "axial_knee": "Knee"}
LOOKS = [*product(VIEWS, LAYERS), *((cut, "surface") for cut in CUTS)]
INSET_MM, ROOM_MM, EACH = 4.0, 14.0, 2
"""So far inside what is seen of a tissue a point lies, and so far from every mark; and how many of each tissue."""
LARGER = 0.4
"""A section is shown so much larger: both distances are smaller there."""
HIT = """points => {
  const { stage } = document.querySelector('.hc-diagram').__diagram;
  const { xaxis, yaxis } = stage.picture.plot._fullLayout, frame = stage.picture.plot.getBoundingClientRect();
  return points.map(([x, y]) => stage.under(frame.left + xaxis._offset + xaxis.l2p(x),
    frame.top + yaxis._offset + yaxis.l2p(y), 'finger')?.id);
}"""
"""What a finger would hit at points of the drawing, mm: by the hit test that taps are answered with."""
TITLE = "document.querySelector('.hc-title').textContent"


def points(view, layer):
    """Points well inside what is seen, on the right side: [(structure, x, y)]."""
    rng, size = np.random.default_rng(15), LARGER if view in SECTIONS else 1.0
    marks = [s for s in load_view(view).shapes if s.schematic]
    near = shapely.union_all([shapely.union_all([shapely.LineString(r) for r in s.outline()]) for s in marks])
    near = shapely.union_all([near, *(shapely.Point(s.label) for s in marks)]).buffer(ROOM_MM * size)
    window = load_view(view).window
    frame = shapely.box(window.x[0] + 2, window.y[0] + 12 * size, window.x[1] - 2, window.y[1] - 12 * size)
    found = []
    for id_, area in regions(view, layer).items():
        room = area.buffer(-INSET_MM * size).difference(near).intersection(frame)
        if room.area < 60 * size**2:
            continue
        x0, y0, x1, y1 = room.bounds
        mine = []
        while len(mine) < EACH:
            x, y = rng.uniform(x0, x1), rng.uniform(y0, y1)
            if room.contains(shapely.Point(x, y)):
                mine.append((id_, round(float(x), 1), round(float(y), 1)))
        found += mine
    return found


def look(page: Page, view: str, layer: str) -> None:
    """Turn the picture by its own buttons."""
    if params(page).get("view") != view:
        press(page.get_by_role("radio", name="Cut across" if view in SECTIONS else VIEWS[view], exact=True))
        settled(page)
    press(page.get_by_role("radio", name=SECTIONS.get(view) or LAYERS[layer], exact=True))
    said_in_address(page, view=view, layer=layer)
    settled(page)


def to(page: Page, side: str) -> None:
    """Turn the switch, and wait until the figure has turned."""
    press(page.get_by_role("radio", name=side, exact=True))
    page.wait_for_function(f"side => {TITLE}.startsWith(side)", arg=side)
    settled(page)


def test_what_is_tapped_on_the_left_is_what_lies_there_on_the_right(server, open_page):
    """Three views with four layers and two sections, in one load: the picture turns by its own buttons."""
    page = ready(open_page(f"{server}/?structure=none&view=anterior&layer=surface", (820, 1180), touch=True))
    wrong, tried, sides = [], 0, ["Right", "Left"]
    for view, layer in LOOKS:
        wanted, hit = points(view, layer), {}
        assert len(wanted) > 5, (view, layer)
        look(page, view, layer)
        for side in sides:  # the one that is shown already comes first
            to(page, side)
            there = [(-x if side == "Left" else x, y) for _, x, y in wanted]
            hit[side] = page.evaluate(HIT, there)
        tried += len(wanted)
        found = zip(wanted, hit["Right"], hit["Left"], strict=True)
        wrong += [(view, layer, point, right, left) for point, right, left in found if not point[0] == right == left]
        if layer == "surface":
            id_, x, y = wanted[0]
            tap(page, -x if sides[1] == "Left" else x, y)
            said_in_address(page, structure=id_, view=view, layer=layer)
        sides.reverse()
    assert tried > 400
    assert len(wrong) <= 0.02 * tried, wrong


def test_the_switch_mirrors_the_figure_by_keys_and_goes_along(server, open_page):
    page = ready(open_page(f"{server}/?structure=gluteus_medius&view=anterior&layer=deep"))
    tab_to(page, "document.activeElement.textContent.trim() === 'Right'")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".hc-title")).to_have_text("Left thigh, from the front")
    said_in_address(page, side="left", structure="gluteus_medius", view="anterior", layer="deep")
    settled(page)
    label = page.locator(".hc-plot").get_attribute("aria-label") or ""
    assert label.startswith("Diagram: Left thigh, from the front.")
    assert "Selected: Gluteus medius" in label
    assert page.locator(".hc-side-left").inner_text() == "R"  # the subject's right lies where it lay
    expect(card(page)).to_have_text("Gluteus medius")
    upright = "all => all.every(e => new DOMMatrix(getComputedStyle(e).transform).a > 0)"
    assert page.locator(".hc-stage *").evaluate_all(upright)  # no word is mirrored
    press(page.get_by_role("link", name="Where it hurts").first)
    taken_over(page)
    expect(page.locator(".hc-title")).to_have_text("Left thigh, from the front")
    expect(page.get_by_text("A left leg; your right one is its mirror.")).to_be_visible()
    assert params(page)["side"] == "left"
    page.go_back()
    expect(page.locator(".hc-title")).to_have_text("Left thigh, from the front")
    press(page.get_by_role("button", name="Zoom in"))
    zoomed = settled(page).evaluate(SIGHT)
    to(page, "Right")
    assert "side" not in params(page)
    assert page.evaluate(SIGHT) == pytest.approx(zoomed, rel=0.01)  # the same part of the figure


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=lambda s: f"{s[0]}x{s[1]}")
def test_a_left_link_is_answered_first_and_handed_over_unseen(server, browser, size):
    with fresh(browser, viewport={"width": size[0], "height": size[1]}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/?structure=none&view=lateral&layer=surface&side=left")
        page.wait_for_selector("#hc-first[data-tap]", timeout=LIMIT_MS)
        expect(page.locator("#hc-first .hc-title")).to_have_text("Left thigh, from the side")
        press_first(page, 75, -20)
        expect(page.locator("#hc-first h2")).to_have_text("Gluteus maximus")
        said_in_address(page, structure="gluteus_maximus", side="left")
        app.release()
        expect(card(settled(taken_over(page)))).to_have_text("Gluteus maximus")
        assert params(page)["side"] == "left"
        assert page.evaluate("window.__shift") <= 0.02


@pytest.mark.parametrize("address", ["rolling?from=inner&view=axial_knee", "chains", "lab", "where"])
def test_every_picture_turns_by_a_finger_without_a_jump(server, browser, address):
    with fresh(browser, viewport={"width": 390, "height": 844}, has_touch=True) as page:
        answered(page, f"{server}/{address}")
        settled(taken_over(page))
        assert page.evaluate("window.__shift") <= 0.02
        before = {k: v for k, v in params(page).items() if k not in ("side", "part", "chain", "step", "structure")}
        to(page, "Left")
        assert params(page)["side"] == "left"
        assert before.items() <= params(page).items()
        assert all(t.startswith("Left ") for t in page.locator(".hc-title").all_inner_texts())


def test_an_old_link_of_the_roller_opens_what_it_opened(server, open_page):
    page = ready(open_page(f"{server}/rolling?view=axial_mid_thigh&side=back"))
    expect(page.get_by_role("radio", name="Back", exact=True)).to_be_checked()
    expect(page.locator(".hc-title").first).to_have_text("Right mid-thigh, cut across, seen from the feet")
    to(page, "Left")
    expect(page.get_by_role("radio", name="Back", exact=True)).to_be_checked()
    assert (params(page)["from"], params(page)["side"]) == ("back", "left")
