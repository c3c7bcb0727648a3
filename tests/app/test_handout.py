"""The Handout page by AppTest: addresses, what is typed stays out of them, refusals in words."""

from functools import partial

import pytest

from components.handout.calendar import CHANGED
from tests.app import opened
from tests.app.opened import words

run = partial(opened.run, "pages/practise/handout.py")


def test_the_start_is_a_page_ready_to_print():
    at = run()
    assert len(at.get("download_button")) == 3
    assert not at.error


def test_an_address_restores_the_choice():
    at = run(structures="gluteus_medius,gluteus_minimus", chain="weak_glute_med", exercises="clam", paper="letter")
    assert at.multiselect(key="handout_structures").value == ["gluteus_medius", "gluteus_minimus"]
    assert at.selectbox(key="handout_chain").value == "weak_glute_med"
    assert at.text_input(key="dose_clam").value == "2–3 sets of 12–15"


def test_name_and_note_stay_out_of_the_address():
    at = run()
    at.text_input(key="handout_name").set_value("Alex Example").run()
    at.text_area(key="handout_note").set_value("private words").run()
    at.multiselect(key="handout_exercises").set_value(["clam"]).run()
    assert "Alex" not in str(at.query_params)
    assert "private" not in str(at.query_params)
    assert not at.exception


def test_a_note_that_is_too_long_is_refused_with_a_reason():
    at = run()
    at.text_area(key="handout_note").set_value("x" * 20_000).run()
    assert "20,000 letters" in at.error[0].value
    assert len(at.get("download_button")) == 2  # the plates, not the page


def test_letters_that_are_missing_are_named():
    at = run()
    at.text_area(key="handout_note").set_value("漢字").run()
    assert "漢" in at.warning[-1].value


def test_nothing_chosen_says_what_to_do():
    at = run(structures="")
    assert "Choose a structure" in at.info[0].value


@pytest.mark.parametrize("key", ["structures", "chain", "exercises", "paper", "view"])
def test_a_bad_address_falls_back_with_a_quiet_note(key):
    at = run(**{key: "<script>alert(1)</script>"})
    assert "script" not in words(at)
    assert "of the link can be used" in words(at) or "The link names" in words(at)


def test_days_make_a_second_page_and_a_calendar():
    at = run(structures="gluteus_medius", exercises="clam")
    assert not at.get("date_input")
    at = run(structures="gluteus_medius", exercises="clam", plan="fri,mon,nonsense")
    assert "Not all plan of the link can be used" in words(at)
    assert next(b for b in at.get("button_group") if b.key == "handout_plan").value == ["mon", "fri"]
    assert [b.proto.label for b in at.get("download_button")][:2] == [
        "Download the pages (PDF)",
        "Days for a calendar (.ics)",
    ]
    assert CHANGED in words(at)
