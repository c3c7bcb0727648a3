"""The self-check's content, test by test: honest about how weak it is, safe about when to stop."""

import re
import shutil

import pytest

from components.card.self_test import accuracy
from components.drawing.built import visible
from components.self_check import signs, text
from data.catalog import CONTENT, catalog, problems_in
from data.model import Verdict, Verification
from data.self_check import SOMETHING_ELSE

C = catalog()
CHECK = C.self_check
MEASURED = {"t3": ("100 %", "97.3 %", "lequesne2008"), "t6": ("31.8 %", "57.1 %", "vigotsky2016")}
"""The only tests with figures, and the studies that they come from."""
EXAMINED = {
    "t2": ["Noble"],
    "t3": ["Trendelenburg", "30-second single-leg stance"],
    "t4": ["hip abduction strength", "Manual muscle test"],
    "t5": ["Single-leg squat"],
    "t6": ["Modified Thomas"],
    "t8": ["Single-leg bridge"],
}
"""The names that students search and examiners ask for."""
LEFT_OUT = ["ober", "faber", "fadir", "derotation", "straight_leg_raise", "hop", "trigger_points", "firing_order"]
FALSE_COMFORT = r"no reason to worry|nothing to worry|is harmless\b"
SEEN = {Verification.FULL, Verification.FINDING}


def names(found):
    """Every name of a test, asked or left out, as one text."""
    return " · ".join([found.name, *(n.name for n in found.also_called)])


def unseen(ids, references=C.references):
    """The studies of which nobody has seen what they found."""
    return [i for i in ids if references[i].verification not in SEEN]


def test_tests_outcomes_and_what_was_left_out_are_permanent():
    assert [t.id for t in CHECK.tests] == [f"t{n}" for n in range(1, 9)]
    assert [o.id for o in CHECK.outcomes] == ["weak_glute_med", "overactive_tfl", "anterior_tilt", SOMETHING_ELSE]
    assert {o.id for o in CHECK.outcomes} - {SOMETHING_ELSE} == set(C.chains)
    assert [x.id for x in CHECK.left_out] == LEFT_OUT


@pytest.mark.parametrize("test", CHECK.tests, ids=lambda t: t.id)
class TestSelfTest:
    def test_shows_a_structure_that_can_be_seen(self, test):
        if test.picture.structure:  # none where a mark would suggest an answer
            assert test.picture.structure in visible(test.picture.view, test.picture.layer)

    def test_says_when_to_stop_if_it_moves_anything(self, test):
        assert "Stop" in (test.stop_if or "") or test.kind == "question"
        assert "Stop if it hurts" in text.test(test, "") or test.kind == "question"

    def test_pain_is_an_answer_that_raises_no_story(self, test):
        hurts = [a for a in test.answers if "hurt" in a.label and a.id != "elsewhere"]
        assert hurts or test.id in ("t1", "t2")
        for answer in hurts:
            assert not {p.chain for p in answer.points} - {SOMETHING_ELSE}

    def test_pain_in_the_groin_is_a_stop_sign(self, test):
        for answer in test.answers:
            if "groin" in answer.label.lower():
                assert C.stop_flags[answer.flag].stops

    def test_groin_or_hip_pain_that_stops_it_can_be_said_and_ends_the_check(self, test):
        if "groin" in (test.stop_if or "") or "hip" in (test.stop_if or ""):
            assert C.stop_flags[test.answer("groin").flag].stops

    def test_what_a_note_leaves_out_is_left_out_of_the_result(self, test):
        offered = {e for o in CHECK.outcomes for e in o.exercises}
        for answer in test.answers:
            if re.search("[Ll]eave (that lift|them) out", answer.note or ""):
                assert set(answer.leaves_out) & offered

    def test_says_that_it_is_weak_and_shows_figures_only_where_there_are_some(self, test):
        shown = accuracy(test, C)
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
        shown = accuracy(test, C)
        for r in test.references:
            state = C.references[r].verification
            mark = "✓</span> checked" if state == "full" else "not verified" if state == "none" else "partly checked"
            assert re.search(rf"reference={r}\"[^;]*?{mark}", shown)

    def test_carries_the_names_under_which_it_is_examined(self, test):
        for name in EXAMINED.get(test.id, []):
            assert name.lower() in names(test).lower()
        for called in test.also_called:
            assert text.escape(called.name) in text.test(test, "")
        assert test.also_called or test.unnamed or test.kind == "question"

    def test_leans_on_nothing_that_nobody_has_seen(self, test):
        assert not unseen(test.references)

    def test_asks_nobody_to_feel_which_muscle_fires_first(self, test):
        assert not re.search(
            r"fires? first|trigger point|\bhop\b", " ".join([*test.how, *(a.label for a in test.answers)])
        )


@pytest.mark.parametrize("outcome", CHECK.outcomes, ids=lambda o: o.id)
class TestOutcome:
    def test_lets_nobody_go_on_for_more_than_six_weeks(self, outcome):
        assert not re.search(r"(seven|eight|\b7|\b8) weeks(?! in one)", outcome.how_long)

    def test_comforts_nobody_falsely(self, outcome):
        assert not re.search(FALSE_COMFORT, " ".join([outcome.plain, outcome.try_first, outcome.how_long]))

    def test_says_how_long_and_when_to_see_someone(self, outcome):
        assert "week" in outcome.how_long
        assert outcome.see_someone

    def test_leans_on_nothing_that_nobody_has_seen(self, outcome):
        assert not unseen(outcome.references)

    def test_tells_separate_groups_of_runners_apart(self, outcome):
        if "44 %" in outcome.how_long:
            assert "differ" in outcome.how_long
            assert "92 %" not in outcome.how_long

    def test_offers_nothing_to_roll_that_the_card_advises_against(self, outcome):
        for id_ in outcome.rolling:
            assert C.structures[id_].rolling.verdict in (Verdict.HELPS, Verdict.HELPS_WITH_CARE)


def test_no_pattern_is_no_comfort():
    assert not re.search(FALSE_COMFORT, CHECK.nothing_agrees.replace("neither that it is harmless", ""))
    assert "sooner if it grows" in CHECK.nothing_agrees


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
    shown = signs.stop(flag, C)
    assert text.escape(flag.action[1:]) in shown
    assert ("comes first" in shown) == (flag.urgency != "emergency")


def test_text_is_escaped():
    evil = CHECK.tests[0].model_copy(update={"cheating": "<img src=x onerror=alert(1)>"})
    assert "<img" not in text.test(evil, "")


def test_groin_pain_is_given_its_common_reasons_and_still_ends_the_self_check():
    where = next(t for t in CHECK.tests if t.id == "t1")
    assert "hip joint" in where.first
    assert "muscles of the inner thigh" in where.first
    assert "stress injury of the bone" in where.first
    assert "ends the self-check" in where.first
    assert text.escape(where.first) in text.test(where, "")
    assert C.stop_flags[where.answer("groin").flag].stops


def test_the_stand_on_one_leg_is_the_standard_one_and_its_link_with_strength_is_called_poor():
    stand = next(t for t in CHECK.tests if t.id == "t3")
    assert "raise that side of the pelvis as high as it goes" in " ".join(stand.how)
    assert "could not raise" in stand.answer("drop").label
    assert "As a sign of weakness it is poor" in stand.accuracy.plain
    assert {"hardcastlenade1985", "mccarney2020", "kendall2013"} <= set(stand.references)
    assert {p.weight for p in stand.answer("drop").points} == {1}


def test_the_edge_of_the_bed_gives_agreement_on_the_spot_and_from_photographs():
    bed = next(t for t in CHECK.tests if t.id == "t6")
    for figure, source in (("0.47", "peeler2007"), ("0.33", "peeler2008"), ("0.56", "cady2022")):
        assert figure in bed.accuracy.plain
        assert source in bed.references
        assert figure in C.references[source].finding


def test_a_study_that_nobody_has_seen_is_found():
    some = C.references["lequesne2008"].model_copy(update={"verification": Verification.CITATION})
    assert unseen(["lequesne2008"], {"lequesne2008": some}) == ["lequesne2008"]


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        (
            "    also_called:\n      - {name: Noble compression test (done by yourself), kind: eponym}\n",
            "", "tests.1", "also_called",
        ),
        ("kind: eponym}", "kind: surgeon}", "tests.1.also_called.0.kind", "Input should be"),
        ("    unnamed: A drill", "    also_called: [{name: W, kind: clinical}]\n    unnamed: A", "tests.6", "unnamed"),
        ("    used_for: a stress injury of the bone.\n", "", "left_out.5.used_for", "missing"),
    ],
)  # fmt: skip
def test_a_test_without_its_names_or_purpose_names_its_place(tmp_path, old, new, field, says):
    shutil.copytree(CONTENT, tmp_path / "content")
    path = tmp_path / "content/self_check.yaml"
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")
    found = [p for p in problems_in(tmp_path / "content") if p.field == field]
    assert found
    assert says in found[0].message
