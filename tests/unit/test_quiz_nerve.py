"""Nerves in the quiz: cases, muscles, roots, feeling. One right answer, and every wrong one wrong by all sources."""

import re

import pytest

from components.quiz.text import HURT, verdict
from data.case import CaseKind
from data.quiz.asking import ask, pool
from data.quiz.kinds import nerve as kind
from data.quiz.kinds.root import Lead
from data.quiz.lesson import Lesson, about, questions
from data.quiz.nerves import FAMILY, LEG, SHARED, SHIN, UNSURE, called
from data.quiz.question import Mode, Options
from tests.every import every
from tests.unit.asked import ONCE, C, every_choice

ALL = [q for q in ONCE if q.startswith("nerve:")]
LESIONS = {c.id: c for c in C.cases.values() if c.kind is CaseKind.LESION}
BARRED = {
    # A high lesion of the sciatic nerve weakens what the gluteal nerves move, too; so does one of their roots.
    "pelvis_sinks": "sciatic_nerve",
    "rising_and_stairs": "sciatic_nerve tibial_nerve",
    # One is a part of the other.
    "plaster_cast": "sciatic_nerve",
    "crossed_legs": "sciatic_nerve",
    "no_tiptoe": "sciatic_nerve",
    "ankle_jerk": "sciatic_nerve",
    # Adductor magnus has a second nerve.
    "leg_swings_out": "sciatic_nerve tibial_nerve",
    # The saphenous nerve is a branch; the inner thigh's patch differs in size.
    "vein_taken_out": "femoral_nerve obturator_nerve",
    "below_the_kneecap": "femoral_nerve obturator_nerve",
    "back_of_thigh": "sciatic_nerve",
    "after_childbirth": "posterior_femoral_cutaneous_nerve",
}
"""What is arguable for a case and never offered."""


def of(start):
    return [q for q in ALL if q.startswith(f"nerve:{start}.")]


def wrong(id_):
    return {i for question, i, _ in every_choice(id_) if not question.right(i)}


def nerve_of(muscle):
    """All that a muscle's record says of its nerves."""
    found = C.structures[muscle]
    said = [found.nerve, *(f"{s.nerve or ''} {s.branch}" for s in found.deeper.supplies)]
    return " ".join(said).casefold().replace("_", " ")


def has_four_answers_of_which_one_is_right(id_):
    for seed in range(12):
        question = ask(id_, Options(), C, seed)
        assert len({w.casefold() for _, w in question.choices}) == 4
        assert sum(question.right(i) for i, _ in question.choices) == 1
        assert about(id_, C)


def says_why_and_where_it_was_read(id_):
    for question, i, _ in every_choice(id_, seeds=12):
        assert "Source" in question.why
        assert question.right(i) or question.misses[i]
        assert not re.search(r"\.\.|: [.;]|\bNone\b", f"{question.why} {question.misses}")


def a_nerve_goes_by_its_own_name(id_):
    for _, _, words in every_choice(id_, seeds=12):
        assert " at the fibular head" not in words


def a_wrong_muscle_has_another_nerve_by_every_text(id_):
    if id_ in of("moves"):
        _, nerve, muscle = id_.split(".")
        names = [called(n, C).casefold().removesuffix(" nerve") for n in (FAMILY if nerve in FAMILY else {nerve})]
        assert any(n in nerve_of(muscle) for n in names)
        for i in wrong(id_):
            said = nerve_of(i).replace("not the femoral nerve", "")
            # Below the knee no text mixes the two parts of the sciatic nerve: there each stands against the other.
            theirs = [nerve.split("_")[-2]] if i in LEG | SHIN else names
            assert not any(re.search(rf"\b{n}\b(?! internus)", said) for n in theirs), i
            assert nerve not in FAMILY or "fibular" not in said or (nerve == "tibial_nerve" and i in SHIN), i
            assert i not in SHARED | UNSURE.get(nerve, set())
    if id_ in of("odd"):
        muscle = id_.rpartition(".")[2]
        nerve = called(kind.ODD[muscle], C).casefold().removesuffix(" nerve")
        assert not re.search(rf"\b{nerve}\b(?! internus)", nerve_of(muscle))
        assert all(nerve in nerve_of(i) for i in wrong(id_))


def a_wrong_span_of_roots_differs_at_both_ends(id_):
    if id_ not in of("roots"):
        return
    question = ask(id_, Options(), C, 1)
    low, high = question.answers[0].split("-")
    order = ["L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3", "S4"]
    for span in wrong(id_):
        first, last = span.split("-")
        a, b = order.index(first) - order.index(low), order.index(last) - order.index(high)
        assert a * b > 0, span


def a_wrong_root_is_two_away_from_every_root_of_the_muscle(id_):
    if id_ not in of("lead"):
        return
    order = ["L1", "L2", "L3", "L4", "L5", "S1", "S2", "S3"]
    known = [order.index(r) for r in C.structures[id_.rpartition(".")[2]].deeper.supplies[0].roots]
    for root in wrong(id_):
        assert min(abs(order.index(root) - k) for k in known) >= 2


def a_nerve_of_feeling_alone_is_told_from_those_that_move(id_):
    if id_ not in of("skin"):
        return
    right = C.structures[id_.rpartition(".")[2]].deeper
    assert bool(right.moves) != bool(right.feels)
    for i in wrong(id_):
        assert C.structures[i].deeper.moves
        assert C.structures[i].deeper.feels


def a_case_is_about_somebody_and_judges_nobody(id_):
    if id_ not in of("lesion"):
        return
    case = LESIONS[id_.rpartition(".")[2]]
    question = ask(id_, Options(), C, 3)
    for chosen, _ in question.choices:
        assert HURT in verdict(question, chosen, C)
    said = f"{case.prompt} {case.why} {question.misses}"
    assert not re.search(r"\byou\b|\byour\b|caused by|because of", said, re.I)
    assert called(case.answer, C).casefold() not in case.prompt.casefold()


def a_case_offers_nothing_arguable(id_):
    if id_ not in of("lesion"):
        return
    case = LESIONS[id_.rpartition(".")[2]]
    assert not set(case.wrong) & set(BARRED.get(case.id, "").split())
    assert all(C.structures[i].tissue == "nerve" and C.structures[i].deeper.lesion for i in (case.answer, *case.wrong))
    if case.id != "foot_neither_way":  # there the whole is asked for, and each part alone is too little
        assert not (
            {case.answer, *case.wrong} >= {"sciatic_nerve"}
            and {case.answer, *case.wrong} & (FAMILY - {"sciatic_nerve"})
        )


CHECKS = (
    has_four_answers_of_which_one_is_right,
    says_why_and_where_it_was_read,
    a_nerve_goes_by_its_own_name,
    a_wrong_muscle_has_another_nerve_by_every_text,
    a_wrong_span_of_roots_differs_at_both_ends,
    a_wrong_root_is_two_away_from_every_root_of_the_muscle,
    a_nerve_of_feeling_alone_is_told_from_those_that_move,
    a_case_is_about_somebody_and_judges_nobody,
    a_case_offers_nothing_arguable,
)


@pytest.mark.parametrize("id_", ALL)
def test_a_question_on_a_nerve_is_fair(id_):
    every(CHECKS, id_)


def test_every_case_is_asked_and_what_is_barred_exists():
    assert {q.rpartition(".")[2] for q in of("lesion")} == set(LESIONS)
    assert set(LESIONS) >= set(BARRED)
    assert set(C.structures) >= {i for ids in BARRED.values() for i in ids.split()}
    assert {q.rpartition(".")[2] for q in of("lead")} == set(Lead.MEASURED)
    assert {q.rpartition(".")[2] for q in of("odd")} == set(kind.ODD)


def test_muscles_of_two_nerves_are_never_asked_for():
    assert not [q for q in of("moves") if q.rpartition(".")[2] in SHARED]
    assert "nerve:moves.tibial_nerve.semitendinosus" not in ALL
    assert "nerve:moves.sciatic_nerve.soleus" not in ALL
    assert {m for q in of("moves") for _, n, m in [q.split(".")] if n == "tibial_nerve"} == LEG
    assert {m for q in of("moves") for _, n, m in [q.split(".")] if n == "common_fibular_nerve"} == SHIN


@pytest.mark.parametrize(
    "id_",
    [
        "lesion.knee_jerk", "lesion.tibial_nerve.knee_jerk", "lesion.femoral_nerve.gateway_above", "moves.tibial_nerve",
        "moves.soleus.soleus", "odd.soleus", "roots.soleus", "lead.soleus", "skin.femoral_nerve", "moves.<b>.<b>", "",
    ],
)  # fmt: skip
def test_an_unknown_question_is_a_key_error(id_):
    with pytest.raises(KeyError):
        ask(f"nerve:{id_}", Options(), C, 1)


def test_a_class_on_a_nerve_or_a_muscle_gets_its_questions():
    options = Options(modes=(Mode.NERVE,))
    ids = questions(Lesson(3, ("femoral_nerve",), 10), options, C)
    assert len(ids) == 9
    assert all("femoral_nerve" in about(q, C) for q in ids)
    assert "nerve:moves.femoral_nerve.sartorius" in questions(Lesson(3, ("sartorius",), 20), options, C)


def test_a_region_asks_for_the_nerves_that_run_there():
    hip = pool(Options(modes=(Mode.NERVE,), region="hip"), C)
    knee = pool(Options(modes=(Mode.NERVE,), region="knee"), C)
    assert "nerve:roots.superior_gluteal_nerve" in hip
    assert "nerve:roots.superior_gluteal_nerve" not in knee
    assert "nerve:lesion.common_fibular_nerve.plaster_cast" in knee
