"""The rules of honesty, record by record."""

import math
import re

import pytest

from components.card import text as card_text
from components.chains.overlay import items
from components.drawing.built import visible
from components.shared.palette import FINDING, ROLLING
from data.catalog import catalog
from data.chain import Grade
from data.ids import ids, recorded
from data.outlines import load_view

C = catalog()


def test_ids_are_permanent():
    """What is gone must come back; what is new is recorded by `python -m data --ids`."""
    assert ids(C) == recorded()


@pytest.mark.parametrize("structure", C.structures.values(), ids=lambda s: s.id)
class TestStructure:
    def test_has_a_reasoned_verdict(self, structure):
        assert len(structure.rolling.reason) > 20
        assert structure.references
        assert structure.rolling.verdict in ROLLING

    def test_what_is_to_be_avoided_says_what_to_do_instead(self, structure):
        if structure.rolling.verdict == "avoid":
            assert structure.rolling.instead
            assert structure.rolling.how_to is None

    def test_claims_no_cause_and_makes_no_diagnosis(self, structure):
        text = structure.model_dump_json().lower()
        assert not re.search(r"caused by|\byou have (a|an|got)\b|diagnos(ed|is of)", text)

    def test_has_an_honest_card(self, structure):
        card = card_text.head(structure)
        assert card.startswith("<h2>")
        assert ROLLING[structure.rolling.verdict].word.lower() in card
        assert ("schematic" in card) == structure.schematic

    def test_names_every_reference_with_its_state(self, structure):
        found = [C.references[r] for r in structure.references]
        shown = card_text.references(found)
        for reference in found:
            assert card_text.VERIFIED[reference.verification][1] in shown


@pytest.mark.parametrize("reference", C.references.values(), ids=lambda r: r.id)
def test_what_is_not_verified_says_so_and_an_empty_doi_makes_no_link(reference):
    shown = card_text.references([reference])
    assert ("not verified" in shown or "partly checked" in shown) == (reference.verification != "full")
    assert ("https://doi.org/" in shown) == bool(reference.doi)


@pytest.mark.parametrize("chain", C.chains.values(), ids=lambda c: c.id)
class TestChain:
    def test_says_what_it_gets_wrong(self, chain):
        assert chain.not_supported
        assert chain.counterpoints

    def test_has_an_arrow_that_is_not_solid(self, chain):
        assert {e.grade for e in chain.edges} - {Grade.SOLID}

    def test_every_step_marks_both_ends_of_its_arrows(self, chain):
        for step in chain.steps:
            drawn = items(chain, step, None)
            assert [i["id"] for i in drawn if i["kind"] == "arrow"] == list(step.edges)
            window = load_view(step.view).window
            for node in (i for i in drawn if i["kind"] == "node"):
                assert window.x[0] - 30 < node["at"][0] < window.x[1] + 30, node["id"]
                assert window.y[0] < node["at"][1] < window.y[1], node["id"]

    def test_no_arrow_is_too_short_to_see_or_tap(self, chain):
        for step in chain.steps:
            for arrow in (i for i in items(chain, step, None) if i["kind"] == "arrow"):
                assert math.dist(arrow["from"], arrow["to"]) > 30, (step.id, arrow["id"])

    def test_what_a_step_lights_can_be_seen_there(self, chain):
        for step in chain.steps:
            assert step.lit is None or step.lit in visible(step.view, step.layer), step.id

    def test_poses_stay_in_range(self, chain):
        for step in chain.steps:
            assert step.pose == step.pose.within() == step.pose.seen(step.view)

    def test_steps_and_links_say_linked_and_not_caused(self, chain):
        text = " ".join([*(s.text for s in chain.steps), *(s.title for s in chain.steps)]).lower()
        assert not re.search(r"\bcaus(es|ed)\b|\byou have\b", text)

    def test_an_arrow_with_more_against_than_for_is_never_solid(self, chain):
        for edge in chain.edges:
            if len(edge.contradicting) > len(edge.supporting):
                assert edge.grade is not Grade.SOLID


@pytest.mark.parametrize("claim", C.claims.values(), ids=lambda c: c.id)
def test_a_claim_has_a_verdict_a_reason_a_voice_and_a_source_or_says_that_none_was_found(claim):
    assert claim.verdict in FINDING
    assert claim.reason
    assert claim.said_by or claim.question.endswith("?")
    assert bool(claim.references) != claim.no_study_found


@pytest.mark.parametrize("exercise", C.exercises.values(), ids=lambda e: e.id)
class TestExercise:
    def test_every_figure_names_a_study_that_the_exercise_cites(self, exercise):
        assert {m.reference for m in exercise.measured} <= set(exercise.references)

    def test_a_figure_from_memory_says_so(self, exercise):
        for measured in exercise.measured:
            if C.references[measured.reference].verification == "none":
                assert "not verified" in exercise.caveat


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
