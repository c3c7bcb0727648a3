"""The lab in a real browser: sliders move numbers and figure, by keyboard too; downloads; accessibility."""

from playwright.sync_api import expect

from tests.e2e.reader import outline_middle, params, press
from tests.e2e.waiting import ready, settled


def test_a_slider_by_keyboard_poses_the_figure_and_keeps_the_address(server, open_page):
    page = ready(open_page(f"{server}/lab?part=tilt"))
    before = outline_middle(page, "hip_bone")
    page.get_by_role("slider").focus()
    for _ in range(3):
        page.keyboard.press("ArrowRight")
    page.wait_for_url("**tilt=3*")
    posed = outline_middle(settled(page), "hip_bone")
    assert abs(posed - before) > 0.1
    again = ready(open_page(page.url))
    assert outline_middle(again, "hip_bone") == posed


def test_weakness_thickens_the_line_of_tfl_and_the_table_downloads(server, open_page):
    page = ready(open_page(f"{server}/lab?strength=100"))
    width = "+document.querySelector('.hc-x-line.hc-x-lit').getAttribute('stroke-width')"
    before = page.evaluate(width)
    page.get_by_role("slider", name="Strength left").focus()
    for _ in range(8):
        page.keyboard.press("ArrowLeft")
    page.wait_for_url("**strength=60*")
    assert settled(page).evaluate(width) > before * 1.3
    expect(page.locator(".hc-bars")).to_contain_text("× 1.9")
    with page.expect_download() as download:
        page.get_by_role("button", name="Forces as CSV").click()
    assert "tfl,tensor_fasciae_latae,,136" in download.value.path().read_text(encoding="utf-8")


def test_a_finding_leads_to_its_claim(server, open_page):
    page = ready(open_page(f"{server}/lab?part=tilt"))
    press(page.get_by_role("link", name="C110"))
    page.wait_for_url("**/evidence?claim=C110")
    expect(page.get_by_text("The claim that the link names")).to_be_visible()
    assert params(page)["claim"] == "C110"
