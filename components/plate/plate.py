"""The drawing as a plate for paper: greys, the chosen tissue hatched and named. Pure; written as SVG or onto a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from html import escape
from itertools import permutations
from math import hypot

import numpy as np
import shapely
from shapely.affinity import rotate
from shapely.geometry import LineString, MultiLineString, Polygon, box

from components.drawing import shading
from components.drawing.built import drawn, visible
from components.drawing.figure import FAR_SIDE, Drawn
from components.drawing.traces import lines
from components.shared.url import LAYERS
from data.catalog import catalog
from data.outlines import Shape, load_view

Ring = list[tuple[float, float]]
GREYS = {"muscle": 0.90, "bone": 0.985, "disc": 0.94, "fascia": 0.96, "ligament": 0.96, "skin": 0.97, "fat": 0.96}
HATCH_MM = 4.2
ANGLES = (45, -45, 0, 90)
"""Direction of the hatching, by order of choice: in grey print the tissues are told apart by it."""
EDGE_MM = 8.0
"""Room around the drawing."""
LEADER_MM = 14.0
"""From the edge of the drawing to a name."""
LETTER_MM = 18.0
"""Size of the names, in mm of the view."""
LETTER_WIDE = 0.75
"""Width of a bold letter at most, on average over a name, as a part of its size (a test measures every name)."""
ROW = 1.08
"""From one row of a name to the next, as a part of its size."""
WRAP = 11
"""Names are broken after about so many letters."""
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
class Name:
    """A name beside the drawing, its leader's two ends in mm of the view."""

    rows: tuple[str, ...]
    start: tuple[float, float]
    end: tuple[float, float]
    side: str

    @property
    def width(self) -> float:
        """Width that its rows may take, in mm of the view, the gap to the leader included."""
        return 3.0 + max(map(len, self.rows)) * LETTER_MM * LETTER_WIDE

    @property
    def height(self) -> float:
        """Height of its rows and the room between names, in mm of the view."""
        return LETTER_MM * (ROW * len(self.rows) + 0.35)


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


def layer_for(view: str, chosen: Sequence[str]) -> str:
    """The outermost layer in which most of the chosen can be seen."""
    return max(LAYERS, key=lambda la: (sum(i in visible(view, la) for i in chosen), -list(LAYERS).index(la)))


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
        shapes = found.of(id_)
        if not shapes:
            continue
        for shape in shapes:
            if shape.schematic:
                strokes += _marked(shape, id_ in points, number)
                continue
            seen = _large(ground.seen.get(id_, Polygon()).intersection(shape.area()))
            hidden = shape.area().difference(seen.buffer(1.0)).area > 10 * SLIVER_MM2
            covered = covered or hidden
            strokes += _tissue(shape, seen, hidden, ANGLES[number % len(ANGLES)])
        wanted.append((id_, points.get(id_, shapes[0].label)))
    ink = np.vstack([ring for s in ground.bodies if s.id != FAR_SIDE for ring in s.outline()])
    wide = (float(ink[:, 0].min()) - EDGE_MM, float(ink[:, 0].max()) + EDGE_MM)
    tall = (found.window.y[0] + 6, found.window.y[1])
    names = _names(wanted, wide, tall)
    frame = (_reach(names, "left", wide[0]), tall[0], _reach(names, "right", wide[1]), tall[1])
    absent = tuple(i for i in chosen if not found.of(i))
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


def svg(found: Plate) -> str:
    """The plate as an SVG document, one unit per mm."""
    left, bottom, right, top = found.frame
    parts = []
    for stroke in found.strokes:
        path = "".join("M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in r) + ("Z" if stroke.closed else "") for r in stroke.rings)  # fmt: skip # noqa: E501
        fill = "none" if stroke.fill is None else _hex(stroke.fill)
        dash = ' stroke-dasharray="6 4"' if stroke.dash else ""
        parts.append(
            f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{_hex(stroke.grey)}" '
            f'stroke-width="{stroke.width}" stroke-linejoin="round"{dash}/>'
        )
    for name in found.names:
        (ax, ay), (bx, by) = name.start, name.end
        anchor = "end" if name.side == "left" else "start"
        for ink, width in (("#fff", 3.2), ("#000", 1.0)):
            parts.append(f'<path d="M{ax:.1f} {-ay:.1f}L{bx:.1f} {-by:.1f}" stroke="{ink}" stroke-width="{width}"/>')
        parts.append(f'<circle cx="{bx:.1f}" cy="{-by:.1f}" r="2.4" fill="#000" stroke="#fff" stroke-width="1.2"/>')
        x = ax + (-3 if name.side == "left" else 3)
        for n, row in enumerate(name.rows):
            y = -ay + LETTER_MM * (0.35 + ROW * (n - (len(name.rows) - 1) / 2))
            parts.append(
                f'<text x="{x:.1f}" y="{y:.1f}" font-family="DejaVu Sans, Verdana, sans-serif" '
                f'font-size="{LETTER_MM}" font-weight="700" text-anchor="{anchor}">{escape(row)}</text>'
            )
    wide, tall = right - left, top - bottom
    size = f'width="{wide:.0f}mm" height="{tall:.0f}mm"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {-top:.0f} {wide:.0f} {tall:.0f}" '
        f'{size} role="img"><title>{escape(found.title)}</title>'
        f'<rect x="{left:.0f}" y="{-top:.0f}" width="{wide:.0f}" height="{tall:.0f}" fill="#fff"/>'
        f"{''.join(parts)}</svg>"
    )


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
    grid = MultiLineString([LineString([(centre[0] - reach, centre[1] + r), (centre[0] + reach, centre[1] + r)]) for r in rows])  # fmt: skip # noqa: E501
    cut = rotate(grid, angle, origin=centre).intersection(area.buffer(-0.8))
    return [[(float(x), float(y)) for x, y in part.coords] for part in shapely.get_parts(cut) if part.length > 1]


def _names(
    wanted: Sequence[tuple[str, tuple[float, float]]], wide: tuple[float, float], tall: tuple[float, float]
) -> list[Name]:
    """Names in two columns beside the drawing, each on the nearer side, none over another, no leaders crossing."""
    middle = (wide[0] + wide[1]) / 2
    placed: list[Name] = []
    for side, x in (("left", wide[0] - LEADER_MM), ("right", wide[1] + LEADER_MM)):
        mine = [(_broken(catalog().short_name(i)), end) for i, end in wanted if (end[0] < middle) == (side == "left")]
        # of all orders, the one with the shortest leaders has none that cross (see `components.drawing.labels`)
        orders = [_column([Name(rows, (x, end[1]), end, side) for rows, end in o], tall) for o in permutations(mine)]
        placed += min(orders, key=lambda o: sum(hypot(n.start[0] - n.end[0], n.start[1] - n.end[1]) for n in o))
    return placed


def _column(names: Sequence[Name], tall: tuple[float, float]) -> list[Name]:
    """Names one below the other in this order, each as near to its own height as the others and the frame allow."""
    tops, room = [], tall[1]
    for name in names:
        top = min(name.end[1] + name.height / 2, room)
        tops.append(top)
        room = top - name.height
    floor = tall[0]
    for number in reversed(range(len(names))):  # what fell out at the bottom pushes the others up again
        tops[number] = max(tops[number], floor + names[number].height)
        floor = tops[number]
    return [replace(n, start=(n.start[0], t - n.height / 2)) for n, t in zip(names, tops, strict=True)]


def _reach(names: Sequence[Name], side: str, edge: float) -> float:
    """The x as far as the names of a side reach; the drawing's own edge where there are none."""
    out = -1 if side == "left" else 1
    return out * max([out * edge, *(out * n.start[0] + n.width + 2 for n in names if n.side == side)])


def _broken(text: str) -> tuple[str, ...]:
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + len(word) + 1 > WRAP:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return tuple(rows)


def _circle(x: float, y: float, r: float) -> Ring:
    ring = box(x, y, x, y).centroid.buffer(r).exterior.coords
    return [(float(a), float(b)) for a, b in ring]


def _hex(grey: float) -> str:
    return "#" + f"{round(grey * 255):02x}" * 3
