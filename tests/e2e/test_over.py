"""Nerves, vessels and the joint over a layer: switched on, hit by a finger and by key, and there from a cold link."""

import pytest
import shapely
from playwright.sync_api import expect

from components.drawing.place import laid_only, reveal
from components.shared.url import LAYERS, VIEWS, State
from data.catalog import catalog
from data.outlines import over
from data.visibility import LAYERS as DEPTHS
from data.visibility import regions
from tests.e2e.reader import card, params, press, said_in_address, tab_to, tap
from tests.e2e.test_first import answered, fresh, press_first
from tests.e2e.test_names import CLASHES
from tests.e2e.waiting import load, ready, settled, taken_over

C = catalog()
CROWDED = "&".join((f"also={','.join(over.KINDS)}", "structure=none"))
ROOM_MM = 14.0
"""From a course to a point that is not on it, whatever the scale of a phone."""


def courses():
    """A course that lies open, and where: (view, layer, kind, shape), one for each kind of line."""
    found = {}
    for view in VIEWS:
        for kind in over.KINDS:
            for shape in over.over(kind, view):
                if shape.mark == "line" and shape.tissue in ("nerve", "artery"):
                    layer = max(shape.first, "surface", key=DEPTHS.index)
                    found.setdefault(kind, (view, layer, kind, shape))
    return list(found.values())


def on(shape, view, kind):
    """A point on a course, away from all that is laid over with it."""
    others = [over.area(s) for s in over.over(kind, view) if s.id != shape.id]
    free = shapely.LineString(shape.outline()[0]).difference(shapely.union_all(others).buffer(ROOM_MM))
    line = max(shapely.get_parts(free), key=lambda part: part.length)
    x, y = line.interpolate(0.5, normalized=True).coords[0]
    return x, y


def beside(view, layer, kind, shape):
    """A point of a muscle that lies beside a course, and the muscle's id."""
    everything = shapely.union_all([over.area(s) for s in over.over(kind, view)]).buffer(ROOM_MM)
    near = over.area(shape).buffer(3 * ROOM_MM)
    for id_, region in regions(view, layer).items():
        free = region.intersection(near).difference(everything).buffer(-6)
        if id_ in C.structures and C.structures[id_].tissue == "muscle" and not free.is_empty:
            point = max(shapely.get_parts(free), key=lambda p: p.area).representative_point()
            return point.x, point.y, id_
    raise AssertionError(f"no muscle beside {shape.id}")


@pytest.mark.parametrize(("view", "layer", "kind", "shape"), courses(), ids=lambda v: getattr(v, "id", v))
def test_a_finger_finds_a_course_and_the_muscle_beside_it(server, open_page, view, layer, kind, shape):
    page = ready(open_page(f"{server}/?view={view}&layer={layer}&structure=none", (820, 1180), touch=True))
    press(page.get_by_role("button", name=f"+ {kind.title()}"))
    said_in_address(page, also=kind)
    settled(page)
    tap(page, *on(shape, view, kind))
    expect(card(page)).to_have_text(C.name(shape.id))
    x, y, muscle = beside(view, layer, kind, shape)
    tap(page, x, y)
    expect(card(page)).to_have_text(C.name(muscle))
    assert params(page)["also"] == kind
    page.go_back()
    expect(card(page)).to_have_text(C.name(shape.id))


@pytest.mark.parametrize(("view", "layer", "kind", "shape"), courses()[:1], ids=lambda v: getattr(v, "id", v))
def test_by_key_it_is_reached_like_anything_else(server, open_page, view, layer, kind, shape):
    page = ready(open_page(f"{server}/?view={view}&layer={layer}&structure=none&also={kind}", (1280, 800)))
    listed = page.locator(".hc-list button").evaluate_all("all => all.map(b => b.dataset.id)")
    assert {s.id for s in over.over(kind, view)} <= set(listed)
    tab_to(page, "() => document.activeElement.closest('.hc-plot')")
    assert "Laid over it" in (page.locator(".hc-plot").get_attribute("aria-label") or "")
    for _ in range(len(listed)):
        page.keyboard.press("ArrowDown")
        if page.locator(".hc-diagram").get_attribute("data-selected") == shape.id:
            break
    expect(card(page)).to_have_text(C.name(shape.id))
    assert page.locator(".hc-over .hc-sel-line, .hc-over .hc-sel-mark").count() >= 1


@pytest.mark.parametrize("structure", [i for i in sorted(over.drawn()) if laid_only(i)][:1] or ["sciatic_nerve"])
def test_a_cold_link_shows_it_before_the_app_and_after(server, browser, structure):
    found = reveal(State(structure=structure))
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        answered(page, f"{server}/?structure={structure}")
        name = C.name(structure)
        expect(page.locator("#hc-first h2").first).to_have_text(name)
        if laid_only(structure):
            assert page.locator(f'#hc-first .hc-art .laid[data-id="{structure}"]').count() >= 1
        settled(taken_over(page))
        expect(card(page)).to_have_text(name)
        if laid_only(structure):
            assert page.locator(f'.stApp .hc-art .laid[data-id="{structure}"]').count() >= 1
            assert page.locator(".stApp .hc-over *").count() >= 1
            assert found.also


@pytest.mark.parametrize(("view", "layer", "kind", "shape"), courses()[:1], ids=lambda v: getattr(v, "id", v))
def test_the_first_picture_finds_a_course_too(server, browser, view, layer, kind, shape):
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        answered(page, f"{server}/?view={view}&layer={layer}&structure=none&also={kind}")
        press_first(page, *on(shape, view, kind))
        expect(page.locator("#hc-first h2").first).to_have_text(C.name(shape.id))
        settled(taken_over(page))
        expect(card(page)).to_have_text(C.name(shape.id))
        assert page.evaluate("window.__shift") <= 0.02


@pytest.mark.skipif(not over.offered(), reason="nothing is laid over this drawing")
@pytest.mark.parametrize("size", [(1280, 800), (1024, 768), (820, 1180), (390, 844)], ids=lambda s: str(s[0]))
def test_names_lie_over_nothing_with_all_laid_over_and_nothing_sticks_out(server, open_page, size):
    page = None
    for view in VIEWS:
        for layer in ("surface", "bones") if size[0] in (1024, 820) else LAYERS:
            address = f"{server}/?view={view}&layer={layer}&{CROWDED}"
            page = ready(load(page, address) if page else open_page(address, size))
            assert page.evaluate(CLASHES)["found"] == [], (view, layer)
            assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page
    for button in page.locator(".st-key-also button").all():
        box = button.bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 44
