"""Compartments, joints and groups: one right answer, and every wrong one wrong by all sources."""

import pytest

from data.quiz.asking import ask, pool
from data.quiz.kinds import compartment, group, joints
from data.quiz.lesson import Lesson, about, questions
from data.quiz.question import Mode, Options
from tests.every import every
from tests.unit.asked import ONCE, C, every_choice

ALL = [q for q in ONCE if q.startswith("together:")]


def of(kind):
    return [q for q in ALL if q.startswith(f"together:{kind}.")]


def wrong(id_):
    return {i for question, i, _ in every_choice(id_) if not question.right(i)}


def has_four_answers_of_which_one_is_right(id_):
    for seed in range(12):
        question = ask(id_, Options(), C, seed)
        assert len({w.casefold() for _, w in question.choices}) == 4
        assert sum(question.right(i) for i, _ in question.choices) == 1
        assert id_.rpartition(".")[2] in about(id_, C)


def says_why_and_where_it_was_read(id_):
    for question, i, _ in every_choice(id_, seeds=12):
        assert "Source" in question.why
        assert question.right(i) or question.misses[i]
        assert ".." not in question.why


def nothing_disputed_is_asked_or_offered(id_):
    if id_.startswith(("together:compartment.", "together:inside.")):
        assert not compartment.DISPUTED & {id_.rpartition(".")[2], *wrong(id_)}


def the_right_place_is_told_from_every_wrong_one(id_):
    muscle = id_.rpartition(".")[2]
    place = {i: s.deeper.compartment for i, s in C.structures.items() if s.deeper}
    if id_ in of("compartment"):
        assert ask(id_, Options(), C, 1).answers == (place[muscle],)
        assert place[muscle] not in wrong(id_)
    if id_ in of("inside"):
        assert all(place[i] != place[muscle] for i in wrong(id_))
        assert "glute" not in C.name(muscle).casefold()


def a_muscle_that_crosses_the_same_joints_is_no_wrong_answer(id_):
    if id_ not in of("joints"):
        return
    moved = {i: {a.joint for a in s.deeper.at_joints} - {"trunk", "foot"} for i, s in C.structures.items() if s.deeper}
    asked = moved[id_.rpartition(".")[2]]
    for i in wrong(id_):
        if len(asked) == 2:
            assert not asked <= moved[i]
        else:
            assert not (asked <= moved[i] and not moved[i] & ({"knee"} if asked != {"knee"} else {"hip"}))
        assert i not in joints.BY_THE_BAND


def a_member_of_the_group_or_a_doubtful_one_is_no_wrong_answer(id_):
    if id_ not in of("group"):
        return
    _, name, member = id_.split(".")
    members, doubtful = C.members(name), group.ASKED[name][1]
    assert member in members
    assert member not in doubtful
    assert not wrong(id_) & {*members, *doubtful}
    if name == "pes_anserinus_group":
        assert all("pes anserinus" not in C.structures[i].insertion for i in wrong(id_))
    if name == "trochanter_group":
        assert all("greater trochanter" not in C.structures[i].insertion.casefold() for i in wrong(id_))


CHECKS = (
    has_four_answers_of_which_one_is_right,
    says_why_and_where_it_was_read,
    nothing_disputed_is_asked_or_offered,
    the_right_place_is_told_from_every_wrong_one,
    a_muscle_that_crosses_the_same_joints_is_no_wrong_answer,
    a_member_of_the_group_or_a_doubtful_one_is_no_wrong_answer,
)


@pytest.mark.parametrize("id_", ALL)
def test_what_belongs_together_is_asked_fairly(id_):
    every(CHECKS, id_)


def test_what_is_disputed_has_a_record():
    assert set(C.structures) >= compartment.DISPUTED | joints.BY_THE_BAND


@pytest.mark.parametrize("group_", group.ASKED)
def test_a_group_that_is_asked_for_has_its_members_asked(group_):
    members = {m for m in C.members(group_) if m in C.structures} - group.ASKED[group_][1]
    assert {q.rpartition(".")[2] for q in of(f"group.{group_}")} == members


@pytest.mark.parametrize(
    "subject", ["deep_six.sartorius", "hamstrings.biceps_femoris_short_head", "vasti.", "calf", ""]
)
def test_what_is_no_sure_member_is_a_key_error(subject):
    with pytest.raises(KeyError):
        ask(f"together:group.{subject}", Options(), C, 1)


@pytest.mark.parametrize("kind", ["compartment", "inside", "joints"])
def test_an_unknown_subject_is_a_key_error(kind):
    for subject in ("", "nothing", "pectineus" if kind != "joints" else "gluteus_maximus", "<b>"):
        with pytest.raises(KeyError):
            ask(f"together:{kind}.{subject}", Options(), C, 1)


def test_what_its_name_tells_is_not_asked():
    assert "together:inside.gluteus_maximus" not in ALL
    assert "together:compartment.gluteus_maximus" in ALL
    assert not [q for q in of("compartment") + of("inside") if q.endswith("tibialis_anterior")]


def test_a_region_asks_for_what_lies_there():
    hip = pool(Options(modes=(Mode.TOGETHER,), region="hip"), C)
    assert "together:compartment.piriformis" in hip
    assert "together:compartment.soleus" not in hip


def test_a_class_can_be_asked_for_them_alone():
    options = Options(modes=(Mode.TOGETHER,))
    ids = questions(Lesson(7, ("hamstrings",), 10), options, C)
    assert len(ids) == 10
    assert all(q.startswith("together:") and about(q, C) & set(C.members("hamstrings")) for q in ids)


def test_a_verdict_speaks_of_the_joints_asked_for():
    for id_ in of("joints"):
        for question, i, _ in every_choice(id_):
            if "ankle" in question.prompt and not question.right(i):
                assert "the knee but not the hip" not in question.misses[i]


def test_a_list_that_leaves_muscles_out_says_so():
    said = ask("together:compartment.piriformis", Options(), C, 1)
    assert "among others" not in said.why
    assert "among others" in ask("together:compartment.gracilis", Options(), C, 1).why
    for question, i, _ in every_choice("together:compartment.piriformis"):
        if i == "gluteal_superficial":
            assert "among others" in question.misses[i]


def test_triceps_surae_is_named_in_its_reason():
    assert ask("together:group.calf.soleus", Options(), C, 1).why.startswith("Triceps surae:")
    assert not {i for q in of("group") for i in wrong(q)} & group.BACK
