"""Rolling, card by card: verdict, technique, dose and cautions agree with each other and with vessels and nerves.

Each rule is a function that lists what is wrong with one card; it is asked of every record, and of a copy with a
planted error, where it must find it.
"""

import itertools
import re

import pytest
import shapely

from components.card import text as card_text
from components.card.ask_first import TITLE, ask_first
from data.catalog import catalog
from data.how_to import MOST_PRESSURE, MOST_SECONDS, HowTo, Level, Place, Way
from data.model import Tissue, Verdict
from data.outlines import AXIAL_VIEWS, load_view
from data.rolling import advice
from data.section import CONTACT_MM, beside, sides, under_roller
from data.structure import Rolling

C = catalog()
ALL = list(C.structures.values())
ROLLED = [s for s in ALL if s.rolling.how_to]
SAID = {
    "femoral_neurovascular_bundle": r"femoral (vessels|artery)",
    "sciatic_nerve": "sciatic nerve",
    "common_fibular_nerve": "common fibular nerve",
    "lateral_femoral_cutaneous_nerve": "lateral femoral cutaneous nerve",
    "popliteal_fossa": "back of the knee",
}
"""How a caution names a nerve, vessel or passage."""
MOVES = {Way.STROKES: r"\bstrokes\b", Way.SMALL_STROKES: r"\bsmall strokes\b", Way.HOLDS: r"\bholds?\b"}
SIDE = {
    Place.FRONT_OUTER_THIGH: ("front", "outer"),
    Place.OUTER_THIGH: ("outer",),
    Place.BACK_THIGH: ("back",),
    Place.BACK_INNER_THIGH: ("inner", "back"),
    Place.FRONT_OUTER_HIP: ("front", "outer"),
}
"""The sides of a drawn section from which a place is pressed."""
INSIDE = {
    Place.LOWER_BUTTOCK: ("sit bone", "middle of the buttock", "whole buttock"),
    Place.GROIN: ("hip crease",),
    Place.SIT_BONE: (),
}
"""Other words for a place: standing there is standing on it."""
LIMIT = re.compile(
    r"\b(above|below|off|not|never|no|outside|away from|ending|clear of|beside|level with|from|to)\b[^.;,]*$"
)
"""A place after one of these words is a limit, not where the roller stands."""


def near(structure):
    """Nerves, vessels and passages within 3 cm of a muscle or band in a drawn section, and the sections."""
    found = {}
    for view in AXIAL_VIEWS:
        shapes = load_view(view).shapes
        for mark in (s for s in shapes if s.id in SAID):
            place = shapely.Point(mark.label) if mark.mark == "dot" else mark.area()
            own = [s for s in shapes if s.id == structure.id and not s.schematic]
            if any(s.area().distance(place) <= CONTACT_MM / 2 for s in own):
                found.setdefault(mark.id, []).append(view)
    for view, side in itertools.product(AXIAL_VIEWS, ("outer", "front", "inner", "back")):
        drawn = load_view(view)
        if side in sides(drawn) and advice_at(view, side).structure == structure.id:
            for mark in beside(drawn, side):
                if mark.id in SAID:
                    found.setdefault(mark.id, []).append(view)
    return found


def advice_at(view, side):
    drawn = load_view(view)
    return advice(view, side, under_roller(drawn, side), beside(drawn, side), C)


NEAR = {s.id: near(s) for s in ALL}


def unnamed_neighbours(structure):
    """A verdict other than avoid beside a vessel or nerve names it in its cautions, or says why it is out of reach."""
    rolling = structure.rolling
    if rolling.verdict is Verdict.AVOID:
        return []
    excused = {n.structure for n in rolling.out_of_reach}
    return [n for n in NEAR[structure.id] if n not in excused and not re.search(SAID[n], rolling.cautions)]


def clashing_words(structure):
    """Technique and dose speak of the one way in which the tool moves, and of no other."""
    how = structure.rolling.how_to
    if how is None:
        return []
    found = []
    for name, words in (("technique", how.technique.lower()), ("dose", how.dose.lower())):
        if not re.search(r"\bhold\b" if how.way is Way.HOLDS and name == "technique" else MOVES[how.way], words):
            found.append(f"{name} does not say {how.way}")
        others = {Way.HOLDS: r"\bstrokes?\b|\broll", Way.STROKES: r"\bholds?\b|\bpause|small strokes"}
        if re.search(others.get(how.way, r"\bholds?\b|\bpause"), words):
            found.append(f"{name} speaks of another way than {how.way}")
    return found


def dose_unsaid(structure):
    """The dose names seconds, passes, pressure and how often: the same as the typed parts, within the limits."""
    how = structure.rolling.how_to
    if how is None:
        return []
    found = []
    counted = r"holds?" if how.way is Way.HOLDS else r"pass(?:es)?"
    if not re.search(rf"(?<![\d-]){re.escape(how.passes.words)} {counted}\b", how.dose):
        found.append("passes")
    if not re.search(rf"(?<![\d-]){re.escape(how.seconds.words)} s\b", how.dose):
        found.append("seconds")
    if not re.search(rf"\b{how.pressure} of 10\b", how.dose) or re.findall(r"(\d+) of 10", how.dose) != [
        str(how.pressure)
    ]:
        found.append("pressure")
    if not re.search(r"discomfort at most \d of 10", how.dose):
        found.append("a limit of pressure")
    if not re.search(r"\ba (day|week)\b", how.dose):
        found.append("how often")
    if how.pressure > MOST_PRESSURE or how.seconds.most * how.passes.most > MOST_SECONDS:
        found.append("within the limits")
    return found


def avoided_but_told_how(structure):
    """What is to be avoided, or is nothing to roll, has no how-to and says what to do instead."""
    rolling = structure.rolling
    if rolling.verdict not in (Verdict.AVOID, Verdict.NOT_APPLICABLE):
        return []
    return [*(["has a how-to"] if rolling.how_to else []), *([] if rolling.instead else ["has no instead"])]


def forbidden_places(structure):
    """Where the roller stands is no place that its own cautions forbid, or the card of anything to be avoided."""
    how = structure.rolling.how_to
    if how is None:
        return []
    avoided = {p for s in ALL if s.rolling.verdict is Verdict.AVOID for p in s.rolling.keep_off}
    off = {*structure.rolling.keep_off, *avoided}
    found = [p.value for p in off if p is how.at]
    for words in (how.position, how.technique):
        for place in off:
            for said in (place.value, *INSIDE.get(place, ())):
                hits = [m.start() for m in re.finditer(re.escape(said), words)]
                found += [f"{said}: {words}" for at in hits if not LIMIT.search(words[:at])]
    return found


def kept_off_in_silence(structure):
    """Every place to keep off is said in the cautions."""
    cautions = structure.rolling.cautions.lower()
    short = [p.value.lower().removesuffix(" thigh") for p in structure.rolling.keep_off]
    return [p for p in short if p not in cautions]


def pressed_where_it_is_avoided(structure):
    """At the levels that a how-to names, its place may be rolled by the drawing too, and meets the structure."""
    how = structure.rolling.how_to
    if how is None:
        return []
    found = []
    for level in how.levels:
        drawn = load_view(level)
        places = [s for s in SIDE[how.at] if s in sides(drawn)]
        if not drawn.of(structure.id):
            found.append(f"{level}: it is not drawn there")
        if all(advice_at(level, s).verdict is Verdict.AVOID for s in places) and how.at is not Place.FRONT_OUTER_HIP:
            found.append(f"{level}: the place is to be avoided")
    return found


def painful_but_kind(structure):
    """When it hurts, the verdict is never kinder than when it does not."""
    order = [Verdict.HELPS, Verdict.HELPS_WITH_CARE, Verdict.LITTLE_BENEFIT, Verdict.AVOID]
    rolling = structure.rolling
    if rolling.when_painful is None or rolling.verdict not in order:
        return []
    return ["kinder when it hurts"] if order.index(rolling.when_painful) <= order.index(rolling.verdict) else []


def instead_leads_astray(structure):
    """What to do instead does not send a roller to a place that some card forbids."""
    rolling = structure.rolling
    places = {p for s in ALL if s.rolling.verdict is Verdict.AVOID for p in s.rolling.keep_off}
    found = []
    for part in re.split(r"[.;]", (rolling.instead or "").lower()):
        if not re.search(r"\b(roll|roller|ball)\b", part):
            continue
        for said in ("whole buttock", "behind it", *(p.value.lower() for p in places)):
            found += [said for m in re.finditer(re.escape(said), part) if not LIMIT.search(part[: m.start()])]
    return found


RULES = [
    unnamed_neighbours, clashing_words, dose_unsaid, avoided_but_told_how, forbidden_places, kept_off_in_silence,
    pressed_where_it_is_avoided, painful_but_kind, instead_leads_astray,
]  # fmt: skip


@pytest.mark.parametrize("rule", RULES, ids=lambda r: r.__name__)
@pytest.mark.parametrize("structure", ALL, ids=lambda s: s.id)
def test_a_card_agrees_with_itself_and_with_the_drawing(structure, rule):
    assert rule(structure) == []


def planted(structure, **changed):
    """A copy of a structure with other words in its rolling block; `how` changes the how-to."""
    found = C.structures[structure]
    how = changed.pop("how", None)
    rolling = found.rolling.model_copy(update=changed)
    if how is not None:
        base = rolling.how_to or C.structures["vastus_lateralis"].rolling.how_to
        rolling = rolling.model_copy(update={"how_to": base.model_copy(update=how)})
    return found.model_copy(update={"rolling": rolling})


PASTED = (
    "30-60 s per pass, 1-3 passes (about 1-2 min per muscle), slow strokes, discomfort no higher than 4-5 out of 10"
)
HARD = "1-2 passes of 15-30 s, discomfort at most 8 of 10; up to once a day"
PLANTED = [
    # the rule that must find it, and the card as it once was, or as a slip would make it
    (clashing_words, planted("tensor_fasciae_latae", how={"dose": PASTED})),
    (clashing_words, planted("vastus_lateralis", how={"technique": "Hold still on sore spots for 20 s."})),
    (clashing_words, planted("tensor_fasciae_latae", how={"technique": "Hold a spot, then small strokes."})),
    (clashing_words, planted("rectus_femoris", how={"technique": "Slow strokes; pause on sore spots."})),
    (clashing_words, planted("gluteus_medius", how={"way": Way.HOLDS})),
    (dose_unsaid, planted("gracilis", how={"dose": PASTED})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes by hand, discomfort at most 3 of 10; once a day"})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes of 15-30 s by hand; once a day"})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes of 15-30 s, discomfort at most 8 of 10; once a day"})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes of 15-30 s, discomfort at most 3 of 10"})),
    (dose_unsaid, planted("gracilis", how={"pressure": 8, "dose": HARD})),
    (avoided_but_told_how, planted("pectineus", how={})),
    (avoided_but_told_how, planted("iliac_crest", how={})),
    (avoided_but_told_how, planted("sciatic_nerve", instead=None)),
    (forbidden_places, planted("gluteus_maximus", how={"at": Place.LOWER_BUTTOCK})),
    (forbidden_places, planted("biceps_femoris_long_head", how={"at": Place.SIT_BONE})),
    (forbidden_places, planted("sartorius", how={"at": Place.FRONT_INNER_THIGH})),
    (forbidden_places, planted("gluteus_maximus", how={"technique": "Slow strokes over the sit bone."})),
    (forbidden_places, planted("rectus_femoris", how={"position": "face down, roller under the upper front thigh"})),
    (kept_off_in_silence, planted("rectus_femoris", cautions="Not on a fresh bruise or strain.")),
    (unnamed_neighbours, planted("rectus_femoris", cautions="Stop a hand's width below the front hip bone.")),
    (unnamed_neighbours, planted("semimembranosus", cautions="Keep off the back of the knee.")),
    (unnamed_neighbours, planted("vastus_lateralis", out_of_reach=())),
    (unnamed_neighbours, planted("adductor_brevis", verdict=Verdict.LITTLE_BENEFIT, cautions="Groin.")),
    (pressed_where_it_is_avoided, planted("biceps_femoris_long_head", how={"levels": (Level.UPPER_THIGH,)})),
    (pressed_where_it_is_avoided, planted("rectus_femoris", how={"levels": (Level.KNEE,), "at": Place.BACK_THIGH})),
    (pressed_where_it_is_avoided, planted("gracilis", how={"levels": (Level.HIP,)})),
    (painful_but_kind, planted("gluteus_medius", when_painful=Verdict.HELPS)),
    (instead_leads_astray, planted("gemelli", instead="No rolling; roll the whole buttock instead")),
    (instead_leads_astray, planted("greater_trochanter", instead="Roll in front of it or behind it")),
    (instead_leads_astray, planted("sciatic_nerve", instead="Roll the lower buttock with a softer ball")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "slip"), PLANTED, ids=[f"{r.__name__}-{s.id}-{n}" for n, (r, s) in enumerate(PLANTED)]
)
def test_a_planted_slip_is_found(rule, slip):
    assert rule(slip)


def pasted(structures):
    """Doses that stand on more than one card."""
    doses = [s.rolling.how_to.dose for s in structures if s.rolling.how_to]
    return {d for d in doses if doses.count(d) > 1}


def test_every_dose_is_written_for_its_card():
    assert pasted(ALL) == set()
    assert pasted([*ALL, planted("gracilis")]) == {C.structures["gracilis"].rolling.how_to.dose}


@pytest.mark.parametrize("field", ["verdict", "reason", "cautions"])
def test_a_rolling_block_with_a_how_to_on_what_is_avoided_is_not_read(field):
    block = C.structures["gracilis"].rolling.model_dump(by_alias=True)
    assert Rolling.model_validate(block).how_to
    with pytest.raises(ValueError, match="avoided has no how_to" if field == "verdict" else field):
        Rolling.model_validate({**block, field: Verdict.AVOID if field == "verdict" else ""})


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"pressure": MOST_PRESSURE + 1}, "pressure"),
        ({"seconds": {"least": 60, "most": 90}}, "must not exceed"),
        ({"seconds": {"least": 60, "most": 30}}, "the most must not be less"),
        ({"levels": ["axial_ankle"]}, "levels"),
        ({"at": "somewhere"}, "at"),
    ],
)
def test_a_how_to_beyond_the_limits_is_not_read(slip, said):
    how = C.structures["gracilis"].rolling.how_to.model_dump(by_alias=True)
    assert HowTo.model_validate(how)
    with pytest.raises(ValueError, match=said):
        HowTo.model_validate({**how, **slip})


def test_the_levels_are_the_drawn_sections():
    assert [level.value for level in Level] == list(AXIAL_VIEWS)


def test_what_is_within_three_centimetres_is_measured():
    assert set(NEAR["biceps_femoris_long_head"]) == {"sciatic_nerve", "common_fibular_nerve"}
    assert set(NEAR["gracilis"]) == {"femoral_neurovascular_bundle", "sciatic_nerve"}
    assert NEAR["iliotibial_band"] == {}


@pytest.mark.parametrize("structure", ROLLED, ids=lambda s: s.id)
def test_before_every_way_of_rolling_stands_who_asks_first(structure):
    shown = card_text.how_to(structure, C)
    assert f'href="./rolling?structure={structure.id}&amp;ask=first"' in shown
    assert shown.index("who should ask before rolling") < shown.index("<dt>Tool</dt>") < shown.index("<dt>Dose</dt>")
    assert card_text.how_to(structure, C).count("<dt>Where</dt>") == 1


def test_without_a_way_of_rolling_nobody_is_sent_to_the_list():
    assert "who should ask" not in card_text.how_to(C.structures["pectineus"], C)


def test_the_list_of_who_asks_first_has_the_reasons_that_no_card_can_see():
    shown = ask_first(C)
    assert TITLE.startswith("Who should not roll")
    for reason in ("blood thinner", "blood clot", "osteoporosis", "pregnant", "graft", "varicose", "feel touch"):
        assert reason in shown


@pytest.mark.parametrize("bone", C.bones.values(), ids=lambda b: b.id)
def test_a_bone_sends_no_roller_to_a_place_that_a_card_forbids(bone):
    assert not re.search(r"keep to the muscle beside|only bruises|behind it", bone.rolling)


@pytest.mark.parametrize("structure", ALL, ids=lambda s: s.id)
def test_the_limits_of_what_is_rolled_have_sources(structure):
    rolling = structure.rolling
    if rolling.how_to:
        assert "behm2020rx" in rolling.references  # sets and seconds
    if structure.tissue is Tissue.MUSCLE and NEAR[structure.id]:
        assert set(rolling.references) - {"behm2020rx", "grabow2018"} or rolling.out_of_reach
    assert len(rolling.cautions) <= 230, "few words: a card is read in pain, and four of them on one sheet of paper"
