"""A presenter and three who follow: steps on a page and across pages, a leave, a presenter whose device dies."""

import re

from playwright.sync_api import expect

from components.follow.text import NO_ROOM
from tests.e2e.reader import arrived, card, press, said_in_address, tap
from tests.e2e.waiting import ready, settled

MARK, MARKED = "() => { window.__whole = true; }", "() => window.__whole === true"
"""Whether a page is still the one that was loaded."""


def bar(page):
    return page.locator("#hc-room-bar")


def says(page, words):
    expect(bar(page).get_by_role("status")).to_have_text(words)


def shows_step(page, number):
    expect(page.locator(".stApp").get_by_text(f"Step {number} of 10 ")).to_be_visible()


def open_room(server, open_page):
    """A presenter with an open room, and its letters."""
    presenter = settled(open_page(f"{server}/follow", fresh=True))
    press(presenter.locator(".stApp").get_by_role("button", name="Open a room"))
    letters = presenter.locator(".stApp .hc-follow-letters")
    expect(letters).to_have_text(re.compile(r"^[B-Z]{4}$"))
    says(presenter, f"Showing in {letters.inner_text()} · nobody follows yet")
    return presenter, letters.inner_text()


def test_three_follow_one_leaves_and_the_presenters_device_dies(server, open_page):
    presenter, room = open_room(server, open_page)
    own = presenter.locator(".stApp .hc-follow-show details input").input_value()
    expect(presenter.locator(".stApp img.hc-code")).to_be_visible()
    one = open_page(f"{server}/follow?room={room.lower()}", fresh=True)
    phone = settled(open_page(f"{server}/follow", (390, 844), touch=True, fresh=True))
    phone.locator(".stApp input[name=room]").fill(room.lower())
    press(phone.locator(".stApp").get_by_role("button", name="Follow", exact=True))
    for reader in (one, phone):
        expect(reader.locator(".stApp .hc-follow-said")).to_have_text(f"You are in room {room}. Nothing is shown yet.")
        says(reader, f"Following {room}")
    says(presenter, f"Showing in {room} · 2 follow")

    press(presenter.locator(".stApp").get_by_role("link", name="Begin with the picture"))
    ready(arrived(presenter, f"{server}/"))
    for reader in (one, phone):
        ready(arrived(reader, f"{server}/?follow={room}")).evaluate(MARK)
    tap(presenter, -75, -20)
    for reader in (one, phone):
        expect(card(reader)).to_have_text("Gluteus maximus")
    tap(presenter, 5, -220)
    for reader in (one, phone):
        expect(card(reader)).to_have_text("Iliotibial band")
        said_in_address(reader, follow=room, structure="iliotibial_band")

    press(presenter.get_by_test_id("stTopNavLink").get_by_text("Chains"))
    late = open_page(f"{server}/follow?room={room}", fresh=True)
    for reader in (one, phone, late):
        expect(reader.locator(".stApp").get_by_text("The story in one picture")).to_be_visible()
        says(reader, f"Following {room}")
    press(presenter.get_by_role("button", name="Next"))
    for reader in (one, phone, late):
        shows_step(reader, 2)
        said_in_address(reader, follow=room)
    says(presenter, f"Showing in {room} · 3 follow")
    assert one.evaluate(MARKED)
    assert phone.evaluate(MARKED)  # nothing was loaded anew for all of that

    press(one.get_by_role("button", name="Next"))  # a look around, and back by a tap
    shows_step(one, 3)
    press(bar(one).get_by_role("button", name="Back to the screen"))
    shows_step(one, 2)
    leave(phone)
    says(presenter, f"Showing in {room} · 2 follow")
    press(presenter.get_by_role("button", name="Next"))
    for reader in (one, late):
        shows_step(reader, 3)
    shows_step(settled(phone), 2)

    presenter.context.close()
    for reader in (one, late):
        says(reader, "The presenter has left; you can go on by yourself.")
    press(one.get_by_role("button", name="Next"))
    shows_step(one, 4)
    taken_up_again(open_page(own, fresh=True), room, [one, late])
    press(bar(one).get_by_role("button", name="Close"))
    expect(bar(one)).to_have_count(0)
    shows_step(settled(one), 4)
    assert "follow" not in one.url


def leave(page):
    press(bar(page).get_by_role("button", name="Leave"))
    expect(bar(page)).to_have_count(0)
    page.wait_for_function("() => !location.search.includes('follow')")


def taken_up_again(presenter, room, readers):
    """By the presenter's own link, on another device, and then ended."""
    press(bar(presenter).get_by_role("button", name="Show"))  # a link alone shows nobody's screen
    says(presenter, f"Showing in {room} · {len(readers)} follow")
    assert "lead" not in presenter.url
    for reader in readers:
        says(reader, f"Following {room}")
    press(bar(presenter).get_by_role("button", name="End"))
    for reader in readers:
        says(reader, "The room has ended; you can go on by yourself.")


def test_a_room_that_is_not_there_is_said_and_breaks_nothing(server, open_page):
    page = open_page(f"{server}/follow?room=XXXX", fresh=True)
    said = page.locator(".stApp .hc-follow-said")
    expect(said).to_have_text("There is no room XXXX now. Ask for the letters again.")
    page.goto(f"{server}/?structure=sartorius&view=anterior&follow=XXXX")  # a link that was kept
    says(page, "The room has ended; you can go on by yourself.")
    expect(card(ready(page))).to_have_text("Sartorius")
    assert "follow" not in page.url
    page.goto(f"{server}/follow?room=%3Cscript%3E")
    expect(page.locator(".stApp").get_by_text(NO_ROOM)).to_be_visible()
