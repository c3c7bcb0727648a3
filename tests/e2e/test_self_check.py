"""A whole self-check in a real browser: by finger, by keyboard alone, with and without a stop sign."""

from itertools import accumulate

from playwright.sync_api import expect

from data.about import Age, Place
from data.catalog import catalog
from data.stop_flag import fitting
from tests.e2e.reader import press, tab_to
from tests.e2e.waiting import ready, reload, settled

FIT = fitting(catalog().stop_flags.values(), Place.KNEE_OUTER, Age.ADULT)
IN_GROUP = [sum(f.stops and f.urgency == u for f in FIT) for u in ("emergency", "today", "soon")]
COUNTS = tuple(accumulate([*IN_GROUP, sum(not f.stops for f in FIT)]))
"""How many are answered after each "None of these", for an adult's outer knee."""
TESTS = catalog().self_check.tests
ANSWERS = ("outer_knee", "familiar", "drop", "weak", "tipped", "not_sure", "skip", "level")
GROUPS = ("emergency", "today", "soon", "soft")


def gate(page):
    expect(page.get_by_role("heading", name="Self-check")).to_be_visible()
    return page


def at_step(page, text):
    expect(page.locator(".hc-step")).to_have_text(text)


def press_key(page, key):
    press(page.locator(f".st-key-{key} button"))


def whom(page, place="Outer knee", age="25 to 64"):
    """Say where it hurts and how old the person is; then the questions stand there, from the top."""
    for name in (place, age):
        press(page.get_by_role("radio", name=name, exact=True))
    at_step(page, "Signs that need a person")
    page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop === 0")


def through_the_gate(page):
    whom(page)
    for n, group in enumerate(GROUPS, 1):
        press_key(page, f"none_{group}")
        expect(page.get_by_role("radio", name="No", exact=True, checked=True)).to_have_count(COUNTS[n - 1])
    press_key(page, "begin")
    at_step(page, "Test 1 of 8")


def tab_onto(page, text, limit=60):
    """Press Tab until what has the focus says `text`."""
    tab_to(page, f"() => document.activeElement.innerText?.trim() === '{text}'", limit)


def test_a_whole_check_by_finger(server, open_page):
    page = gate(open_page(f"{server}/self_check?step=result", (390, 844), touch=True))
    through_the_gate(page)
    ready(page)
    for n, answer in enumerate(ANSWERS, 1):
        press_key(page, f"answer_t{n}_{answer}")
        at_step(page, f"Test {n + 1} of 8" if n < 8 else "Result")
        page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop === 0")
    expect(page.get_by_text("A reason to try: side-hip strength and control")).to_be_visible()
    assert "answer" not in page.url
    reload(page)
    expect(page.get_by_text("Where does it hurt most?")).to_be_visible()


def test_a_whole_check_by_keyboard_alone(server, open_page):
    page = gate(open_page(f"{server}/self_check"))
    expect(page.get_by_role("radio", name="Not saying")).to_be_visible()
    tab_onto(page, "Outer knee")
    page.keyboard.press("Space")
    tab_onto(page, "Under 17")
    page.keyboard.press("Space")
    at_step(page, "Signs that need a person")
    tab_onto(page, "Change")
    page.keyboard.press("Enter")
    tab_onto(page, "Outer knee")
    page.keyboard.press("Space")
    tab_onto(page, "Under 17")
    for _ in range(2):
        page.keyboard.press("ArrowRight")
        settled(page)
    page.keyboard.press("Space")
    expect(page.get_by_text(f"{len(FIT)} of {len(FIT)} still to answer")).to_be_visible()
    for count in COUNTS:
        tab_onto(page, "None of these")
        page.keyboard.press("Enter")
        expect(page.get_by_role("radio", name="No", exact=True, checked=True)).to_have_count(count)
    tab_onto(page, "Begin the tests")
    page.keyboard.press("Enter")
    for n in range(1, 9):
        at_step(page, f"Test {n} of 8")
        expect(page.get_by_role("heading", level=1)).to_have_text(TESTS[n - 1].name)
        expect(page.locator(".hc-step")).to_be_focused()
        tab_onto(page, "Not sure", 20)
        page.keyboard.press("Enter")
    at_step(page, "Result")
    expect(page.get_by_text("No clear pattern")).to_be_visible()
    tab_onto(page, "What is usually tried first")
    page.keyboard.press("Enter")
    expect(page.get_by_text("For how long").first).to_be_visible()


def test_a_stop_sign_ends_it_by_keyboard(server, open_page):
    page = gate(open_page(f"{server}/self_check"))
    whom(page)
    tab_onto(page, "Yes")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="Get help now")).to_be_visible()
    expect(page.get_by_text("Call the emergency number now or go")).to_be_visible()
    gate(reload(page))


def test_a_stop_sign_ends_it_by_finger(server, open_page):
    page = gate(open_page(f"{server}/self_check", (390, 844), touch=True))
    whom(page, "Not sure, or several places", "Not saying")
    press(page.locator(".st-key-flag_rf06").get_by_role("radio", name="Yes"))
    expect(page.get_by_role("heading", name="See someone this week")).to_be_visible()
    expect(page.get_by_text("If one of these fits too, it comes first")).to_be_visible()
    assert page.locator("[class*=st-key-answer_]").count() == 0
