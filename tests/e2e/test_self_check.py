"""A whole self-check in a real browser: by finger, by keyboard alone, with and without a stop sign."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from data.catalog import catalog

LIGHT, DARK = ((1280, 800), False), ((390, 844), True)
ANSWERS = ("outer_knee", "familiar", "drop", "weak", "tipped", "not_sure", "skip", "level")
TESTS = catalog().self_check.tests
GROUPS = ("emergency", "today", "soon", "soft")


def gate(page):
    expect(page.get_by_role("heading", name="Self-check")).to_be_visible(timeout=30_000)
    return page


def at_step(page, text):
    expect(page.locator(".hc-step")).to_have_text(text)


def press(page, key, *, touch=False):
    button = page.locator(f".st-key-{key} button")
    button.tap() if touch else button.click()


def through_the_gate(page, *, touch=False):
    for n, group in enumerate(GROUPS, 1):
        press(page, f"none_{group}", touch=touch)
        expect(page.get_by_role("radio", name="No", exact=True, checked=True)).to_have_count((5, 8, 11, 14)[n - 1])
    press(page, "begin", touch=touch)
    at_step(page, "Test 1 of 8")


def settled(page):
    """Wait until nothing of the screen before is left."""
    page.wait_for_selector("[data-test-script-state=notRunning]")
    page.wait_for_function("() => document.querySelector('[data-stale=true]') === null")


def tab_to(page, text, limit=60):
    """Press Tab until what has the focus says `text`."""
    settled(page)
    for _ in range(limit):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText?.trim()") == text:
            return
    raise AssertionError(f"Tab never reached “{text}”")


def test_a_whole_check_by_finger(server, open_page):
    page = gate(open_page(f"{server}/self_check?step=result", (390, 844), touch=True))
    through_the_gate(page, touch=True)
    page.wait_for_selector(".hc-diagram.hc-ready")
    for n, answer in enumerate(ANSWERS, 1):
        press(page, f"answer_t{n}_{answer}", touch=True)
        at_step(page, f"Test {n + 1} of 8" if n < 8 else "Result")
        page.wait_for_function("() => document.querySelector('[data-testid=stMain]').scrollTop === 0")
    expect(page.get_by_text("A reason to try: side-hip strength and control")).to_be_visible()
    assert "answer" not in page.url
    page.reload()
    expect(page.get_by_text("14 of 14 still to answer")).to_be_visible(timeout=20_000)


def test_a_whole_check_by_keyboard_alone(server, open_page):
    page = gate(open_page(f"{server}/self_check"))
    expect(page.get_by_text("14 of 14 still to answer")).to_be_visible()
    for count in (5, 8, 11, 14):
        tab_to(page, "None of these")
        page.keyboard.press("Enter")
        expect(page.get_by_role("radio", name="No", exact=True, checked=True)).to_have_count(count)
    tab_to(page, "Begin the tests")
    page.keyboard.press("Enter")
    for n in range(1, 9):
        at_step(page, f"Test {n} of 8")
        expect(page.get_by_role("heading", level=1)).to_have_text(TESTS[n - 1].name)
        expect(page.locator(".hc-step")).to_be_focused()
        tab_to(page, "Not sure", 20)
        page.keyboard.press("Enter")
    at_step(page, "Result")
    expect(page.get_by_text("No clear pattern")).to_be_visible()
    tab_to(page, "What is usually tried first")
    page.keyboard.press("Enter")
    expect(page.get_by_text("For how long").first).to_be_visible()


def test_a_stop_sign_ends_it_by_keyboard(server, open_page):
    page = gate(open_page(f"{server}/self_check"))
    expect(page.get_by_text("14 of 14 still to answer")).to_be_visible()
    tab_to(page, "Yes")
    page.keyboard.press("Space")
    expect(page.get_by_role("heading", name="See someone today")).to_be_visible()
    expect(page.get_by_text("Call the emergency number now")).to_be_visible()
    page.reload()
    gate(page)


def test_a_stop_sign_ends_it_by_finger(server, open_page):
    page = gate(open_page(f"{server}/self_check", (390, 844), touch=True))
    page.locator(".st-key-flag_rf06").get_by_role("radio", name="Yes").tap()
    expect(page.get_by_role("heading", name="See someone today")).to_be_visible()
    expect(page.get_by_text("If one of these fits too, it comes first")).to_be_visible()
    assert page.locator("[class*=st-key-answer_]").count() == 0


@pytest.mark.parametrize(("size", "dark"), [LIGHT, DARK], ids=["light", "dark"])
def test_axe_finds_nothing_serious_and_nothing_runs_out_of_the_page(server, open_page, size, dark):
    page = gate(open_page(f"{server}/self_check", size, dark=dark))

    def clean():
        settled(page)
        page.wait_for_timeout(500)  # Streamlit fades in what it has just drawn; half faded is low in contrast
        found = [v for v in Axe().run(page).response["violations"] if v["impact"] in ("serious", "critical")]
        assert [(v["id"], [n["html"][:160] for n in v["nodes"]]) for v in found] == []
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")

    expect(page.get_by_text("14 of 14 still to answer")).to_be_visible()
    clean()
    through_the_gate(page)
    page.wait_for_selector(".hc-diagram.hc-ready")
    page.get_by_text("How good is this test?").click()
    expect(page.get_by_text("Weak evidence")).to_be_visible()
    clean()
    for n, answer in enumerate(("burning", "elsewhere", "side_pain", "weak", "tipped", "high", "stuck", "cramp"), 1):
        press(page, f"answer_t{n}_{answer}")
        at_step(page, f"Test {n + 1} of 8" if n < 8 else "Result")
    for title in ("How this is counted", "Tests we left out, and why"):
        page.get_by_text(title).click()
    expect(page.get_by_text("Ober test")).to_be_visible()
    page.evaluate("document.querySelectorAll('details.hc-fold').forEach(d => d.open = true)")
    clean()
    press(page, "start_again")
    gate(page)
    page.locator(".st-key-flag_rf05").get_by_role("radio", name="Yes").click()
    expect(page.get_by_role("heading", name="See someone today")).to_be_visible()
    clean()
