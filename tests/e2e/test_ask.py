"""Ask, as readers do: typing, by keys alone, by finger; the stop sign first; without scripts, and without an answer."""

import pytest
from playwright.sync_api import expect

from tests.e2e.reader import arrived, ask, card, params, press
from tests.e2e.test_first import APP, Held, answered, fresh
from tests.e2e.waiting import settled, taken_over

DESK, PHONE = (1280, 800), (390, 844)
BOX = ".stApp .hc-ask-text"
LIST = ".stApp .hc-ask-list"


def test_answers_stand_under_the_box_while_one_types_and_what_matched_is_marked(server, open_page):
    page = open_page(f"{server}/")
    answers = ask(page, "why does rolling hurt")
    expect(answers).to_have_count(3)
    expect(page.locator(f"{LIST} mark").first).to_be_visible()
    expect(page.locator(".stApp .hc-askbox [role=status]")).to_contain_text("answers")
    ask(page, "piri")
    expect(answers.first).to_contain_text("Piriformis")


def test_by_keys_alone_from_the_box_to_the_place_and_back(server, open_page):
    page = settled(open_page(f"{server}/"))
    page.locator(BOX).focus()
    page.keyboard.type("it band syndrome")
    settled(page)
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    expect(page.locator(f"{LIST} .hc-ask-answer").nth(1)).to_be_focused()
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    expect(page.locator(BOX)).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator(LIST)).to_be_hidden()
    assert page.locator(BOX).input_value() == "it band syndrome"
    page.keyboard.press("ArrowDown")
    settled(page)
    page.keyboard.press("ArrowDown")
    address = page.evaluate("() => document.activeElement.href")
    page.keyboard.press("Enter")
    arrived(page, address)


@pytest.mark.parametrize(("size", "touch"), [(DESK, False), (PHONE, True)], ids=["mouse", "finger"])
def test_a_tissue_that_is_chosen_is_shown_in_its_view_and_layer_without_a_load(server, open_page, size, touch):
    page = open_page(f"{server}/", size, touch=touch)
    answers = ask(page, "gluteus minimus")
    page.evaluate("() => { window.__same = true; }")
    press(answers.first)
    expect(card(page)).to_have_text("Gluteus minimus")
    assert params(page)["layer"] in ("deep", "deepest")
    assert page.evaluate("() => window.__same")
    expect(page.locator(LIST)).to_be_hidden()


def test_enter_asks_the_whole_page_and_a_stop_sign_stands_above_all(server, open_page):
    page = open_page(f"{server}/")
    ask(page, "my calf is swollen and hot")
    tops = [page.locator(f"{LIST} {part}").first.bounding_box()["y"] for part in (".hc-stop", ".hc-ask-answer")]
    assert tops == sorted(tops)
    page.keyboard.press("Enter")
    arrived(page, "**/ask?q=*")
    expect(page.locator(".stApp .hc-asked > :first-child")).to_contain_text("First: does one of these fit?")
    expect(page.locator(".stApp a[href='tel:112']")).to_be_visible()
    assert params(page)["q"] == "my calf is swollen and hot"


def test_the_page_asks_again_without_a_load_and_says_what_it_does_not_know(server, open_page):
    page = open_page(f"{server}/ask?q=sartorius")
    ask(page, "best pizza dough")
    page.evaluate("() => { window.__same = true; }")
    page.keyboard.press("Enter")
    expect(page.locator(".stApp .hc-asked")).to_contain_text("Nothing here answers that.")
    settled(page)
    assert params(page)["q"] == "best pizza dough"
    assert page.evaluate("() => window.__same")


@pytest.mark.parametrize("path", ["/stop_flags", "/where", "/"])
def test_on_a_phone_ask_is_one_tap_away(server, open_page, path):
    page = settled(open_page(server + path, PHONE, touch=True))
    press(page.locator(".st-key-ask_way a"))
    expect(page.locator(".stApp .hc-asked")).to_contain_text("People ask")


def test_what_is_typed_before_the_app_is_there_goes_on_in_it(server, browser):
    with fresh(browser, viewport={"width": 1280, "height": 800}) as page:
        app = Held(page, APP)
        answered(page, f"{server}/")
        page.locator("#hc-first .hc-ask-text").click()
        page.keyboard.type("sart")
        app.release()
        settled(taken_over(page))
        assert page.locator(BOX).input_value() == "sart"
        expect(page.locator(BOX)).to_be_focused()
        expect(page.locator(f"{LIST} .hc-ask-answer").first).to_contain_text("Sartorius")


def test_without_scripts_a_question_is_answered_by_the_form(server, browser):
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(f"{server}/")
        page.locator(".hc-ask-text").fill("calf swollen and hot")
        page.locator(".hc-ask-text").press("Enter")
        page.wait_for_url("**/ask?q=*")
        expect(page.locator(".hc-asked > :first-child")).to_contain_text("First: does one of these fit?")
    finally:
        context.close()


def test_without_an_answer_the_box_says_so_and_enter_still_asks(server, open_page):
    page = open_page(f"{server}/", expect_errors=True, block="**/hipchain-assets/ask")
    settled(page)
    page.locator(BOX).fill("sartorius")
    expect(page.locator(LIST)).to_contain_text("No answer came")
    page.keyboard.press("Enter")
    arrived(page, "**/ask?q=sartorius")
