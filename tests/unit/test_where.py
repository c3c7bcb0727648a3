"""What the address of 'Where does it hurt?' names, and what a tap opens."""

import pytest

from components.where.state import Where, at, lit, read, write
from data.catalog import catalog
from data.outlines import LONG_VIEWS, load_view

C = catalog()
DRAWN = {view: {s.id for s in load_view(view).shapes} for view in LONG_VIEWS}


def test_nothing_named_is_nothing_chosen():
    assert read({}, C) == (Where(), [])


def test_a_link_is_read_as_it_was_written():
    for place in C.pain_places.values():
        for listed in place.conditions:
            where = Where(place=place.id, condition=listed.condition)
            assert read(write(where), C) == (where, [])


@pytest.mark.parametrize("key", ["place", "condition", "structure", "view"])
def test_a_strangers_value_is_dropped_with_a_note_that_does_not_repeat_it(key):
    where, notes = read({key: "<script>"}, C)
    assert where == Where()
    assert len(notes) == 1
    assert "script" not in notes[0]


@pytest.mark.parametrize("condition", C.conditions)
def test_a_condition_alone_or_at_a_wrong_place_finds_a_place_of_its_own(condition):
    for place in (None, *C.pain_places):
        params = {"condition": condition} | ({"place": place} if place else {})
        where, _ = read(params, C)
        assert condition in {c.condition for c in C.pain_places[where.place].conditions}


def test_a_tapped_tissue_in_a_link_opens_its_place():
    where, _ = read({"structure": "trochanteric_bursa"}, C)
    assert where.place == "hip_side"


@pytest.mark.parametrize("structure", C.structures)
def test_a_tap_on_any_tissue_opens_a_place(structure):
    hit, place = at([structure], C)
    assert hit == structure
    assert structure in place.structures


def test_a_tap_on_what_opens_nothing_looks_below():
    assert at(["skin", "sartorius"], C)[0] == "sartorius"
    assert at(["skin"], C) is None
    assert at([], C) is None


def test_the_usual_place_of_a_tissue_comes_first():
    assert at(["distal_itb_fat_pad"], C)[1].id == "knee_outer"
    assert at(["vastus_lateralis"], C)[1].id == "thigh_outer"
    assert at(["ischial_tuberosity"], C)[1].id == "sit_bone"


def test_what_is_lit_is_drawn_in_the_view_that_is_shown():
    for place in C.pain_places.values():
        marked, view = lit(Where(place=place.id), C)
        assert marked in DRAWN[view]
    for condition in C.conditions:
        marked, view = lit(read({"condition": condition}, C)[0], C)
        assert marked in DRAWN[view]


def test_another_view_keeps_the_place_and_lights_nothing():
    assert lit(Where(place="knee_outer", view="posterior"), C) == (None, "posterior")
    assert lit(Where(place="knee_outer", tapped="iliotibial_band", view="posterior"), C) == (
        "iliotibial_band",
        "posterior",
    )
