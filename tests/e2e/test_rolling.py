"""The sections under the finger, and the Rolling guide's journey."""

import pytest
import shapely
from playwright.sync_api import expect

from components.shared.url import SECTIONS
from data.catalog import catalog
from data.outlines import load_view
from tests.e2e.reader import SPOT, card, chosen_by_taps, press, said_in_address, tap
from tests.e2e.waiting import ready


def spots(section):
    """For each structure of a section, the point of it that is furthest from its edge and from every mark."""
    view = load_view(section)
    covered = shapely.union_all([shapely.Point(s.label).buffer(9) for s in view.shapes if s.mark == "dot"])
    found = {}
    for shape in reversed([s for s in view.shapes if not s.schematic]):
        free = shape.area().difference(covered)
        parts = [p for p in shapely.get_parts(free) if p.geom_type == "Polygon" and p.area > 60]
        if parts:
            circle = shapely.maximum_inscribed_circle(max(parts, key=lambda p: p.area), tolerance=0.5)
            if circle.length > 4:
                found[shape.id] = circle.coords[0]
        covered = covered.union(shape.area())
    return found


@pytest.mark.parametrize("section", SECTIONS)
@pytest.mark.parametrize("touch", [False, True], ids=["mouse", "finger"])
def test_a_tap_on_a_section_selects_what_is_there(server, open_page, section, touch):
    size = (820, 1180) if touch else (1280, 800)
    page = ready(open_page(f"{server}/rolling?view={section}&structure=none", size, touch=touch))
    wanted = spots(section)
    assert len(wanted) >= 3
    last, at = wanted.popitem()
    tap(page, *at)
    expect(card(page)).to_have_text(catalog().name(last))
    said_in_address(page, structure=last, view=section)
    assert chosen_by_taps(page, wanted) == {id_: [id_] for id_ in wanted}


def test_one_tap_from_the_start_to_what_lies_under_the_roller(server, open_page):
    page = ready(open_page(f"{server}/"))
    press(page.get_by_role("link", name="Rolling").first)
    expect(page.get_by_text("Outer side, mid-thigh: little benefit")).to_be_visible()
    way = page.locator(".hc-way li")
    expect(way.first).to_contain_text("Skin")
    expect(way.last).to_contain_text("Femur")


def test_a_tap_on_the_long_view_moves_the_roller(server, open_page):
    page = ready(open_page(f"{server}/rolling"))
    expect(page.locator(".hc-ready")).to_have_count(2)
    page.mouse.click(*page.evaluate(SPOT, [0, -95, 1]))
    expect(page.get_by_text("Outer side, upper thigh")).to_be_visible()
    said_in_address(page, view="axial_upper_thigh")


@pytest.mark.parametrize("size", [(390, 844), (820, 1180)], ids=["phone", "tablet"])
def test_the_answer_comes_before_the_pictures_and_is_said_once(server, open_page, size):
    page = ready(open_page(f"{server}/rolling?view=axial_hip&side=back", size))
    answer = page.get_by_text("Back side, hip: avoid")
    expect(answer).to_be_visible()
    box = page.locator(".st-key-rolling_answer").bounding_box()
    picture = page.locator(".hc-plot").first.bounding_box()
    way = page.locator(".hc-way").first.bounding_box()
    assert box["y"] + box["height"] <= min(picture["y"], size[1])
    assert picture["y"] < way["y"]
    assert box["x"] + box["width"] <= size[0]
    assert [v.is_visible() for v in page.locator(".hc-verdict").all()] == [True, False]


def test_the_card_of_another_tissue_keeps_its_verdict(server, open_page):
    page = ready(open_page(f"{server}/rolling?view=axial_hip&side=back&structure=piriformis"))
    expect(page.locator(".hc-verdict")).to_have_count(2)
    expect(page.locator(".st-key-structure_card .hc-verdict")).to_be_visible()
