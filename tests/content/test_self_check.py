"""The self-check's content, test by test: honest about how weak it is, safe about when to stop."""

import re

import pytest

from components.drawing.built import visible
from components.self_check import text
from data.catalog import CONTENT, catalog
from data.model import Verdict
from data.self_check import SOMETHING_ELSE

C = catalog()
CHECK = C.self_check
MEASURED = {"t3": ("100 %", "97.3 %", "lequesne2008"), "t6": ("31.8 %", "57.1 %", "vigotsky2016")}
"""The only tests with figures, and the studies that they come from."""


def test_tests_outcomes_and_what_was_left_out_are_permanent():
    assert [t.id for t in CHECK.tests] == [f"t{n}" for n in range(1, 9)]
    assert [o.id for o in CHECK.outcomes] == ["weak_glute_med", "overactive_tfl", "anterior_tilt", SOMETHING_ELSE]
    assert {o.id for o in CHECK.outcomes} - {SOMETHING_ELSE} == set(C.chains)
    assert {"ober", "hop", "trigger_points", "firing_order"} == {x.id for x in CHECK.left_out}


@pytest.mark.parametrize("test", CHECK.tests, ids=lambda t: t.id)
class TestSelfTest:
    def test_shows_a_structure_that_can_be_seen(self, test):
        if test.picture.structure:  # none where a mark would suggest an answer
            assert test.picture.structure in visible(test.picture.view, test.picture.layer)

    def test_says_when_to_stop_if_it_moves_anything(self, test):
        assert "Stop" in (test.stop_if or "") or test.kind == "question"
        assert "Stop if it hurts" in text.test(test) or test.kind == "question"

    def test_pain_is_an_answer_that_raises_no_story(self, test):
        hurts = [a for a in test.answers if "hurt" in a.label and a.id != "elsewhere"]
        assert hurts or test.id in ("t1", "t2")
        for answer in hurts:
            assert not {p.chain for p in answer.points} - {SOMETHING_ELSE}

    def test_pain_in_the_groin_is_a_stop_sign(self, test):
        for answer in test.answers:
            if "groin" in answer.label.lower():
                assert C.stop_flags[answer.flag].stops

    def test_says_that_it_is_weak_and_shows_figures_only_where_there_are_some(self, test):
        shown = text.accuracy(test, C)
        assert "Weak evidence" in shown
        known = (test.accuracy.sensitivity, test.accuracy.specificity)
        if test.id in MEASURED:
            *figures, source = MEASURED[test.id]
            assert known == tuple(figures)
            assert source in test.references
            assert test.accuracy.measured in shown
            for figure in figures:
                assert figure.removesuffix(" %") in C.references[source].finding
        else:
            assert known == (None, None)
            assert "No sensitivity or specificity is known" in shown

    def test_marks_every_source_that_was_not_fully_checked(self, test):
        shown = text.accuracy(test, C)
        for r in test.references:
            state = C.references[r].verification
            mark = "✓</span> checked" if state == "full" else "not verified" if state == "none" else "partly checked"
            assert re.search(rf"reference={r}\"[^;]*?{mark}", shown)

    def test_asks_nobody_to_feel_which_muscle_fires_first(self, test):
        assert not re.search(
            r"fires? first|trigger point|\bhop\b", " ".join([*test.how, *(a.label for a in test.answers)])
        )


@pytest.mark.parametrize("outcome", CHECK.outcomes, ids=lambda o: o.id)
class TestOutcome:
    def test_says_how_long_and_when_to_see_someone(self, outcome):
        assert "week" in outcome.how_long
        assert outcome.see_someone

    def test_offers_nothing_to_roll_that_the_card_advises_against(self, outcome):
        for id_ in outcome.rolling:
            assert C.structures[id_].rolling.verdict in (Verdict.HELPS, Verdict.HELPS_WITH_CARE)


def test_nothing_is_called_a_cause_or_a_diagnosis():
    said = (CONTENT / "self_check.yaml").read_text(encoding="utf-8").lower()
    assert not re.search(r"caused by|\byou have (a|an|got)\b|diagnos|\byou suffer", said)


def test_the_edge_of_the_bed_never_counts_for_a_tilted_pelvis():
    bed = next(t for t in CHECK.tests if t.id == "t6")
    assert "anterior_tilt" not in {p.chain for a in bed.answers for p in a.points}


def test_every_soft_flag_has_its_advice():
    assert {s.flag for s in CHECK.soft} == {f.id for f in C.stop_flags.values() if not f.stops}


def test_the_rules_are_explained_with_the_numbers_that_are_used():
    shown = text.scoring(C)
    assert CHECK.rules.agreeing_tests == 2
    assert "at least two tests agree" in shown
    assert CHECK.rules.lead == 2
    assert "by two or more" in shown
    for test in CHECK.tests:
        for answer in test.answers:
            assert text.escape(answer.label) in shown


@pytest.mark.parametrize("flag", [f for f in C.stop_flags.values() if f.stops], ids=lambda f: f.id)
def test_a_stop_says_what_to_do_and_names_what_is_more_urgent(flag):
    shown = text.stop(flag, C)
    assert text.escape(flag.action[1:]) in shown
    assert ("comes first" in shown) == (flag.urgency != "emergency")


def test_text_is_escaped():
    evil = CHECK.tests[0].model_copy(update={"cheating": "<img src=x onerror=alert(1)>"})
    assert "<img" not in text.test(evil)
