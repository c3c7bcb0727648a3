"""Where in the drawing a question may be asked: views and layers with room for it, regions of the limb."""

from __future__ import annotations

from collections.abc import Sequence

from data.catalog import Catalog
from data.outlines import LONG_VIEWS, load_view
from data.quiz.facts import heights
from data.quiz.question import REGIONS, Level, Options
from data.visibility import LAYERS, room_mm

FINGER_MM = 9.0
"""Find asks only for what has room for a circle of this radius: a fingertip on a phone."""
SEEN_MM = 6.0
"""Name asks only for what has room for a circle of this radius: it must be seen."""


def members(subject: str, catalog: Catalog) -> tuple[str, ...]:
    """The structures that a subject stands for: those of a group, or itself. Raises KeyError for an unknown id."""
    if subject in catalog.groups:
        return catalog.members(subject)
    return (catalog.structures[subject].id,)


def subjects(options: Options, catalog: Catalog, room: float) -> list[str]:
    """The structures or groups of the chosen region that have room for a circle of a radius (mm) somewhere."""
    if options.level is Level.SINGLE:
        wanted = [s.id for s in catalog.structures.values() if in_region(s.id, options.region)]
    else:
        asked = [g.id for g in catalog.groups.values() if g.asked]
        wanted = [g for g in asked if any(in_region(i, options.region) for i in catalog.members(g))]
    return [i for i in wanted if places(members(i, catalog), options, room)]


def places(members: Sequence[str], options: Options, room: float = FINGER_MM) -> list[tuple[str, str, str]]:
    """Views and layers in which one of some structures has room to be tapped (or seen): (view, layer, structure)."""
    layers = LAYERS[:3] if options.layer == "all" else (options.layer,)
    return [(v, la, i) for v in LONG_VIEWS for la in layers for i in members if room_mm(v, la, i) >= room]


def in_region(structure: str, region: str) -> bool:
    """Whether a third of a structure lies in a region, or a third of the region is filled by it."""
    span, (low, high) = heights(structure), REGIONS[region]
    if span is None:
        return False
    common = min(span[1], high) - max(span[0], low)
    return (common > 0 and common >= min(span[1] - span[0], high - low) / 3) or (span[0] >= low and span[1] <= high)


def in_level(view: str, region: str) -> bool:
    """Whether a section cuts through a region."""
    low, high = REGIONS[region]
    level = load_view(view).level
    return level is not None and low <= level <= high


def distance(a: tuple[float, float], b: tuple[float, float]) -> float:
    """How far two points lie apart, mm."""
    return float(((a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2) ** 0.5)
