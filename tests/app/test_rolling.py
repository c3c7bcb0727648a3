"""The Rolling guide by AppTest: the start answers the question, links restore the place, the table downloads."""

from functools import partial

import pytest

from components.card.ask_first import TITLE
from components.rolling.state import nearest, read, table, write
from components.rolling.text import summary
from components.shared.url import SECTIONS
from data.catalog import catalog
from data.outlines import load_view
from data.rolling import advice
from data.section import Beside, sides, under_roller
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
    assert "On the <b>iliotibial band</b> itself: little benefit; the muscle under it" in text
    assert "(<b>vastus lateralis</b>): helps, with care." in text
    assert "If it hurts here: avoid (iliotibial band, vastus lateralis, vastus intermedius)." in text
    assert "Close by" not in text


@pytest.mark.parametrize(("view", "mm"), [("axial_mid_thigh", 22), ("axial_lower_thigh", 10)])
def test_a_nerve_beside_the_way_is_named(view, mm):
    text = words(run(view=view, side="back"))
    assert f"Back side, {SECTIONS[view].lower()}: helps, with care" in text
    assert f"Close by, to keep off: <b>sciatic nerve</b>, about {mm} mm to the side." in text
    assert f"<b>Sciatic nerve</b> <span>about {mm} mm to the side" in text


def test_what_would_help_but_for_a_nerve_close_by_says_why_only_with_care():
    way, near = under_roller(load_view("axial_mid_thigh"), "front"), (Beside("sciatic_nerve", 22.0, 40.0),)
    found = advice("axial_mid_thigh", "front", way, near, C)
    shown = summary(C, "axial_mid_thigh", "front", found)
    assert "Only with care because of the <b>sciatic nerve</b>, about 22 mm to the side." in shown


@pytest.mark.parametrize(
    ("view", "side", "decides"),
    [
        ("axial_hip", "back", "sciatic_nerve"),
        ("axial_upper_thigh", "back", "sciatic_nerve"),
        ("axial_upper_thigh", "front", "femoral_neurovascular_bundle"),
        ("axial_upper_thigh", "inner", "femoral_neurovascular_bundle"),
    ],
)
def test_where_every_card_says_to_keep_off_the_place_says_so_too(view, side, decides):
    text = words(run(view=view, side=side))
    assert f"{side.capitalize()} side, {SECTIONS[view].lower()}: avoid" in text
    assert f"What decides is <b>{C.name(decides)}</b>." in text
    assert "<dt>Dose</dt>" not in text


def test_who_should_ask_first_stands_closed_above_the_first_way_of_rolling():
    text = words(run(view="axial_mid_thigh", side="front"))
    assert text.count("<dt>Dose</dt>") == 1
    assert text.index(f"<details><summary>{TITLE}</summary>") < text.index("<dt>Dose</dt>")
    assert f"<details open><summary>{TITLE}</summary>" not in text


def test_the_link_on_a_card_opens_the_list():
    card = words(run(view="axial_mid_thigh", side="front"))
    assert 'href="./rolling?structure=rectus_femoris&amp;ask=first"' in card
    at = run(structure="rectus_femoris", ask="first")
    assert f"<details open><summary>{TITLE}</summary>" in words(at)
    assert "<h2>Rectus femoris</h2>" in words(at)


def test_a_place_that_asks_for_care_anyway_names_what_is_close_by_too():
    text = words(run(view="axial_mid_thigh", side="inner"))
    assert "Close by, to keep off: <b>femoral vessels and nerve</b>, about 25 mm to the side." in text
    assert "If it hurts here: avoid (gracilis, adductor magnus, adductor longus)." in text


def test_a_way_of_rolling_that_is_meant_for_another_level_is_not_shown():
    here, there = run(view="axial_mid_thigh", side="inner"), run(view="axial_knee", structure="gracilis")
    light = C.structures["gracilis"].rolling.how_to.technique
    assert light in words(here)
    assert light not in words(there)
    assert "Not here, but on the back-inner thigh, from two hands" in words(there)
    decides = words(run(view="axial_lower_thigh", side="back"))
    assert "The way to roll it is meant for another place: back of the thigh, from a hand" in decides


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
    assert at.query_params["from"] == "front"
    at.segmented_control(key="roller_level").select("axial_knee").run()
    assert (at.query_params["view"], at.query_params["from"]) == ("axial_knee", "front")


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
