"""The lab in a real browser: sliders move numbers and figure, by keyboard too; downloads; accessibility."""

from playwright.sync_api import expect

from tests.e2e.reader import arrived, outline_middle, params, press
from tests.e2e.waiting import ready, settled

BONE = "document.querySelector('.hc-art [data-id=hip_bone] .fill').getAttribute('d')"
CREST = f"+{BONE}.match(/^M(-?[0-9]+)/)[1]"
"""Where the outline of the hip bone begins, tenths of a mm."""


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


def test_the_figure_follows_the_thumb_while_it_is_dragged_and_the_numbers_when_it_is_let_go(server, open_page):
    page = ready(open_page(f"{server}/lab?part=tilt"))
    before = page.evaluate(CREST)
    thumb = page.get_by_test_id("stSliderThumbValue").bounding_box()
    x, y = thumb["x"] + thumb["width"] / 2, thumb["y"] + thumb["height"] + 8
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + 30, y)
    page.mouse.move(x + 60, y)
    page.wait_for_function(f"() => Math.abs({CREST} - {before}) > 5")
    assert "tilt=" not in page.url  # Python has not been asked
    expect(page.locator(".hc-extra.hc-x-faded")).to_have_count(1)  # lines that know only the pose before step back
    page.mouse.up()
    page.wait_for_url("**tilt=*")
    expect(page.locator(".hc-extra.hc-x-faded")).to_have_count(0)


def test_weakness_thickens_the_line_of_tfl_and_the_table_downloads(server, open_page):
    page = ready(open_page(f"{server}/lab?strength=100"))
    width = "+document.querySelector('.hc-x-line.hc-x-lit').getAttribute('stroke-width')"
    before = page.evaluate(width)
    page.get_by_role("slider", name="Strength that is left").focus()
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
    arrived(page, "**/evidence?claim=C110")
    expect(page.get_by_text("The claim that the link names")).to_be_visible()
    assert params(page)["claim"] == "C110"
