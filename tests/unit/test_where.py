"""What the address of 'Where does it hurt?' names, and what a tap opens."""

import pytest
import shapely

from components.card import pain_map
from components.card.pain_map import at
from components.where.state import Where, lit, marks, read, title, write
from data.catalog import catalog
from data.outlines import LONG_VIEWS, load_view

C = catalog()
NEAR_MM = 30
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


def test_a_condition_alone_is_read_where_it_is_usually_felt():
    assert read({"condition": "greater_trochanteric_pain_syndrome"}, C)[0].place == "hip_side"
    assert read({"condition": "iliotibial_band_syndrome"}, C)[0].place == "knee_outer"
    assert read({"condition": "hamstring_strain"}, C)[0].place == "thigh_back"


def test_two_spots_of_one_place_are_ringed_once():
    found = "greater_trochanteric_pain_syndrome"
    rings, _ = marks(Where(place="hip_side", condition=found, view="lateral"), C)
    assert [i["text"] for i in rings if i["kind"] == "text"] == ["Greater trochanter"]


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


def test_a_tap_on_a_long_muscle_opens_the_place_of_the_view_that_is_nearest_in_height():
    assert at(["vastus_lateralis"], C, "lateral", -390)[1].id == "thigh_outer"
    assert at(["vastus_lateralis"], C, "anterior", -390)[1].id == "knee_front"
    assert at(["vastus_lateralis"], C, "anterior", -200)[1].id == "thigh_front"
    assert at(["iliotibial_band"], C, "lateral", -400)[1].id == "knee_outer"
    assert at(["gluteus_maximus"], C, "posterior", 70)[1].id == "low_back_sacroiliac"


# ---- what is marked
def inside(view, at_):
    window = load_view(view).window
    return window.x[0] < at_[0] < window.x[1] and window.y[0] < at_[1] < window.y[1]


@pytest.mark.parametrize("place", C.pain_places)
def test_a_place_is_ringed_by_its_name_and_no_single_tissue_is_lit(place):
    marked, view = lit(Where(place=place), C)
    rings, said = marks(Where(place=place), C)
    assert marked is None
    assert view == C.pain_places[place].view
    assert [i["kind"] for i in rings] == ["ring", "text"]
    assert rings[1]["text"] == C.pain_places[place].name
    assert C.pain_places[place].name in said
    assert inside(view, rings[0]["at"])


@pytest.mark.parametrize("id_", C.conditions)
def test_every_spot_of_a_condition_is_ringed_and_told_in_its_view(id_):
    found = C.conditions[id_]
    for view in LONG_VIEWS:
        rings, said = marks(Where(place=C.places_of(id_)[0].id, condition=id_, view=view), C)
        here = [s for s in found.spots if s.view == view]
        drawn = [i for i in rings if i["kind"] == "ring"]
        assert bool(drawn) == bool(here)
        assert len({tuple(i["at"]) for i in drawn}) == len(drawn) <= len(here)
        assert all(inside(view, i["at"]) for i in rings)
        assert all(s.text in said for s in here)
        usual = [s for s in here if s.likelihood == "typical"]
        assert sum(not i["dashed"] for i in drawn) <= len(usual)
        assert any(not i["dashed"] for i in drawn) == bool(usual)
    marked, view = lit(read({"condition": id_}, C)[0], C)
    assert marked is None or marked in DRAWN[view]


def test_what_was_tapped_is_lit_and_not_ringed():
    tapped = Where(place="knee_outer", tapped="iliotibial_band", view="lateral")
    assert lit(tapped, C) == ("iliotibial_band", "lateral")
    assert marks(tapped, C) == ([], "Marked: Iliotibial band. ")


@pytest.mark.parametrize("mark", C.landmarks.values(), ids=lambda m: m.id)
def test_a_landmark_lies_beside_what_it_is_said_to_be_near(mark):
    lines = [shapely.LineString(line) for s in load_view(mark.view).of(mark.near) for line in s.outline()]
    near = shapely.unary_union([*lines, *(s.area() for s in load_view(mark.view).of(mark.near))])
    assert near.distance(shapely.Point(mark.at)) <= NEAR_MM
    assert inside(mark.view, mark.at)


def test_what_is_long_is_ringed_half_way_down():
    x, y = pain_map.middle("lateral", "iliotibial_band")
    assert -170 < y < -130
    assert load_view("lateral").of("iliotibial_band")[0].area().contains(shapely.Point(x, y))
    assert -180 < pain_map.middle("posterior", "sciatic_nerve")[1] < -120


def test_what_is_not_drawn_has_no_middle():
    with pytest.raises(ValueError, match="not drawn"):
        pain_map.middle("anterior", "sciatic_nerve")


def test_the_title_names_what_is_shown():
    assert title(Where(), C) == "Where does it hurt?"
    assert title(Where(place="knee_outer"), C) == "Where does it hurt? Outer knee"
    assert title(Where(place="knee_outer", condition="fai_labral"), C) == C.conditions["fai_labral"].name


def test_another_view_keeps_the_place_and_lights_nothing():
    assert lit(Where(place="knee_outer", view="posterior"), C) == (None, "posterior")
    assert lit(Where(place="knee_outer", tapped="iliotibial_band", view="posterior"), C) == (
        "iliotibial_band",
        "posterior",
    )
