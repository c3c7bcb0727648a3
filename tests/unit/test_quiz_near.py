"""Neighbours in the quiz: passages and layers, each held against what the drawing and the texts say of neighbours."""

import pytest

from data.case import Case, CaseKind
from data.neighbours import neighbours
from data.quiz.asking import ask, pool
from data.quiz.lesson import about
from data.quiz.question import Mode, Options
from tests.every import every
from tests.unit.asked import ONCE, C, every_choice

ALL = [q for q in ONCE if q.startswith("near:")]


def case_of(id_):
    return C.cases[id_.rpartition(".")[2]]


def below(structure, way):
    """All that lies over (or under) a structure, through others too."""
    found, waiting = set(), [structure]
    while waiting:
        new = set(getattr(neighbours(waiting.pop(), C), way)) - found
        found |= new
        waiting += new
    return found


def has_four_answers_of_which_one_is_right(id_):
    for seed in range(12):
        question = ask(id_, Options(), C, seed)
        assert len({w.casefold() for _, w in question.choices}) == 4
        assert sum(question.right(i) for i, _ in question.choices) == 1
    assert about(id_, C) == set(case_of(id_).structures)


def says_why_and_where_it_was_read(id_):
    for question, i, _ in every_choice(id_, seeds=12):
        assert "Source" in question.why
        assert question.right(i) or question.misses[i]
        assert not question.hurt


def a_layer_is_what_the_neighbours_say(id_):
    case = case_of(id_)
    if case.kind is CaseKind.LAYER:
        assert case.answer in getattr(neighbours(case.of, C), case.lies)


def a_wrong_answer_lies_nowhere_in_that_direction(id_):
    case = case_of(id_)
    if case.kind is CaseKind.LAYER and case.lies != "beside":
        through = below(case.of, case.lies)
        if case.id == "deepest_gluteal":  # asked among three that lie over one another
            through = {"gluteus_minimus"}
        assert not set(case.wrong) & through
    if case.lies == "beside":
        near = neighbours(case.of, C)
        assert not set(case.wrong) & {*near.over, *near.under, *near.beside}


def the_answer_is_not_in_its_own_prompt(id_):
    case = case_of(id_)
    assert C.name(case.answer).casefold().split(" at the ")[0] not in case.prompt.casefold()
    assert all(C.name(i).casefold() not in case.prompt.casefold() or i == case.of for i in case.wrong)


CHECKS = (
    has_four_answers_of_which_one_is_right,
    says_why_and_where_it_was_read,
    a_layer_is_what_the_neighbours_say,
    a_wrong_answer_lies_nowhere_in_that_direction,
    the_answer_is_not_in_its_own_prompt,
)


@pytest.mark.parametrize("id_", ALL)
def test_a_question_on_neighbours_is_fair(id_):
    every(CHECKS, id_)


def test_every_case_is_asked_once():
    assert {case_of(q).id for q in ALL} == {c.id for c in C.cases.values() if c.kind is not CaseKind.LESION}
    assert len(ALL) == len(set(ALL))


@pytest.mark.parametrize(
    ("case", "arguable"),
    [
        ("gateway_above", "sciatic_nerve"),  # in some people it passes over or through piriformis
        ("gateway_muscle", "gemelli"),
        ("between_gemelli", "gemelli"),
        ("obturator_branches", "pectineus obturator_externus"),
        ("gap_for_vessels", "vastus_medialis"),
        ("adductor_canal", "femoral_nerve obturator_nerve"),
        ("injection_site", "superior_gluteal_nerve inferior_gluteal_nerve posterior_femoral_cutaneous_nerve"),
        ("under_soleus", "sciatic_nerve"),
    ],
)
def test_what_is_arguable_is_not_offered(case, arguable):
    assert not set(C.cases[case].wrong) & set(arguable.split())


def test_chosen_neighbours_are_told_where_they_lie():
    question = ask("near:layer.gluteus_minimus.under_gluteus_medius", Options(), C, 0)
    said = {i: m for s in range(9) for i, m in ask(question.id, Options(), C, s).misses.items()}
    assert said["gluteus_maximus"] == "Gluteus maximus lies over the gluteus medius."


GOOD = {
    "id": "x", "kind": "layer", "prompt": "?", "of": "gluteus_medius", "lies": "under", "answer": "gluteus_minimus",
    "wrong": ["iliacus", "sartorius", "gracilis"], "why": "w", "references": ["gray1918"],
}  # fmt: skip


@pytest.mark.parametrize(
    "bad",
    [
        {"wrong": ["iliacus", "sartorius"]}, {"wrong": ["iliacus", "iliacus", "sartorius"]}, {"lies": None},
        {"answer": "iliacus"}, {"kind": "passage"}, {"of": None, "lies": None}, {"references": []},
    ],
)  # fmt: skip
def test_a_case_that_asks_no_one_thing_is_refused(bad):
    Case.model_validate(GOOD)
    with pytest.raises(ValueError, match="validation error"):
        Case.model_validate({**GOOD, **bad})


@pytest.mark.parametrize(
    "id_", ["near:passage.x", "near:layer.soleus.gateway_above", "near:passage.soleus.<b>", "near:"]
)
def test_an_unknown_case_is_a_key_error(id_):
    with pytest.raises(KeyError):
        ask(id_, Options(), C, 1)


def test_a_region_asks_for_what_lies_there():
    knee = pool(Options(modes=(Mode.NEAR,), region="knee"), C)
    assert "near:passage.common_fibular_nerve.neck_of_fibula" in knee
    assert "near:layer.gluteus_minimus.under_gluteus_medius" not in knee
