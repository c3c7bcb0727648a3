"""The fourteen places: stop signs first, every condition and every tissue leads there, and the rules find an error."""

import re
from dataclasses import replace

import pytest

from components.self_check.places import PLACES, UNSURE
from data.about import Place
from data.catalog import catalog
from data.check import problems
from data.condition import Likelihood
from data.model import Urgency, Verification
from data.outlines import LONG_VIEWS, load_view
from data.pain_place import PainMap
from data.pain_rules import broken
from tests.every import every

C = catalog()
MAP = C.pain_map
DRAWN = {view: {s.id for s in load_view(view).shapes} for view in LONG_VIEWS}
MUST = {
    # the dangers that an issue of safety names for a place: among those that stand first
    "groin_front": {"rf04", "rf05", "rf10", "rf15", "rf16", "rf03"},
    "front_hip_corner": {"rf05", "rf26"},
    "hip_side": {"rf04", "rf23", "rf36", "rf12"},
    "buttock_deep": {"rf01", "rf05", "rf22"},
    "sit_bone": {"rf25", "rf26"},
    "low_back_sacroiliac": {"rf01", "rf17", "rf08"},
    "thigh_outer": {"rf09", "rf13"},
    "thigh_front": {"rf09", "rf05", "rf22"},
    "thigh_inner": {"rf22", "rf34", "rf02", "rf15"},
    "thigh_back": {"rf01", "rf34", "rf25"},
    "knee_outer": {"rf07", "rf08"},
    "knee_front": {"rf03", "rf10", "rf24"},
    "knee_inner": {"rf03", "rf07"},
    "knee_back": {"rf02", "rf34", "rf09"},
}


def its_first_signs_fit_and_hold_its_dangers(place):
    flags = {f.id: f for f in place.flags(C.stop_flags)}
    assert MUST[place.id] <= {*place.ask_first} <= {*flags}
    assert list(flags)[: len(place.ask_first)] == list(place.ask_first)
    assert {f.id for f in C.stop_flags.values() if f.fits(place.id, None)} == {*flags}
    assert any(flags[f].urgency is Urgency.EMERGENCY for f in place.ask_first)


def it_is_drawn_in_its_view(place):
    assert {*place.structures} & DRAWN[place.view]
    if place.landmark:
        mark = C.landmarks[place.landmark]
        assert mark.view == place.view
        assert mark.near in DRAWN[mark.view]


def what_is_ruled_out_first_is_read_first(place):
    order = [c.first for c in place.in_order]
    assert order == sorted(order, reverse=True)
    hip = place.id not in ("knee_outer", "knee_front", "knee_inner", "knee_back")
    assert any(order) == hip, "a stress fracture is thought of wherever hip and thigh hurt"


def it_names_what_has_no_page_and_rests_on_what_was_seen(place):
    assert place.not_here
    assert {C.references[r].verification for r in place.references} <= {Verification.FULL, Verification.FINDING}


def it_is_called_what_the_self_check_calls_it(place):
    labels = {id_: label for group in PLACES.values() for id_, label in group.items() if id_ != UNSURE}
    assert place.name == labels[place.id]


def it_makes_no_finding(place):
    said = f"{place.plain} {place.ask_why} {' '.join(c.why for c in place.conditions)}"
    assert not re.search(r"\byou have\b|caused by|diagnos", said, re.I)
    assert " of 100" not in said, "a share of 51 people is no count of 100"


CHECKS = (
    its_first_signs_fit_and_hold_its_dangers,
    it_is_drawn_in_its_view,
    what_is_ruled_out_first_is_read_first,
    it_names_what_has_no_page_and_rests_on_what_was_seen,
    it_is_called_what_the_self_check_calls_it,
    it_makes_no_finding,
)


@pytest.mark.parametrize("place", MAP.places, ids=lambda p: p.id)
def test_a_place_is_sound(place):
    every(CHECKS, place)


def test_the_places_are_those_of_the_gate():
    assert {p.id for p in MAP.places} == {*Place} == {*MUST}


def test_every_condition_and_tissue_leads_to_a_place():
    assert {c.condition for p in MAP.places for c in p.conditions} == {*C.conditions}
    assert {s for p in MAP.places for s in p.structures} >= {*C.structures}


def test_every_typical_spot_leads_to_a_place_that_lists_the_condition():
    for condition in C.conditions.values():
        for spot in (s for s in condition.spots if s.likelihood is Likelihood.TYPICAL):
            tapped = spot.structure or C.landmarks[spot.landmark].near
            there = {c.condition for p in C.places_at(tapped) for c in p.conditions}
            assert condition.id in there, (condition.id, spot.text)


def test_every_landmark_is_used():
    used = {s.landmark for c in C.conditions.values() for s in c.spots} | {p.landmark for p in MAP.places}
    assert {*C.landmarks} == used - {None}


def with_place(id_, **changes):
    places = tuple(p.model_copy(update=changes) if p.id == id_ else p for p in MAP.places)
    return replace(C, pain_map=MAP.model_copy(update={"places": places}))


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"ask_first": ("rf24",)}, "is not asked at this place"),
        ({"structures": ("trochanteric_bursa", "no_such")}, "has no record"),
        ({"landmark": "no_such"}, "is no landmark"),
        ({"structures": ("gluteus_medius",)}, "opens no place"),
        ({"plain": "Pain that you have here."}, "says 'you have'"),
        (
            {"conditions": tuple(c.model_copy(update={"first": False}) for c in C.pain_places["hip_side"].conditions)},
            "must agree",
        ),
    ],
)
def test_a_planted_error_is_found(changes, says):
    found = [message for _, _, (_, message) in broken(with_place("hip_side", **changes))]
    assert any(says in message for message in found), found


def test_a_landmark_beside_nothing_drawn_is_found(monkeypatch):
    marks = tuple(m.model_copy(update={"near": "sciatic_nerve"}) for m in MAP.landmarks[:1]) + MAP.landmarks[1:]
    odd = replace(C, pain_map=MAP.model_copy(update={"landmarks": marks}))
    monkeypatch.setattr("data.check.load", lambda _: odd)
    assert [p.field for p in problems() if "is not drawn in the anterior view" in p.message] == ["landmarks.0"]


def test_a_map_without_one_of_the_places_or_with_one_twice_is_no_map():
    for places in (MAP.places[1:], (*MAP.places, MAP.places[0])):
        with pytest.raises(ValueError, match="data/about"):
            PainMap.model_validate({**MAP.model_dump(), "places": [p.model_dump() for p in places]})
