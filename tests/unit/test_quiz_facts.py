"""Facts in the quiz: no wrong answer is true too, none tells itself, feedback says the fact."""

import pytest

from data.quiz.asking import ask
from data.quiz.facts import alike
from data.quiz.question import Options
from tests.every import every
from tests.unit.asked import ALL, FACTS, C, every_choice


def test_what_is_true_of_both_is_no_wrong_answer():
    """TFL shares its nerve with gluteus medius and minimus."""
    for seed in range(40):
        question = ask("facts:tensor_fasciae_latae.nerve", Options(), C, seed)
        assert sum("superior gluteal" in w.casefold() for _, w in question.choices) == 1


def no_wrong_answer_is_part_of_the_right_one_or_the_other_way_round(id_):
    if id_.endswith(".tissue"):
        return
    for seed in range(4):
        question = ask(id_, Options(), C, seed)
        right = question.answers[0].split("(")[0].strip().casefold()
        for words in (w.split("(")[0].strip().casefold() for i, w in question.choices if not question.right(i)):
            assert words not in right
            assert right not in words


# ---- answers that are right, wrong and fair


def muscles_alone_begin_end_and_move_something(id_):
    if not id_.endswith(("origin", "insertion", "nerve", "action")):
        return
    assert C.structures[id_.split(":")[1].split(".")[0]].tissue == "muscle"


@pytest.mark.parametrize(
    ("id_", "also_right"),
    [
        ("facts:psoas_major.insertion", "Lesser trochanter with psoas"),
        ("facts:gemelli.insertion", "Inner side of the greater trochanter after bending round the ischium"),
        ("facts:rectus_femoris.insertion", "Quadriceps tendon and outer patella"),
        ("facts:semimembranosus.insertion", "Upper inner tibia (pes anserinus)"),
        ("facts:adductor_brevis.insertion", "Linea aspera and adductor tubercle"),
        ("facts:adductor_brevis.insertion", "Pectineal line of the femur"),
        ("facts:gracilis.origin", "Body of the pubis below the crest"),
        ("facts:adductor_longus.origin", "Ischiopubic ramus and ischial tuberosity"),
        ("facts:semitendinosus.nerve", "Tibial nerve (S1-S2)"),
        ("facts:semitendinosus.nerve", "Obturator nerve (L2-L4) and tibial division of sciatic (L4)"),
        ("facts:pectineus.nerve", "Obturator nerve (L2-L4)"),
        ("facts:iliacus.origin", "Front of the sacrum (S2-S4)"),
        ("facts:gluteus_maximus.action", "Hip abduction"),
        ("facts:gluteus_maximus.action", "Hip adduction"),
        ("facts:gluteus_medius.action", "Hip external rotation"),
        ("facts:gluteus_medius.action", "Hip flexion"),
        ("facts:obturator_internus.action", "Hip abduction"),
        ("facts:psoas_major.action", "Hip external rotation"),
        ("facts:biceps_femoris_long_head.action", "Hip external rotation"),
        ("facts:tensor_fasciae_latae.action", "Tension strap for the outer hip and knee"),
    ],
)
def test_what_is_right_too_is_no_wrong_answer(id_, also_right):
    assert also_right not in {w for _, _, w in every_choice(id_, seeds=60)}


def a_wrong_movement_is_the_opposite_or_of_a_joint_not_crossed(id_):
    if not id_.endswith(".action"):
        return
    said = " ".join(C.structures[id_.split(":")[1].split(".")[0]].actions)
    for question, i, _ in every_choice(id_):
        if not question.right(i):
            assert i not in said
            assert i.split()[0] not in said or "opposite" in question.misses[i]


def no_two_answers_of_a_question_say_the_same(id_):
    for seed in range(25):
        words = [w for _, w in ask(id_, Options(), C, seed).choices]
        if not id_.endswith((".action", ".tissue")):
            assert not [(a, b) for n, a in enumerate(words) for b in words[n + 1 :] if alike(a, b)]


def the_right_answer_does_not_tell_itself_by_the_name(id_):
    names = {w[:4] for w in C.structures[id_.split(":")[1].split(".")[0]].name.casefold().split() if len(w) > 5}
    for seed in range(25):
        question = ask(id_, Options(), C, seed)
        told = {i: {n for n in names if n in w.casefold()} for i, w in question.choices}
        right = question.answers[0]
        assert not told[right] or any(told[right] <= told[i] for i in told if i != right)


@pytest.mark.parametrize(
    "id_",
    [
        "facts:piriformis.nerve", "facts:obturator_internus.nerve", "facts:quadratus_femoris.nerve",
        "facts:gemelli.origin", "facts:sciatic_nerve.tissue", "facts:sartorius.tissue", "facts:gerdys_tubercle.origin",
        "facts:adductor_magnus.insertion", "facts:adductor_magnus.action",
    ],
)  # fmt: skip
def test_what_gives_itself_away_or_makes_no_sense_is_not_asked(id_):
    assert id_ not in ALL


def the_right_answer_does_not_tell_itself_by_its_length(id_):
    if id_.endswith((".action", ".tissue")):
        return
    for seed in range(25):
        question = ask(id_, Options(), C, seed)
        wrong = [len(w) for i, w in question.choices if not question.right(i)]
        assert 0.45 * min(wrong) < len(question.answers[0]) < 2 * max(wrong)


def feedback_tells_the_fact_that_was_asked_for(id_):
    if id_.endswith(".tissue"):
        return
    question = ask(id_, Options(), C, 3)
    structure, field = id_.split(":")[1].split(".")
    if field in ("origin", "insertion"):
        assert getattr(C.structures[structure], field) in question.why
    if field == "action":
        assert all(a in question.why for a in C.structures[structure].actions if a != question.answers[0])
    assert all(question.misses[i] for i, _ in question.choices if not question.right(i))


CHECKS = (
    no_wrong_answer_is_part_of_the_right_one_or_the_other_way_round,
    muscles_alone_begin_end_and_move_something,
    a_wrong_movement_is_the_opposite_or_of_a_joint_not_crossed,
    no_two_answers_of_a_question_say_the_same,
    the_right_answer_does_not_tell_itself_by_the_name,
    the_right_answer_does_not_tell_itself_by_its_length,
    feedback_tells_the_fact_that_was_asked_for,
)


@pytest.mark.parametrize("id_", FACTS)
def test_a_fact_is_asked_fairly(id_):
    every(CHECKS, id_)


def test_feedback_names_what_shares_the_nerve():
    assert "gluteus minimus; tensor fasciae latae" in ask("facts:gluteus_medius.nerve", Options(), C, 1).why
