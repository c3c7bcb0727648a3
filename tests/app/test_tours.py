"""Tours by AppTest: the page, adding from any screen, changing, and the bar of a tour that is played."""

from functools import partial
from html import escape

import pytest

from components.tour.changed import Mine
from data.catalog import catalog
from data.tour import Stop, Tour
from data.tour_link import NONE, pack
from tests.app import opened
from tests.app.opened import words

C = catalog()
PAGE = "pages/practise/tours.py"
run = partial(opened.run, PAGE)
TWO = Tour(name="Two *stars*", stops=(Stop(at="/?structure=sartorius", line="One"), Stop(at="/lab", line="Two")))


def mine(at, tour=TWO):
    at.session_state["tours"] = Mine({"t1": tour}, "t1")
    return at.run()


def test_all_tours_that_come_with_the_app_can_be_played_from_their_page():
    said = words(run())
    for tour in C.tours.values():
        assert escape(tour.about) in said
        assert f"tour={tour.id}&amp;stop=1" in said


@pytest.mark.parametrize("page", [None, "pages/learn/chains.py", "pages/practise/quiz.py", PAGE])
def test_a_screen_is_added_with_a_line(page):
    at = opened.run(page, presenter="1") if page == "pages/learn/chains.py" else opened.run(page)
    at.button(key="tour_add").click().run()
    assert not at.exception
    added = at.session_state["tours_adding"]
    assert "presenter" not in added
    if page == "pages/learn/chains.py":
        assert next(b for b in at.button if b.label == "Add").disabled  # the browser has not told what is drawn
        at.session_state["tour_ink_found"] = ""
        at.run()
    at.text_input(key="tour_line").set_value(" A  line ")
    next(b for b in at.button if b.label == "Add").click().run()
    assert not at.exception
    tour = at.session_state["tours"].tours["t1"]
    assert (tour.name, tour.stops) == ("My tour", (Stop(at=added, line="A line"),))
    assert at.toast[0].value.endswith("as stop 1. It is under Tours.")


def test_a_tour_is_opened_by_its_link_and_becomes_ones_own():
    at = run(open=pack(TWO))
    said = words(at)
    assert "One" in said
    assert "stop=2" in said
    at.button(key="tour_keep").click().run()
    assert at.session_state["tours"].tours["t1"] == TWO
    assert at.query_params["edit"] == "t1"


def test_a_hostile_link_is_a_sentence_and_all_tours_are_there():
    at = run(open="<script>")
    assert NONE in words(at)
    assert "The one-minute answer" in words(at)


def test_stops_are_moved_said_renamed_deleted_and_brought_back():
    at = mine(run(edit="t1"))
    first, second = (r.key.removeprefix("tour_line_") for r in at.text_input if r.key.startswith("tour_line_"))
    at.button(key=f"tour_up_{second}").click().run()
    at.text_input(key=f"tour_line_{second}").set_value("Now first").run()
    at.text_input(key="tour_name_t1").set_value("Renamed").run()
    tour = at.session_state["tours"].tours["t1"]
    assert (tour.name, [s.line for s in tour.stops]) == ("Renamed", ["Now first", "One"])
    at.button(key=f"tour_delete_{first}").click().run()
    assert "Stop 2 is deleted." in words(at)
    at.button(key="tour_undo").click().run()
    assert at.session_state["tours"].tours["t1"] == tour
    assert not at.exception


def test_a_played_tour_has_its_bar_and_no_menu_and_ends_on_its_own_page():
    at = opened.run("pages/learn/chains.py", chain="weak_glute_med", tour=pack(TWO), stop="2")
    assert "2 of 2" in words(at)
    assert "Two *stars*" in words(at)
    assert "hc-tour-line" not in words(opened.run("pages/learn/chains.py", tour="one_minute"))


@pytest.mark.parametrize("code", ["nothing", "1abc", "<b>", "9" * 6000])
def test_a_tour_that_cannot_be_read_leaves_the_page_and_says_so(code):
    at = opened.run(None, structure="sartorius", tour=code, stop="1")
    assert "tour" in words(at).lower()
    assert "Sartorius" in words(at)
