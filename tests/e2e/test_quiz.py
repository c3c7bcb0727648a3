"""The quiz in a real browser: ten questions by finger, progress after a reload, keyboard alone, nothing given away."""

import json

from playwright.sync_api import expect

from data.catalog import catalog
from data.quiz.asking import ask, pool
from data.quiz.question import Mode, Options
from data.visibility import spot
from tests.e2e.reader import chosen_by_taps, press, tab_to, tap
from tests.e2e.waiting import ready, reload, settled

C = catalog()
FINDS = {
    ask(q, Options(), C, 0).prompt.casefold(): q.removeprefix("find:") for q in pool(Options(modes=(Mode.FIND,)), C)
}


def begin(page):
    press(page.get_by_role("button", name="Start", exact=True))


def find(page):
    """Tap what is asked for in the picture."""
    structure = FINDS[page.locator(".hc-ask").inner_text().casefold()]
    drawn = page.evaluate("document.querySelector('.hc-title').textContent")
    view = {"front": "anterior", "side": "lateral", "behind": "posterior"}[drawn.split()[-1]]
    layer = page.evaluate(
        "performance.getEntriesByType('resource').map(e => e.name).filter(n => n.includes('/figure/')).pop()"
    )
    x, y = spot(view, layer.split("/figure/")[1].split("/")[1], structure)
    tap(page, x, y)


def test_ten_questions_by_finger_and_progress_there_after_a_reload(server, open_page):
    page = open_page(f"{server}/quiz?modes=name,facts,reason", (820, 1180), touch=True)
    begin(page)
    for number in range(1, 11):
        expect(page.locator(".hc-step")).to_have_text(f"Question {number} of 10")
        press(page.locator(".st-key-quiz_choices button").first)
        page.locator(".hc-verdict").wait_for()
        press(page.get_by_role("button", name="Next" if number < 10 else "Summary"))
    expect(page.get_by_role("heading", name="of 10 right")).to_be_visible()
    page.wait_for_function("() => (localStorage.getItem('hipchain.quiz') || '').includes('days')")
    reload(page)
    expect(page.get_by_text("10 met so far")).to_be_visible()


def test_find_is_answered_by_a_tap_and_names_are_not_given_away(server, open_page):
    page = ready_after(open_page(f"{server}/quiz?modes=find&layer=surface", (820, 1180), touch=True))
    label = page.locator(".hc-plot").get_attribute("aria-label")
    assert "Selected" not in label
    expect(page.locator(".textpoint")).to_have_count(0)
    find(page)
    expect(page.locator(".hc-verdict")).to_contain_text("Right")


def test_a_tap_in_the_middle_of_what_is_asked_for_lies_on_it_whatever_is_within_reach(server, open_page):
    """Each of these had a nerve, a vessel or a bony point so near that the tap was called wrong."""
    page = ready(open_page(f"{server}/?view=anterior&layer=surface&structure=none", (820, 1180), touch=True))
    near = {i: spot("anterior", "surface", i) for i in ("pectineus", "iliotibial_band", "gluteus_medius")}
    assert [i for i, chosen in chosen_by_taps(page, near).items() if chosen == [i]] == []
    assert chosen_by_taps(page, near, "on") == {i: [i] for i in near}


def ready_after(page):
    begin(page)
    return ready(page)


def tab_into(page, container):
    """Press Tab until the focus is on a button in a container: from the top of the page, past a menu of twelve, too."""
    tab_to(
        page, f"() => !!document.activeElement.closest('{container} button')", 40
    )  # from the top, past a menu of twelve


def test_ten_questions_by_keyboard_alone(server, open_page):
    page = ready_after(open_page(f"{server}/quiz?modes=find,name"))
    for number in range(1, 11):
        line = page.locator(".hc-step")
        expect(line).to_have_text(f"Question {number} of 10")
        if number > 1:
            expect(line).to_be_focused()
        settled(page)
        if page.locator(".st-key-quiz_letters").count():
            tab_into(page, ".st-key-quiz_letters")
            page.keyboard.press("Enter")
            expect(page.locator(".hc-x-badge")).not_to_have_count(0)
        tab_into(page, ".st-key-quiz_choices")
        page.keyboard.press("Enter")
        page.locator(".hc-verdict").wait_for()
        expect(line).to_be_focused()
        tab_into(page, f".st-key-quiz_next_{number}")
        page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="of 10 right")).to_be_visible()


def test_a_damaged_store_and_a_hostile_file_change_nothing(server, open_page, tmp_path):
    page = settled(open_page(f"{server}/quiz"))
    page.evaluate("localStorage.setItem('hipchain.quiz', '{\"version\": 1, \"cards\": ')")
    reload(page)
    expect(page.get_by_text("is damaged")).to_be_visible()
    evil = tmp_path / "evil.json"
    evil.write_text(json.dumps({"version": 1, "cards": {"<img src=x onerror=alert(1)>": {}}}), encoding="utf-8")
    press(page.get_by_text("Your progress"))
    page.locator("input[type=file]").set_input_files(evil)
    expect(page.get_by_text("Nothing was changed")).to_be_visible()
    assert "cards" in page.evaluate("localStorage.getItem('hipchain.quiz')")
