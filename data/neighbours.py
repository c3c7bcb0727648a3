"""What lies over, under and beside a muscle: read from the drawing, then put right where that misleads. Pure.

In a cross-section two tissues that touch are told apart by where the skin is: what lies towards it is over, what lies
along it beside. Where no section shows their contact, the long views tell: what comes to light when a muscle is taken
off lies directly under it. What is cut together and lies far apart is never near. `data/neighbours.yaml` holds what a
reading of textbooks changed, pair by pair. A record's own `deeper.neighbours` has the last word.
`python -m data.neighbours [--json]` prints them all.
"""

from __future__ import annotations

import argparse
import itertools
import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

import numpy as np
import shapely
from pydantic import model_validator

from data.catalog import Catalog, catalog
from data.deeper import Neighbours
from data.model import Id, Record, Text
from data.outlines import AXIAL_VIEWS, LONG_VIEWS, Shape, load_view
from data.source import ContentError, Problem, Source, read
from data.visibility import LAYERS, passing_over, shown

FILE = Path(__file__).resolve().parent / "neighbours.yaml"
TOUCH_MM = 3.0
"""Outlines that come as near as this touch."""
APART_MM = 10.0
"""What lies further apart than this in every section that cuts both is no neighbour, whatever a long view shows."""
LEAST_CONTACT_MM = 12.0
"""A shorter contact in a section says nothing."""
LEAST_COVER_MM2 = 150.0
"""A smaller piece that comes to light in a long view says nothing."""
STEEP = 0.6
"""How far towards the skin (cosine) a contact looks that counts as over and under; less is beside."""
SOLID = {"muscle", "fascia"}


class Correction(Record):
    """A pair about which the drawing misleads: how they lie (`none`: not in touch), why, and where that was read."""

    one: Id
    lies: Literal["over", "beside", "none"]
    other: Id
    why: Text
    reference: Id | None = None

    @model_validator(mode="after")
    def _rests_on_something(self) -> Correction:
        if self.lies != "none" and self.reference is None:
            raise ValueError("name the reference in which it was read")
        return self


class Corrections(Record):
    """All of them."""

    pairs: tuple[Correction, ...]


Pairs = dict[tuple[str, str], float]
"""How much speaks for a pair (over, under), or for two beside each other, mm."""


def neighbours(id_: str, content: Catalog) -> Neighbours:
    """What lies next to a structure; empty where nothing is known."""
    own = content.structures[id_].deeper if id_ in content.structures else None
    said = own.neighbours if own else None
    found = computed().get(id_, Neighbours())
    return found.model_copy(update={f: getattr(said, f) for f in said.model_fields_set}) if said else found


@cache
def computed() -> Mapping[str, Neighbours]:
    """What the drawing and its corrections say, by id, the closest neighbour first. Made once."""
    upon, aside = map(dict, drawn())
    for c in corrections():
        pair = (c.one, c.other)
        for known in (upon, aside):
            for way in (pair, pair[::-1]):
                known.pop(way, None)
        if c.lies != "none":
            (upon if c.lies == "over" else aside)[pair] = np.inf
    found: dict[str, dict[str, list[tuple[float, str]]]] = defaultdict(lambda: defaultdict(list))
    for (one, other), much in upon.items():
        found[other]["over"].append((-much, one))
        found[one]["under"].append((-much, other))
    for (one, other), much in aside.items():
        found[one]["beside"].append((-much, other))
        found[other]["beside"].append((-much, one))
    return {i: Neighbours(**{k: tuple(o for _, o in sorted(v)) for k, v in ways.items()}) for i, ways in found.items()}


@cache
def drawn() -> tuple[Pairs, Pairs]:
    """What the drawing alone says: who lies over whom, and who beside whom (in the order of their ids)."""
    found: dict[tuple[str, str], tuple[float, float, float]] = defaultdict(lambda: (0.0, 0.0, 0.0))
    nearest: Pairs = {}
    for view in AXIAL_VIEWS:
        for pair, far, lengths in _contacts(view):
            over, under, along = map(sum, zip(found[pair], lengths, strict=True))
            found[pair] = (over, under, along)
            nearest[pair] = min(far, nearest.get(pair, far))
    upon, aside = {}, {}
    for (one, other), (over, under, along) in found.items():
        most = max(over, under, along)
        if most < LEAST_CONTACT_MM:
            continue
        if most == along:
            aside[one, other] = along
        else:
            upon[(one, other) if most == over else (other, one)] = most
    cut = {frozenset(p) for p, mm in nearest.items() if mm > APART_MM or max(found[p]) >= LEAST_CONTACT_MM}
    covers = _covers()
    for (one, other), area in covers.items():
        if frozenset((one, other)) not in cut and area > covers.get((other, one), 0.0):
            upon[one, other] = area**0.5
    return upon, aside


def _contacts(name: str) -> Iterator[tuple[tuple[str, str], float, tuple[float, float, float]]]:
    """Every pair of a section, in the order of their ids: how far apart, how much one lies over, under, beside, mm."""
    view = load_view(name)
    skin = view.surround[0].area().boundary
    areas: dict[str, shapely.Geometry] = {}
    for shape in view.shapes:
        if shape.tissue in SOLID and not shape.schematic and not shape.context:
            areas[shape.id] = areas.get(shape.id, shapely.Polygon()).union(shape.area())
    for one, other in itertools.combinations(sorted(areas), 2):
        far = float(areas[one].distance(areas[other]))
        yield (one, other), far, _contact(areas[one], areas[other], skin) if far <= TOUCH_MM else (0.0, 0.0, 0.0)


def _contact(one: shapely.Geometry, other: shapely.Geometry, skin: shapely.Geometry) -> tuple[float, float, float]:
    """How much of the rim of one lies over, under and beside another, mm."""
    lengths = [0.0, 0.0, 0.0]
    near = other.buffer(TOUCH_MM)
    shapely.prepare(near)
    for ring in shapely.get_parts(one):
        rim = np.asarray(shapely.geometry.polygon.orient(ring).exterior.coords)
        middles, steps = (rim[1:] + rim[:-1]) / 2, np.diff(rim, axis=0)
        size = np.hypot(*steps.T)
        points = shapely.points(middles)
        touching = shapely.contains(near, points) & (size > 0)
        chosen = (middles[touching], steps[touching], size[touching], points[touching])
        for middle, step, long, point in zip(*chosen, strict=True):
            inwards = np.array([-step[1], step[0]]) / long  # the rim runs counter-clockwise
            out = np.asarray(shapely.shortest_line(point, skin).coords[-1]) - middle
            cosine = float(inwards @ out) / max(float(np.hypot(*out)), 1e-9)
            lengths[0 if cosine > STEEP else 1 if cosine < -STEEP else 2] += float(long)
    return lengths[0], lengths[1], lengths[2]


def _covers() -> Pairs:
    """What comes to light when one is taken off, mm², by pair (over, under), in the view and layer that shows most."""
    found: Pairs = defaultdict(float)
    for view, layer in itertools.product(LONG_VIEWS, LAYERS[:-1]):
        for pair, area in _uncovered(view, layer).items():
            found[pair] = max(found[pair], area)
    return {pair: area for pair, area in found.items() if area >= LEAST_COVER_MM2}


def _uncovered(name: str, layer: str) -> Pairs:
    """In one view and layer: of each that is seen, what lies right behind it, mm²."""
    view = load_view(name)
    bodies = [s for s in shown(view, layer) if not s.schematic]
    order: list[tuple[Shape, shapely.Geometry]] = []
    for number, shape in enumerate(bodies):
        order.append((shape, shape.area()))
        order += [(below, below.area().intersection(where)) for below, where in passing_over(bodies, number)]
    seen: list[tuple[str, shapely.Geometry]] = []
    covered: shapely.Geometry = shapely.Polygon()
    found: Pairs = defaultdict(float)
    for shape, area in reversed(order):
        for n, (front, free) in enumerate(seen):
            if free.intersects(area):
                if front != shape.id and shape.tissue in SOLID:
                    found[front, shape.id] += float(free.intersection(area).area)
                seen[n] = (front, free.difference(area))
        if shape.tissue in SOLID and not shape.context:
            seen.append((shape.id, area.difference(covered)))
        covered = covered.union(area)
    return found


@cache
def corrections() -> tuple[Correction, ...]:
    """What was put right. Raises ContentError with every problem."""
    source, found = _read()
    if found is None:
        raise ContentError(source.problems)
    return found.pairs


def check(content: Catalog) -> list[Problem]:
    """Every problem of the corrections."""
    source, found = _read()
    for n, c in enumerate(found.pairs if found else ()):
        for field in ("one", "other"):
            if getattr(c, field) not in content.known:
                source.note(f"'{getattr(c, field)}' has no record: add one or correct the id", "pairs", n, field)
        if c.reference and c.reference not in content.references:
            source.note(f"'{c.reference}' is not in references: add it there", "pairs", n, "reference")
    return source.problems


def _read() -> tuple[Source, Corrections | None]:
    source = read(FILE)
    return source, None if source.problems else source.build(Corrections)


def main(argv: list[str] | None = None) -> int:
    """Print what lies next to every muscle."""
    parser = argparse.ArgumentParser(prog="python -m data.neighbours", description=__doc__)
    parser.add_argument("--json", action="store_true", help="on one line, for programs")
    content = catalog()
    muscles = [s.id for s in content.structures.values() if s.tissue in SOLID]
    found = {i: neighbours(i, content).model_dump() for i in muscles}
    print(json.dumps(found, indent=None if parser.parse_args(argv).json else 2))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
