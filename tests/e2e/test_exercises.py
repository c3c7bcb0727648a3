"""Exercises, as readers do: a link opened cold, the movement by finger and by key, filters, the way to the handout."""

import re

from playwright.sync_api import expect

from tests.e2e.reader import arrived, params, press, tab_to
from tests.e2e.waiting import settled

DESK, PHONE = (1280, 800), (390, 844)
FILM = ".stApp .hc-film"
LOADED = "image => image.checkVisibility() && image.complete && image.naturalWidth > 0"


def pictures(page):
    """The pictures of the page that are in sight and have come."""
    return page.locator(".stApp .hc-pair img").evaluate_all(f"all => all.filter({LOADED}).length")


def test_a_link_opens_cold_with_when_to_stop_above_the_picture(server, open_page):
    page = settled(open_page(f"{server}/exercises?exercise=clam", PHONE, touch=True, fresh=True))
    expect(page).to_have_title("Clamshell · HipChain")
    page.locator(".stApp .hc-pair").first.scroll_into_view_if_needed()
    page.wait_for_function(f"() => [...document.querySelectorAll('.stApp .hc-pair img')].some({LOADED})")
    tops = [page.locator(f".stApp {part}").first.bounding_box()["y"] for part in (".hc-stop", "h2", ".hc-figure")]
    assert tops == sorted(tops)


def test_the_movement_is_fetched_begins_and_stops_by_finger_and_by_key(server, open_page):
    page = settled(open_page(f"{server}/exercises?exercise=clam", PHONE, touch=True))
    fetched = []
    page.on("request", lambda r: fetched.append(r.url) if "/film." in r.url else None)
    expect(page.locator(f"{FILM} img").first).to_be_hidden()
    tab_to(page, f"() => document.activeElement === document.querySelector('{FILM} summary')", 40)
    page.keyboard.press("Enter")
    expect(page.locator(f"{FILM} img.hc-by-light").first).to_be_visible()
    page.keyboard.press("Enter")
    expect(page.locator(f"{FILM} img").first).to_be_hidden()
    room = "() => document.querySelector('.stApp .hc-moves').offsetHeight"
    before = page.evaluate(room)
    press(page.locator(f"{FILM} summary").first)
    expect(page.locator(f"{FILM} img.hc-by-light").first).to_be_visible()
    expect(page.locator(f"{FILM} summary").first).to_have_text("Stop the movement", use_inner_text=True)
    assert page.evaluate(room) == before, "the page jumps"
    page.wait_for_function(f"() => ({LOADED})(document.querySelector('{FILM} img.hc-by-light'))")
    assert len(fetched) <= 1
    press(page.locator(f"{FILM} summary").first)
    expect(page.locator(f"{FILM} img").first).to_be_hidden()
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator(FILM).first).to_be_hidden()


def test_light_and_dark_show_one_picture_each_and_fetch_no_other(server, open_page):
    page = open_page(f"{server}/exercises?exercise=clam", dark=True, fresh=True)
    settled(page)
    fetched = page.evaluate("() => performance.getEntriesByType('resource').map(e => e.name)")
    inks = {name.split("?")[0].split(".")[-2] for name in fetched if "/shown/clam/" in name}
    assert inks == {"dark"}
    expect(page.locator(".stApp .hc-pair img.hc-by-light").first).to_be_hidden()


def test_a_stage_a_card_and_the_handout_by_finger(server, open_page):
    page = settled(open_page(f"{server}/exercises", PHONE, touch=True))
    press(
        page.get_by_role("radio", name="2 Build on the floor").or_(
            page.get_by_role("button", name="2 Build on the floor")
        )
    )
    expect(page.locator(".stApp .hc-stage")).to_have_count(1)
    assert params(page) == {"stage": "2"}
    press(page.locator(".stApp .hc-exercise-card").first.get_by_role("link", name="Single-leg bridge"))
    arrived(page, "**/exercises?*exercise=single_bridge*")
    press(page.get_by_role("link", name="All exercises"))
    arrived(page, "**/exercises?stage=2")
    press(page.locator(".stApp .hc-exercise-card").first.get_by_role("link", name="Add to handout"))
    arrived(page, "**/handout?exercises=single_bridge")
    expect(page.get_by_text("Dose: Single-leg bridge")).to_be_visible()


def test_its_pictures_come_as_files(server, open_page):
    page = settled(open_page(f"{server}/exercises?exercise=clam", DESK))
    for kind, begins in (("SVG", b"<svg"), ("PNG", b"\x89PNG")):
        with page.expect_download() as download:
            press(page.get_by_role("button", name=re.compile(f"Picture.* as {kind}")).first)
        assert download.value.path().read_bytes().startswith(begins)
