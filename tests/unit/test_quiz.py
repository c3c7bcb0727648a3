"""The quiz: every question can be answered, is the same for the same seed, and asks for what can be seen."""

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from components.quiz.state import read, write
from components.quiz.text import summary, verdict
from data.outlines import LONG_VIEWS, load_view
from data.quiz.asking import ask, pool
from data.quiz.kinds.find import letters
from data.quiz.places import FINGER_MM
from data.quiz.question import Level, Mode, Options
from data.visibility import regions, room_mm, spot
from tests.every import every
from tests.unit.asked import ALL, ONCE, OPTIONS, C
from tests.work import calls


@given(OPTIONS, st.integers(0, 2**31))
@settings(deadline=None, max_examples=60)
def test_every_question_of_every_option_can_be_answered(options, seed):
    questions = pool(options, C)
    assert len(questions) == len(set(questions))
    for id_ in questions[:: max(1, len(questions) // 25)]:
        question = ask(id_, options, C, seed)
        assert question.id == id_
        assert question.mode in options.modes
        assert question.why
        assert question.prompt
        if question.mode is Mode.FIND:
            assert any(room_mm(question.view, question.layer, a) >= FINGER_MM for a in question.answers)
            if options.layer != "all":
                assert question.layer == options.layer
        else:
            words = [w.casefold() for _, w in question.choices]
            assert len(set(words)) == len(words) == 4
            assert sum(question.right(i) for i, _ in question.choices) == 1
        if question.lit:
            assert room_mm(question.view, question.layer, question.lit) > 0


def a_question_is_the_same_for_the_same_seed(id_):
    options = Options(level=Level.GROUPS if id_.split(":")[1] in C.groups else Level.SINGLE)
    assert ask(id_, options, C, 7) == ask(id_, options, C, 7)


def test_questions_are_sentences():
    assert ask("facts:gemelli.action", Options(), C, 1).prompt == "Which of these movements do the gemelli make?"
    assert ask("facts:sartorius.origin", Options(), C, 1).prompt == "Where does the sartorius begin?"
    assert ask("find:biceps_femoris_long_head", Options(), C, 1).prompt == "Tap the long head of biceps femoris"


def test_a_group_is_no_wrong_answer_for_a_muscle_that_could_belong_to_it():
    """Rectus femoris, TFL and pectineus flex the hip; a part of adductor magnus is a hamstring."""
    for name in (g.name for g in C.groups.values()):
        assert "flexor" not in name
    for seed in range(80):
        question = ask("name:adductors", Options(level=Level.GROUPS), C, seed)
        if question.lit == "adductor_magnus":
            assert "hamstrings" not in [i for i, _ in question.choices]


def feedback_says_what_was_marked(id_):
    if not id_.startswith("name:"):
        return
    group = id_.split(":")[1] in C.groups
    question = ask(id_, Options(level=Level.GROUPS if group else Level.SINGLE), C, 2)
    assert C.structures[question.lit].plain in question.why


def feedback_says_what_it_is_or_what_else_is_seen(id_):
    if not id_.startswith("find:"):
        return
    group = id_.split(":")[1] in C.groups
    question = ask(id_, Options(level=Level.GROUPS if group else Level.SINGLE), C, 2)
    names = [C.name(i).lower() for i in question.answers]
    assert all(n in question.why for n in names) if group else C.structures[question.answers[0]].plain in question.why


CHECKS = (
    a_question_is_the_same_for_the_same_seed,
    feedback_says_what_was_marked,
    feedback_says_what_it_is_or_what_else_is_seen,
)


@pytest.mark.parametrize("id_", ONCE)
def test_a_question_is_asked_and_answered_alike(id_):
    every(CHECKS, id_)


def test_find_asks_for_nothing_tiny_or_hidden():
    finds = {q.split(":")[1] for q in pool(Options(modes=(Mode.FIND,)), C)}
    assert "trochanteric_bursa" not in finds
    assert "lateral_femoral_cutaneous_nerve" not in finds
    assert {"iliotibial_band", "gluteus_maximus", "sartorius"} <= finds


def test_a_surface_session_asks_for_nothing_deep():
    assert "find:vastus_intermedius" not in pool(Options(layer="surface"), C)
    assert "find:vastus_intermedius" in pool(Options(layer="deepest"), C)


@given(st.sampled_from([q for q in ALL if q.startswith("find:")]), st.integers(0, 2**31))
@settings(deadline=None, max_examples=60)
def test_letters_stand_on_four_structures_one_of_them_right(id_, seed):
    options = Options(level=Level.GROUPS if id_.split(":")[1] in C.groups else Level.SINGLE)
    question = ask(id_, options, C, seed)
    found = letters(question, C, seed)
    assert len(set(found.values())) == len(found) >= 2
    assert sum(question.right(i) for i in found.values()) == 1
    for structure in found.values():
        assert room_mm(question.view, question.layer, structure) > 0


@pytest.mark.parametrize(
    "id_", ["find:nothing", "name:<b>", "facts:sartorius.colour", "reason:roller.axial_hip.above", "x:y", ""]
)
def test_an_unknown_question_is_a_key_error(id_):
    with pytest.raises(KeyError):
        ask(id_, Options(), C, 1)


@pytest.mark.parametrize("view", LONG_VIEWS)
def test_visible_parts_do_not_overlap_and_hold_their_spots(view):
    found = regions(view, "surface")
    ids = list(found)
    for n, a in enumerate(ids):
        if room_mm(view, "surface", a) > 1:
            x, y = spot(view, "surface", a)
            assert load_view(view).window.y[0] + 8 < y < load_view(view).window.y[1] - 8
            assert found[a].buffer(0.1).contains(shapely.Point(x, y))
        for b in ids[n + 1 :]:
            assert found[a].intersection(found[b]).area < 1


# ---- when questions come back


def test_feedback_names_what_was_chosen_and_what_is_right():
    question = ask("find:gluteus_medius", Options(), C, 1)
    assert "✓" in verdict(question, "gluteus_medius", C)
    assert "Chosen: Sartorius" in verdict(question, "sartorius", C)
    assert "Gluteus medius" in verdict(question, "sartorius", C)
    assert "<script>" not in verdict(question, "<script>", C)


def test_a_summary_links_what_to_revisit():
    question = ask("find:gluteus_medius", Options(), C, 1)
    text = summary([(question, False), (question, True)], 3, C)
    assert "1 of 2 right" in text
    assert "structure=gluteus_medius" in text
    assert "3 days in a row" in text


@given(OPTIONS)
def test_options_have_an_address(options):
    assert read(write(options)) == (options, [])


@given(st.dictionaries(st.sampled_from(["modes", "region", "layer", "level"]), st.text(max_size=20)))
def test_a_strangers_address_never_fails(params):
    options, notes = read(params)
    assert options.modes
    assert len(notes) <= len(params)


def test_what_fits_is_sought_once_and_nobody_changes_it_for_others():
    first = pool(Options(), C)
    before = list(first)
    assert calls(lambda: pool(Options(), C)) < 100
    first.clear()
    assert pool(Options(), C) == before
