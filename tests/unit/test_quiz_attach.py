"""Questions on attachments: one footprint is marked, and the wrong answers are surely wrong."""

import pytest
import shapely

from components.quiz.footprint import landmarks, marked
from data.catalog import catalog
from data.footprint import areas, every, footprints
from data.outlines import LONG_VIEWS
from data.quiz.asking import ask, pool
from data.quiz.facts import alike
from data.quiz.kinds import attach
from data.quiz.lesson import about
from data.quiz.question import Level, Mode, Options
from tests.every import every as ask_every

C = catalog()
ONLY = Options(modes=(Mode.ATTACH,))
ALL = pool(ONLY, C)


def asked(id_, seed=3):
    question = ask(id_, ONLY, C, seed)
    return question, every()[question.footprint][1]


def is_the_same_for_the_same_seed(id_):
    assert ask(id_, ONLY, C, 5) == ask(id_, ONLY, C, 5)


def has_four_answers_of_which_one_is_right(id_):
    question, own = asked(id_)
    assert question.answers == (own.structure,)
    assert len({words for _, words in question.choices}) == 4
    assert sum(question.right(i) for i, _ in question.choices) == 1
    assert about(id_, C) == {own.structure}


def its_wrong_answers_are_surely_wrong(id_):
    """For every seed: whatever may be drawn."""
    _, own = asked(id_)
    right = getattr(C.structures[own.structure], own.role)
    for other in attach.wrong(own, C):
        assert not alike(right, getattr(C.structures[other], own.role))
        for view in LONG_VIEWS:
            here = areas(view).get(own.id)
            for their in (f for f in footprints(view) if (f.structure, f.role) == (other, own.role)):
                assert here is None or here.is_empty or here.distance(areas(view)[their.id]) >= 10


def its_picture_marks_what_it_asks_for(id_):
    question, own = asked(id_)
    drawn = areas(question.view)[own.id]
    assert (question.layer, question.lit) == ("bones", None)
    assert drawn.area >= 20
    marks = [shapely.Polygon(m["points"]) for m in marked(own.id, question.view)]
    assert shapely.union_all(marks).symmetric_difference(drawn).area < 0.1 * drawn.area + 4
    assert all(m["filled"] for m in marked(own.id, question.view))


def it_says_which_end_and_why(id_):
    question, own = asked(id_)
    found = C.structures[own.structure]
    verb = {"origin": "begins", "insertion": "ends"}[own.role]
    assert question.prompt.startswith(f"What {verb} at the marked place on the {C.name(own.bone).lower()}")
    assert found.name not in question.prompt
    assert found.origin in question.why
    assert found.insertion in question.why
    assert all("elsewhere: " not in m or m.count(":") == 1 for m in question.misses.values())
    assert set(question.misses) == {i for i, _ in question.choices} - {own.structure}


CHECKS = (
    is_the_same_for_the_same_seed,
    has_four_answers_of_which_one_is_right,
    its_wrong_answers_are_surely_wrong,
    its_picture_marks_what_it_asks_for,
    it_says_which_end_and_why,
)


@pytest.mark.parametrize("id_", ALL)
def test_a_question_on_an_attachment_is_sound(id_):
    ask_every(CHECKS, id_)


def test_every_attachment_is_asked():
    assert {q.rpartition(".")[2] for q in ALL} == set(every())


def test_regions_levels_and_layers_are_kept():
    assert pool(ONLY.but(level=Level.GROUPS), C) == []
    assert pool(ONLY.but(layer="surface"), C) == []
    knee = pool(ONLY.but(region="knee"), C)
    assert "attach:sartorius.sartorius_insertion" in knee
    assert "attach:sartorius.sartorius_origin" not in knee
    assert "attach:sartorius.sartorius_origin" in pool(ONLY.but(region="hip"), C)
    assert "attach:adductor_longus.adductor_longus_insertion" in pool(ONLY.but(region="thigh"), C)


def test_what_is_arguable_is_no_wrong_answer():
    """The largest part of gluteus maximus ends in the band, and so at its tubercle."""
    assert "gluteus_maximus" not in attach.wrong(every()["iliotibial_band_insertion"][1], C)
    assert "gluteus_maximus" not in attach.wrong(every()["piriformis_origin"][1], C)
    assert "semitendinosus" not in attach.wrong(every()["biceps_femoris_long_head_origin"][1], C)


QUADRICEPS = "rectus_femoris vastus_intermedius vastus_lateralis vastus_medialis"


@pytest.mark.parametrize(
    ("id_", "others"),
    [
        ("sartorius_insertion", QUADRICEPS),
        ("gracilis_insertion", QUADRICEPS),
        ("semitendinosus_insertion", QUADRICEPS),
        ("semimembranosus_insertion", QUADRICEPS),
        ("iliotibial_band_insertion", QUADRICEPS),
        ("gemelli_origin_superior", "piriformis gluteus_minimus"),
        ("gluteus_maximus_origin", "piriformis"),
        ("obturator_internus_origin", "adductor_magnus"),
        ("adductor_magnus_origin", "obturator_internus"),
        ("psoas_major_origin_l5", "iliacus"),
        ("iliacus_origin_sacrum", "psoas_major"),
    ],
)
def test_what_also_reaches_the_place_is_no_wrong_answer(id_, others):
    assert not set(others.split()) & set(attach.wrong(every()[id_][1], C))


def test_what_is_barred_or_named_by_part_exists():
    assert {*attach.ARGUABLE, *attach.PARTS} <= set(every())
    assert {i for barred in attach.ARGUABLE.values() for i in barred} <= set(C.structures)


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("gemelli_origin_superior", "Here the superior gemellus begins."),
        ("gemelli_origin_inferior", "Here the inferior gemellus begins."),
        ("gemelli_insertion", "Here the gemelli end."),
        ("gastrocnemius_origin_medial_head", "Here the medial head of the gastrocnemius begins."),
        ("gastrocnemius_origin_lateral_head", "Here the lateral head of the gastrocnemius begins."),
    ],
)
def test_a_place_of_one_part_is_answered_by_the_name_of_the_part(id_, said):
    question, _ = asked(f"attach:{every()[id_][1].structure}.{id_}")
    assert question.why.startswith(said)


@pytest.mark.parametrize("subject", ["sartorius.gracilis_origin", "sartorius", "sartorius.<b>", ""])
def test_an_unknown_attachment_is_a_key_error(subject):
    with pytest.raises(KeyError):
        ask(f"attach:{subject}", ONLY, C, 1)


def test_landmarks_do_not_stand_beside_the_mark():
    assert "asis" in landmarks("anterior")
    assert "femur" not in landmarks("anterior")
