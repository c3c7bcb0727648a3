"""Attachments on the bare bones: chosen by a finger, lit at both ends, named without clashes, and there at once."""

import pytest
from playwright.sync_api import expect

from data.outlines import LONG_VIEWS
from tests.e2e.reader import card, press, said_in_address, tap, turned
from tests.e2e.test_first import APP, Held, answered, fresh, press_first
from tests.e2e.test_names import CLASHES
from tests.e2e.waiting import ready, settled, taken_over

BARE = "layer=bones&colour=attachments&structure=none"


@pytest.mark.parametrize("size", [(1280, 800), (390, 844)], ids=["wide", "phone"])
def test_names_of_attachments_lie_over_nothing(server, open_page, size):
    page = ready(open_page(f"{server}/?{BARE}", size))
    for view in LONG_VIEWS:
        turned(page, f"/?view={view}&{BARE}", view)
        clashes = page.evaluate(CLASHES)
        assert clashes["names"] >= 9, view
        assert clashes["found"] == [], view


def test_a_tap_on_a_footprint_opens_its_card_and_lights_both_ends(server, open_page):
    page = ready(open_page(f"{server}/?view=posterior&{BARE}", (1280, 800)))
    tap(page, 31.5, -41)
    expect(card(page)).to_have_text("Quadratus femoris")
    said_in_address(page, structure="quadratus_femoris", colour="attachments")
    tap(page, -19.5, -42)
    expect(card(page)).to_have_text("Semimembranosus")
    assert page.locator(".hc-over .hc-sel-line").count() == 2


def test_the_first_picture_finds_a_footprint_too(server, browser):
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/?view=anterior&{BARE}")
        press_first(page, -8, 95)
        expect(page.locator("#hc-first h2").first).to_have_text("Iliacus")
        app.release()
        settled(taken_over(page))
        expect(card(page)).to_have_text("Iliacus")
        assert page.evaluate("window.__shift") <= 0.02


def test_the_mode_leads_to_the_bones_and_the_plate_is_fetched_when_it_is_unfolded(server, open_page):
    page = ready(open_page(f"{server}/?view=lateral&layer=surface&structure=gluteus_medius", (1280, 800)))
    asked = []
    page.on("request", lambda r: asked.append(r.url) if "-assets/attachments/" in r.url else None)
    press(page.get_by_role("radio", name="Attachments"))
    said_in_address(page, layer="bones", colour="attachments", view="lateral")
    settled(page)
    assert asked == []
    press(page.locator(".st-key-structure_card summary", has_text="Where it is fixed"))
    expect(page.locator(".hc-attached img")).to_have_js_property("complete", True)
    assert page.locator(".hc-attached img").evaluate("img => img.naturalWidth") > 0
