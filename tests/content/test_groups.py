"""Every group: members that belong together, names to the letter of TA2, read in two sources, the quiz's own apart."""

import re
from collections import Counter

import pytest

from data.catalog import catalog
from data.group import groups_of
from tests.every import every

C = catalog()
TA2 = {
    "quadriceps": (2613, "Quadriceps femoris muscle", "musculus quadriceps femoris"),
    "deep_rotators": (2603, "Deep gluteal muscles", "musculi glutei profundi"),
    "calf": (2656, "Triceps surae muscle", "musculus triceps surae"),
    "iliopsoas": (2593, "Iliopsoas muscle", "iliopsoas"),
    "superficial_gluteals": (2597, "Superficial gluteal muscles", "musculi glutei superficiales"),
}
"""The groups that are an entry, with its number, English and Latin."""
MEMBERS = {
    "hamstrings": {"biceps_femoris_long_head", "biceps_femoris_short_head", "semitendinosus", "semimembranosus"},
    "pes_anserinus_group": {"sartorius", "gracilis", "semitendinosus"},
    "iliopsoas": {"iliacus", "psoas_major"},
    "deep_six": {"piriformis", "gemelli", "obturator_internus", "quadratus_femoris", "obturator_externus"},
    "hip_abductors": {"gluteus_medius", "gluteus_minimus", "tensor_fasciae_latae"},
}
NERVES = {
    "hamstrings": "sciatic",
    "quadriceps": "femoral",
    "adductors": "obturator",
    "calf": "tibial",
    "vasti": "femoral",
    "hip_abductors": "superior gluteal",
}
"""A nerve that the record of every member must name, but for the exception that the group tells."""
BUT = {("adductors", "pectineus")}


def names_are_those_of_ta2(group):
    stated = (group.ta2, group.ta2_english, group.latin)
    assert stated == TA2.get(group.id, (None, None, None))


def was_read_in_two_sources_besides_the_names(group):
    others = {r for r in group.sources if r != "fipat_ta2"}
    assert len(others) >= 2
    for field in ("members", "plain"):
        assert any(field in s.fields for s in group.checked.sources)
    for field in ("nerve", "action", "note"):
        assert not getattr(group, field) or any(field in s.fields for s in group.checked.sources), field


def has_members_each_once(group):
    members = C.members(group.id)
    assert len(set(members)) == len(members) >= 2
    assert set(members) <= C.known


def is_called_by_nothing_that_is_something_else(group):
    names = {n.casefold() for n in (group.name, *(s.name for s in group.synonyms))}
    others = {n.casefold() for s in C.structures.values() for n in (s.name, *(x.name for x in s.synonyms))}
    assert not names & others
    assert len(names) == 1 + len(group.synonyms)


def says_it_in_few_words(group):
    assert len(group.plain) <= 130
    assert not re.search(r"\bcause|\byou have\b", f"{group.plain} {group.action} {group.note}")
    assert group.name == group.name.casefold()


CHECKS = (
    names_are_those_of_ta2,
    was_read_in_two_sources_besides_the_names,
    has_members_each_once,
    is_called_by_nothing_that_is_something_else,
    says_it_in_few_words,
)


@pytest.mark.parametrize("id_", C.groups)
def test_a_group_keeps_the_rules(id_):
    every(CHECKS, C.groups[id_])


@pytest.mark.parametrize("id_", MEMBERS)
def test_the_members_are_those_of_textbooks(id_):
    assert set(C.members(id_)) == MEMBERS[id_]


@pytest.mark.parametrize("id_", NERVES)
def test_the_shared_nerve_is_that_of_every_member(id_):
    assert NERVES[id_] in C.groups[id_].nerve.casefold()
    for member in C.members(id_):
        assert NERVES[id_] in C.structures[member].nerve.casefold() or (id_, member) in BUT


def test_what_the_quiz_asks_for_never_overlaps():
    asked = [m for g in C.groups.values() if g.asked for m in C.members(g.id)]
    assert Counter(asked).most_common(1)[0][1] == 1


def test_no_two_groups_have_the_same_members():
    sets = Counter(frozenset(C.members(g)) for g in C.groups)
    assert set(sets.values()) == {1}


def test_a_muscle_may_be_in_several_groups():
    assert {g.id for g in groups_of("gluteus_medius", C)} >= {"gluteals", "hip_abductors", "trochanter_group"}
