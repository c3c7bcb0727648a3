"""The page of a room by AppTest, and that a room that is followed goes along until it is left."""

from functools import partial

import pytest

from components.first import follow as first
from components.follow import text
from data.catalog import catalog
from tests.app import opened
from tests.app.opened import words

run = partial(opened.run, "pages/practise/follow.py")


def test_a_link_fills_in_its_room_and_the_first_answer_says_the_same():
    assert 'name="room" maxlength="4"' in words(run())
    said = words(run(room="bcdf"))
    assert 'value="BCDF"' in said
    assert text.WAITS in said
    state, notes = first.read({"room": "bcdf"}, catalog())
    answer = first.answer(state, tuple(notes), catalog())
    assert text.page("BCDF") in answer.main
    assert text.page("BCDF") in said


@pytest.mark.parametrize("room", ["<script>alert(1)</script>", "ABCD", "BCDFG", "%00", "B" * 5000])
def test_a_link_without_a_room_says_so_and_repeats_nothing(room):
    said = words(run(room=room))
    assert text.NO_ROOM in said
    assert room not in said
    assert "value=" not in said


def test_a_room_goes_along_from_page_to_page():
    at = opened.run(follow="BCDF")
    at.switch_page("pages/learn/lab.py").run()
    assert at.query_params["follow"] in ("BCDF", ["BCDF"])
    at.query_params["follow"] = "<b>no</b>"
    at.switch_page("pages/learn/chains.py").run()
    assert at.query_params.get("follow") in ("BCDF", ["BCDF"], None)
    assert not at.exception


def test_teachers_are_shown_the_way():
    assert "(./follow)" in words(opened.run("pages/practise/teachers.py"))
