"""The browser's history: walking and sliding leave no trail, choices do, and Back leads out within a handful."""

import re

from playwright.sync_api import expect

from tests.e2e.reader import SPOT, card, params, tap
from tests.e2e.waiting import ready, settled

LENGTH = "history.length"


def test_twelve_arrow_keys_leave_no_trail(server, open_page):
    page = ready(open_page(f"{server}/?structure=none", fresh=True))
    before = page.evaluate(LENGTH)
    page.locator(".hc-plot").focus()
    for _ in range(12):
        page.keyboard.press("ArrowDown")
    settled(page)
    assert params(page)["structure"] != "none"
    assert page.evaluate(LENGTH) == before


def test_ten_steps_of_a_slider_leave_no_trail(server, open_page):
    page = ready(open_page(f"{server}/lab?part=tilt", fresh=True))
    before = page.evaluate(LENGTH)
    page.get_by_role("slider").focus()
    for _ in range(10):
        page.keyboard.press("ArrowRight")
        settled(page)
    assert params(page)["tilt"] == "10"
    assert page.evaluate(LENGTH) == before


def test_choices_have_entries_with_the_name_of_what_was_shown(server, open_page):
    page = ready(open_page(f"{server}/?structure=none", fresh=True))
    expect(page).to_have_title("Explore · HipChain")
    before = page.evaluate(LENGTH)
    tap(page, -75, -20)
    expect(page).to_have_title("Gluteus maximus · HipChain")
    settled(page)
    tap(page, 5, -200)
    expect(page).to_have_title("Iliotibial band · HipChain")
    settled(page)
    assert page.evaluate(LENGTH) == before + 2
    client = page.context.new_cdp_session(page)
    entries = client.send("Page.getNavigationHistory")["entries"]
    assert [e["title"] for e in entries[-3:]] == [
        "Explore · HipChain",
        "Gluteus maximus · HipChain",
        "Iliotibial band · HipChain",
    ]
    page.go_back()
    expect(card(page)).to_have_text("Gluteus maximus")
    expect(page).to_have_title("Gluteus maximus · HipChain")


def test_the_names_of_places_and_records_stand_in_the_history(server, open_page):
    page = settled(open_page(f"{server}/rolling", fresh=True))
    expect(page).to_have_title("Rolling: Outer side, mid-thigh · HipChain")
    page.get_by_role("radio", name="Inner").click()
    expect(page).to_have_title("Rolling: Inner side, mid-thigh · HipChain")
    page.goto(f"{server}/evidence?part=myths")
    expect(page).to_have_title("Evidence: myths · HipChain")
    settled(page)
    page.get_by_role("radio", name="Conflicts").click()
    expect(page).to_have_title("Evidence: conflicts · HipChain")
    page.goto(f"{server}/evidence?claim=C034")
    expect(page).to_have_title(re.compile("^Claim: .* · HipChain$"))


def test_back_leads_out_of_a_screen_within_a_handful(server, open_page):
    page = settled(open_page(f"{server}/stop_flags", fresh=True))
    page.goto(f"{server}/?structure=none")
    ready(page)
    before = page.evaluate(LENGTH)
    for n in range(9):
        page.mouse.click(*page.evaluate(SPOT, [(-75, -20), (5, -200)][n % 2]))
        expect(card(page)).to_have_text(["Gluteus maximus", "Iliotibial band"][n % 2])
        settled(page)
    assert page.evaluate(LENGTH) - before <= 5
    for _ in range(6):
        page.go_back()
        if "stop_flags" in page.url:
            break
    assert "stop_flags" in page.url
