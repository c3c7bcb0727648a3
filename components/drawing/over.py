"""What is laid over a layer (nerves, vessels, the joint), as traces and as names. Pure.

A piece lies open, drawn in its own width, or under something, drawn as a fine dashed line. `meta.kind` says which:
`over_line`, `over_area`, `under_line`, `under_area`; `over_fibre` are the fibres of a ligament. Dots and regions are
marked as in the drawing itself (`mark_dot`, `mark_area`).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, reduce

import numpy as np
import shapely
from shapely.affinity import rotate

from components.drawing import shading
from components.drawing.labels import Anchor
from components.drawing.traces import Trace, joined
from data.catalog import Catalog
from data.footprint import ATTACHMENTS, BONES
from data.outlines import Shape, over
from data.visibility import LAYERS

PLACES = ("region", "landmark")
"""Tissues that are no tissue: a dashed outline with a dot, which steals no tap."""
FIBROUS = ("ligament", "tendon", "fascia")
STAND_FOR = {"femoral_neurovascular_bundle": {"femoral_artery", "femoral_vein"}}
"""Marks that stand for several structures: where all of these are laid over, the mark has nothing more to say."""
FIRST, SECOND = 3e6, 2e6
"""Weights of names, above those of all bodies: of what lies open, and of what lies under something."""
FIBRE_MM = 4.0
"""From fibre to fibre of a ligament."""
DOT_MM = 0.1
"""A covered dot is a line so long: its round ends are what is seen."""


@dataclass(frozen=True)
class Laid:
    """One piece. `covers` are the bodies that lie over it in this layer, from the front to the back."""

    shape: Shape
    free: bool
    covers: tuple[str, ...]
    traces: Sequence[Trace]

    @property
    def weight(self) -> float:
        """How much its name is wanted: the open before the covered, the large before the small."""
        return (FIRST if self.free else SECOND) + min(float(over.area(self.shape).area), 9e5)


def laid_over(view: str, layer: str, kinds: Collection[str], bodies: Sequence[Shape]) -> list[Laid]:
    """Every piece of some kinds in a view, back to front: what lies under something before what lies open.

    Of both, what comes to light later lies further back, whatever its kind: a nerve behind an artery stays behind it.
    """
    depth = LAYERS.index(BONES if layer == ATTACHMENTS else layer)
    shapes = [
        s
        for kind in reversed(over.KINDS)
        if kind in kinds
        for s in over.over(kind, view)
        if depth <= LAYERS.index(s.layer)
    ]
    pieces = []
    for shape in sorted(shapes, key=lambda s: (LAYERS.index(s.first) <= depth, -LAYERS.index(s.first))):
        free = LAYERS.index(shape.first) <= depth
        covers = () if free else _covers(shape, bodies)
        pieces.append(Laid(shape, free, covers, _traces(shape, free)))
    return pieces


def taken_over(laid: Sequence[Laid]) -> set[str]:
    """The structures whose marks give way: what is laid over itself, and what stands for it."""
    own = {piece.shape.id for piece in laid}
    return own | {mark for mark, parts in STAND_FOR.items() if parts <= own}


def best(laid: Sequence[Laid]) -> dict[str, Laid]:
    """The piece of each structure at which its name points."""
    found: dict[str, Laid] = {}
    for piece in laid:
        if piece.shape.id not in found or piece.weight > found[piece.shape.id].weight:
            found[piece.shape.id] = piece
    return found


def laid_anchors(laid: Sequence[Laid], catalog: Catalog) -> list[Anchor]:
    """One anchor for each structure; all are named before any body."""
    return [Anchor(i, catalog.short_name(i), *piece.shape.label, piece.weight) for i, piece in best(laid).items()]


def laid_regions(laid: Sequence[Laid]) -> dict[str, shapely.Geometry]:
    """What lies open of each structure, mm²."""
    found: dict[str, tuple[Shape, ...]] = {}
    for piece in laid:
        if piece.free:
            found[piece.shape.id] = (*found.get(piece.shape.id, ()), piece.shape)
    return {id_: _together(shapes) for id_, shapes in found.items()}


@cache
def _together(shapes: tuple[Shape, ...]) -> shapely.Geometry:
    """What some shapes cover together. One alone is united with itself: that puts its points in the same order."""
    areas = [over.area(shape) for shape in shapes]
    return reduce(lambda whole, own: own.union(whole), areas, areas[0])


def _covers(shape: Shape, bodies: Sequence[Shape]) -> tuple[str, ...]:
    """The bodies that are taken away before a piece lies open, and lie over it."""
    depth = LAYERS.index(shape.first)
    own = over.area(shape)
    above = (b for b in reversed(bodies) if LAYERS.index(b.layer) < depth and b.area().intersects(own))
    return tuple(dict.fromkeys(b.id for b in above))


@cache
def _traces(shape: Shape, free: bool) -> Sequence[Trace]:
    """A piece as it is drawn over every layer, and beside whatever else is laid over it: made once."""
    if shape.mark == "dot" and free:
        return [_trace("mark_dot", shape, [np.array([shape.label])])]
    if shape.mark == "dot":
        x, y = shape.label
        return [_trace("under_line", shape, [np.array([(x, y), (x + DOT_MM, y)])])]
    lines = [shading.simplified(line) for line in shape.outline()]
    if shape.mark == "area" and shape.tissue in PLACES:
        dot = [_trace("mark_dot", shape, [np.array([shape.label])])]
        return [_trace("mark_area" if free else "under_area", shape, lines), *(dot if free else [])]
    if not free:
        return [_trace("under_line" if shape.mark == "line" else "under_area", shape, lines)]
    whole = over.area(shape)
    rings = [shading.simplified(r) for r in shading.rings(whole)] if shape.mark == "line" else lines
    body = _trace("over_line" if shape.mark == "line" else "over_area", shape, rings)
    fibres = _fibres(shape, whole) if shape.tissue in FIBROUS else []
    return [body, _trace("over_fibre", shape, fibres)] if fibres else [body]


def _fibres(shape: Shape, whole: shapely.Geometry) -> list[shading.Line]:
    """Fibres of a ligament: along its course, along its guides where it has some, else along its longer side."""
    inside = whole.buffer(-0.4)
    guides = shading.Guides.through(shape.fibre_lines())
    if guides is not None:
        return [shading.simplified(line, 0.15) for line in shading.fibres(guides, inside, shape.tendon)]
    if shape.mark == "line":
        room = over.width(shape) / 2
        steps = np.arange(FIBRE_MM / 2, room, FIBRE_MM)
        courses = [shapely.LineString(line) for line in shape.outline()]
        rows = [c.offset_curve(side * step) for c in courses for step in steps for side in (1, -1)]
    else:
        frame = np.asarray(shapely.oriented_envelope(whole).exterior.coords)
        sides = [frame[1] - frame[0], frame[2] - frame[1]]
        along = max(sides, key=lambda side: float(np.hypot(*side)))
        reach = float(np.hypot(*sides[0]) + np.hypot(*sides[1]))
        turn = float(np.degrees(np.arctan2(along[1], along[0])))
        x, y = whole.centroid.x, whole.centroid.y
        level = [
            shapely.LineString([(x - reach, y + d), (x + reach, y + d)]) for d in np.arange(-reach, reach, FIBRE_MM)
        ]
        rows = [rotate(line, turn, origin=(x, y)) for line in level]
    parts = [p for row in rows for p in shapely.get_parts(row.intersection(inside)) if p.length > 2]
    return [shading.simplified(np.asarray(p.coords), 0.15) for p in parts if p.geom_type == "LineString"]


def _trace(kind: str, shape: Shape, lines: Sequence[shading.Line]) -> Trace:
    return {
        "type": "scatter",
        **dict(zip("xy", joined(lines), strict=True)),
        "meta": {"id": shape.id, "kind": kind, "tissue": shape.tissue, "context": False, "part": shape.part},
    }
