"""The drawing as a plate for paper: greys, the chosen tissue hatched and named. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import numpy as np
import shapely
from shapely.affinity import rotate
from shapely.geometry import LineString, MultiLineString, Polygon, box

from components.drawing import shading
from components.drawing.built import drawn, visible
from components.drawing.figure import DEPTHS, FAR_SIDE, Drawn
from components.drawing.traces import lines
from components.plate.names import Name, beside, reach
from components.shared.url import LAYERS
from data.outlines import Shape, load_view, over

Ring = list[tuple[float, float]]
GREYS = {"muscle": 0.90, "bone": 0.985, "disc": 0.94, "fascia": 0.96, "ligament": 0.96, "skin": 0.97, "fat": 0.96}
HATCH_MM = 4.2
ANGLES = (45, -45, 0, 90)
"""Direction of the hatching, by order of choice: in grey print the tissues are told apart by it."""
EDGE_MM = 8.0
"""Room around the drawing."""
SLIVER_MM2 = 30.0
"""Parts that can be seen but are smaller than this are not marked."""


@dataclass(frozen=True)
class Stroke:
    """A path in mm of the view, y up: filled with a grey (None: not), with a line of a grey and a width in mm."""

    rings: Sequence[Ring]
    fill: float | None
    grey: float
    width: float
    closed: bool
    dash: bool = False


@dataclass(frozen=True)
class Plate:
    """A finished plate: its frame in mm (left, bottom, right, top), strokes from back to front, names.

    `absent` are the chosen ids that the view does not draw; `covered` says whether a part of one lies under other
    tissue, drawn as a dashed outline.
    """

    frame: tuple[float, float, float, float]
    strokes: Sequence[Stroke]
    names: Sequence[Name] = field(default=())
    title: str = ""
    absent: tuple[str, ...] = ()
    covered: bool = False


def shapes_of(view: str, structure: str) -> list[Shape]:
    """The shapes of a structure in a view; of what is only laid over its layers, those."""
    return load_view(view).of(structure) or over.of(view, structure)


def layer_for(view: str, chosen: Sequence[str]) -> str:
    """The outermost layer in which most of the chosen can be seen."""
    return max(LAYERS, key=lambda la: (sum(shows(view, la, i) for i in chosen), -DEPTHS.index(la)))


def shows(view: str, layer: str, structure: str) -> bool:
    """Whether a structure can be seen in a view and layer; of what is only laid over it, whether it lies open."""
    laid = () if load_view(view).of(structure) else over.of(view, structure)
    return structure in visible(view, layer) or any(_free(s, layer) for s in laid)


def _free(shape: Shape, layer: str) -> bool:
    return DEPTHS.index(shape.first) <= DEPTHS.index(layer)


@lru_cache(maxsize=64)
def plate(view: str, chosen: tuple[str, ...]) -> Plate:
    """Make the plate of a view with up to four structures marked.

    What can be seen is hatched inside a heavy line; what lies under other tissue has a dashed outline. Raises KeyError
    for an unknown view.
    """
    found = load_view(view)
    layer = layer_for(view, chosen)
    ground = drawn(view, layer)
    strokes = list(_ground(ground))
    points = {a.id: (a.x, a.y) for a in ground.anchors}
    wanted, covered = [], False
    for number, id_ in enumerate(chosen):
        shapes = shapes_of(view, id_)
        if not shapes:
            continue
        for shape in shapes:
            if shape.schematic:
                laid = not found.of(id_)
                free = _free(shape, layer) if laid else id_ in points
                covered = covered or (laid and not free)
                strokes += _marked(shape, free, number)
                continue
            seen = _large(ground.seen.get(id_, Polygon()).intersection(shape.area()))
            hidden = shape.area().difference(seen.buffer(1.0)).area > 10 * SLIVER_MM2
            covered = covered or hidden
            strokes += _tissue(shape, seen, hidden, ANGLES[number % len(ANGLES)])
        wanted.append((id_, points.get(id_, shapes[0].label)))
    ink = np.vstack([ring for s in ground.bodies if s.id != FAR_SIDE for ring in s.outline()])
    wide = (float(ink[:, 0].min()) - EDGE_MM, float(ink[:, 0].max()) + EDGE_MM)
    tall = (found.window.y[0] + 6, found.window.y[1])
    names = beside(wanted, wide, tall)
    frame = (reach(names, "left", wide[0]), tall[0], reach(names, "right", wide[1]), tall[1])
    absent = tuple(i for i in chosen if not shapes_of(view, i))
    return Plate(frame, strokes, names, found.title, absent, covered)


def _large(area: shapely.Geometry) -> shapely.Geometry:
    parts = [p for p in shapely.get_parts(area) if p.geom_type == "Polygon" and p.area > SLIVER_MM2]
    return shapely.union_all(parts) if parts else Polygon()


def _tissue(shape: Shape, seen: shapely.Geometry, hidden: bool, angle: float) -> list[Stroke]:
    """A chosen shape: hatched where it is seen, dashed where not; hatched throughout where all of it is hidden."""
    whole = [[(float(x), float(y)) for x, y in ring] for ring in shape.outline()]
    if seen.is_empty:
        dashed = [Stroke(whole, None, 1.0, 3.4, True), Stroke(whole, None, 0.0, 1.6, True, True)]
        return [Stroke(_hatch(shape.area(), angle), None, 0.0, 0.55, False), *dashed]
    strokes = []
    if hidden:
        strokes += [Stroke(whole, None, 1.0, 2.6, True), Stroke(whole, None, 0.25, 1.1, True, True)]
    rings = [[(float(x), float(y)) for x, y in ring] for ring in shading.rings(seen)]
    strokes.append(Stroke(_hatch(seen, angle), None, 0.0, 0.55, False))
    return [*strokes, Stroke(rings, None, 1.0, 3.4, True), Stroke(rings, None, 0.0, 1.9, True)]


def _marked(shape: Shape, seen: bool, number: int) -> list[Stroke]:
    """A chosen schematic place: a ring with a dot, a heavy line, or a hatched area."""
    rings = [[(float(x), float(y)) for x, y in ring] for ring in shape.outline()]
    if shape.mark == "dot":
        x, y = shape.label
        return [
            Stroke([_circle(x, y, 6.0)], 1.0, 0.0, 1.2, True), Stroke([_circle(x, y, 2.4)], 0.0, 0.0, 0.6, True),
        ]  # fmt: skip
    if shape.mark == "line":
        return [Stroke(rings, None, 1.0, 4.4, False), Stroke(rings, None, 0.0, 2.4, False, not seen)]
    return [
        Stroke(_hatch(shape.area(), ANGLES[number % len(ANGLES)]), None, 0.0, 0.55, False),
        Stroke(rings, None, 1.0, 3.4, True), Stroke(rings, None, 0.0, 1.9, True, not seen),
    ]  # fmt: skip


def _ground(found: Drawn) -> list[Stroke]:
    """The anatomy in pale greys with fine lines."""
    strokes = []
    for trace in found.traces:
        kind, meta = trace["meta"]["kind"], trace["meta"]
        rings = [[(float(x), float(y)) for x, y in line] for line in lines(trace)]
        if kind in ("fill", "patch"):
            fill = GREYS.get(meta["tissue"], 0.95) + (0.03 if meta["context"] else 0.0)
            strokes.append(Stroke(rings, min(fill, 1.0), 0.45, 0.0 if kind == "patch" else 0.5, True))
        elif kind == "bone_hollow":
            strokes.append(Stroke(rings, 0.78, 0.45, 0.0, True))
        elif kind in ("fibre", "contour", "edge"):
            strokes.append(
                Stroke(rings, None, 0.72 if kind == "fibre" else 0.45, 0.3 if kind == "fibre" else 0.5, False)
            )
    return strokes


def _hatch(area: shapely.Geometry, angle: float) -> list[Ring]:
    """Parallel lines across an area."""
    if area.is_empty:
        return []
    x0, y0, x1, y1 = area.bounds
    centre, reach = ((x0 + x1) / 2, (y0 + y1) / 2), float(np.hypot(x1 - x0, y1 - y0)) / 2 + HATCH_MM
    rows = np.arange(-reach, reach, HATCH_MM)
    left, right = centre[0] - reach, centre[0] + reach
    grid = MultiLineString([LineString([(left, centre[1] + r), (right, centre[1] + r)]) for r in rows])
    cut = rotate(grid, angle, origin=centre).intersection(area.buffer(-0.8))
    return [[(float(x), float(y)) for x, y in part.coords] for part in shapely.get_parts(cut) if part.length > 1]


def _circle(x: float, y: float, r: float) -> Ring:
    ring = box(x, y, x, y).centroid.buffer(r).exterior.coords
    return [(float(a), float(b)) for a, b in ring]
