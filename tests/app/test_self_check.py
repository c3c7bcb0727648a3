"""The self-check by AppTest: nothing gets past the gate, a yes ends it, answers stay in the session."""

from functools import partial

import pytest

from components.self_check.places import AGES, PLACES, UNSURE
from components.self_check.signs import STOP_TITLES
from data.about import Age, Place
from data.catalog import catalog
from data.model import Urgency
from data.self_check import SKIP
from data.stop_flag import fitting
from tests.app import opened
from tests.app.opened import words

C = catalog()
TESTS = C.self_check.tests
STOPPING = [f for f in C.stop_flags.values() if f.stops]
NO = dict.fromkeys(C.stop_flags, False)
GROUPS = ("emergency", "today", "soon", "soft")
WHERE = {p: n for n, group in enumerate(PLACES.values()) for p in group}
ALL = len(C.stop_flags)

run = partial(opened.run, "pages/practise/self_check.py")


def press(at, key):
    at.button(key=key).click().run()
    assert not at.exception
    return at


def whom(at, place=UNSURE, age=UNSURE):
    """Say whom it is about; by default unsure, so that every sign is asked."""
    at.pills(key=f"place_{WHERE[place]}").select(place).run()
    at.pills(key="age").select(age).run()
    assert not at.exception
    return at


def through_the_gate(at):
    whom(at)
    for group in GROUPS:
        press(at, f"none_{group}")
    return press(at, "begin")


def buttons(at):
    return {b.key for b in at.button} - {"tour_add"}  # the frame's own


def keep(at):
    return at.session_state["self_check"]


def escaped(text):
    return text.replace("'", "&#x27;")


def asked(at):
    return [f.id for f in C.stop_flags.values() if f"flag_{f.id}" in {s.key for s in at.segmented_control}]


def test_danger_stands_before_the_first_question():
    at = run()
    text = words(at)
    assert escaped(C.self_check.call_now) in text
    assert "tel:112" in text
    assert asked(at) == []
    assert "begin" not in buttons(at)
    said = [str(getattr(e, "value", "")) for e in at.main]
    first = next(n for n, text in enumerate(said) if escaped(C.self_check.call_now) in text)
    assert first < said.index("Where does it hurt most?")


def test_who_is_unsure_is_asked_every_stop_flag_and_there_is_no_way_on():
    at = whom(run())
    for flag in C.stop_flags.values():
        assert escaped(flag.ask) in words(at)
        assert at.segmented_control(key=f"flag_{flag.id}").value is None
    assert "begin" not in buttons(at)
    assert f"{ALL} of {ALL} still to answer" in words(at)


@pytest.mark.parametrize(("place", "age"), [("knee_outer", "adult"), ("groin_front", "older"), ("knee_front", "child")])
def test_only_what_fits_is_asked_and_the_most_urgent_first(place, age):
    at = whom(run(), place, age)
    fit = fitting(C.stop_flags.values(), Place(place), Age(age))
    assert asked(at) == [f.id for f in fit]
    order = [C.stop_flags[s.key.removeprefix("flag_")] for s in at.segmented_control]
    urgent = [list(Urgency).index(f.urgency) for f in order if f.stops]
    assert urgent == sorted(urgent)
    for group in GROUPS:
        press(at, f"none_{group}")
    press(at, "begin")
    assert TESTS[0].name in words(at)


def test_every_place_and_age_can_be_chosen_and_one_place_takes_back_another():
    assert {p for group in PLACES.values() for p in group} == {*Place, UNSURE}
    assert set(AGES) == {*Age, UNSURE}
    at = run()
    at.pills(key="place_0").select("groin_front").run()
    at.pills(key="place_2").select("knee_outer").run()
    assert at.pills(key="place_0").value is None
    assert keep(at)["place"] == "knee_outer"
    assert asked(at) == []  # the age is not told yet


def test_another_place_asks_what_was_not_asked_before():
    at = whom(run(), "knee_outer", "adult")
    for group in GROUPS:
        press(at, f"none_{group}")
    press(at, "change_whom")
    whom(at, "groin_front", "adult")
    assert "begin" not in buttons(at)
    assert at.segmented_control(key="flag_rf01").value == "No"
    assert at.segmented_control(key="flag_rf15").value is None


@pytest.mark.parametrize(
    "params", [{"step": "result"}, {"at": "8"}, {"test": "t5"}, {"self_check": "x", "t1": "groin"}]
)
def test_no_link_skips_the_gate(params):
    at = run(**params)
    assert "Where does it hurt most?" in words(at)
    assert "begin" not in buttons(at)
    assert not [k for k in buttons(at) if k and k.startswith("answer_")]


@pytest.mark.parametrize("about", [{}, {"place": "nowhere", "age": "adult"}, {"place": "knee_outer"}])
@pytest.mark.parametrize("flags", [{}, {k: v for k, v in NO.items() if k != "rf09"}, NO | {"rf02": None}])
def test_no_leftover_of_the_session_skips_the_gate(flags, about):
    at = run()
    answers = {t.id: t.answers[-1].id for t in TESTS}
    at.session_state["self_check"] = {"flags": flags, "answers": answers, "at": 8} | about
    at.run()
    assert not at.exception
    assert "Where does it hurt most?" in words(at)
    assert "A reason to try" not in words(at)


def test_a_leftover_that_makes_no_sense_begins_anew():
    at = run()
    at.session_state["self_check"] = "nonsense"
    at.run()
    assert not at.exception
    assert "Where does it hurt most?" in words(at)


@pytest.mark.parametrize("flag", STOPPING, ids=lambda f: f.id)
def test_a_yes_says_what_to_do_keeps_no_answer_and_offers_no_exercise(flag):
    at = whom(run())
    press(at, "none_soft")
    at.segmented_control(key=f"flag_{flag.id}").select("Yes").run()
    assert not at.exception
    text = words(at)
    assert STOP_TITLES[flag.urgency] in text
    assert ("tel:112" in text) == (flag.urgency is Urgency.EMERGENCY)
    assert flag.action[1:].replace("'", "&#x27;") in text
    assert keep(at) == {"flags": {flag.id: True}, "answers": {}, "at": None, "place": None, "age": None}
    for exercise in C.exercises.values():
        assert exercise.name not in text
    assert buttons(at) == {"start_again"}
    press(at, "start_again")
    assert "Where does it hurt most?" in words(at)


def test_leaving_and_coming_back_does_not_undo_a_stop():
    at = whom(run(), "knee_outer", "adult")
    at.segmented_control(key="flag_rf01").select("Yes").run()
    at.switch_page("pages/learn/evidence.py").run()
    at.switch_page("pages/practise/self_check.py").run()
    assert "Get help now" in words(at)


def test_one_flag_left_open_keeps_the_gate_shut():
    at = whom(run(), "knee_outer", "adult")
    for group in GROUPS[1:]:
        press(at, f"none_{group}")
    for flag in ("rf01", "rf02", "rf03", "rf04", "rf18", "rf19", "rf20"):
        at.segmented_control(key=f"flag_{flag}").select("No").run()
    assert "1 of 23 still to answer" in words(at)
    assert "begin" not in buttons(at)
    at.segmented_control(key="flag_rf09").select("No").run()
    assert "begin" in buttons(at)


def test_a_whole_check_to_its_result_and_back_to_nothing():
    at = through_the_gate(run())
    assert TESTS[0].name in words(at)
    for test, answer in zip(
        TESTS, ["outer_knee", "familiar", "drop", "weak", "tipped", "not_sure", "skip", "level"], strict=True
    ):
        press(at, f"answer_{test.id}_{answer}")
    text = words(at)
    assert "A reason to try: side-hip strength and control" in text
    assert "You answered 6 of 8 tests" in text
    assert "./chains?chain=weak_glute_med" in text
    assert "Clamshell" in text
    assert dict(at.query_params) == {}
    press(at, "start_again")
    assert keep(at) == {"flags": {}, "answers": {}, "at": None, "place": None, "age": None}


def test_skipping_everything_says_that_there_is_no_pattern():
    at = through_the_gate(run())
    for test in TESTS:
        press(at, f"answer_{test.id}_{SKIP}")
    assert "No clear pattern" in words(at)
    assert "You answered 0 of 8" in words(at)


def test_back_keeps_answers_and_leads_to_the_gate():
    at = through_the_gate(run())
    press(at, "answer_t1_outer_knee")
    press(at, "back")
    assert TESTS[0].name in words(at)
    assert keep(at)["answers"] == {"t1": "outer_knee"}
    press(at, "back")
    assert at.segmented_control(key="flag_rf01").value == "No"


def test_a_stop_sign_in_a_test_ends_the_check():
    at = through_the_gate(run())
    press(at, "answer_t1_outer_knee")
    press(at, "answer_t2_familiar")
    press(at, "answer_t3_groin")
    assert "See someone today" in words(at)
    assert keep(at)["flags"] == {"rf05": True}
    assert keep(at)["answers"] == {}


def test_side_hip_pain_hides_rolling_there_and_points_to_the_page():
    at = whom(run())
    for group in GROUPS[:3]:
        press(at, f"none_{group}")
    for flag, said in (("rf12", "Yes"), ("rf13", "No"), ("rf14", "No"), ("rf33", "No")):
        at.segmented_control(key=f"flag_{flag}").select(said).run()
    press(at, "begin")
    for test, answer in zip(
        TESTS, ["skip", "skip", "drop", "toes_out", "tipped", "outwards", "skip", "skip"], strict=True
    ):
        press(at, f"answer_{test.id}_{answer}")
    text = words(at)
    assert "./?structure=greater_trochanter&" in text
    assert "./?structure=gluteus_maximus&" not in text
    assert "./?structure=tensor_fasciae_latae&" not in text
    assert "leave it out here" in text
