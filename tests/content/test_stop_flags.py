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
VIGNETTES = [
    # someone, as told; place; age; the flag that must be asked of them, and how soon it must send them
    ("a runner whose groin hurts to hop on", "groin_front", "adult", "rf05", TODAY),
    ("a runner with missed periods and an ache beside the sacrum", "low_back_sacroiliac", "young", "rf05", TODAY),
    ("a recruit with a sore pubic bone on marches", "thigh_inner", "young", "rf05", TODAY),
    ("a runner with a stressed upper shin", "knee_inner", "adult", "rf05", TODAY),
    ("a boy of 6 who limps and says that nothing hurts", "hip_side", "child", "rf10", TODAY),
    ("a girl of 8 with groin pain and no limp", "groin_front", "child", "rf10", TODAY),
    ("a heavy boy of 13 with thigh pain alone", "thigh_front", "child", "rf10", TODAY),
    ("a boy of 14 with knee pain alone, still walking", "knee_front", "child", "rf10", TODAY),
    ("a child with fever and a hip that does not move", "groin_front", "child", "rf03", EMERGENCY),
    ("a sprinter of 15 with a pop at the front hip bone", "front_hip_corner", "child", "rf26", TODAY),
    ("a dancer of 19 with a pop at the sit bone in a split", "sit_bone", "young", "rf26", TODAY),
    ("a boy of 15 woken by sudden groin and testicle pain", "groin_front", "child", "rf16", EMERGENCY),
    ("a woman of 72 on alendronate with new thigh pain, no fall", "thigh_outer", "older", "rf22", TODAY),
    ("a new mother with sudden hip pain", "groin_front", "adult", "rf22", TODAY),
    ("a man of 60 on prednisolone with new knee pain, no fall", "knee_inner", "adult", "rf22", TODAY),
    ("a woman of 80 who fell and still walks, groin sore", "groin_front", "older", "rf23", TODAY),
    ("a man of 78 who fell and feels it in the knee only", "knee_front", "older", "rf23", TODAY),
    ("a woman of 55 who cannot stand since this morning, no fall", "groin_front", "adult", "rf04", EMERGENCY),
    ("a man who cannot lift the straight leg after a stumble, little pain", "knee_front", "adult", "rf24", TODAY),
    ("a skier with a pop and a bruise down the back of the thigh", "thigh_back", "adult", "rf25", TODAY),
    ("a man on warfarin with growing groin pain and a numb thigh", "groin_front", "older", "rf18", EMERGENCY),
    ("someone on a blood thinner with a knee that swells by the hour", "knee_outer", "older", "rf18", EMERGENCY),
    ("a hard groin lump, vomiting", "groin_front", "older", "rf15", EMERGENCY),
    ("inner-thigh pain down to the knee, vomiting, belly swollen", "knee_inner", "older", "rf15", EMERGENCY),
    ("a man of 70 with sudden back and groin pain, faint", "low_back_sacroiliac", "older", "rf17", EMERGENCY),
    ("a pulsing lump in the belly, flank pain", "hip_side", "older", "rf17", EMERGENCY),
    ("perhaps pregnant, one-sided low pain felt in the groin", "groin_front", "young", "rf17", EMERGENCY),
    ("a knee that buckles, front of the thigh numb", "thigh_front", "adult", "rf08", TODAY),
    ("a foot that slaps since crossing the legs", "knee_outer", "adult", "rf08", TODAY),
    ("a stiff drinker with deep groin pain", "groin_front", "adult", "rf32", SOON),
    ("sickle-cell disease, pain felt in the knee", "knee_front", "young", "rf32", SOON),
    ("a smoker whose buttock cramps at 200 metres", "buttock_deep", "older", "rf30", SOON),
    ("calf and hollow of the knee cramp on walking", "knee_back", "adult", "rf30", SOON),
    ("foot pain at night, hangs it out of bed", "knee_back", "older", "rf29", TODAY),
    ("first spinning class, thighs swollen, cola urine", "thigh_front", "young", "rf19", EMERGENCY),
    ("calf swollen after a flight", "knee_back", "adult", "rf34", TODAY),
    ("an outer knee with short breath since yesterday", "knee_outer", "adult", "rf02", EMERGENCY),
    ("thigh hard as wood after a kick", "thigh_front", "young", "rf09", EMERGENCY),
    ("pain in both legs, changed feeling when wiping", "buttock_deep", "adult", "rf01", EMERGENCY),
    ("a weak stream and a numb crotch in someone with sore knees", "knee_front", "older", "rf01", EMERGENCY),
    ("psoas: fever, hip held bent", "groin_front", "adult", "rf03", EMERGENCY),
    ("shin skin red and hot below the knee", "knee_inner", "older", "rf21", TODAY),
    ("skin that hurts far more than the scratch on it", "thigh_outer", "adult", "rf20", EMERGENCY),
    ("breast cancer ten years ago, new hip pain", "hip_side", "older", "rf27", TODAY),
    ("a lump of the thigh at 20, growing", "thigh_outer", "young", "rf28", TODAY),
    ("a deep lump in the buttock at 50", "buttock_deep", "adult", "rf06", SOON),
    ("a knee that swelled within the hour", "knee_outer", "adult", "rf07", TODAY),
    ("stiff low back at 30, up at four each night", "low_back_sacroiliac", "adult", "rf33", SOON),
    ("side of the hip sore at night, pain to the outer knee", "knee_outer", "adult", "rf12", SOON),
    ("blood in the urine, flank to groin", "groin_front", "adult", "rf31", TODAY),
    ("a boy of 13 with knee pain since a fall", "knee_inner", "child", "rf10", TODAY),
    ("a runner whose bone at the outer knee aches at night", "knee_outer", "adult", "rf05", TODAY),
    ("tea-coloured urine and sore knees, no exercise", "knee_outer", "older", "rf19", EMERGENCY),
    ("a woman of 58 who fell off her bicycle and walks, groin sore", "groin_front", "adult", "rf36", TODAY),
    ("a thigh that swells in its cast", "thigh_front", "adult", "rf09", EMERGENCY),
    ("a hip replaced three years ago, newly sore", "hip_side", "older", "rf03", EMERGENCY),
    ("on warfarin, groin pain since this morning and no bruise", "groin_front", "older", "rf18", EMERGENCY),
    ("both hips and shoulders stiff until ten each morning at 68", "hip_side", "older", "rf35", SOON),
    ("a knee that locks, pain felt in the outer thigh", "thigh_outer", "adult", "rf07", TODAY),
]


def test_ids_are_permanent_and_every_flag_stands_in_the_table():
    assert sorted(FLAGS) == [f"rf{n:02}" for n in range(1, 37)]
    assert sorted(TABLE) == sorted(FLAGS)


@pytest.mark.parametrize("flag", FLAGS.values(), ids=lambda f: f.id)
class TestStopFlag:
    def test_names_its_condition_says_how_soon_and_rests_on_public_guidance(self, flag):
        urgency, stops, named = TABLE[flag.id]
        assert (flag.urgency, flag.stops) == (urgency, stops)
        for words in named:
            assert words in flag.ask
        guidance = [C.references[r] for r in flag.references if C.references[r].kind is Kind.GUIDANCE]
        assert guidance
        assert all(g.seen and g.verification in ("full", "finding") for g in guidance)
        assert any(g.url for g in guidance)

    def test_nothing_rests_on_memory(self, flag):
        for r in flag.references:
            assert r != "clinical_general"
            assert C.references[r].verification != "none"

    def test_the_question_is_short_and_answered_with_yes_or_no(self, flag):
        assert flag.ask.endswith("?")
        assert len(flag.ask.split()) <= 35
        assert not re.search(r"\b(what|where|when|which|how|why) (is|are|does|do|did)\b", flag.ask.lower())
        assert ";" not in flag.ask

    def test_the_action_says_what_to_do_and_how_soon(self, flag):
        assert re.match(r"(call|go|see|stop|make|do not|ask)\b", flag.action)
        if flag.stops:
            soon = {EMERGENCY: r"\bnow\b", TODAY: r"\b(today|urgent)\b", SOON: r"\b(this week|first)\b"}
            assert re.search(soon[flag.urgency], flag.action)

    def test_jargon_stands_in_brackets_after_plain_words(self, flag):
        jargon = (
            r"\b(ITB|TFL|MRI|DVT|Perthes|osteoporosis|myositis|thrombosis|compartment|equina|joint line|avulsion)\b"
        )
        for text in (flag.ask, flag.why, flag.action, flag.sign):
            assert not re.search(jargon, re.sub(r"\([^()]*\)", "", text)), text

    def test_the_sign_fits_a_narrow_place(self, flag):
        assert len(flag.sign) < 70

    def test_says_linked_and_names_no_diagnosis(self, flag):
        assert not re.search(r"caused by|\byou have (a|an|got)\b|diagnos", flag.model_dump_json().lower())


@pytest.mark.parametrize(("told", "place", "age", "flag", "urgency"), VIGNETTES, ids=[v[0] for v in VIGNETTES])
def test_someone_told_of_is_asked_the_question_that_fits(told, place, age, flag, urgency):
    asked = {f.id: f for f in fitting(FLAGS.values(), Place(place), Age(age))}
    assert flag in asked, told
    assert asked[flag].urgency is urgency


def test_every_flag_is_in_a_story():
    untold = {"rf11", "rf13", "rf14"}  # they hold for every place, or stand for themselves
    assert {v[3] for v in VIGNETTES} == set(FLAGS) - untold


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


@pytest.mark.parametrize("reason", C.ask_first.values(), ids=lambda r: r.id)
class TestAskFirst:
    def test_finishes_the_sentence_that_begins_with_you(self, reason):
        assert re.match(r"(have|are|take|feel)\b", reason.who)
        assert not reason.who.endswith(".")
        assert not reason.why.endswith(".")

    def test_rests_on_what_was_seen(self, reason):
        assert all(C.references[r].verification in ("full", "finding") for r in reason.references)


def test_the_general_reasons_not_to_roll_are_all_there():
    assert set(C.ask_first) == {
        "blood_thinner", "blood_clot", "weak_bones", "pregnant", "leg_arteries", "varicose_veins", "poor_feeling",
        "cancer", "wound_or_break", "inflamed", "bone_in_muscle",
    }  # fmt: skip
