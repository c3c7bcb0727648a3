"""The deeper part of a muscle agrees with its first lines, says where it was read, and warns before it instructs."""

import re

import pytest

from data.catalog import catalog
from data.model import Tissue
from data.movements import OPPOSITE, movements
from tests.content.texts import texts
from tests.every import every

C = catalog()
MUSCLES = [s.id for s in C.structures.values() if s.tissue is Tissue.MUSCLE]
WITH_MORE = [s.id for s in C.structures.values() if s.deeper]
ORDER = ("T12", *(f"L{n}" for n in range(1, 6)), *(f"S{n}" for n in range(1, 6)))
"""The roots from above downwards."""
RANGE = re.compile(r"\b(T12|L[1-5]|S[1-5])(?:-(T12|L[1-5]|S[1-5]))?\b")
FIGURE = re.compile(r"\d")
STATED_ASIDE = ("trunk flexion", "trunk extension")
"""Movements of a joint that has no partner movement here, as the actions call them."""
CAUTION = re.compile(r"^(Not |Tingling)|: not |, not ")
"""How a test or a stretch begins: with who should leave it."""
HURTS = re.compile(r"\bcaused by\b|\byou have (a|an|got)\b|diagnos", re.I)
WARNED = ("strength_test", "stretch")
OF_A_MUSCLE = ("compartment", "supplies", "at_joints")
TOLD = ("compartment", "supplies", "at_joints", "variants", "clinical")


def roots(nerve: str) -> set[str]:
    """Every root that the nerve line of a record names, ranges read out."""
    named: set[str] = set()
    for first, last in RANGE.findall(nerve):
        named |= set(ORDER[ORDER.index(first) : ORDER.index(last or first) + 1])
    return named


def as_movement(joint: str, movement: str) -> str:
    """What data/movements.py calls a movement of a joint; the knee turns only while it is bent."""
    turns = joint == "knee" and movement.endswith("rotation")
    return f"{movement} of the bent leg" if turns else f"{joint} {movement}"


def the_roots_lie_within_the_nerve_line(muscle):
    for supply in muscle.deeper.supplies:
        assert set(supply.roots) <= roots(muscle.nerve), supply.branch
        assert set(supply.main) <= set(supply.roots), supply.branch
        assert list(supply.roots) == sorted(supply.roots, key=ORDER.index)


def the_joints_agree_with_the_actions(muscle):
    read = movements(muscle.actions)
    told = {as_movement(a.joint, a.movement): a.share for a in muscle.deeper.at_joints}
    assert len(told) == len(muscle.deeper.at_joints)
    assert set(told) - set(STATED_ASIDE) == set(read)
    for movement, share in told.items():
        assert movement in OPPOSITE or movement in muscle.actions
        assert share == "helper" or read.get(movement, False) is False, (
            f"{movement} is made in part only, so it is a helper"
        )


def every_muscle_has_what_an_exam_asks_first(muscle):
    assert [f for f in OF_A_MUSCLE if not getattr(muscle.deeper, f)] == []


def a_nerve_is_named_where_it_has_a_card(muscle):
    for supply in muscle.deeper.supplies:
        assert supply.nerve is None or C.structures[supply.nerve].tissue is Tissue.NERVE


MUSCLE_CHECKS = (
    every_muscle_has_what_an_exam_asks_first,
    the_roots_lie_within_the_nerve_line,
    the_joints_agree_with_the_actions,
    a_nerve_is_named_where_it_has_a_card,
)


@pytest.mark.parametrize("id_", MUSCLES)
def test_the_deeper_part_of_a_muscle_agrees_with_its_record(id_):
    assert C.structures[id_].deeper
    every(MUSCLE_CHECKS, C.structures[id_])


def a_share_has_a_figure(record):
    assert [v.share for v in record.deeper.variants if v.share and not FIGURE.search(v.share)] == []


def nothing_is_a_cause_or_a_diagnosis(record):
    assert [t for t in texts(record.deeper.model_dump()) if HURTS.search(t)] == []


def a_test_and_a_stretch_warn_first(record):
    for field in WARNED:
        noted = getattr(record.deeper, field)
        assert noted is None or CAUTION.search(noted.text[:60]), (field, noted.text)


def what_is_told_says_where_it_was_read(record):
    """A field whose parts carry a reference of their own stands by these, the others by the list of sources."""
    stands = {f for s in record.checked.sources for f in s.fields}
    bare = {f for f in ("compartment", "supplies", "at_joints", "roots", "moves", "feels") if getattr(record.deeper, f)}
    assert bare <= stands, f"where were these read: {sorted(bare - stands)}"


def it_is_said_with_one_stress_a_word(record):
    said = record.deeper.said
    if not said or not record.latin:
        return
    words = record.latin.replace("musculus ", "").split()
    for way, sound in zip(said.syllables.split(" or "), said.ipa.split(" or "), strict=True):
        spoken = way.split()
        assert len(spoken) == len(words), (way, words)
        assert all(sum(s.isupper() for s in w.split("-")) == 1 for w in spoken if "-" in w), way
        assert re.fullmatch(r"/[^/]+/", sound)
        assert len(sound.strip("/").split()) == len(words)
        assert sound.count("ˈ") == sum("-" in w or w.isupper() for w in spoken)


CHECKS = (
    a_share_has_a_figure,
    nothing_is_a_cause_or_a_diagnosis,
    a_test_and_a_stretch_warn_first,
    what_is_told_says_where_it_was_read,
    it_is_said_with_one_stress_a_word,
)


@pytest.mark.parametrize("id_", WITH_MORE)
def test_the_deeper_part_of_a_record_is_sound(id_):
    every(CHECKS, C.structures[id_])


def test_what_is_wrong_is_found():
    """Each rule fails on a record that breaks it."""
    soleus = C.structures["soleus"]
    assert roots("Femoral nerve (L2-L4); to L5 in some texts") == {"L2", "L3", "L4", "L5"}
    supply = soleus.deeper.supplies[0].model_copy(update={"roots": ("L1",), "main": ()})
    joint = soleus.deeper.at_joints[0].model_copy(update={"movement": "dorsiflexion"})
    noted = soleus.deeper.strength_test.model_copy(update={"text": "Push as hard as you can."})
    for rule, part in (
        (the_roots_lie_within_the_nerve_line, {"supplies": (supply,)}),
        (the_joints_agree_with_the_actions, {"at_joints": (joint,)}),
        (every_muscle_has_what_an_exam_asks_first, {"compartment": None}),
        (a_test_and_a_stretch_warn_first, {"strength_test": noted}),
        (nothing_is_a_cause_or_a_diagnosis, {"stretch": noted.model_copy(update={"text": "Pain caused by it."})}),
    ):
        planted = soleus.model_copy(update={"deeper": soleus.deeper.model_copy(update=part)})
        with pytest.raises(AssertionError):
            rule(planted)
