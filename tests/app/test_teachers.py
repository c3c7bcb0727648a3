"""The page for teachers by AppTest: the link of a round, and the check of a slip."""

from datetime import date
from functools import partial

from components.quiz.lesson import slip
from data.catalog import catalog
from data.quiz.asking import ask
from data.quiz.lesson import Lesson, code, questions
from data.quiz.question import Mode, Options
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
    at.pills(key="lesson_modes").set_value([Mode.NAME, Mode.FIND]).run()
    assert "set=sartorius&seed=7&count=5&modes=find,name" in at.get("code")[0].value
    assert at.session_state["lesson_modes"] == [Mode.NAME, Mode.FIND]
    assert not at.exception
    again = run(**{k: "".join(v) for k, v in at.query_params.items()})
    assert again.get("code")[0].value == at.get("code")[0].value


def test_a_slip_is_checked():
    at = run()
    ids = questions(Lesson(7, ("gluteals",), 10), Options(), catalog())
    at.text_area(key="lesson_code").set_value(code(ids, [n != 4 for n in range(10)])).run()
    assert at.success[0].value == "9 of 10 right; missed: 5."
    at.text_area(key="lesson_code").set_value("<b>nonsense</b>").run()
    assert at.error
    assert not at.exception


def test_a_whole_slip_is_checked_whatever_round_the_page_shows():
    at = run(seed="3")
    lesson, options = Lesson(9, ("sartorius",), 5), Options(modes=(Mode.FACTS,))
    results = [(ask(q, options, catalog(), 9), n != 1) for n, q in enumerate(questions(lesson, options, catalog()))]
    said = slip(lesson, options, results, catalog(), date(2026, 11, 27), "https://x.example")
    at.text_area(key="lesson_code").set_value(said).run()
    assert at.success[0].value == f"{len(results) - 1} of {len(results)} right; missed: 2."
    at.text_area(key="lesson_code").set_value(said.replace("seed=9", "seed=8")).run()
    assert at.error
    at.text_area(key="lesson_code").set_value(said.replace("seed=9", "seed=x")).run()
    assert "cannot be read" in at.error[0].value
    assert not at.exception
