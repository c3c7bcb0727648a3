"""Attach: one footprint is marked on the bare bones; what begins, or ends, there?

A muscle or band is a wrong answer only where it surely is: none of its footprints of that end lies near the marked one,
it can be compared in a view or is fixed to another bone, and no record says that one place or the other's name.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Mapping
from functools import cache

from data.catalog import Catalog
from data.footprint import BONES, Footprint, areas, every, footprints
from data.outlines import LONG_VIEWS
from data.quiz.choices import mixed, the
from data.quiz.facts import alike
from data.quiz.places import distance
from data.quiz.question import REGIONS, Level, Mode, Options, Question
from data.wording import capital, ended, small

APART_MM = 10.0
"""What comes nearer than this to the marked place is no wrong answer."""
SEEN_MM2 = 20.0
"""So much of a footprint must be seen for it to be asked."""
NEAREST = 6
"""Wrong answers are drawn from so many, the nearest first."""
QUADRICEPS = frozenset({"rectus_femoris", "vastus_intermedius", "vastus_lateralis", "vastus_medialis"})
BACK = frozenset({"iliocostalis_lumborum", "longissimus_thoracis", "multifidus"})
ARGUABLE: Mapping[str, Collection[str]] = {
    # All parts of quadriceps go on to the tibial tuberosity.
    "sartorius_insertion": QUADRICEPS,
    "gracilis_insertion": QUADRICEPS,
    "semitendinosus_insertion": QUADRICEPS,
    "semimembranosus_insertion": QUADRICEPS,
    "iliotibial_band_insertion": QUADRICEPS,
    # Some fibres come from the edge of the greater sciatic notch, which is not drawn.
    "gemelli_origin_superior": {"piriformis", "gluteus_minimus"},
    "gluteus_maximus_origin": {"piriformis"},
    # The two sides of one ramus.
    "obturator_internus_origin": {"adductor_magnus", "obturator_externus"},
    "obturator_externus_origin": {"obturator_internus"},
    "adductor_magnus_origin": {"obturator_internus"},
    # Iliacus begins on the side of the sacrum, beside the lowest vertebra: too near to be sure.
    "psoas_major_origin_l5": {"iliacus"},
    "iliacus_origin_sacrum": {"psoas_major"},
    # The long back muscles share one broad tendon on sacrum and crest; some texts add the spinous processes.
    "iliocostalis_lumborum_origin": BACK | {"quadratus_lumborum"},
    "iliocostalis_lumborum_origin_sacrum": BACK,
    "longissimus_thoracis_origin": BACK,
    "multifidus_origin": BACK,
    "multifidus_insertion_l4": BACK,
    "multifidus_insertion_l5": BACK,
    "quadratus_lumborum_origin": BACK,
}
"""What is no wrong answer for a footprint although none of its own footprints lies near."""
PARTS = {
    "gemelli_origin_superior": "the superior gemellus",
    "gemelli_origin_inferior": "the inferior gemellus",
    "gastrocnemius_origin_medial_head": "the medial head of the gastrocnemius",
    "gastrocnemius_origin_lateral_head": "the lateral head of the gastrocnemius",
}
"""Footprints of one part only, and the part's name."""
VERB = {"origin": "begin", "insertion": "end"}
FROM = {"anterior": "the front", "lateral": "the side", "posterior": "behind"}


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for: none by groups, and none in a layer of soft tissue."""
    if options.level is not Level.SINGLE or options.layer != "all":
        return []
    mine = [own for _, own in every().values() if _in_region(own.id, options.region)]
    return [f"{own.structure}.{own.id}" for own in mine if _views(own.id) and len(wrong(own, catalog)) >= 3]


def ask(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """What is fixed to the marked place? `subject` is the structure and its footprint."""
    structure, _, id_ = subject.partition(".")
    _, own = every()[id_]
    others = wrong(own, catalog)
    if own.structure != structure or not _views(id_) or len(others) < 3:
        raise KeyError(subject)
    view = draw.choice(_views(id_))
    near = [(i, catalog.name(i)) for i in others[:NEAREST]]
    choices = mixed((structure, catalog.name(structure)), near, draw)
    bone, found = small(catalog.name(own.bone)), catalog.structures[structure]
    misses = {
        i: _elsewhere(name, own.role, getattr(catalog.structures[i], own.role)) for i, name in choices if i != structure
    }
    it = PARTS.get(id_) or the(structure, catalog)
    both = f"Begins: {ended(found.origin or '')} Ends: {ended(found.insertion or '')}"
    return Question(
        f"attach:{subject}",
        Mode.ATTACH,
        f"What {VERB[own.role]}s at the marked place on the {bone}, seen from {FROM[view]}?",
        (structure,),
        choices,
        f"Here {it} {_does(it, own.role)}. {both}",
        view,
        BONES,
        misses=misses,
        revisit=structure,
        footprint=id_,
    )


def _elsewhere(name: str, role: str, place: str) -> str:
    """Where a wrong answer has this end; a place with parts of its own (Superior: ...) is a sentence of its own."""
    said = f"{name} {_does(name, role)} elsewhere"
    return ended(f"{said}. {capital(place)}" if ":" in place else f"{said}: {small(place)}")


def _does(name: str, role: str) -> str:
    """The verb of an end: the gemelli begin, the others begins."""
    return VERB[role] if name.endswith("i") else f"{VERB[role]}s"


def wrong(own: Footprint, catalog: Catalog) -> list[str]:
    """The structures that surely do not have this end there, the most tempting first."""
    name = catalog.name(own.structure).casefold()
    said = getattr(catalog.structures[own.structure], own.role)
    found = []
    for other in dict.fromkeys(f.structure for _, f in every().values() if f.role == own.role):
        text = getattr(catalog.structures[other], own.role)
        named = name in text.casefold() or catalog.name(other).casefold() in said.casefold()
        if other == own.structure or other in ARGUABLE.get(own.id, ()):
            continue
        if not named and not alike(said, text) and _apart(own, other):
            found.append(other)
    return sorted(found, key=lambda i: _far(own, i))


@cache
def _apart(own: Footprint, other: str) -> bool:
    """Whether all footprints of another structure's same end keep away from this one."""
    bones, compared = set(), False
    for view in LONG_VIEWS:
        here = areas(view).get(own.id)
        theirs = [f for f in footprints(view) if (f.structure, f.role) == (other, own.role)]
        bones |= {f.bone for f in theirs}
        if here is None or here.is_empty or not theirs:
            continue
        compared = True
        if any(here.distance(areas(view)[f.id]) < APART_MM for f in theirs):
            return False
    return compared or own.bone not in bones


def _far(own: Footprint, other: str) -> float:
    """How far away a structure's nearest end is, in the views where both are drawn; by height where none is."""
    view, best = every()[own.id]
    theirs = [f for f in footprints(view) if f.structure == other]
    if theirs:
        return min(distance(best.label, f.label) for f in theirs)
    return 100 + min(abs(best.label[1] - f.label[1]) for _, f in every().values() if f.structure == other)


def _views(id_: str) -> list[str]:
    """The views in which enough of a footprint is seen."""
    return [v for v in LONG_VIEWS if id_ in areas(v) and areas(v)[id_].area >= SEEN_MM2]


def _in_region(id_: str, region: str) -> bool:
    """Whether a third of a footprint lies in a region, by height, or a third of the region is filled by it."""
    low, high = REGIONS[region]
    boxes: list[tuple[float, ...]] = [areas(v)[id_].bounds for v in _views(id_)]
    if not boxes:
        return False
    start, end = min(b[1] for b in boxes), max(b[3] for b in boxes)
    common = min(end, high) - max(start, low)
    return common > 0 and common >= min(end - start, high - low) / 3
