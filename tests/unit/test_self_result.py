"""The scoring of the self-check, as properties: what may never raise a story, and what always wins."""

import shutil

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.self_check.text import outcome
from data.about import Age, Place
from data.catalog import CONTENT, catalog, problems_in
from data.self_check import NOT_SURE, SKIP, SOMETHING_ELSE, Direction, Level
from data.self_result import GATE, RESULT, STOP, TEST, result, screen
from data.stop_flag import fitting

C = catalog()
CHECK = C.self_check
NO = dict.fromkeys(C.stop_flags, False)
STOPPING = [f.id for f in C.stop_flags.values() if f.stops]
SOFT = [f.id for f in C.stop_flags.values() if not f.stops]
CHOICES = {t.id: [a.id for a in t.answers] for t in CHECK.tests}
BLANK = [NOT_SURE, SKIP, "no such answer"]
STOP_ANSWERS = [(t.id, a.id) for t in CHECK.tests for a in t.answers if a.flag in STOPPING]

some = st.fixed_dictionaries({}, optional={t: st.sampled_from([*ids, *BLANK]) for t, ids in CHOICES.items()})
harmless = st.fixed_dictionaries(
    {}, optional={t: st.sampled_from([i for i in ids if (t, i) not in STOP_ANSWERS]) for t, ids in CHOICES.items()}
)
soft_flags = st.fixed_dictionaries(dict.fromkeys(SOFT, st.booleans())).map(lambda soft: NO | soft)


def levels(answers, flags=NO):
    return {w.outcome.id: w.level for w in result(answers, flags, C).outcomes}


def lead(weighed):
    return sum(f.weight for f in weighed.towards) - sum(f.weight for f in weighed.away)


@given(answers=some, seed=st.randoms())
def test_the_order_of_answers_does_not_matter(answers, seed):
    turned = list(answers.items())
    seed.shuffle(turned)
    flags = list(NO.items())
    seed.shuffle(flags)
    assert result(dict(turned), dict(flags), C) == result(answers, NO, C)


@given(answers=harmless, test=st.sampled_from(list(CHOICES)), blank=st.sampled_from(BLANK))
def test_not_sure_and_skip_never_raise_anything(answers, test, blank):
    without = {t: a for t, a in answers.items() if t != test}
    assert result(without | {test: blank}, NO, C) == result(without, NO, C)


@given(answers=some, flags=soft_flags, stop=st.sampled_from(STOPPING))
def test_a_stopping_flag_wins_over_any_answers(answers, flags, stop):
    found = result(answers, flags | {stop: True}, C)
    assert stop in [f.id for f in found.stops]
    assert found.outcomes == ()
    assert screen(answers, flags | {stop: True}, C, 8)[0] == STOP


@given(answers=harmless, stop=st.sampled_from(STOP_ANSWERS))
def test_a_stop_sign_met_in_a_test_wins_too(answers, stop):
    found = result(answers | dict([stop]), NO, C)
    assert found.stops
    assert found.outcomes == ()


def test_the_most_urgent_stop_comes_first():
    found = result({}, NO | {"rf06": True, "rf08": True, "rf09": True}, C)
    assert [f.id for f in found.stops] == ["rf09", "rf08", "rf06"]


@given(answers=some, at=st.one_of(st.none(), st.integers(-3, 99)), missing=st.sampled_from(list(C.stop_flags)))
def test_no_test_and_no_outcome_before_every_flag_is_answered(answers, at, missing):
    flags = {f: v for f, v in NO.items() if f != missing}
    found = result(answers, flags, C)
    assert found.outcomes == ()
    assert screen(answers, flags, C, at)[0] in (GATE, STOP)


@given(
    place=st.sampled_from([None, *Place]), age=st.sampled_from([None, *Age]), at=st.integers(0, 8), seed=st.randoms()
)
def test_the_gate_opens_when_what_fits_is_answered_and_not_before(place, age, at, seed):
    fit = [f.id for f in fitting(C.stop_flags.values(), place, age)]
    assert screen({}, dict.fromkeys(fit, False), C, at, place, age)[0] == TEST
    missing = seed.choice(fit)
    flags = {f: False for f in C.stop_flags if f != missing}
    assert screen({}, flags, C, at, place, age)[0] == GATE
    assert [f.id for f in result({}, flags, C, place, age).unanswered] == [missing]


@given(answers=some, stop=st.sampled_from(STOPPING), place=st.sampled_from([*Place]), age=st.sampled_from([*Age]))
def test_a_stop_counts_wherever_and_whoever_it_is(answers, stop, place, age):
    assert stop in [f.id for f in result(answers, {stop: True}, C, place, age).stops]


@pytest.mark.parametrize("value", [None, "", "No", 0, "false"])
def test_only_a_real_no_is_a_no(value):
    assert screen({}, NO | {"rf01": value}, C, 0)[0] == GATE


@given(answers=harmless, at=st.integers(-3, 99))
def test_no_test_is_passed_without_an_answer(answers, at):
    shown, number = screen(answers, NO, C, at)
    open_tests = [n for n, t in enumerate(CHECK.tests) if t.id not in answers]
    if shown == RESULT:
        assert not open_tests
    else:
        assert shown == TEST
        assert number <= min(open_tests, default=len(CHECK.tests) - 1)


def test_the_screens_come_in_order():
    assert screen({}, NO, C, None) == (GATE, 0)
    answers = {}
    for n, t in enumerate(CHECK.tests):
        assert screen(answers, NO, C, n) == (TEST, n)
        answers[t.id] = SKIP
    assert screen(answers, NO, C, len(CHECK.tests)) == (RESULT, 0)
    assert screen(answers, NO, C, 2) == (TEST, 2)


@pytest.mark.parametrize(("test", "answer"), [(t, a) for t, ids in CHOICES.items() for a in ids])
def test_no_single_answer_is_enough(test, answer):
    assert Level.RAISED not in levels({test: answer}).values()


@pytest.mark.parametrize(
    ("outcome", "answers"),
    [
        ("weak_glute_med", {"t4": "weak", "t5": "tipped"}),
        ("overactive_tfl", {"t4": "toes_out", "t6": "outwards"}),
        ("anterior_tilt", {"t5": "knee_in", "t7": "stuck"}),
        (SOMETHING_ELSE, {"t1": "burning", "t2": "elsewhere"}),
    ],
)
def test_every_outcome_can_be_reached(outcome, answers):
    assert levels(answers)[outcome] is Level.RAISED


def test_where_it_hurts_alone_does_not_raise_a_story_about_strength():
    assert levels({"t1": "outer_knee", "t2": "familiar"})["weak_glute_med"] is Level.OPEN


@given(answers=harmless)
@settings(max_examples=200)
def test_what_is_raised_keeps_the_rules_that_are_shown(answers):
    for w in result(answers, NO, C).outcomes:
        agree = len({f.test.id for f in w.towards}) >= CHECK.rules.agreeing_tests and lead(w) >= CHECK.rules.lead
        kind = not w.outcome.needs_one_of or {f.test.id for f in w.towards} & {*w.outcome.needs_one_of}
        assert (w.level is Level.RAISED) == bool(agree and kind)


@given(answers=harmless, test=st.sampled_from(list(CHOICES)))
def test_an_answer_that_points_away_never_raises(answers, test):
    for answer in next(t for t in CHECK.tests if t.id == test).answers:
        for p in answer.points:
            if p.direction is Direction.AWAY and not answer.flag:
                without = {t: a for t, a in answers.items() if t != test}
                if levels(without)[p.chain] is not Level.RAISED:
                    assert levels(without | {test: answer.id})[p.chain] is not Level.RAISED


@given(answers=harmless, flags=soft_flags)
def test_no_rolling_is_offered_where_a_soft_flag_forbids_it(answers, flags):
    found = result(answers, flags, C)
    forbidden = {s for soft in CHECK.soft if flags[soft.flag] for s in soft.no_rolling}
    assert not forbidden & {r for w in found.outcomes for r in w.rolling}


def test_a_soft_flag_changes_the_advice_and_does_not_stop():
    plain, sore = result({}, NO, C), result({}, NO | {"rf12": True}, C)
    assert not sore.stops
    assert [s.flag for s in sore.soft] == ["rf12"]
    rolled = [{r for w in found.outcomes for r in w.rolling} for found in (plain, sore)]
    assert rolled[1] < rolled[0]


def test_pain_at_the_side_of_the_hip_in_a_test_brings_the_soft_flag_too():
    assert [s.flag for s in result({"t3": "side_pain"}, NO, C).soft] == ["rf12"]


@given(answers=harmless)
def test_an_exercise_whose_test_hurt_is_not_offered(answers):
    given = [t.answer(answers[t.id]) for t in CHECK.tests if t.id in answers]
    sore = {e for a in given if a for e in a.leaves_out}
    for w in result(answers, NO, C).outcomes:
        assert not sore & set(w.exercises)
        assert set(w.exercises) | (sore & set(w.outcome.exercises)) == set(w.outcome.exercises)


@pytest.mark.parametrize(("test", "exercise"), [("t4", "sl_abduction"), ("t8", "single_bridge")])
def test_what_hurt_is_left_out_and_said(test, exercise):
    said = {w.outcome.id: w for w in result({test: "hurt"}, NO, C).outcomes}["weak_glute_med"]
    assert exercise in said.left_out
    assert exercise not in said.exercises
    shown = outcome(said, C)
    assert "Leave out, also as a next step" in shown
    assert f"<b>{C.exercises[exercise].name}.</b>" not in shown


def test_a_next_step_that_hurt_is_left_out_too():
    said = {w.outcome.id: w for w in result({"t5": "hurt"}, NO, C).outcomes}["weak_glute_med"]
    assert "single_leg_rdl" in said.left_out  # the next step of the bridge


def test_six_weeks_without_change_puts_seeing_someone_first():
    assert result({}, NO | {"rf14": True}, C).see_someone_first
    assert not result({}, NO | {"rf12": True, "rf13": True}, C).see_someone_first


@pytest.mark.parametrize(
    ("old", "new", "field", "says"),
    [
        ("references: [vanderworp2012,", "references: [no_such_study,", "tests.0.references", "is not in references"),
        ("exercises: [clam,", "exercises: [handstand,", "outcomes.0.exercises", "is not in exercises"),
        ("        flag: rf05", "        flag: rf99", "tests.0.answers", "is not in stop_flags"),
        ("leaves_out: [sl_abduction]", "leaves_out: [handstand]", "tests.3.answers", "is not in exercises"),
        ("weight: 2}", "weight: 9}", "tests.0.answers.2.points.0.weight", "less than or equal to 2"),
        ("agreeing_tests: 2", "agreeing_tests: 1", "rules.agreeing_tests", "greater than or equal to 2"),
        ("      specificity: 97.3 %\n", "", "tests.2.accuracy", "together"),
        ("{chain: weak_glute_med,", "{chain: weak_knee,", "(file)", "no outcome"),
    ],
)
def test_a_mistake_in_the_content_names_its_place(tmp_path, old, new, field, says):
    shutil.copytree(CONTENT, tmp_path / "content")
    path = tmp_path / "content/self_check.yaml"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    found = [p for p in problems_in(tmp_path / "content") if p.field == field]
    assert found
    assert found[0].file.endswith("self_check.yaml")
    assert says in found[0].message
