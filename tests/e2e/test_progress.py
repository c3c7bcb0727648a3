"""The quiz's progress in a real browser: two tabs, a file from another device, one step back, an empty store."""

import json
from datetime import UTC, datetime

from playwright.sync_api import expect

from data.quiz.progress import Progress, answered, finished, to_file
from tests.e2e.reader import press
from tests.e2e.waiting import load, reload, settled

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)
FILE = to_file(finished(answered(answered(Progress(), "find:sartorius", True, NOW), "find:gracilis", False, NOW), NOW))
STORED = "JSON.parse(localStorage.getItem('hipchain.quiz') || '{}')"


def answer(page, number):
    press(page.locator(".st-key-quiz_choices button").first)
    expect(page.locator(".hc-step")).to_contain_text(f"Question {number} of 10, answered")
    press(page.get_by_role("button", name="Next"))
    settled(page)


def given(page, name):
    """Give the import a file of that name."""
    page.locator("[data-testid=stFileUploaderDropzoneInput]").set_input_files(
        {"name": name, "mimeType": "text/plain", "buffer": FILE.encode()}
    )


def test_two_tabs_keep_the_answers_of_both(server, open_page):
    one = settled(open_page(f"{server}/quiz?modes=facts", fresh=True))
    other = load(one.context.new_page(), f"{server}/quiz?modes=name")
    for page in (one, other):
        page.bring_to_front()  # a browser lets what is behind wait
        press(page.get_by_role("button", name="Start", exact=True))
    for number in (1, 2):
        for page in (one, other):
            page.bring_to_front()
            answer(page, number)
    one.bring_to_front()
    one.wait_for_function(f"() => Object.keys({STORED}.cards || {{}}).length === 4")
    reload(one)
    expect(one.get_by_text("2 met so far")).to_be_visible()


def test_a_file_is_merged_whatever_its_name_and_the_import_can_be_undone(server, open_page):
    page = settled(open_page(f"{server}/quiz?modes=facts"))
    expect(page.get_by_text("Nothing is kept here yet")).to_be_visible()  # offered first where nothing is
    chooser = page.locator("[data-testid=stFileUploaderDropzoneInput]")
    assert not chooser.get_attribute("accept")  # tablets grey out what they take for another kind
    press(page.get_by_role("button", name="Start", exact=True))
    answer(page, 1)
    press(page.get_by_role("button", name="End this round"))
    press(page.get_by_text("Your progress"))
    expect(page.get_by_text("Safari does when you have not been here for seven days of use")).to_be_visible()
    given(page, "hipchain-quiz (1).json.txt")
    expect(page.get_by_text("2 questions taken over, 1 kept.")).to_be_visible()
    page.wait_for_function(f"() => Object.keys({STORED}.cards).length === 3")
    assert "2026-11-21" in page.evaluate(STORED)["days"]
    press(page.get_by_role("button", name="Undo the import"))
    page.wait_for_function(f"() => Object.keys({STORED}.cards).length === 1")
    assert "find:sartorius" not in json.dumps(page.evaluate(STORED))


def test_a_contrast_theme_changes_neither_picture_nor_legend(server, open_page):
    page = settled(open_page(f"{server}/?structure=none&colour=rolling"))
    colours = """() => [
      ...[...document.querySelectorAll('.hc-swatch')].map(e => getComputedStyle(e).backgroundImage),
      ...[...document.querySelectorAll('.hc-art .fill')].slice(0, 40).map(e => getComputedStyle(e).fill)]"""
    before = page.evaluate(colours)
    assert len(before) > 20
    # declared, so that no browser darkens the page by itself
    assert page.evaluate("getComputedStyle(document.querySelector('.stApp')).colorScheme") == "light only"
    page.emulate_media(forced_colors="active")
    assert page.evaluate("matchMedia('(forced-colors: active)').matches")
    assert page.evaluate(colours) == before
    adjust = "all => all.map(e => getComputedStyle(e).forcedColorAdjust)"
    for part in (".hc-swatch", ".hc-stage"):
        assert set(page.locator(part).evaluate_all(adjust)) == {"none"}
    page.emulate_media(forced_colors="none")
