"""The stop flags: what each must ask, how soon, on whose word, and that nobody whom it fits is passed over."""

import re
from dataclasses import replace

import pytest

from data.about import Age, Place
from data.catalog import CONTENT, catalog
from data.check import problems
from data.model import Urgency
from data.reference import Kind
from data.stop_flag import fitting
from tests.every import every

C = catalog()
FLAGS = C.stop_flags
EMERGENCY, TODAY, SOON = Urgency
TABLE = {
    # id: (urgency, ends the check, what the question must name)
    "rf01": (EMERGENCY, True, ["changed", "between the legs", "urine", "stool", "sex", "Both legs"]),
    "rf02": (EMERGENCY, True, ["Chest pain", "short breath", "coughing up blood"]),
    "rf03": (EMERGENCY, True, ["hot", "with fever", "operation", "replaced", "weak immune system"]),
    "rf04": (EMERGENCY, True, ["four steps", "without a fall", "shorter", "weak bones", "broken"]),
    "rf05": (TODAY, True, ["groin", "pubic bone", "low back", "grows with running", "knee bone", "do not try it"]),
    "rf06": (SOON, True, ["grows", "over 5 cm", "deep or fixed", "came back", "every night", "Weight loss"]),
    "rf07": (TODAY, True, ["badly swollen", "locks", "gives way"]),
    "rf08": (TODAY, True, ["lift the foot", "thigh", "straighten the knee", "buckles", "numbness"]),
    "rf09": (
        EMERGENCY,
        True,
        ["cold", "pale", "numb", "unable to move", "without a pulse", "growing pain", "exercise or a cast"],
    ),
    "rf10": (
        TODAY,
        True,
        ["Under 17", "limp, even without pain? Or pain", "hip, groin, thigh, buttock or knee", "small fall"],
    ),
    "rf11": (SOON, True, ["wound", "operation", "new joint", "no feeling", "myositis ossificans"]),
    "rf12": (SOON, False, ["Side-hip pain", "night", "stairs", "30 seconds"]),
    "rf13": (SOON, False, ["burning", "numb outer thigh", "no weakness"]),
    "rf14": (SOON, False, ["six weeks", "getting worse"]),
    "rf15": (EMERGENCY, True, ["lump in groin", "will not go back", "vomiting"]),
    "rf16": (EMERGENCY, True, ["testicle", "Sudden"]),
    "rf17": (EMERGENCY, True, ["belly", "back pain", "faintness", "pulsing lump", "pregnant"]),
    "rf18": (EMERGENCY, True, ["blood thinner", "new pain", "growing swelling or bruise", "weak or numb leg"]),
    "rf19": (EMERGENCY, True, ["exercise", "Urine dark like cola?", "weak"]),
    "rf20": (EMERGENCY, True, ["spreads fast", "far more than it looks"]),
    "rf21": (TODAY, True, ["Skin newly hot", "sore"]),
    "rf22": (TODAY, True, ["bisphosphonate", "denosumab", "weak bones", "steroids", "pregnancy", "birth"]),
    "rf23": (TODAY, True, ["From 65", "fall or stumble", "can walk"]),
    "rf24": (TODAY, True, ["straighten the knee", "Unable to lift the straight leg", "above all"]),
    "rf25": (TODAY, True, ["pop", "bruising", "weakness"]),
    "rf26": (TODAY, True, ["Under 25", "pop", "hip bone", "sit bone", "sprint"]),
    "rf27": (TODAY, True, ["Cancer", "past", "new"]),
    "rf28": (TODAY, True, ["Under 25", "growing lump", "bone", "for weeks", "at night"]),
    "rf29": (TODAY, True, ["Foot pain at rest", "wound", "does not heal"]),
    "rf30": (SOON, True, ["walking", "standing still"]),
    "rf31": (TODAY, True, ["urine", "low belly"]),
    "rf32": (SOON, True, ["groin", "steroids", "alcohol", "sickle cell", "lupus", "HIV", "diving"]),
    "rf33": (SOON, False, ["before 45", "three months", "eases with movement"]),
    "rf34": (TODAY, True, ["whole leg swollen", "blue"]),
    "rf35": (SOON, True, ["From 50", "both hips", "shoulders", "each morning"]),
    "rf36": (TODAY, True, ["groin", "fall", "can walk"]),
}


def test_ids_are_permanent_and_every_flag_stands_in_the_table():
    assert sorted(FLAGS) == [f"rf{n:02}" for n in range(1, 37)]
    assert sorted(TABLE) == sorted(FLAGS)


def names_its_condition_says_how_soon_and_rests_on_public_guidance(flag):
    urgency, stops, named = TABLE[flag.id]
    assert (flag.urgency, flag.stops) == (urgency, stops)
    for words in named:
        assert words in flag.ask
    guidance = [C.references[r] for r in flag.references if C.references[r].kind is Kind.GUIDANCE]
    assert guidance
    assert all(g.seen and g.verification in ("full", "finding") for g in guidance)
    assert any(g.url for g in guidance)


def nothing_rests_on_memory(flag):
    for r in flag.references:
        assert r != "clinical_general"
        assert C.references[r].verification != "none"


def the_question_is_short_and_answered_with_yes_or_no(flag):
    assert flag.ask.endswith("?")
    assert len(flag.ask.split()) <= 35
    assert not re.search(r"\b(what|where|when|which|how|why) (is|are|does|do|did)\b", flag.ask.lower())
    assert ";" not in flag.ask


def the_action_says_what_to_do_and_how_soon(flag):
    assert re.match(r"(call|go|see|stop|make|do not|ask)\b", flag.action)
    if flag.stops:
        soon = {EMERGENCY: r"\bnow\b", TODAY: r"\b(today|urgent)\b", SOON: r"\b(this week|first)\b"}
        assert re.search(soon[flag.urgency], flag.action)


def jargon_stands_in_brackets_after_plain_words(flag):
    jargon = r"\b(ITB|TFL|MRI|DVT|Perthes|osteoporosis|myositis|thrombosis|compartment|equina|joint line|avulsion)\b"
    for text in (flag.ask, flag.why, flag.action, flag.sign):
        assert not re.search(jargon, re.sub(r"\([^()]*\)", "", text)), text


def the_sign_fits_a_narrow_place(flag):
    assert len(flag.sign) < 70


def says_linked_and_names_no_diagnosis(flag):
    assert not re.search(r"caused by|\byou have (a|an|got)\b|diagnos", flag.model_dump_json().lower())


OF_A_FLAG = (
    names_its_condition_says_how_soon_and_rests_on_public_guidance, nothing_rests_on_memory,
    the_question_is_short_and_answered_with_yes_or_no, the_action_says_what_to_do_and_how_soon,
    jargon_stands_in_brackets_after_plain_words, the_sign_fits_a_narrow_place, says_linked_and_names_no_diagnosis,
)  # fmt: skip


@pytest.mark.parametrize("flag", FLAGS.values(), ids=lambda f: f.id)
def test_a_stop_flag_is_sound(flag):
    every(OF_A_FLAG, flag)


@pytest.mark.parametrize("age", [None, *Age])
@pytest.mark.parametrize("place", [None, *Place])
def test_who_is_unsure_is_asked_everything_and_nobody_less_than_what_can_be_anywhere(place, age):
    asked = {f.id for f in fitting(FLAGS.values(), place, age)}
    assert {
        "rf01",
        "rf02",
        "rf03",
        "rf04",
        "rf08",
        "rf09",
        "rf18",
        "rf19",
        "rf20",
        "rf21",
        "rf22",
        "rf25",
        "rf27",
        "rf34",
    } <= asked
    assert asked <= {f.id for f in fitting(FLAGS.values(), place)} & {f.id for f in fitting(FLAGS.values(), None, age)}
    if place is None and age is None:
        assert asked == set(FLAGS)


def test_a_place_leaves_out_only_what_was_weighed():
    """What is not asked everywhere, and where it is not: a change must be made here too."""
    left_out = {f.id: {p.value for p in Place if not f.fits(p, None)} for f in FLAGS.values() if f.places != "all"}
    knees = {"knee_outer", "knee_front", "knee_inner", "knee_back"}
    assert not {"rf05", "rf07", "rf19", "rf29"} & set(left_out)
    assert left_out["rf17"] == knees
    assert left_out["rf35"] == knees
    assert left_out["rf36"] == {"knee_outer", "knee_back"}
    assert left_out["rf24"] & {*knees, "thigh_front"} == set()
    emergencies = {f.id for f in FLAGS.values() if f.urgency is EMERGENCY and f.places != "all"}
    assert emergencies == {"rf15", "rf16", "rf17"}


def test_an_age_leaves_out_only_what_cannot_be():
    ages = {f.id: set(f.ages) for f in FLAGS.values() if f.ages != "all"}
    grown = {"young", "adult", "older"}
    assert ages == {
        "rf10": {"child"}, "rf23": {"older"}, "rf26": {"child", "young"}, "rf28": {"child", "young"},
        "rf29": grown, "rf30": grown, "rf35": {"adult", "older"}, "rf36": {"adult"},
    }  # fmt: skip


def test_what_is_harmless_alone_is_asked_together_with_what_makes_it_urgent():
    fall, fever, thinner = FLAGS["rf04"].ask, FLAGS["rf03"].ask, FLAGS["rf18"].ask
    assert fall.index("fall or blow") < fall.index("pain and weak bones")
    assert "This pain with fever" in fever
    assert ", with new pain in belly" in thinner


@pytest.mark.parametrize(
    "flag", ["rf01", "rf02", "rf07", "rf09", "rf10", "rf14", "rf19", "rf21", "rf24", "rf28", "rf34"]
)
def test_one_sign_is_enough_where_each_is_dangerous_alone(flag):
    assert not re.search(r"\band (who|that|which|a limp|pain)\b", FLAGS[flag].ask)


SECOND_ORDER = r"\botherwise\b|\btoday\b|this week"
"""Words of a lesser order: a question of the group "call or go now" has one order alone."""


@pytest.mark.parametrize("flag", [f for f in FLAGS.values() if f.stops and f.urgency is EMERGENCY], ids=lambda f: f.id)
def test_an_emergency_gives_one_order(flag):
    assert not re.search(SECOND_ORDER, flag.action)


def test_two_orders_at_once_are_found():
    assert re.search(SECOND_ORDER, "call the emergency number now if you are breathless, otherwise see a doctor today")


@pytest.mark.parametrize(
    ("flag", "says"),
    [
        ("rf05", "as little weight on the leg as possible"),
        ("rf10", "from 10 to 16 with pain in hip, groin or thigh, or knee pain with a limp"),
        ("rf34", "with chest pain or short breath call the emergency number now"),
        ("rf35", "changed sight, go to an emergency department now"),
    ],
)
def test_the_action_is_no_weaker_than_its_guidance(flag, says):
    assert says in FLAGS[flag].action


def test_a_flag_without_public_guidance_is_found_by_the_check(monkeypatch):
    bare = {**FLAGS, "rf09": FLAGS["rf09"].model_copy(update={"references": ("finucane2020",)})}
    monkeypatch.setattr("data.check.load", lambda _: replace(C, stop_flags=bare))
    assert [p.field for p in problems(CONTENT) if "guidance" in p.message] == ["rf09"]


def finishes_the_sentence_that_begins_with_you(reason):
    assert re.match(r"(have|are|take|feel)\b", reason.who)
    assert not reason.who.endswith(".")
    assert not reason.why.endswith(".")


def rests_on_what_was_seen(reason):
    assert all(C.references[r].verification in ("full", "finding") for r in reason.references)


OF_A_REASON = (
    finishes_the_sentence_that_begins_with_you, rests_on_what_was_seen,
)  # fmt: skip


@pytest.mark.parametrize("reason", C.ask_first.values(), ids=lambda r: r.id)
def test_a_reason_to_ask_first_is_sound(reason):
    every(OF_A_REASON, reason)


def test_the_general_reasons_not_to_roll_are_all_there():
    assert set(C.ask_first) == {
        "blood_thinner", "blood_clot", "weak_bones", "pregnant", "leg_arteries", "varicose_veins", "poor_feeling",
        "cancer", "wound_or_break", "inflamed", "bone_in_muscle",
    }  # fmt: skip
