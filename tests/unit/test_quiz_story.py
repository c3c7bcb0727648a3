"""Which story fits?: told without its name, one name that fits, and nobody is said to have anything."""

import re
from dataclasses import replace

import pytest

from components.quiz.text import DESCRIBED, NO_DIAGNOSIS, prompt, summary, verdict
from data.catalog import catalog
from data.condition import Condition, Likelihood
from data.quiz.asking import ask, pool
from data.quiz.kinds import story
from data.quiz.progress import Progress, answered, from_file, to_file
from data.quiz.question import Mode, Options
from tests.every import every
from tests.unit.asked import ALL, ONCE, every_choice
from tests.unit.test_quiz_progress import NOW

C = catalog()
STORIES = [q for q in ONCE if q.startswith("story:")]
PLACES = {c: {p.id for p in C.places_of(c)} for c in C.conditions}


def words(text):
    return set(re.findall(r"[a-z]{5,}", text.casefold()))


def record(found):
    lines = (found.story.onset, *found.story.worse, *found.story.eases, *(s.text for s in found.spots))
    return words(" ".join((*lines, *found.points.towards)))


def typical(found):
    return {s.structure or s.landmark for s in found.spots if s.likelihood is Likelihood.TYPICAL}


def shown(id_):
    return " ".join(row for _, row in ask(id_, Options(), C, 1).told)


def wrong(id_):
    return {i for question, i, _ in every_choice(id_) if not question.right(i)}


def it_never_says_its_name(id_):
    found = C.conditions[id_.partition(":")[2]]
    told = shown(id_).casefold()
    for name in (found.name, found.short_name, *found.words.also):
        assert name.casefold() not in told
    tell = words(found.name) - {"syndrome", "problems", "other", "sources", "related"}
    assert not tell & words(told)


def it_tells_enough_to_be_known(id_):
    rows = dict(ask(id_, Options(), C, 1).told)
    assert story.WORSE in rows
    assert story.FELT in rows or story.ALSO in rows
    assert story.BEGINS in rows or story.ALSO in rows
    assert len(words(shown(id_))) >= 10


def its_own_record_fits_best_by_far(id_):
    told = words(shown(id_))
    mine = len(told & record(C.conditions[id_.partition(":")[2]]))
    for other in wrong(id_):
        assert len(told & record(C.conditions[other])) <= 0.4 * mine, other


def no_wrong_answer_is_said_to_look_the_same(id_):
    found = C.conditions[id_.partition(":")[2]]
    for other in (C.conditions[i] for i in wrong(id_)):
        for x, y in ((found, other), (other, found)):
            said = " ".join(a.apart for a in x.look_alikes if a.condition == y.id)
            assert not re.search("cannot be told apart|can be both|have both|often together", said), other.id


def place_and_strain_are_not_both_those_of_a_wrong_answer(id_):
    found = C.conditions[id_.partition(":")[2]]
    strain = words(dict(ask(id_, Options(), C, 1).told)[story.WORSE])
    for other in (C.conditions[i] for i in wrong(id_)):
        same_place = typical(found) & typical(other)
        same_strain = strain & words(" ".join(other.story.worse))
        assert not (same_place and same_strain), (other.id, same_strain)


def its_wrong_answers_are_look_alikes_or_felt_at_the_same_place(id_):
    found = C.conditions[id_.partition(":")[2]]
    near = {a.condition for a in found.look_alikes}
    assert all(i in near or PLACES[i] & PLACES[found.id] for i in wrong(id_))
    assert wrong(id_) & near


def its_answer_explains_and_judges_nobody(id_):
    question = ask(id_, Options(), C, 3)
    found = C.conditions[question.condition]
    assert DESCRIBED in prompt(question)
    for chosen, _ in question.choices:
        said = verdict(question, chosen, C)
        assert NO_DIAGNOSIS in said
        assert f"./where?condition={found.id}" in said
        assert not re.search(r"\byou have\b|\bcaused by\b", said, re.I)
        for i, _ in question.choices:
            assert question.right(i) or (f"./where?condition={i}" in said and question.misses[i])
    assert all(t in question.why for t in found.points.towards)


CHECKS = (
    it_never_says_its_name,
    it_tells_enough_to_be_known,
    its_own_record_fits_best_by_far,
    no_wrong_answer_is_said_to_look_the_same,
    place_and_strain_are_not_both_those_of_a_wrong_answer,
    its_wrong_answers_are_look_alikes_or_felt_at_the_same_place,
    its_answer_explains_and_judges_nobody,
)


@pytest.mark.parametrize("id_", STORIES)
def test_a_story_has_one_name(id_):
    every(CHECKS, id_)


def test_every_condition_has_a_question_whose_id_is_its_own():
    assert [q.partition(":")[2] for q in STORIES] == [*C.conditions]


def changed(id_, **fields):
    whole = {**C.conditions[id_].model_dump(), **fields}
    return replace(C, conditions={**C.conditions, id_: Condition.model_validate(whole)})


@pytest.mark.parametrize("id_", C.conditions)
def test_a_record_that_tells_the_same_story_is_no_wrong_answer(id_):
    found = C.conditions[id_]
    for other in story.wrong(found, C):
        twin = changed(other, story=found.story.model_dump(), spots=[s.model_dump() for s in found.spots])
        assert other not in story.wrong(found, twin)


def test_where_too_few_can_be_told_apart_there_is_no_question():
    twins = C
    for other in list(story.wrong(C.conditions["patellofemoral_pain"], C))[2:]:
        same = {"story": C.conditions["patellofemoral_pain"].story.model_dump()}
        same["spots"] = [s.model_dump() for s in C.conditions["patellofemoral_pain"].spots]
        kept = Condition.model_validate({**C.conditions[other].model_dump(), **same})
        twins = replace(twins, conditions={**twins.conditions, other: kept})
    assert "story:patellofemoral_pain" not in pool(Options(modes=(Mode.STORY,)), twins)
    with pytest.raises(KeyError):
        ask("story:patellofemoral_pain", Options(), twins, 1)


def test_a_look_alike_that_may_be_there_too_is_no_wrong_answer():
    found = C.conditions["hamstring_strain"]
    assert "lumbar_referred_pain" in story.wrong(found, C)
    looks = [a.model_dump() for a in found.look_alikes]
    looks = [{**a, "apart": "it can be both"} if a["condition"] == "lumbar_referred_pain" else a for a in looks]
    both = changed("hamstring_strain", look_alikes=looks)
    assert "lumbar_referred_pain" not in story.wrong(both.conditions["hamstring_strain"], both)


def test_a_region_asks_for_what_is_felt_there():
    knee = pool(Options(modes=(Mode.STORY,), region="knee"), C)
    assert "story:patellofemoral_pain" in knee
    assert "story:external_snapping_hip" not in knee
    asked = [pool(Options(modes=(Mode.STORY,), region=region), C) for region in ("hip", "thigh", "knee")]
    assert {q for each in asked for q in each} == {*STORIES}


def test_progress_of_a_story_is_kept_and_read_back():
    kept = answered(Progress(), STORIES[0], True, NOW)
    assert from_file(to_file(kept), ALL) == kept


def test_a_missed_story_is_worth_another_look():
    question = ask("story:fai_labral", Options(), C, 1)
    said = summary([(question, False)], 1, C)
    assert "./where?condition=fai_labral" in said
    assert "Missed too" not in said
