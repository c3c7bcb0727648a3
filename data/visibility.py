"""What can be seen of each structure in a view and layer: its area less all that lies in front of it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

import shapely

from data.outlines import Shape, View, load_view

LAYERS = ("surface", "deep", "deepest", "bones")
"""From the skin inwards."""
EDGE_MM = 8.0
"""What lies nearer to the upper or lower edge of the picture is not counted as seen."""


def shown(view: View, layer: str) -> list[Shape]:
    """The shapes of a view that are still drawn in a layer, back to front."""
    depth = LAYERS.index(layer)
    return [s for s in view.shapes if LAYERS.index(s.first) <= depth <= LAYERS.index(s.layer)]


def passing_over(bodies: Sequence[Shape], number: int) -> Iterable[tuple[Shape, shapely.Geometry]]:
    """The parts of earlier shapes that pass in front of shape `number` and lie right above it: (shape, where)."""
    here = {s.id: n for n, s in enumerate(bodies)}
    for shape in bodies[:number]:
        for patch in shape.in_front_of:
            over = [here[i] for i in patch.over if i in here]
            if over and max(over) == number:
                yield shape, shapely.make_valid(shapely.Polygon(patch.where))


def uncovered(bodies: Sequence[Shape], frame: shapely.Geometry) -> dict[str, shapely.Geometry]:
    """The part of each structure that nothing drawn later covers, mm, by id; uppermost first. Cut to `frame`."""
    seen: dict[str, shapely.Geometry] = {}
    order: list[tuple[Shape, shapely.Geometry]] = []
    for number, shape in enumerate(bodies):
        order.append((shape, shape.area()))
        order += [(below, below.area().intersection(where)) for below, where in passing_over(bodies, number)]
    covered: shapely.Geometry = shapely.Polygon()
    for shape, inside in reversed(order):
        free = inside.difference(covered).intersection(frame)
        seen[shape.id] = free.union(seen[shape.id]) if shape.id in seen else free
        covered = covered.union(inside)
    return seen


@cache
def regions(view: str, layer: str) -> dict[str, shapely.Geometry]:
    """The visible part of every structure that is not schematic, in mm² of the view. Raises KeyError for no view."""
    window = load_view(view).window
    frame = shapely.box(window.x[0], window.y[0] + EDGE_MM, window.x[1], window.y[1] - EDGE_MM)
    return uncovered([s for s in shown(load_view(view), layer) if not s.schematic], frame)


@cache
def room_mm(view: str, layer: str, structure: str) -> float:
    """The radius of the largest circle within what is seen of a structure; 0 where nothing is."""
    circle = _circle(view, layer, structure)
    return 0.0 if circle is None else float(circle.length)


@cache
def spot(view: str, layer: str, structure: str) -> tuple[float, float]:
    """A point well inside what is seen of a structure, mm. Raises KeyError where nothing is seen."""
    circle = _circle(view, layer, structure)
    if circle is None:
        raise KeyError(structure)
    x, y = circle.coords[0]
    return float(x), float(y)


@cache
def _circle(view: str, layer: str, structure: str) -> shapely.Geometry | None:
    """The largest circle within what is seen, as a line from its centre to its rim; None where nothing is seen."""
    area = regions(view, layer).get(structure)
    pieces = [] if area is None else shapely.get_parts(shapely.get_parts(area))
    parts = [p for p in pieces if p.geom_type == "Polygon" and p.area > 1]
    return shapely.maximum_inscribed_circle(max(parts, key=lambda p: p.area), tolerance=1.0) if parts else None
