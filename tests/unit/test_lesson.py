"""A class's round: the same questions for everybody, links that strangers bend, slips that can be checked."""

import datetime
import re
from urllib.parse import parse_qsl

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.quiz.lesson import NO_LESSON, address, checked, read_lesson, slip, subject_names, write_lesson
from components.quiz.state import read
from components.shared.for_teachers import WORDS
from data.catalog import catalog
from data.quiz.asking import ask, pool
from data.quiz.lesson import LETTERS, Lesson, WrongCodeError, about, code, questions, read_code
from data.quiz.question import Level, Mode, Options

C = catalog()
USUAL = Options()
GLUTEALS = Lesson(7, ("gluteals", "sartorius"), 10)
IDS = questions(GLUTEALS, USUAL, C)


def test_everybody_gets_the_same_and_another_number_draws_others():
    assert questions(GLUTEALS, USUAL, C) == IDS
    assert len(set(IDS)) == len(IDS) == 10
    assert questions(Lesson(8, GLUTEALS.subjects), USUAL, C) != IDS
    assert [ask(q, USUAL, C, 7) for q in IDS] == [ask(q, USUAL, C, 7) for q in IDS]


def test_every_question_is_about_what_was_chosen():
    wanted = {*C.members("gluteals"), "sartorius"}
    assert all(about(q, C) & wanted for q in IDS)
    assert set(questions(Lesson(1, (), 20), USUAL, C)) <= set(pool(USUAL, C))


@pytest.mark.parametrize("mode", [m for m in Mode if m is not Mode.REASON])
def test_what_a_question_is_about_is_known_by_its_id(mode):
    for level in Level:
        for question in pool(Options(modes=(mode,), level=level), C):
            assert about(question, C), question


def test_the_examples_for_teachers_are_rounds_of_ten():
    links = [dict(parse_qsl(link)) for link in re.findall(r"\(\./quiz\?([^)]*)\)", WORDS)]
    assert len(links) == 2
    for params in links:
        lesson, notes = read_lesson(params, C)
        assert notes == []
        assert len(questions(lesson, read(params)[0], C)) == 10


def test_few_questions_make_a_short_round():
    few = questions(Lesson(1, ("ischial_tuberosity",), 20), Options(modes=(Mode.NAME,)), C)
    assert len(few) < 5


def test_a_round_comes_back_from_its_link():
    options = Options(modes=(Mode.FACTS, Mode.NAME), level=Level.SINGLE)
    params = write_lesson(GLUTEALS, options)
    assert read_lesson(params, C) == (GLUTEALS, [])
    assert address(GLUTEALS, options, "https://x.example").startswith(
        "https://x.example/quiz?set=gluteals,sartorius&seed=7&"
    )
    assert read_lesson({"modes": "facts"}, C) == (None, [])


@pytest.mark.parametrize(
    "bent",
    [
        {"seed": "x"}, {"seed": "-1"}, {"seed": "0"}, {"seed": "99999999"}, {"seed": "７"}, {"seed": ""},
        {"seed": "7", "set": "gluteals,nothing"}, {"seed": "7", "set": "<script>"}, {"seed": "7", "count": "500"},
        {"seed": "7", "count": "1e1"}, {"seed": "7", "modes": "facts,x"}, {"seed": "7", "level": "x"},
        {"seed": "7", "region": "x"}, {"seed": "7", "layer": "x"}, {"set": "gluteals"}, {"count": "5"},
        {"seed": "7", "set": ",".join([*C.structures, *C.groups])},
    ],
)  # fmt: skip
def test_a_bent_link_makes_no_round_and_says_so(bent):
    assert read_lesson(bent, C) == (None, [NO_LESSON])


@given(st.dictionaries(st.sampled_from(["seed", "set", "count"]), st.text(max_size=60)))
def test_no_link_raises(params):
    read_lesson(params, C)


@given(st.lists(st.booleans(), min_size=1, max_size=20))
def test_a_slips_code_tells_what_was_right(results):
    ids = [f"name:{n}" for n in range(len(results))]
    made = code(ids, results)
    assert read_code(made, ids) == tuple(results)
    assert read_code(made.lower().replace("-", " "), ids) == tuple(results)
    with pytest.raises(WrongCodeError):
        read_code(made, [*ids[:-1], "name:other"])


def test_a_slip_of_the_pen_is_caught():
    right = code(IDS, [True] * 10).replace("-", "")
    for at, letter in enumerate(right):
        other = LETTERS[(LETTERS.index(letter) + 1) % len(LETTERS)]
        with pytest.raises(WrongCodeError):
            read_code(right[:at] + other + right[at + 1 :], IDS)


@pytest.mark.parametrize("text", ["", "-", "XXXX", "0O1I-IL00", "é" * 9, "A" * 40])
def test_what_is_no_code_is_refused(text):
    with pytest.raises(WrongCodeError):
        read_code(text, IDS)


def test_the_slip_says_the_round_the_score_and_what_was_missed():
    results = [(ask(q, USUAL, C, 7), n != 2) for n, q in enumerate(IDS)]
    said = slip(GLUTEALS, USUAL, results, C, datetime.date(2026, 11, 27), "https://x.example")
    assert "27 November 2026" in said
    assert f"Round 7: {subject_names(GLUTEALS, C)}" in said
    assert "9 of 10 right" in said
    assert address(GLUTEALS, USUAL, "https://x.example") in said
    assert checked(said, [], C) == tuple(ok for _, ok in results)
    assert f"  3. {results[2][0].prompt}" in said
    assert read_code(said.split("Code: ")[1].split("\n")[0], IDS) == tuple(ok for _, ok in results)
