"""A round of the quiz takes each answer once."""

from datetime import UTC, datetime, timedelta

from components.quiz.run import Run, answer, picture_key
from data.catalog import catalog
from data.quiz.lesson import Lesson, questions
from data.quiz.question import Options

C = catalog()
LESSON = Lesson(7, ("gluteals",), 5)


def begun(**more):
    return Run(questions(LESSON, Options(), C), Options(), 7, lesson=LESSON, **more)


def test_a_double_click_is_one_answer():
    run = begun()
    asked = run.question(C)
    answer(run, asked, asked.answers[0])
    answer(run, asked, "something_else")
    assert [ok for _, ok in run.results] == [True]
    assert run.chosen == asked.answers[0]


def test_a_tap_that_comes_after_its_question_answers_no_other():
    run = begun(ends=datetime.now(UTC) + timedelta(minutes=5))
    asked = run.question(C)
    answer(run, asked, asked.answers[0])
    answer(run, asked, asked.answers[0])
    assert len(run.results) == 1
    first = picture_key(begun(ends=run.ends))
    assert picture_key(run) != first  # the browser's picture goes with its question
    while len(run.results) < len(run.ids):
        answer(run, run.question(C), "nothing")
    answer(run, asked, "nothing")
    assert len(run.results) == len(run.ids)
