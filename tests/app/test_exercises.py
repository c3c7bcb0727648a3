"""The Exercises page by AppTest: a list with filters in the address, one exercise in full, files of its picture."""

from functools import partial

import pytest

from components.exercises import text
from components.exercises.state import FILTERS
from components.figures.html import drawn
from data.catalog import catalog
from data.exercise import STOP
from tests.app import opened
from tests.app.opened import words

C = catalog()
run = partial(opened.run, "pages/practise/exercises.py")


def test_the_list_begins_with_when_to_stop_and_shows_every_exercise():
    said = words(run())
    assert said.index(STOP) < min(said.index(f">{e.name}</a></h3>") for e in C.exercises.values())
    assert f"{len(C.exercises)} of {len(C.exercises)} exercises" in said


@pytest.mark.parametrize("id_", C.exercises)
def test_a_link_opens_one_exercise_in_full(id_):
    at = run(exercise=id_)
    said = words(at)
    assert f"<h2>{C.exercises[id_].name}</h2>" in said
    assert said.count("<h2>") == 1
    assert text.ALL in said
    assert len(at.get("download_button")) == 2 * len(drawn(id_, C))


def test_a_stage_is_chosen_by_one_tap_and_stands_in_the_address():
    at = run()
    at.pills(key="exercise_stage").select("2").run()
    assert at.query_params["stage"] == "2"
    said = words(at)
    assert "2 · Build on the floor" in said
    assert "1 · Learn the movement" not in said


@pytest.mark.parametrize(("key", "value"), [("tissue", "gluteus_minimus"), ("place", "knee_outer")])
def test_a_filter_is_written_to_the_address_and_read_from_it(key, value):
    at = run()
    at.selectbox(key=f"exercise_{key}").select(value).run()
    assert at.query_params[key] == value
    card = '<article class="hc-exercise-card"'
    assert words(run(**{key: value})).count(card) == words(at).count(card) < len(C.exercises)


@pytest.mark.parametrize("key", ["exercise", "stage", *FILTERS])
def test_a_hostile_value_shows_the_list_with_a_quiet_note(key):
    said = words(run(**{key: "<script>alert(1)</script>"}))
    assert "alert(1)" not in said
    assert "does not have here" in said
    assert f"{len(C.exercises)} of" in said


def test_the_filters_stay_open_when_the_last_comes_off():
    at = run()
    assert not at.expander[0].proto.expanded
    at = run(tissue="gluteus_minimus")
    assert at.expander[0].proto.expanded
    at.selectbox(key="exercise_tissue").set_value(None).run()
    assert "tissue" not in at.query_params
    assert at.expander[0].proto.expanded
