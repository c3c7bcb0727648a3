"""The Quiz page by AppTest: options by address, a session, feedback, bad input."""

from datetime import timedelta
from functools import partial

import pytest
import streamlit as st

from components.diagram.component import Pick
from data.catalog import catalog
from data.quiz.lesson import read_code
from data.quiz.progress import Progress
from tests.app import opened
from tests.app.opened import words

run = partial(opened.run, "pages/practise/quiz.py")


def started(**params):
    at = run(**params)
    at.button(key="quiz_start").click().run()
    assert not at.exception
    return at


def test_the_start_says_what_fits():
    assert "questions** fit" in words(run())


def test_an_address_restores_the_options():
    at = run(region="knee", layer="deep", level="groups", modes="find,name")
    assert at.session_state["quiz_modes"] == ["find", "name"]
    assert at.session_state["quiz_region"] == "knee"


def test_ten_answers_make_a_summary_with_progress():
    at = started(modes="facts,reason")
    for number in range(10):
        question = at.session_state["quiz_run"].question(catalog())
        right = next(n for n, (i, _) in enumerate(question.choices) if question.right(i))
        at.button(key=f"quiz_choice_{number}_{right if number % 2 else (right + 1) % 4}").click().run()
        assert ("Right" if number % 2 else "Not this one") in words(at)
        at.button(key=f"quiz_next_{number + 1}").click().run()
        assert not at.exception
    assert "5 of 10 right" in words(at)
    assert len(at.session_state["quiz_progress"].cards) == 10
    assert len(at.session_state["quiz_progress"].days) == 1
    at.button(key="quiz_again").click().run()
    assert "10 met so far" in words(at)


def test_a_round_can_be_ended_before_its_end():
    at = started(modes="facts")
    at.button(key="quiz_stop").click().run()
    assert "questions** fit" in words(at)
    at.button(key="quiz_start").click().run()
    at.button(key="quiz_choice_0_0").click().run()
    at.button(key="quiz_stop").click().run()
    assert not at.exception
    assert "of 1 right" in words(at)
    assert len(at.session_state["quiz_progress"].cards) == 1


def ended_round(rounds):
    """A round of one question, answered, as the one that makes so many."""
    at = run(modes="facts")
    at.session_state["quiz_progress"] = Progress(rounds=rounds - 1)
    at.button(key="quiz_start").click().run()
    at.session_state["quiz_run"].ids = at.session_state["quiz_run"].ids[:1]
    at.button(key="quiz_choice_0_0").click().run()
    at.button(key="quiz_next_1").click().run()
    assert not at.exception
    return at


def test_after_every_fifth_round_a_reader_is_asked_to_take_the_progress_along():
    assert "**5 rounds done.**" in words(ended_round(5))
    assert "rounds done" not in words(ended_round(4))
    assert "rounds done" not in words(ended_round(6))


def test_the_reminder_can_be_put_off_and_comes_back_five_rounds_later():
    at = ended_round(5)
    at.button(key="quiz_reminder_later").click().run()
    assert "rounds done" not in words(at)
    at.run()
    assert "rounds done" not in words(at)
    at.session_state["quiz_progress"] = at.session_state["quiz_progress"].model_copy(update={"rounds": 10})
    at.run()
    assert "**10 rounds done.**" in words(at)


def test_find_can_be_answered_by_letters():
    at = started(modes="find")
    at.button(key="quiz_letters").click().run()
    assert [b.label for b in at.button if (b.key or "").startswith("quiz_choice")] == ["A", "B", "C", "D"]
    at.button(key="quiz_choice_0_0").click().run()
    assert "Right" in words(at) or "Not this one" in words(at)


@pytest.mark.parametrize(
    ("hit", "on", "said"),
    [
        ("a small thing beside it", "what is asked for", "Right"),
        ("what is asked for", "what lies beside it", "Right"),
        ("a small thing beside it", "what lies beside it", "Not this one"),
        ("a small thing beside it", None, "Not this one"),
    ],
)
def test_a_tap_that_lies_on_what_is_asked_for_is_right_whatever_is_within_reach(monkeypatch, hit, on, said):
    def tapped(_state, _known, on_pick, **_others):
        right = asked().answers[0]
        others = iter(i for i in ("femoral_neurovascular_bundle", "iliac_crest", "sartorius") if i != right)
        meant = {"what is asked for": right, "a small thing beside it": next(others), None: None}
        pick = Pick(meant[hit], (), on=meant.get(on, next(others)))
        st.button("Tap", key="tap", on_click=on_pick, args=(pick,))

    def asked():
        return st.session_state["quiz_run"].question(catalog())

    monkeypatch.setattr("components.quiz.run.diagram", tapped)
    at = started(modes="find")
    at.button(key="tap").click().run()
    assert said in words(at)


@pytest.mark.parametrize("key", ["modes", "region", "layer", "level"])
def test_a_bad_address_falls_back_with_a_quiet_note(key):
    text = words(run(**{key: "<img src=x>"}))
    assert "The link names" in text
    assert "<img" not in text


def answer(at, number, right):
    question = at.session_state["quiz_run"].question(catalog())
    good = next(n for n, (i, _) in enumerate(question.choices) if question.right(i))
    at.button(key=f"quiz_choice_{number}_{good if right else (good + 1) % len(question.choices)}").click().run()
    assert not at.exception


def test_a_class_gets_one_round_and_a_slip_and_keeps_nothing():
    address = {"set": "gluteals", "seed": "7", "count": "5", "modes": "facts"}
    at = started(**address)
    ids = list(at.session_state["quiz_run"].ids)
    for number in range(5):
        answer(at, number, right=number > 0)
        at.button(key=f"quiz_next_{number + 1}").click().run()
    assert "4 of 5 right" in words(at)
    said = at.get("code")[0].value
    assert read_code(said.split("Code: ")[1].split("\n")[0], ids) == (False, True, True, True, True)
    assert not at.session_state["quiz_progress"].cards
    assert started(**address).session_state["quiz_run"].ids == ids


def test_nerves_neighbours_and_compartments_make_a_class_round_and_a_mock_exam():
    address = {"set": "hamstrings,sciatic_nerve", "seed": "4", "count": "6", "modes": "together,nerve,near"}
    at = started(**address)
    ids = list(at.session_state["quiz_run"].ids)
    assert {q.split(":")[0] for q in ids} <= {"together", "nerve", "near"}
    for number in range(6):
        answer(at, number, right=number != 2)
        assert "Source" in words(at)
        at.button(key=f"quiz_next_{number + 1}").click().run()
    assert "5 of 6 right" in words(at)
    assert "(Compartments and groups, Nerves, Neighbours)" in at.get("code")[0].value
    exam = run(modes="nerve")
    exam.button(key="quiz_exam").click().run()
    answer(exam, 0, right=False)
    exam.button(key="quiz_stop").click().run()
    assert not exam.exception
    assert "0 of 20 right" in words(exam)


def test_a_hurt_nerve_is_no_diagnosis():
    at = started(modes="nerve")
    at.session_state["quiz_run"].ids = ["nerve:lesion.femoral_nerve.knee_gives_way"]
    at.run()
    answer(at, 0, right=True)
    assert "this is no diagnosis" in words(at)


def test_a_bent_link_is_an_own_quiz_with_a_note():
    at = run(seed="<script>")
    assert "cannot be read" in words(at)
    assert "questions** fit" in words(at)


def test_a_mock_exam_says_nothing_before_its_end():
    at = run(modes="facts")
    at.button(key="quiz_exam").click().run()
    assert "hand in by" in words(at)
    answer(at, 0, right=True)
    assert len(at.session_state["quiz_run"].results) == 1
    assert "Not this one" not in words(at)
    answer(at, 1, right=False)
    at.button(key="quiz_stop").click().run()
    assert not at.exception
    assert "1 of 20 right" in words(at)
    assert words(at).count("✕ Missed") == 19
    assert len(at.session_state["quiz_progress"].cards) == 2


def test_a_mock_exam_ends_with_its_time():
    at = run(modes="facts")
    at.button(key="quiz_exam").click().run()
    answer(at, 0, right=True)
    at.session_state["quiz_run"].ends -= timedelta(hours=1)
    at.run()
    assert "1 of 20 right" in words(at)


def test_a_mock_exam_handed_in_late_is_over_before_the_answer_that_comes_late():
    at = run(modes="facts")
    at.button(key="quiz_exam").click().run()
    answer(at, 0, right=True)
    at.session_state["quiz_run"].ends -= timedelta(hours=1)
    answer(at, 1, right=True)
    assert "1 of 20 right" in words(at)
    assert len(at.session_state["quiz_progress"].cards) == 1


@pytest.mark.parametrize("late", [True, False])
def test_a_mock_exam_that_ends_early_is_one_round(late):
    at = run(modes="facts")
    at.button(key="quiz_exam").click().run()
    answer(at, 0, right=True)
    if late:
        at.session_state["quiz_run"].ends -= timedelta(hours=1)
        at.run()
    else:
        at.button(key="quiz_stop").click().run()
    at.run()
    progress = at.session_state["quiz_progress"]
    assert (progress.rounds, len(progress.days), len(progress.cards)) == (1, 1, 1)


def test_a_class_round_left_early_has_a_slip_of_all_its_questions():
    at = started(set="gluteals", seed="7", count="5", modes="facts")
    ids = list(at.session_state["quiz_run"].ids)
    answer(at, 0, right=True)
    at.button(key="quiz_stop").click().run()
    assert "1 of 5 right" in words(at)
    said = at.get("code")[0].value
    assert read_code(said.split("Code: ")[1].split("\n")[0], ids) == (True, False, False, False, False)
