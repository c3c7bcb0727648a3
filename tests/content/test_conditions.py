"""Every condition: sourced, no milder than the gate and the cards, findable; and the rules find a planted error."""

import re
from dataclasses import replace

import pytest

from data.catalog import catalog
from data.check import problems
from data.condition import Condition, ConditionRolling, Help, InChain, Likelihood, Strength
from data.model import Verdict, Verification
from data.pain_rules import broken
from tests.content.texts import texts
from tests.every import every

C = catalog()
SEEN = (Verification.FULL, Verification.FINDING)
UNKNOWN = re.compile(r"\b(no (trial|study|studies|figure|figures)\b|not known|nobody)", re.I)


def every_fact_has_a_source_whose_finding_was_seen_or_says_that_none_was_found(x):
    for field, part, ids in x.told():
        assert ids or UNKNOWN.search(" ".join(texts(part.model_dump()))), field
        assert {C.references[i].verification for i in ids} <= {*SEEN}, field


def its_figures_have_a_number_and_a_source_of_their_own(x):
    for figure in x.figures:
        assert re.search(r"\d|most tell little", figure.value), figure.what
        assert C.references[figure.reference].verification in SEEN


def it_tells_a_story_and_not_a_finding(x):
    said = " ".join(texts(x.model_dump(exclude={"words"})))
    assert not re.search(r"\byou have\b|\bcaus(ed|es)\b|diagnos|\byour chance", said, re.I)


def it_is_short(x):
    assert len(x.short_name) <= 34
    assert len(x.plain.text.split()) <= 40
    for line in (*x.points.towards, *x.points.away, *x.story.worse, *x.story.eases):
        assert len(line.split()) <= 17, line
        assert not line.endswith(".")
        assert line[0].islower() or line[:2].isupper() or line[0] in "IX", line


def its_urgent_signs_come_first(x):
    flags = [C.stop_flags[f] for f in x.see.flags]
    assert len(flags) == len({f.id for f in flags})
    assert any(f.stops for f in flags)


def the_roller_keeps_off_where_it_hurts(x):
    typical = {s.structure for s in x.spots if s.structure and s.likelihood is Likelihood.TYPICAL}
    assert typical <= {*x.rolling.do_not_roll}
    assert not {s.structure for s in x.spots} & {*x.rolling.may_roll}
    for id_ in x.rolling.may_roll:
        assert C.structures[id_].rolling.verdict in (Verdict.HELPS, Verdict.HELPS_WITH_CARE)


def a_strong_word_has_more_than_one_leg_to_stand_on(x):
    for help_ in x.helps:
        if help_.strength is Strength.HIGH:
            kinds = {C.references[r].study_type for r in help_.references}
            assert any(re.search(r"trial|meta-analysis|Cochrane|guideline", k) for k in kinds), help_.what


def its_look_alikes_are_conditions_each_once(x):
    named = [a.condition for a in x.look_alikes]
    assert len({*named}) == len(named)
    assert x.id not in named


CHECKS = (
    every_fact_has_a_source_whose_finding_was_seen_or_says_that_none_was_found,
    its_figures_have_a_number_and_a_source_of_their_own,
    it_tells_a_story_and_not_a_finding,
    it_is_short,
    its_urgent_signs_come_first,
    the_roller_keeps_off_where_it_hurts,
    a_strong_word_has_more_than_one_leg_to_stand_on,
    its_look_alikes_are_conditions_each_once,
)


@pytest.mark.parametrize("condition", C.conditions.values(), ids=lambda c: c.id)
def test_a_condition_is_sound(condition):
    every(CHECKS, condition)


def test_there_are_sixteen_and_one_that_is_ruled_out_first():
    assert len(C.conditions) == 16
    assert [c.id for c in C.conditions.values() if c.urgent] == ["hip_pelvic_stress_fracture"]


def test_no_word_leads_to_two_conditions():
    said = [w.casefold() for c in C.conditions.values() for w in c.words.also]
    assert [w for w in {*said} if said.count(w) > 1] == []


@pytest.mark.parametrize(
    ("id_", "must"),
    [
        ("adductor_groin_pain", {"rf15", "rf16"}),
        ("fai_labral", {"rf03", "rf05", "rf10", "rf32"}),
        ("greater_trochanteric_pain_syndrome", {"rf12", "rf23", "rf36"}),
        ("hamstring_strain", {"rf25", "rf34"}),
        ("hip_osteoarthritis", {"rf03", "rf23", "rf36"}),
        ("hip_pelvic_stress_fracture", {"rf05", "rf22"}),
        ("iliotibial_band_syndrome", {"rf07", "rf08"}),
        ("internal_snapping_hip", {"rf03", "rf05", "rf18"}),
        ("lumbar_referred_pain", {"rf01", "rf08", "rf27"}),
        ("meralgia_paraesthetica", {"rf13", "rf18"}),
        ("outer_knee_alternatives", {"rf07", "rf08"}),
        ("patellofemoral_pain", {"rf03", "rf10", "rf24"}),
        ("proximal_hamstring_tendinopathy", {"rf25", "rf26"}),
        ("quadriceps_strain_contusion", {"rf09", "rf24"}),
    ],
)
def test_the_dangers_of_a_condition_are_named(id_, must):
    assert must <= {*C.conditions[id_].see.flags}


# ---- planted errors: each rule finds its own
def planted(id_, **changes):
    """What the rules say when one condition is changed."""
    whole = {**C.conditions[id_].model_dump(), **changes}
    changed = Condition.model_validate(whole)
    return [message for _, _, message in broken(replace(C, conditions={**C.conditions, id_: changed}))]


GTPS = "greater_trochanteric_pain_syndrome"


def part(id_, field, **changes):
    return {field: {**getattr(C.conditions[id_], field).model_dump(), **changes}}


@pytest.mark.parametrize(
    ("changes", "field", "says"),
    [
        (part(GTPS, "plain", text="A tendon that you have torn."), "id", "you have"),
        (part(GTPS, "story", references=()), "story", "no source"),
        (part(GTPS, "story", references=("birnbaum2004",)), "story", "no finding was seen"),
        (part(GTPS, "rolling", verdict="little_benefit"), "rolling", "milder than the card"),
        (part(GTPS, "rolling", may_roll=("gracilis",)), "rolling", "milder here than on its own card"),
        (part(GTPS, "rolling", do_not_roll=("iliotibial_band",)), "rolling", "put it under do_not_roll"),
        (
            part(GTPS, "rolling", do_not_roll=("greater_trochanter", "trochanteric_bursa", "no_such")),
            "rolling",
            "no record",
        ),
        ({"urgent": True}, "places", "must agree"),
        (
            {"spots": ({"structure": "popliteal_fossa", "view": "posterior", "likelihood": "typical", "text": "x"},)},
            "spots",
            "opens no place",
        ),
        (
            {"spots": ({"landmark": "no_such", "view": "posterior", "likelihood": "typical", "text": "x"},)},
            "spots",
            "no landmark",
        ),
        (
            {"look_alikes": ({"condition": GTPS, "apart": "x"}, {"condition": "fai_labral", "apart": "no study"})},
            "look_alikes",
            "names itself",
        ),
    ],
)
def test_a_planted_error_is_found(changes, field, says):
    found = planted(GTPS, **changes)
    assert any(field == where and says in message for where, message in found), found


def test_a_sore_place_is_not_offered_to_the_roller():
    changed = part("hip_osteoarthritis", "rolling", may_roll=("rectus_femoris",))
    assert any("can be sore" in message for _, message in planted("hip_osteoarthritis", **changed))


def test_a_stop_sign_that_its_places_do_not_ask_is_found():
    changed = part("patellofemoral_pain", "see", flags=("rf03", "rf16"))
    assert any("'rf16' is not asked at any place" in m for _, m in planted("patellofemoral_pain", **changed))


def test_a_condition_that_no_place_lists_is_found():
    places = tuple(
        p.model_copy(update={"conditions": tuple(c for c in p.conditions if c.condition != GTPS)})
        for p in C.pain_map.places
    )
    lost = replace(C, pain_map=C.pain_map.model_copy(update={"places": places}))
    assert any(id_ == GTPS and "nobody would find it" in message for _, id_, (_, message) in broken(lost))


def test_a_spot_that_is_not_drawn_in_its_view_is_found(monkeypatch):
    spots = ({"structure": "sciatic_nerve", "view": "anterior", "likelihood": "possible", "text": "x"},)
    changed = C.conditions[GTPS].model_dump()
    changed["spots"] = (*changed["spots"], *spots)
    odd = replace(C, conditions={**C.conditions, GTPS: Condition.model_validate(changed)})
    monkeypatch.setattr("data.check.load", lambda _: odd)
    assert [p.field for p in problems() if "is not drawn in the anterior view" in p.message] == ["spots.4"]


@pytest.mark.parametrize(
    ("model", "values"),
    [
        (Help, {"what": "x", "evidence": "x", "strength": "no_data", "references": ("pepper2021",)}),
        (Help, {"what": "x", "evidence": "x", "strength": "low"}),
        (InChain, {"chain": "x", "grade": "no_data", "said": "x", "holds": "x", "supporting": ("pepper2021",)}),
        (
            ConditionRolling,
            {"verdict": "avoid", "why": "x", "tried": "x", "do_not_roll": ("sartorius",), "may_roll": ("sartorius",)},
        ),
    ],
)
def test_words_that_contradict_each_other_are_no_record(model, values):
    with pytest.raises(ValueError, match=r"no_data|cannot be both"):
        model.model_validate(values)
