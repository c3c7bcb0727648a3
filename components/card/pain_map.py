"""The pain map on the figure: which place a tap opens, and what is ringed for a place or a condition. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from math import dist
from typing import Any

import shapely

from data.catalog import Catalog
from data.condition import Condition, Likelihood, Spot
from data.outlines import load_view
from data.pain_place import PainPlace

AREA_MM, SPOT_MM = 26, 15
"""How wide a place and a spot are ringed: a palm, and two or three fingers."""
Point = tuple[float, float]


def at(
    stack: Sequence[str], catalog: Catalog, view: str | None = None, y: float | None = None
) -> tuple[str, PainPlace] | None:
    """What a tap hit and the place that it opens: the first of the tissues under the finger that opens one.

    A long muscle opens several places: then the one that is seen in the view and nearest in height to the tap.
    """
    for id_ in stack:
        if places := catalog.places_at(id_):
            if y is None:
                return id_, places[0]
            high = y
            return id_, min(places, key=lambda p: (p.view != view, abs(centre(p, catalog)[1] - high)))
    return None


def home(found: Condition, catalog: Catalog) -> PainPlace:
    """The place at which a condition is read when none is named: the one of its usual spot, where one lists it."""
    spot = next(s for s in found.spots if s.likelihood is Likelihood.TYPICAL)
    tapped = spot.structure or catalog.landmarks[str(spot.landmark)].near
    listing = catalog.places_of(found.id)
    return next((p for p in catalog.places_at(tapped) if p in listing), listing[0])


def centre(place: PainPlace, catalog: Catalog) -> Point:
    """The middle of a place in its view, mm."""
    return catalog.landmarks[place.landmark].at if place.landmark else middle(place.view, place.structures[0])


def of_place(place: PainPlace, view: str, catalog: Catalog) -> list[dict[str, Any]]:
    """A place ringed, with its name; nothing in a view in which it is not seen."""
    return _ring(centre(place, catalog), AREA_MM, place.name) if view == place.view else []


def of_condition(found: Condition, view: str, catalog: Catalog) -> list[dict[str, Any]]:
    """Every spot that is seen in a view: those where it is usually felt with their names, the others dashed."""
    rings: dict[Point, list[dict[str, Any]]] = {}  # two spots of one place are ringed once
    for spot in sorted(found.spots, key=lambda s: s.likelihood is not Likelihood.TYPICAL):
        if spot.view == view:
            point, name = _where(spot, catalog)
            usual = spot.likelihood is Likelihood.TYPICAL
            if all(dist(point, other) > SPOT_MM for other in rings):
                rings[point] = _ring(point, SPOT_MM, name if usual else "", dashed=not usual)
    return [item for items in rings.values() for item in items]


def said_of(found: Condition, view: str) -> str:
    """What is ringed, in words; where nothing is, in which views it is."""
    rows = []
    for words, likely in (("usually felt", Likelihood.TYPICAL), ("also felt (dashed)", Likelihood.POSSIBLE)):
        texts = [s.text for s in found.spots if s.likelihood is likely and s.view == view]
        rows += [f"{words}: {'; '.join(texts)}"] if texts else []
    return f"Ringed where it is {', '.join(rows)}. " if rows else "Nothing of it is marked in this view. "


@cache
def middle(view: str, structure: str) -> Point:
    """A point well inside an outline of a view, mm; ValueError for what is not drawn there."""
    shapes = load_view(view).of(structure)
    window = load_view(view).window
    frame = shapely.box(window.x[0], window.y[0], window.x[1], window.y[1])
    area = shapely.unary_union([s.area() for s in shapes]).intersection(frame)
    lines = [shapely.LineString(line).intersection(frame) for s in shapes for line in s.outline()]
    left, low, right, high = area.bounds
    if high - low > 3 * (right - left):  # half-way down what is long
        cut = shapely.LineString([(left, (low + high) / 2), (right, (low + high) / 2)]).intersection(area)
        point = max(shapely.get_parts(cut), key=lambda part: float(part.length)).centroid
    elif not area.is_empty:
        point = shapely.Point(shapely.maximum_inscribed_circle(area, tolerance=1.0).coords[0])
    elif lines:  # a nerve is a line
        point = max(lines, key=lambda line: float(line.length)).interpolate(0.5, normalized=True)
    else:
        raise ValueError(f"{structure} is not drawn in the {view} view")
    return round(float(point.x), 1), round(float(point.y), 1)


def _where(spot: Spot, catalog: Catalog) -> tuple[Point, str]:
    """Where a spot is, and what it is called."""
    if spot.landmark:
        mark = catalog.landmarks[spot.landmark]
        return mark.at, mark.name
    return middle(spot.view, str(spot.structure)), catalog.short_name(str(spot.structure))


def _ring(point: Point, wide: float, name: str, *, dashed: bool = False) -> list[dict[str, Any]]:
    ring: dict[str, Any] = {"kind": "ring", "at": list(point), "r": wide, "dashed": dashed}
    called: Mapping[str, Any] = {"kind": "text", "at": [point[0], point[1] - wide], "text": name, "below": True}
    return [ring, dict(called)] if name else [ring]
