"""The Rolling guide by AppTest: the start answers the question, links restore the place, the table downloads."""

from functools import partial

import pytest

from components.rolling.state import nearest, read, table, write
from components.shared.url import SECTIONS
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
        for id_ in effect.references:  # by author and year, not by our own id
            assert f">{C.short(id_)}</a>" in text
            assert f">{id_}<" not in text
    assert (
        text.index("<b>Iliotibial band</b>") < text.index("<b>Vastus lateralis</b> <span>") < text.index("<b>Femur</b>")
    )


def test_over_the_band_both_the_band_and_the_muscle_under_it_are_said():
    text = words(run())
    both = "On the <b>iliotibial band</b> itself: little benefit; the muscle under it (<b>vastus lateralis</b>): helps."
    assert both in text
    assert "If it hurts here: avoid (iliotibial band)." in text
    assert "Close by" not in text


@pytest.mark.parametrize(
    ("view", "mm", "nerve"),
    [("axial_hip", 8, "sciatic nerve"), ("axial_lower_thigh", 10, "sciatic nerve")],
)
def test_a_nerve_beside_the_way_is_named_and_says_why_only_with_care(view, mm, nerve):
    text = words(run(view=view, side="back"))
    assert f"Back side, {SECTIONS[view].lower()}: helps, with care" in text
    assert f"Only with care because of the <b>{nerve}</b>, about {mm} mm to the side." in text
    assert f"<b>{nerve.capitalize()}</b> <span>about {mm} mm to the side" in text


def test_a_place_that_asks_for_care_anyway_names_what_is_close_by_too():
    text = words(run(view="axial_mid_thigh", side="inner"))
    assert "Close by, to keep off: <b>femoral vessels and nerve</b>, about 25 mm to the side." in text
    assert "If it hurts here: avoid (adductor longus)." in text


def test_a_way_of_rolling_that_is_meant_for_another_level_is_not_shown():
    here, there = run(view="axial_mid_thigh", side="inner"), run(view="axial_knee", structure="gracilis")
    assert "Mid thigh only." in words(here)
    assert "Mid thigh only." not in words(there)
    assert "Roll it at another level: mid-thigh" in words(there)
    decides = words(run(view="axial_lower_thigh", side="back"))
    assert "The way to roll it is given for the upper thigh and the mid-thigh: roll it there." in decides


def test_a_sliver_of_muscle_over_the_bone_is_named_without_a_verdict():
    text = words(run(view="axial_knee", side="inner"))
    assert "Inner side, knee: avoid" in text
    assert "<b>Gracilis</b> <span>about 1 mm · too thin to count</span>" in text


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
