"""A condition's page holds the dangers of its place, the most urgent first, and is no surer than what it rests on."""

import re

import pytest

from data.catalog import catalog
from data.condition import Condition, ConditionKind, Likelihood, Strength
from data.model import Urgency
from tests.content.texts import texts
from tests.every import every

C = catalog()
ADULTS = ("adult", "older")
ORDER = (r"emergency|at once", r"today")
TODAY = {
    # what a line of "when to see someone" must say, where a stop sign says it too
    r"\bpop\b.*(bruis|weak)": "today",
    r"tighter by the hour": "emergency",
    r"straighten the knee": "today",
    r"even though you can walk": "today",
    r"blood thinner": "emergency",
    r"fever": "emergency",
    r"testicle": "at once",
    r"replaced hip": "emergency",
    r"out of place": "emergency",
    r"knee that is stuck": "emergency department today",
    r"weak bones": "today",
    r"injury an X-ray": "today",
    r"leg gets weak|weak foot": "today",
    r"blood in the urine": "today",
    r"teenager": "today",
}
THIN = {"public guidance", "narrative review", "clinical reference page", "textbook page"}


def the_dangers_of_the_place_that_is_lit_stand_on_the_page(x):
    """Who comes to the page without the place must meet the same emergencies, and all that an adult has today."""
    spot = next(s for s in x.spots if s.likelihood is Likelihood.TYPICAL)
    near = C.landmarks[spot.landmark].near if spot.landmark else spot.structure
    must = {
        flag
        for place in C.places_of(x.id)
        if near in place.structures
        for flag in place.ask_first
        if C.stop_flags[flag].urgency in (Urgency.EMERGENCY, Urgency.TODAY)
        and any(C.stop_flags[flag].fits(place.id, age) for age in ADULTS)
    }
    assert must, "the lit spot leads to no place that lists it"
    assert not must - {*x.see.flags}, sorted(must - {*x.see.flags})


def what_is_most_urgent_is_read_first(x):
    order = [next((i for i, word in enumerate(ORDER) if re.search(word, line)), len(ORDER)) for line in x.see.others]
    assert order == sorted(order), x.see.others
    for part in x.parts:
        if re.search(r"emergency|today", part.first):
            assert re.match(r"[^;,]*(emergency|today)", part.first), f"danger comes before advice: {part.first}"


def the_buttock_is_no_place_for_a_roller_when_the_sit_bone_may_be_torn(x):
    if "ischial_tuberosity" in {s.structure for s in x.spots}:
        assert "gluteus_maximus" not in x.rolling.may_roll


def its_words_are_plain_and_its_shares_are_of_the_people_who_were_asked(x):
    said = " ".join(texts(x.model_dump(exclude={"words"})))
    assert not re.search(r"\bSMD\b|gabapentinoid|\bNSAID|\bcome back within", said)
    assert not re.search(r"\d of 100\b", " ".join(s.text for s in x.spots)), "a share of 51 people is no count of 100"


def it_is_no_surer_than_its_help(x):
    if x.sure is Strength.HIGH:
        assert any(h.strength is Strength.HIGH for h in x.helps)
    for help_ in x.helps:
        kinds = {C.references[r].study_type for r in help_.references}
        if help_.strength in (Strength.MODERATE, Strength.HIGH):
            assert not kinds <= THIN


def no_advice_is_milder_than_the_stop_sign(x):
    for line in (*x.see.others, *(p.first for p in x.parts)):
        for sign, order in TODAY.items():
            if re.search(sign, line):
                assert re.search(order, line), line
    assert not re.search(r"within days|this week|next week", " ".join(x.see.others))


def a_fresh_tear_is_not_stretched_to_test_it(x):
    if x.kind is ConditionKind.MUSCLE:
        assert not x.tests.self_check


def its_groups_are_named(x):
    for figure in x.figures:
        assert not (figure.n or "").isdigit(), f"{figure.n} of what? {figure.what}"


CHECKS = (
    the_dangers_of_the_place_that_is_lit_stand_on_the_page,
    what_is_most_urgent_is_read_first,
    the_buttock_is_no_place_for_a_roller_when_the_sit_bone_may_be_torn,
    its_words_are_plain_and_its_shares_are_of_the_people_who_were_asked,
    it_is_no_surer_than_its_help,
    its_groups_are_named,
    no_advice_is_milder_than_the_stop_sign,
    a_fresh_tear_is_not_stretched_to_test_it,
)


@pytest.mark.parametrize("condition", C.conditions.values(), ids=lambda c: c.id)
def test_a_condition_puts_danger_first(condition):
    every(CHECKS, condition)


def planted(id_, path, value):
    """The condition with one value changed."""
    whole = C.conditions[id_].model_dump()
    part = whole
    for key in path[:-1]:
        part = part[key]
    part[path[-1]] = value
    return Condition.model_validate(whole)


GROIN = C.conditions["fai_labral"].see.flags
SIDE = C.conditions["greater_trochanteric_pain_syndrome"].see.others


@pytest.mark.parametrize(
    ("check", "id_", "path", "value"),
    [
        (CHECKS[0], "fai_labral", ("see", "flags"), tuple(f for f in GROIN if f != "rf15")),
        (CHECKS[1], "greater_trochanteric_pain_syndrome", ("see", "others"), SIDE[::-1]),
        (CHECKS[1], "outer_knee_alternatives", ("parts", 3, "first"), "rest; a weak foot is for a doctor today"),
        (CHECKS[2], "hamstring_strain", ("rolling", "may_roll"), ("gluteus_maximus",)),
        (CHECKS[3], "hamstring_strain", ("course", "text"), "Nearly a third come back within a year."),
        (CHECKS[3], "hip_osteoarthritis", ("spots", 0, "text"), "the groin (55 of 100)"),
        (CHECKS[4], "patellofemoral_pain", ("sure",), "high"),
        (CHECKS[4], "outer_knee_alternatives", ("helps", 0, "strength"), "moderate"),
        (CHECKS[5], "hamstring_strain", ("course", "figures", 0, "n"), "75"),
        (CHECKS[6], "lumbar_referred_pain", ("see", "others"), ("weak bones with new back pain",)),
        (CHECKS[6], "outer_knee_alternatives", ("parts", 0, "first"), "a knee that is stuck is for a doctor today"),
        (CHECKS[7], "quadriceps_strain_contusion", ("tests", "self_check"), ("t6",)),
    ],
)
def test_a_planted_error_is_found(check, id_, path, value):
    with pytest.raises(AssertionError):
        check(planted(id_, path, value))
