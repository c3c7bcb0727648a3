"""The names beside the drawing: who wants one, where it points, and the traces that write it. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from components.labels import Anchor, Edges, Label, place
from components.traces import Trace, passing_over
from data.catalog import Catalog
from data.outlines import Shape
from data.outlines.pose import Mover

DENSITIES = {"wide": (17.0, 40), "medium": (21.0, 22), "narrow": (44.0, 9)}
"""Label density: least distance between two names in mm, and how many names at most."""
COLUMN_GAP_MM = 16.0
COLUMN_REACH_MM = 45.0
"""A name keeps clear of everything drawn so far above and below it."""
NARROW_WRAP = 13
"""Names are broken after about so many letters where the screen is narrow."""


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

    def at(y: float) -> tuple[float, float]:
        near = points[np.abs(points[:, 1] - y) < COLUMN_REACH_MM * size]
        return float(near[:, 0].min()) - COLUMN_GAP_MM * size, float(near[:, 0].max()) + COLUMN_GAP_MM * size

    return at


def anchors(bodies: Sequence[Shape], marks: Sequence[Shape], catalog: Catalog) -> list[Anchor]:
    """One anchor per structure that can be seen, in the part that can be seen; the weight is that part's area."""
    seen = uncovered(bodies)
    wanted = {s.id: Point(s.label) for s in bodies}
    context = {s.id for s in bodies if s.context}
    found = []
    for id_, region in seen.items():
        parts = [p for p in shapely.get_parts(shapely.get_parts(region)) if p.geom_type == "Polygon" and p.area > 30]
        if not parts:
            continue
        largest = max(parts, key=lambda p: p.area)
        point = wanted[id_]
        if not any(p.buffer(-1.5).contains(point) for p in parts):
            circle = shapely.maximum_inscribed_circle(largest, tolerance=1.0)
            if circle.length < 2.5:
                continue
            point = Point(circle.coords[0])
        weight = 0.0 if id_ in context else region.area  # context is named on hover only
        found.append(Anchor(id_, catalog.short_name(id_), float(point.x), float(point.y), weight))
    for mark in marks:
        found.append(Anchor(mark.id, catalog.short_name(mark.id), *mark.label, 400.0))
    return found


def uncovered(bodies: Sequence[Shape]) -> dict[str, shapely.Geometry]:
    """The part of each structure that nothing drawn later covers, mm, by id; uppermost first."""
    seen: dict[str, shapely.Geometry] = {}
    order: list[tuple[Shape, shapely.Geometry]] = []
    for number, shape in enumerate(bodies):
        order.append((shape, shape.area()))
        order += [(below, below.area().intersection(where)) for below, where in passing_over(bodies, number)]
    covered: shapely.Geometry = Polygon()
    window = shapely.box(-1000, -490, 1000, 186)
    for shape, inside in reversed(order):
        free = inside.difference(covered).intersection(window)
        seen[shape.id] = free.union(seen[shape.id]) if shape.id in seen else free
        covered = covered.union(inside)
    return seen


def names(
    density: str, found: Sequence[Anchor], columns: Edges, span: Sequence[float], gap: float, most: int
) -> list[Trace]:
    """The label traces of one density: leaders, then the texts of both sides (marked with their ids)."""
    room = (span[0] + 0.7 * gap, span[1] - 0.7 * gap)
    named = [a for a in found if a.weight > 0]
    labels = place(named, columns, room, gap, most)
    x: list[float | None] = []
    y: list[float | None] = []
    for label in labels:
        x += [label.x, label.to_x, None]
        y += [label.y, label.to_y, None]
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
    return [leaders, dots, *(_texts(density, labels, side) for side in ("left", "right"))]


def _texts(density: str, labels: Sequence[Label], side: str) -> Trace:
    mine = [label for label in labels if label.side == side]
    return {
        "type": "scatter",
        "mode": "text",
        "x": [round(label.x, 1) for label in mine],
        "y": [round(label.y, 1) for label in mine],
        "text": [_wrapped(label.text) if density == "narrow" else label.text for label in mine],
        "textposition": "middle left" if side == "left" else "middle right",
        "hoverinfo": "skip",
        "cliponaxis": False,
        "meta": {"kind": "label", "density": density, "ids": [label.id for label in mine]},
    }


def _wrapped(text: str) -> str:
    """Break a name into lines of about NARROW_WRAP letters, at spaces only."""
    lines = [""]
    for word in text.split():
        if lines[-1] and len(lines[-1]) + 1 + len(word) > NARROW_WRAP:
            lines.append(word)
        else:
            lines[-1] = f"{lines[-1]} {word}".strip()
    return "<br>".join(lines)
