"""The rules of honesty, record by record."""

import math
import re
from dataclasses import replace

import pytest

from components.card import text as card_text
from components.chains.overlay import items
from components.drawing.built import visible
from components.shared.palette import FINDING, ROLLING
from data.catalog import catalog
from data.chain import Grade
from data.ids import gone, ids, recorded
from data.outlines import load_view
from tests.every import every

C = catalog()


def test_ids_are_permanent():
    """What is gone must come back; what is new is recorded by `python -m data --ids`."""
    assert ids(C) == recorded()
    assert gone(C) == []


def test_what_was_drawn_for_orientation_may_get_a_card_and_nothing_else_may_go():
    """The address stays the same: `?structure=popliteus` showed a line before, and shows a card now."""
    fewer = replace(C, structures={k: v for k, v in C.structures.items() if k != "popliteus"})
    assert gone(fewer) == ["structures.popliteus"]
    more = replace(C, context={}, structures={**C.structures, **dict.fromkeys(C.context, C.structures["gracilis"])})
    assert gone(more) == []
    assert gone(replace(C, context={})) == [f"context.{i}" for i in sorted(C.context)]


def has_a_reasoned_verdict(structure):
    assert len(structure.rolling.reason) > 20
    assert structure.references
    assert structure.rolling.verdict in ROLLING


def what_is_to_be_avoided_says_what_to_do_instead(structure):
    if structure.rolling.verdict == "avoid":
        assert structure.rolling.instead
        assert structure.rolling.how_to is None


def claims_no_cause_and_makes_no_diagnosis(structure):
    text = structure.model_dump_json().lower()
    assert not re.search(r"caused by|\byou have (a|an|got)\b|diagnos(ed|is of)", text)


def has_an_honest_card(structure):
    card = card_text.head(structure)
    assert card.startswith("<h2>")
    assert ROLLING[structure.rolling.verdict].word.lower() in card
    assert ("schematic" in card) == structure.schematic


def names_every_reference_with_its_state(structure):
    found = [C.references[r] for r in structure.references]
    shown = card_text.references(found)
    for reference in found:
        assert card_text.VERIFIED[reference.verification][1] in shown


OF_A_STRUCTURE = (
    has_a_reasoned_verdict, what_is_to_be_avoided_says_what_to_do_instead, claims_no_cause_and_makes_no_diagnosis,
    has_an_honest_card, names_every_reference_with_its_state,
)  # fmt: skip


@pytest.mark.parametrize("structure", C.structures.values(), ids=lambda s: s.id)
def test_a_structure_is_honest(structure):
    every(OF_A_STRUCTURE, structure)


def says_what_it_gets_wrong(chain):
    assert chain.not_supported
    assert chain.counterpoints


def has_an_arrow_that_is_not_solid(chain):
    assert {e.grade for e in chain.edges} - {Grade.SOLID}


def every_step_marks_both_ends_of_its_arrows(chain):
    for step in chain.steps:
        drawn = items(chain, step, None)
        assert [i["id"] for i in drawn if i["kind"] == "arrow"] == list(step.edges)
        window = load_view(step.view).window
        for node in (i for i in drawn if i["kind"] == "node"):
            assert window.x[0] - 30 < node["at"][0] < window.x[1] + 30, node["id"]
            assert window.y[0] < node["at"][1] < window.y[1], node["id"]


def no_arrow_is_too_short_to_see_or_tap(chain):
    for step in chain.steps:
        for arrow in (i for i in items(chain, step, None) if i["kind"] == "arrow"):
            assert math.dist(arrow["from"], arrow["to"]) > 30, (step.id, arrow["id"])


def what_a_step_lights_can_be_seen_there(chain):
    for step in chain.steps:
        assert step.lit is None or step.lit in visible(step.view, step.layer), step.id


def poses_stay_in_range(chain):
    for step in chain.steps:
        assert step.pose == step.pose.within() == step.pose.seen(step.view)


def steps_and_links_say_linked_and_not_caused(chain):
    text = " ".join([*(s.text for s in chain.steps), *(s.title for s in chain.steps)]).lower()
    assert not re.search(r"\bcaus(es|ed)\b|\byou have\b", text)


def an_arrow_with_more_against_than_for_is_never_solid(chain):
    for edge in chain.edges:
        if len(edge.contradicting) > len(edge.supporting):
            assert edge.grade is not Grade.SOLID


OF_A_CHAIN = (
    says_what_it_gets_wrong, has_an_arrow_that_is_not_solid, every_step_marks_both_ends_of_its_arrows,
    no_arrow_is_too_short_to_see_or_tap, what_a_step_lights_can_be_seen_there, poses_stay_in_range,
    steps_and_links_say_linked_and_not_caused, an_arrow_with_more_against_than_for_is_never_solid,
)  # fmt: skip


@pytest.mark.parametrize("chain", C.chains.values(), ids=lambda c: c.id)
def test_a_chain_is_honest(chain):
    every(OF_A_CHAIN, chain)


@pytest.mark.parametrize("claim", C.claims.values(), ids=lambda c: c.id)
def test_a_claim_has_a_verdict_a_reason_a_voice_and_a_source_or_says_that_none_was_found(claim):
    assert claim.verdict in FINDING
    assert claim.reason
    assert claim.said_by or claim.question.endswith("?")
    assert bool(claim.references) != claim.no_study_found


def every_figure_names_a_study_that_the_exercise_cites(exercise):
    assert {m.reference for m in exercise.measured} <= set(exercise.references)


def a_figure_from_memory_says_so(exercise):
    for measured in exercise.measured:
        if C.references[measured.reference].verification == "none":
            assert "not verified" in exercise.caveat


OF_AN_EXERCISE = (
    every_figure_names_a_study_that_the_exercise_cites, a_figure_from_memory_says_so,
)  # fmt: skip


@pytest.mark.parametrize("exercise", C.exercises.values(), ids=lambda e: e.id)
def test_an_exercise_is_honest(exercise):
    every(OF_AN_EXERCISE, exercise)


def test_exercises_are_permanent_and_in_order():
    assert len(C.exercises) == 12
    stages = [e.stage for e in C.exercises.values()]
    assert stages == sorted(stages)


@pytest.mark.parametrize("bone", C.bones.values(), ids=lambda b: b.id)
def test_a_bone_is_not_something_to_roll(bone):
    assert "Not something to roll" in card_text.bone(bone)


def test_the_band_is_fascia_and_vastus_lateralis_leaves_the_hip_alone():
    assert C.structures["iliotibial_band"].tissue == "fascia"
    assert not any("hip" in a for a in C.structures["vastus_lateralis"].actions)


def test_text_from_content_is_escaped():
    evil = C.structures["sartorius"].model_copy(update={"name": "<img src=x onerror=alert(1)>"})
    assert "<img" not in card_text.head(evil)
