"""The names beside the drawing: who wants one, where it points, and the traces that write it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache

import numpy as np
import shapely
from shapely.geometry import Point

from components.drawing.labels import Anchor, Edges, Label, Slot, matched, place
from components.drawing.traces import Trace
from data.catalog import Catalog
from data.outlines import Shape
from data.outlines.pose import Mover

DENSITIES = {"wide": (21.0, 40), "medium": (21.0, 22), "narrow": (44.0, 9)}
"""Label density: least distance between two names in mm, and how many names at most."""
CROWDED_MM, ROW_MM = 25.0, 22.0
"""Where much is laid over the drawing, names stand close by each other: least distance, and that for each of its rows
on a narrow screen."""
POSITIONS = {"left": "middle left", "right": "middle right", "top": "top center", "bottom": "bottom center"}
"""How plotly calls a text at each side of the drawing."""
COLUMN_GAP_MM = 16.0
COLUMN_REACH_MM = 45.0
"""A name keeps clear of everything drawn so far above and below it."""
NARROW_WRAP = 13
"""Names are broken after about so many letters where the screen is narrow."""
SECTION_WRAP = 15
"""The same in a section, on every screen: what the names leave free is the picture's."""
SECTION_FRAMES = {"wide": (640, 480), "medium": (560, 430), "narrow": (340, 400)}
"""Width and height of the least frame of each density, px: from it follows how far apart the names of a section are."""
NAME_PX = (104, 34)
"""Width and height of a name of two rows in a section, with the air around it."""
ROW_PX = 86
"""Width of a name in the rows above and below a section on a narrow screen."""
TOOLS_PX = 62
"""The buttons at the lower right corner: no name of a section stands there."""
WINDOW = shapely.box(-1000, -490, 1000, 186)
"""What of the plane is looked at, mm."""
SLIVER = 0.035
"""What shows less of itself than this is not named; a bone is, it is a landmark even so."""
SLIVER_MM, SLIVER_NARROW = 4.5, 0.25
"""Nor is a streak of this radius at most that is less than this part of its structure."""
SHEET_MM = 20.0
"""A sheet of fascia cut across counts as if it were so thick: it is long, thin, and what many came to see."""


def moved_anchor(anchor: Anchor, shapes: Sequence[Shape], mover: Mover) -> Anchor:
    """An anchor that has moved with its structure."""
    shape = next(s for s in shapes if s.id == anchor.id)
    x, y = mover.move(shape, [(anchor.x, anchor.y)])[0]
    return replace(anchor, x=float(x), y=float(y))


def edges(shapes: Sequence[Shape], size: float, mover: Mover) -> Edges:
    """Columns that follow the drawing: at each height, a little outside everything drawn near it.

    `size` shrinks the distances where the drawing is shown larger.
    """
    points = np.vstack([mover.move(s, ring) for s in shapes for ring in s.outline()])

    @cache  # both columns are asked for at the same heights, for each density anew
    def at(y: float) -> tuple[float, float]:
        near = points[np.abs(points[:, 1] - y) < COLUMN_REACH_MM * size]
        return float(near[:, 0].min()) - COLUMN_GAP_MM * size, float(near[:, 0].max()) + COLUMN_GAP_MM * size

    return at


def anchors(
    bodies: Sequence[Shape],
    marks: Sequence[Shape],
    seen: Mapping[str, shapely.Geometry],
    catalog: Catalog,
    section: bool,
) -> list[Anchor]:
    """One anchor per structure that can be seen, in the part that can be seen (`seen`); the weight is its area.

    What is to be reached but not named has the weight 0: context, and where only a sliver shows. In a section the
    thinnest shape counts: there a sheet is a streak.
    """
    wanted = {s.id: Point(s.label) for s in bodies}
    tissue = {s.id: s.tissue for s in bodies}
    context = {s.id for s in bodies if s.context}
    found = []
    for id_, region in seen.items():
        least = 3 if section else 30
        parts = [p for p in shapely.get_parts(shapely.get_parts(region)) if p.geom_type == "Polygon" and p.area > least]
        if not parts:
            continue
        largest = max(parts, key=lambda p: p.area)
        circle = shapely.maximum_inscribed_circle(largest, tolerance=1.0 if largest.area > 100 else 0.2)
        point = _pointed_at(wanted[id_], parts, circle, section)
        if point is None:
            continue
        whole = shapely.union_all([s.area() for s in bodies if s.id == id_]).intersection(WINDOW).area
        weight = region.area
        if tissue[id_] == "fascia":
            weight = max(weight, region.length / 2 * SHEET_MM) if section else weight
        elif not section and _sliver(region.area / whole, circle.length, tissue[id_]):
            weight = 0.0
        if id_ in context:
            weight = 0.0  # context is named on hover only
        found.append(Anchor(id_, catalog.short_name(id_), float(point.x), float(point.y), weight))
    for mark in marks:
        found.append(Anchor(mark.id, catalog.short_name(mark.id), *mark.label, 400.0))
    return found


def _pointed_at(
    wanted: Point, parts: Sequence[shapely.Geometry], circle: shapely.Geometry, section: bool
) -> Point | None:
    """Where a name points: the wanted point where it is seen, else the middle of the largest part that is.

    None where nothing seen is wide enough; in a section the thinnest part will do. `circle` leads from the middle of
    the largest part to its edge.
    """
    if any(p.buffer(-1.5).contains(wanted) for p in parts):
        return wanted
    if circle.length >= 2.5:
        return Point(circle.coords[0])
    if not section:
        return None
    if any(p.buffer(0.5).contains(wanted) for p in parts):
        return wanted
    return max(parts, key=lambda p: p.area).representative_point()


def _sliver(share: float, radius: float, tissue: str) -> bool:
    return (share < SLIVER and tissue != "bone") or (share < SLIVER_NARROW and radius < SLIVER_MM)


def names(
    density: str, found: Sequence[Anchor], near: Edges, far: Edges, span: Sequence[float], gap: float, most: int
) -> list[Trace]:
    """The label traces of one density: leaders, then the texts of both sides (marked with their ids).

    Which name goes where is settled at the columns `near`; where `far` lies further out, past the other half of the
    pelvis, the leader goes on level from there to its name.
    """
    room = (span[0] + 0.7 * gap, span[1] - 0.7 * gap)
    labels = place([a for a in found if a.weight > 0], near, room, gap, most)
    out = [replace(label, x=far(label.y)[label.side == "right"]) for label in labels]
    bends = [label.x if abs(label.x - moved.x) > 1 else None for label, moved in zip(labels, out, strict=True)]
    return _traces(density, out, bends, NARROW_WRAP if density == "narrow" else 99)


def crowded(found: Sequence[Anchor], density: str, most: int) -> float:
    """The least distance between names of which many may stand close by each other, mm."""
    if density != "narrow":
        return CROWDED_MM
    named = sorted((a for a in found if a.weight > 0), key=lambda a: -a.weight)[:most]
    return ROW_MM * max((wrapped(a.text, NARROW_WRAP).count("<br>") + 1 for a in named), default=2)


def section_names(
    density: str, found: Sequence[Anchor], columns: Edges, wide: Sequence[float], tall: Sequence[float], most: int
) -> list[Trace]:
    """The label traces of one density of a section, whose picture spans `wide` and `tall` (mm).

    Two columns beside it; on a narrow screen a row above and one below, since a picture between two columns would be
    tiny there.
    """
    across, up = wide[1] - wide[0], tall[1] - tall[0]
    width, height = SECTION_FRAMES[density]
    named = [a for a in found if a.weight > 0]
    if density == "narrow":
        scale = (width - TOOLS_PX) / across  # px per mm
        step = ROW_PX / scale
        top = int(width / ROW_PX + 0.5)
        below = int((width - TOOLS_PX) / ROW_PX + 0.1)
        slots: list[Slot] = [("top", wide[0] + (n + 0.5) * step, tall[1] + 8 / scale) for n in range(top)]
        slots += [("bottom", wide[0] + (n + 0.5) * step, tall[0] - 8 / scale) for n in range(below)]
        labels = matched(named, slots, most)
    else:
        scale = min((height - 44) / up, (width - TOOLS_PX - 2 * NAME_PX[0]) / across)
        gap = NAME_PX[1] / scale
        labels = place(named, columns, (tall[0] + 0.3 * gap, tall[1] - 0.3 * gap), gap, most)
    return _traces(density, labels, [None] * len(labels), SECTION_WRAP)


def _traces(density: str, labels: Sequence[Label], bends: Sequence[float | None], wrap: int) -> list[Trace]:
    x: list[float | None] = []
    y: list[float | None] = []
    for label, bend in zip(labels, bends, strict=True):
        x += [label.x, label.to_x, None] if bend is None else [label.x, bend, label.to_x, None]
        y += [label.y, label.to_y, None] if bend is None else [label.y, label.y, label.to_y, None]
    leaders: Trace = {
        "type": "scatter",
        "mode": "lines",
        "x": [None if v is None else round(v, 1) for v in x],
        "y": [None if v is None else round(v, 1) for v in y],
        "hoverinfo": "skip",
        "meta": {"kind": "leader", "density": density},
    }
    dots: Trace = {
        "type": "scatter",
        "mode": "markers",
        "x": [round(label.to_x, 1) for label in labels],
        "y": [round(label.to_y, 1) for label in labels],
        "hoverinfo": "skip",
        "meta": {"kind": "leader_dot", "density": density},
    }
    sides = [s for s in POSITIONS if s in ("left", "right") or any(label.side == s for label in labels)]
    return [leaders, dots, *(_texts(density, labels, side, wrap) for side in sides)]


def _texts(density: str, labels: Sequence[Label], side: str, wrap: int) -> Trace:
    mine = [label for label in labels if label.side == side]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(label.x, 1) for label in mine],
        "y": [round(label.y, 1) for label in mine],
        "text": [wrapped(label.text, wrap) for label in mine],
        "textposition": POSITIONS[side],
        "hoverinfo": "skip",
        "cliponaxis": False,
        "meta": {"kind": "label", "density": density, "ids": [label.id for label in mine]},
    }


def wrapped(text: str, wrap: int) -> str:
    """Break a name into lines of about `wrap` letters, at spaces only."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > wrap:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
