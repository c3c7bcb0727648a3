"""Who moves with a muscle and who against it: every action known, both ways the same, nothing invented."""

from dataclasses import replace

import pytest

from components.card.movements import moves
from data.catalog import catalog
from data.movements import ASIDE, OPPOSITE, PARTLY, movements, partners

C = catalog()
MUSCLES = [s for s in C.structures.values() if s.tissue == "muscle"]


@pytest.mark.parametrize("id_", [s.id for s in MUSCLES])
def test_every_action_of_a_muscle_is_known(id_):
    known = {*OPPOSITE, *PARTLY, *ASIDE}
    assert set(C.structures[id_].actions) <= known, "enter it in data/movements.py"


def test_nothing_is_kept_that_no_record_says():
    said = {a for s in MUSCLES for a in s.actions}
    assert {*PARTLY, *ASIDE} <= said
    assert all(m in OPPOSITE for found in PARTLY.values() for m in found)


def test_an_opposite_is_mutual():
    assert all(OPPOSITE[OPPOSITE[m]] == m != OPPOSITE[m] for m in OPPOSITE)


@pytest.mark.parametrize("id_", [s.id for s in MUSCLES])
def test_partners_know_each_other(id_):
    for found in partners(id_, C):
        for mate in (*found.also, *found.also_partly):
            back = next(p for p in partners(mate, C) if p.movement == found.movement)
            assert id_ in (back.also_partly if found.partly else back.also)
        for other in (*found.against, *found.against_partly):
            assert OPPOSITE[found.movement] in movements(C.structures[other].actions)
        assert id_ not in {*found.also, *found.also_partly, *found.against, *found.against_partly}


def test_what_a_textbook_says_of_abduction():
    found = next(p for p in partners("gluteus_medius", C) if p.movement == "hip abduction")
    assert {"gluteus_minimus", "tensor_fasciae_latae", "sartorius"} == set(found.also)
    assert {"gluteus_maximus", "piriformis"} <= set(found.also_partly)
    assert {"adductor_longus", "adductor_brevis", "adductor_magnus", "gracilis", "pectineus"} <= set(found.against)
    assert not found.partly


def test_the_card_says_it_in_links():
    said = moves(C.structures["gluteus_medius"], C)
    assert "<dt>Hip abduction</dt>" in said
    assert "structure=gluteus_minimus" in said
    assert "<dt>Hip flexion (in part)</dt>" in said
    assert moves(C.structures["iliotibial_band"], C) == ""


def test_partners_are_those_of_the_content_that_is_given():
    """Another content, another language: no muscle comes from elsewhere."""
    few = {id_: C.structures[id_] for id_ in ("gluteus_medius", "gluteus_minimus", "gracilis")}
    for found in partners("gluteus_medius", replace(C, structures=few)):
        assert {*found.also, *found.also_partly, *found.against, *found.against_partly} <= few.keys()
    assert len(partners("gluteus_medius", C)[0].also) > 1
