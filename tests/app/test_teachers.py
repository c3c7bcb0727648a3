"""The page for teachers by AppTest: the link of a round, and the check of a slip."""

from functools import partial

from data.catalog import catalog
from data.quiz.lesson import Lesson, code, questions
from data.quiz.question import Options
from tests.app import opened
from tests.app.opened import words

run = partial(opened.run, "pages/practise/teachers.py")


def test_the_start_is_a_round_ready_to_show():
    at = run()
    assert at.get("code")[0].value.endswith("/quiz?set=gluteals&seed=7&count=10")
    assert "data:image/svg+xml" in words(at)


def test_a_choice_changes_the_link():
    at = run()
    at.multiselect(key="lesson_subjects").set_value(["sartorius"]).run()
    at.slider(key="lesson_count").set_value(5).run()
    assert "set=sartorius&seed=7&count=5" in at.get("code")[0].value


def test_a_slip_is_checked():
    at = run()
    ids = questions(Lesson(7, ("gluteals",), 10), Options(), catalog())
    at.text_input(key="lesson_code").set_value(code(ids, [n != 4 for n in range(10)])).run()
    assert at.success[0].value == "9 of 10 right; missed: 5."
    at.text_input(key="lesson_code").set_value("<b>nonsense</b>").run()
    assert at.error
    assert not at.exception
