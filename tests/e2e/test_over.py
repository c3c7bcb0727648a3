"""Nerves, vessels and the joint over a layer: switched on, hit by a finger and by key, and there from a cold link."""

import gzip
import json
from itertools import product

import pytest
import shapely
from playwright.sync_api import expect

from components.drawing.built import figure_body
from components.drawing.place import laid_only, reveal
from components.shared.url import LAYERS, VIEWS, State
from data.catalog import catalog
from data.outlines import load_view, over
from data.visibility import regions
from tests.e2e.reader import card, params, press, said_in_address, tab_to, tap, turned
from tests.e2e.test_first import APP, Held, answered, fresh, press_first
from tests.e2e.test_names import CLASHES
from tests.e2e.waiting import ready, settled, taken_over

C = catalog()
CROWDED = "&".join((f"also={','.join(over.KINDS)}", "structure=none"))
OVER_LABRUM = ("iliofemoral_ligament", "acetabular_labrum")
ROOM_MM = 14.0
"""From a course to a point that is not on it, whatever the scale of a phone."""


def courses():
    """Of each kind a course that lies open, a point on it, and a muscle beside it with a point of that.

    (view, layer, kind, structure, (x, y), (muscle, x, y)), mm of the view.
    """
    found = {}
    for view, kind in product(VIEWS, over.KINDS):
        for shape in over.over(kind, view):
            if kind not in found and shape.mark == "line" and shape.tissue in ("nerve", "artery"):
                spots = on(shape, view, kind), beside(view, shape.first, kind, shape)
                if all(spots):
                    found[kind] = (view, shape.first, kind, shape.id, *spots)
    return list(found.values())


def marks(view):
    """What of the marks of the view itself can be hit."""
    return [over.area(s) if s.mark == "line" else shapely.Point(s.label) for s in load_view(view).shapes if s.schematic]


def on(shape, view, kind):
    """A point on a course, away from all that could be hit instead; None where there is none."""
    others = [over.area(s) for s in over.over(kind, view) if s.id != shape.id]
    others += marks(view)
    free = shapely.LineString(shape.outline()[0]).difference(shapely.union_all(others).buffer(ROOM_MM))
    free = free.intersection(shapely.box(-500, -440, 500, 150))
    line = max(shapely.get_parts(free), key=lambda part: part.length, default=shapely.LineString())
    return line.interpolate(0.5, normalized=True).coords[0] if line.length > 2 * ROOM_MM else None


def beside(view, layer, kind, shape):
    """A muscle beside a course, and a point of it that is not on anything laid over; None where there is none."""
    everything = [over.area(s) for s in over.over(kind, view)]
    everything += marks(view)
    near = over.area(shape).buffer(4 * ROOM_MM).difference(shapely.union_all(everything).buffer(ROOM_MM))
    for id_, region in regions(view, layer).items():
        free = region.intersection(near).buffer(-5)
        if id_ in C.structures and C.structures[id_].tissue == "muscle" and not free.is_empty:
            point = max(shapely.get_parts(free), key=lambda p: p.area).representative_point()
            return id_, point.x, point.y
    return None


HERE = courses()
NAMES = [f"{kind}-{structure}" for _, _, kind, structure, _, _ in HERE]


@pytest.mark.parametrize("here", HERE, ids=NAMES)
def test_a_finger_finds_a_course_and_the_muscle_beside_it(server, open_page, here):
    view, layer, kind, structure, spot, (muscle, *beside_it) = here
    page = ready(open_page(f"{server}/?view={view}&layer={layer}&structure=none", (820, 1180), touch=True))
    press(page.get_by_role("button", name=f"+ {kind.title()}"))
    said_in_address(page, also=kind)
    settled(page)
    tap(page, *spot)
    expect(card(page)).to_have_text(C.name(structure))
    tap(page, *beside_it)
    expect(card(page)).to_have_text(C.name(muscle))
    assert params(page)["also"] == kind
    page.go_back()
    expect(card(page)).to_have_text(C.name(structure))


@pytest.mark.parametrize("here", HERE[:1], ids=NAMES[:1])
def test_by_key_it_is_reached_like_anything_else(server, open_page, here):
    view, layer, kind, structure, *_ = here
    order = json.loads(gzip.decompress(figure_body(view, f"{layer}+{kind}")))["hipchain"]["order"]
    before = order[order.index(structure) - 1]
    page = ready(open_page(f"{server}/?view={view}&layer={layer}&structure={before}&also={kind}", (1280, 800)))
    listed = page.locator(".hc-list button").evaluate_all("all => all.map(b => b.dataset.id)")
    assert {s.id for s in over.over(kind, view)} <= set(listed)
    tab_to(page, "() => document.activeElement.closest('.hc-plot')")
    assert "Laid over it" in (page.locator(".hc-plot").get_attribute("aria-label") or "")
    page.keyboard.press("ArrowDown")
    expect(card(page)).to_have_text(C.name(structure))
    assert page.locator(".hc-over .hc-sel-line, .hc-over .hc-sel-mark").count() >= 1


@pytest.mark.parametrize("structure", [i for i in sorted(over.drawn()) if laid_only(i)][:1] or ["sciatic_nerve"])
def test_a_cold_link_shows_it_before_the_app_and_after(server, browser, structure):
    found = reveal(State(structure=structure))
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/?structure={structure}")
        name = C.name(structure)
        expect(page.locator("#hc-first h2").first).to_have_text(name)
        if laid_only(structure):
            assert page.locator(f'#hc-first .hc-art .laid[data-id="{structure}"]').count() >= 1
        app.release()
        settled(taken_over(page))
        expect(card(page)).to_have_text(name)
        if laid_only(structure):
            assert page.locator(f'.stApp .hc-art .laid[data-id="{structure}"]').count() >= 1
            assert page.locator(".stApp .hc-over *").count() >= 1
            assert found.also


@pytest.mark.parametrize("here", HERE[:1], ids=NAMES[:1])
def test_the_first_picture_finds_a_course_too(server, browser, here):
    view, layer, kind, structure, spot, _ = here
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/?view={view}&layer={layer}&structure=none&also={kind}")
        press_first(page, *spot)
        expect(page.locator("#hc-first h2").first).to_have_text(C.name(structure))
        app.release()
        settled(taken_over(page))
        expect(card(page)).to_have_text(C.name(structure))
        assert page.evaluate("window.__shift") <= 0.02


@pytest.mark.skipif(not over.offered(), reason="nothing is laid over this drawing")
@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (820, 1180), (390, 844)], ids=lambda s: str(s[0]))
def test_names_lie_over_nothing_with_all_laid_over_and_nothing_sticks_out(server, open_page, size):
    page = ready(open_page(f"{server}/?{CROWDED}", size))
    for view in VIEWS:
        for layer in ("surface", "bones") if size[0] in (1024, 820) else LAYERS:
            turned(page, f"/?view={view}&layer={layer}&{CROWDED}", view)
            expect(page.get_by_role("radio", name=LAYERS[layer], exact=True)).to_be_checked()
            assert page.evaluate(CLASHES)["found"] == [], (view, layer)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    for button in page.locator(".st-key-also button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44


def test_the_first_picture_knows_what_lies_over_a_course(server, browser):
    ligament, labrum = (next(s for s in over.over("joint", "anterior") if s.id == i) for i in OVER_LABRUM)
    crossing = shapely.LineString(labrum.outline()[0]).intersection(ligament.area())
    x, y = crossing.interpolate(0.5, normalized=True).coords[0]
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/?view=anterior&layer=bones&structure=none&also=joint")
        press_first(page, x, y)
        expect(page.locator("#hc-first h2").first).to_have_text(C.name(ligament.id))
        app.release()
        settled(taken_over(page))
        expect(card(page)).to_have_text(C.name(ligament.id))
