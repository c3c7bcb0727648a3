"""The Rolling guide by AppTest: the start answers the question, links restore the place, the table downloads."""

from functools import partial

import pytest

from components.rolling import nearest, read, table, write
from components.url import SECTIONS
from data.catalog import catalog
from data.outlines import load_view
from data.section import sides
from tests.app import opened
from tests.app.opened import words

C = catalog()
PLACES = [(v, s) for v in SECTIONS for s in sides(load_view(v))]


run = partial(opened.run, "pages/learn/rolling.py")


def test_the_start_says_what_lies_under_a_roller_on_the_outer_thigh():
    text = words(run())
    assert "Outer side, mid-thigh: little benefit" in text
    for effect in C.rolling_effects.values():
        assert effect.what in text
    assert (
        text.index("<b>Iliotibial band</b>") < text.index("<b>Vastus lateralis</b> <span>") < text.index("<b>Femur</b>")
    )


@pytest.mark.parametrize(("view", "side"), PLACES)
def test_every_place_opens_by_its_link(view, side):
    text = words(run(view=view, side=side))
    assert "Under the roller, from skin to bone" in text


def test_a_place_that_cannot_be_rolled_falls_back_with_a_note():
    assert "A roller cannot come from the side" in words(run(view="axial_hip", side="inner"))


def test_moving_the_roller_writes_the_link():
    at = run()
    at.segmented_control(key="roller_side").select("front").run()
    assert at.query_params["side"] == "front"
    at.segmented_control(key="roller_level").select("axial_knee").run()
    assert (at.query_params["view"], at.query_params["side"]) == ("axial_knee", "front")


@pytest.mark.parametrize(("view", "side"), PLACES)
def test_a_link_restores_the_place(view, side):
    state, _, _ = read({"view": view, "structure": "femur"}, C)
    again, there, notes = read(write(state, side), C)
    assert (again, there, notes) == (state, side, [])


def test_a_tap_on_the_long_view_moves_to_the_nearest_level():
    assert nearest(-205) == "axial_mid_thigh"
    assert nearest(500) == "axial_hip"


def test_the_table_has_every_structure():
    rows = table(C)
    assert len(rows) == len(C.structures)
    assert rows["Reason"].str.len().min() > 20
