"""Rules of rolling: each lists what is wrong with one card, and finds nothing where words and drawing agree."""

import itertools
import re
from functools import cache

import shapely

from data.catalog import catalog
from data.how_to import MOST_PRESSURE, MOST_SECONDS, Place, Way
from data.model import Tissue, Verdict
from data.outlines import AXIAL_VIEWS, load_view
from data.rolling import advice
from data.section import CONTACT_MM, beside, sides, under_roller

C = catalog()
ALL = list(C.structures.values())
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
FINGER = {
    Place.OUTER_HAMSTRING_END: r"outer cord behind the knee|fibular head",
    Place.KNEE_BACK: r"behind the (bent )?knee|soft hollow",
    Place.GROIN: r"\bgroin\b",
    Place.UPPER_INNER_THIGH: r"inner upper thigh|upper inner thigh",
    Place.BELLY: r"abdomen|belly|from inside",
}
"""How a way to find something names a place where a nerve or vessel lies under the finger."""
GENTLE = r"touch only|\bnot\b|\boff\b|risks"
"""Words that keep a finger from pressing."""
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


@cache
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


def painful_unsaid(structure):
    """A soft tissue that may be rolled says what holds when it hurts: a roller is then no answer."""
    rolling = structure.rolling
    soft = structure.tissue in (Tissue.MUSCLE, Tissue.FASCIA)
    rolled = rolling.verdict in (Verdict.HELPS, Verdict.HELPS_WITH_CARE, Verdict.LITTLE_BENEFIT)
    return ["does not say when it hurts"] if soft and rolled and rolling.when_painful is not Verdict.AVOID else []


def pressed_to_find_it(structure):
    """A way to find something does not let a finger press where the cautions keep a roller off a nerve or vessel."""
    words = structure.find_it.lower()
    if re.search(GENTLE, words):
        return []
    return [p.value for p in structure.rolling.keep_off if p in FINGER and re.search(FINGER[p], words)]


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
    painful_unsaid, pressed_to_find_it,
]  # fmt: skip
