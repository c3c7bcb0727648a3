"""The anatomy of the thigh, knee and calf: what an exam asks of a card, where it stands, what must not come back."""

import re
from pathlib import Path

import pytest

import data
from data.catalog import catalog
from data.quiz.asking import ask
from data.quiz.question import Options
from data.source import read
from tests.every import every

C = catalog()
TA2 = {
    "adductor_brevis": (2629, "Adductor brevis", "adductor brevis"),
    "adductor_longus": (2628, "Adductor longus", "adductor longus"),
    "adductor_magnus": (2630, "Adductor magnus", "adductor magnus"),
    "biceps_femoris_long_head": (2639, "Long head of biceps femoris", "caput longum musculi bicipitis femoris"),
    "biceps_femoris_short_head": (2640, "Short head of biceps femoris", "caput breve musculi bicipitis femoris"),
    "common_fibular_nerve": (6571, "Common fibular nerve", "nervus fibularis communis"),
    "distal_itb_fat_pad": (None, None, None),
    "gastrocnemius": (2657, "Gastrocnemius muscle", "musculus gastrocnemius"),
    "gerdys_tubercle": (1411, "Tubercle of iliotibial tract", "tuberculum tractus iliotibialis"),
    "gracilis": (2635, "Gracilis muscle", "musculus gracilis"),
    "lateral_femoral_epicondyle": (1384, "Lateral epicondyle of femur", "epicondylus lateralis ossis femoris"),
    "popliteal_fossa": (324, "Popliteal fossa", "fossa poplitea"),
    "rectus_femoris": (2614, "Rectus femoris muscle", "musculus rectus femoris"),
    "sartorius": (2610, "Sartorius muscle", "musculus sartorius"),
    "semimembranosus": (2642, "Semimembranosus muscle", "musculus semimembranosus"),
    "semitendinosus": (2641, "Semitendinosus muscle", "musculus semitendinosus"),
    "soleus": (2660, "Soleus muscle", "musculus soleus"),
    "vastus_intermedius": (2619, "Vastus intermedius muscle", "musculus vastus intermedius"),
    "vastus_lateralis": (2618, "Vastus lateralis muscle", "musculus vastus lateralis"),
    "vastus_medialis": (2620, "Vastus medialis muscle", "musculus vastus medialis"),
}
"""Number, English and Latin in Terminologia Anatomica 2; what has no entry there has none of the three."""

SAYS = [
    # adductors: which part of the pubis, which part of the linea aspera, which division, both names of the big one
    ("adductor_brevis", "origin", r"body and inferior ramus of the pubis"),
    ("adductor_brevis", "insertion", r"pectineal line of the femur.*upper third of the linea aspera"),
    ("adductor_brevis", "nerve", r"^Obturator nerve .*L2-L3"),
    ("adductor_brevis", "blood", r"deep femoral and obturator"),
    ("adductor_brevis", "actions", r"texts disagree"),
    ("adductor_longus", "origin", r"pubis below the crest"),
    ("adductor_longus", "insertion", r"middle third of the linea aspera"),
    ("adductor_longus", "nerve", r"^Obturator nerve .*anterior division"),
    ("adductor_longus", "blood", r"deep femoral"),
    ("adductor_longus", "actions", r"assists hip flexion"),
    ("adductor_longus", "actions", r"texts disagree"),
    ("adductor_longus", "chains", r"adductors together were stronger"),
    ("adductor_magnus", "origin", r"ischiopubic ramus and ischial tuberosity.*adductor minimus"),
    (
        "adductor_magnus",
        "insertion",
        r"gluteal tuberosity, linea aspera, medial supracondylar line and adductor tubercle",
    ),
    ("adductor_magnus", "nerve", r"adductor part: obturator nerve, posterior division \(L2-L4\)"),
    ("adductor_magnus", "nerve", r"hamstring part: tibial division of the sciatic nerve \(L4; L4-S3"),
    ("adductor_brevis", "nerve", r"usually its anterior division"),
    ("rectus_femoris", "origin", r"straight head\).*reflected head"),
    ("distal_itb_fat_pad", "nerve", r"^Many nerve endings$"),
    ("adductor_magnus", "actions", r"hip extension \(hamstring part\)"),
    ("adductor_magnus", "actions", r"hip flexion \(adductor part\)"),
    ("gracilis", "origin", r"inferior ramus of the pubis and the ischial ramus"),
    ("gracilis", "nerve", r"^Obturator nerve .*anterior division"),
    ("gracilis", "blood", r"medial circumflex femoral"),
    # hamstrings: the shared tendon, the odd nerve of the short head, vessels at the top
    ("biceps_femoris_long_head", "origin", r"ischial tuberosity .*semitendinosus.*sacrotuberous ligament"),
    ("biceps_femoris_long_head", "insertion", r"fibular head"),
    ("biceps_femoris_long_head", "nerve", r"^Tibial division of sciatic nerve \(L5-S2\)$"),
    ("biceps_femoris_long_head", "blood", r"inferior gluteal"),
    ("biceps_femoris_long_head", "actions", r"external rotation of the bent leg"),
    ("biceps_femoris_long_head", "chains", r"not significantly more active"),
    ("biceps_femoris_short_head", "origin", r"linea aspera, lateral supracondylar line"),
    ("biceps_femoris_short_head", "nerve", r"^Common fibular division of sciatic nerve \(L5-S2\)$"),
    ("biceps_femoris_short_head", "plain", r"does not cross the hip.*no hamstring"),
    ("semimembranosus", "origin", r"upper outer part of the ischial tuberosity"),
    ("semimembranosus", "insertion", r"back of the medial tibial condyle.*oblique popliteal ligament"),
    ("semimembranosus", "nerve", r"^Tibial division of sciatic nerve \(L5-S2\)$"),
    ("semimembranosus", "blood", r"inferior gluteal"),
    ("semitendinosus", "origin", r"ischial tuberosity .*long head of biceps femoris"),
    ("semitendinosus", "nerve", r"^Tibial division of sciatic nerve \(L5-S2\)$"),
    ("semitendinosus", "blood", r"inferior gluteal and medial circumflex femoral"),
    # front of the thigh: two heads of rectus, no vastus on the pelvis, all four to the tibial tuberosity
    ("rectus_femoris", "origin", r"anterior inferior iliac spine .*above the hip socket"),
    ("rectus_femoris", "nerve", r"^Femoral nerve \(L2-L4\)$"),
    ("rectus_femoris", "actions", r"hip flexion"),
    (
        "vastus_lateralis",
        "origin",
        r"greater trochanter, intertrochanteric line, gluteal tuberosity.*outer lip of the linea",
    ),
    ("vastus_lateralis", "nerve", r"^Femoral nerve \(L2-L4\)$"),
    ("vastus_lateralis", "find_it", r"under it"),
    ("vastus_intermedius", "origin", r"front and outer femoral shaft.*tensor of vastus intermedius"),
    ("vastus_intermedius", "blood", r"lateral circumflex femoral and deep femoral"),
    ("vastus_medialis", "origin", r"intertrochanteric line, inner lip of the linea aspera.*adductor magnus tendon"),
    ("vastus_medialis", "blood", r"femoral, deep femoral and descending genicular"),
    ("sartorius", "origin", r"anterior superior iliac spine"),
    ("sartorius", "nerve", r"^Femoral nerve .*L2-L3"),
    ("sartorius", "actions", r"hip flexion; hip abduction; hip external rotation; knee flexion; internal rotation of"),
    # calf, knee
    ("gastrocnemius", "origin", r"back of the medial and outer side of the lateral femoral condyle.*fabella"),
    ("gastrocnemius", "nerve", r"^Tibial nerve \(S1-S2\)$"),
    ("gastrocnemius", "blood", r"sural"),
    ("soleus", "origin", r"fibular head.*soleal line and inner border of the tibia.*accessory"),
    ("soleus", "nerve", r"^Tibial nerve .*S1-S2"),
    ("soleus", "blood", r"popliteal, posterior tibial and fibular"),
    ("common_fibular_nerve", "origin", r"neck of the fibula"),
    ("common_fibular_nerve", "nerve", r"^L4-S2$"),
    ("common_fibular_nerve", "insertion", r"short head of biceps femoris"),
    ("common_fibular_nerve", "actions", r"lifts the foot and toes; turns the sole outwards"),
    ("popliteal_fossa", "insertion", r"from skin to bone, tibial nerve, popliteal vein and popliteal artery"),
    ("lateral_femoral_epicondyle", "insertion", r"fibular collateral ligament.*popliteus.*gastrocnemius"),
    ("gerdys_tubercle", "find_it", r"half-way between the bump below the kneecap and the fibular head"),
]

NEVER = [
    *((v, "actions", r"\bhip\b") for v in ("vastus_lateralis", "vastus_medialis", "vastus_intermedius")),
    ("biceps_femoris_short_head", "actions", r"\bhip\b"),
    ("biceps_femoris_short_head", "nerve", r"tibial"),
    ("biceps_femoris_short_head", "origin", r"ischial"),
    ("soleus", "actions", r"\bknee\b"),
    ("gastrocnemius", "actions", r"\bhip\b"),
    ("gracilis", "actions", r"external"),
    ("semitendinosus", "actions", r"external"),
    ("semimembranosus", "actions", r"external"),
    ("semimembranosus", "insertion", r"pes anserinus"),
    ("biceps_femoris_long_head", "actions", r"internal"),
    ("biceps_femoris_long_head", "chains", r"disagree"),
    ("adductor_longus", "actions", r"(^|; )hip flexion"),  # it extends a hip that is much bent
    ("adductor_longus", "chains", r"^was stronger"),  # the study measured the adductors, not this one
    ("adductor_magnus", "find_it", r"heel"),
    ("lateral_femoral_epicondyle", "insertion", r"capsule"),
    ("sartorius", "actions", r"hip internal|external rotation of the bent"),
]

READ = ("origin", "insertion", "nerve", "blood", "actions", "find_it")
ONE_STUDY = {"distal_itb_fat_pad"}  # no textbook has it: one team described it
PES = {"sartorius": "Femoral", "gracilis": "Obturator", "semitendinosus": "Tibial"}
WIDER = {*(g.name for g in C.groups.values()), "calf", "inner thigh", "back of the knee", "outer hamstring"}
"""Groups and regions that are no name of one thing."""
REFERENCES = Path(data.__file__).parent / "content" / "references" / "anatomy_thigh.yaml"
OWN = [r["id"] for r in read(REFERENCES).value]


def told(id_, field):
    """The text of a field in one line; of chains, their notes."""
    value = getattr(C.structures[id_], field)
    if field == "chains":
        return "; ".join(r.note for r in value if r.note)
    return value if isinstance(value, str) else "; ".join(value or ())


def family(id_):
    """Who speaks: a site is one voice, and so is Gray with all who still print his text."""
    found = C.references[id_]
    if "Gray" in f"{found.authors} {found.container} {found.caveat}":
        return "Gray"
    return found.container if found.container and found.kind == "web" else found.id


def has_the_names_of_ta2_or_none(id_):
    found = C.structures[id_]
    assert (found.ta2, found.ta2_english, found.latin) == TA2[id_]
    if found.ta2:
        assert [s.reference for s in found.checked.standing("ta2")] == ["fipat_ta2"]


def calls_by_another_name_what_is_the_same_thing_and_nothing_else(id_):
    found = C.structures[id_]
    own = {n.casefold() for n in (found.name, found.short_name, found.ta2_english, found.latin) if n}
    rest = [C.structures[s] for s in TA2 if s != id_]
    others = {n.casefold() for s in rest for n in (s.name, *(x.name for x in s.synonyms))}
    for synonym in (s.name.casefold() for s in found.synonyms):
        assert synonym not in own | others | WIDER
        assert not re.search(r"\b(part|fibres|region|syndrome|bursitis|strain|VMO)\b", synonym, re.IGNORECASE)


def every_fact_stands_in_two_places_that_do_not_copy_each_other(id_):
    found = C.structures[id_]
    for field in (f for f in READ if getattr(found, f)):
        voices = {family(s.reference) for s in found.checked.standing(field)}
        assert len(voices) >= (1 if id_ in ONE_STUDY else 2), (field, voices)


def cites_what_was_seen(id_):
    found = C.structures[id_]
    assert "textbook_anatomy" not in found.references
    assert {s.reference for s in found.checked.sources} & set(found.references)
    for source in found.checked.sources:
        assert source.reference == "fipat_ta2" or C.references[source.reference].verification in ("full", "finding")


def says_what_an_exam_asks_and_not_what_is_wrong(id_):
    rows = [(r, True) for r in SAYS if r[0] == id_] + [(r, False) for r in NEVER if r[0] == id_]
    assert [r for r, says in rows if bool(re.search(r[2], told(*r[:2]), re.IGNORECASE)) != says] == []


@pytest.mark.parametrize("id_", dict.fromkeys([*TA2, *(id_ for id_, *_ in (*SAYS, *NEVER))]))
def test_a_card_is_sound(id_):
    of_names = (has_the_names_of_ta2_or_none, calls_by_another_name_what_is_the_same_thing_and_nothing_else)
    of_facts = (every_fact_stands_in_two_places_that_do_not_copy_each_other, cites_what_was_seen)
    every((*of_names, *of_facts, says_what_an_exam_asks_and_not_what_is_wrong), id_)


@pytest.mark.parametrize(("id_", "nerve"), PES.items())
def test_the_goose_foot_has_three_muscles_three_nerves_and_one_turn(id_, nerve):
    assert told(id_, "insertion") == "Upper inner tibia (pes anserinus)"
    assert told(id_, "nerve").startswith(nerve)
    assert "internal rotation of the bent leg" in told(id_, "actions")


@pytest.mark.parametrize("id_", ["rectus_femoris", "vastus_intermedius", "vastus_lateralis", "vastus_medialis"])
def test_all_four_of_the_quadriceps_end_on_the_tibia_through_the_kneecap(id_):
    assert re.search(
        r"^Quadriceps tendon.*patella; through the patellar ligament to the tibial tuberosity$", told(id_, "insertion")
    )


@pytest.mark.parametrize(
    ("id_", "also_right"),
    [
        ("rectus_femoris.insertion", "vastus_lateralis.insertion"),
        ("semimembranosus.insertion", "gracilis.insertion"),
        ("adductor_brevis.insertion", "adductor_magnus.insertion"),
        ("adductor_brevis.insertion", "adductor_longus.insertion"),
        ("gracilis.origin", "adductor_longus.origin"),
        ("adductor_longus.origin", "adductor_magnus.origin"),
        ("semitendinosus.origin", "biceps_femoris_long_head.origin"),
        ("gracilis.nerve", "adductor_magnus.nerve"),
        ("semitendinosus.nerve", "soleus.nerve"),
        ("sartorius.nerve", "vastus_medialis.nerve"),
    ],
)
def test_the_quiz_calls_nothing_wrong_that_is_right_too(id_, also_right):
    structure, field = also_right.split(".")
    words = told(structure, field).split(";")[0]
    assert words not in {w for n in range(60) for _, w in ask(f"facts:{id_}", Options(), C, n).choices}


@pytest.mark.parametrize("id_", OWN)
def test_a_page_that_was_read_stands_behind_a_card(id_):
    assert any(s.reference == id_ for t in TA2 for s in C.structures[t].checked.sources)
