"""What a click on the drawing selects, by the rules of `components/diagram/browser/hit.js` and without a browser."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import shapely

from components.drawing.built import drawn
from components.drawing.traces import Trace, lines

MOUSE_PX = {"dot": 6.0, "line": 3.0, "footprint": 4.0}
"""`REACH` of reach.js, for a mouse."""
MM_PER_PX = 1.28
"""What the whole picture has on a screen of 1280 x 800."""
FOOTPRINTS = ("origin", "insertion")
SOLID = ("fill", "patch", "over_line", "over_area", *FOOTPRINTS)
NEAR = ("mark_line", "under_line", "mark_dot", "over_line")

Part = tuple[str, str, bool, shapely.Geometry]
"""Id, kind, whether something covers it, and what of it can be hit."""


@cache
def parts(view: str, drawing: str) -> tuple[Part, ...]:
    """Everything that can be hit, back to front."""
    found = drawn(view, drawing)
    traces: list[tuple[Trace, bool]] = [(t, False) for t in found.traces]
    traces += [(trace, bool(piece.covers)) for piece in found.laid for trace in piece.traces]
    return tuple(
        (t["meta"]["id"], t["meta"]["kind"], covered, shape(t))
        for t, covered in traces
        if t["meta"]["kind"] in (*SOLID, *NEAR, "under_area")
    )


def shape(trace: Trace) -> shapely.Geometry:
    """A dot, a line, or what lies within an odd number of rings."""
    kind, own = trace["meta"]["kind"], list(lines(trace))
    if kind == "mark_dot":
        return shapely.Point(own[0][0])
    if kind in ("mark_line", "under_line"):
        return shapely.MultiLineString(own)
    whole: shapely.Geometry = shapely.Polygon()
    for ring in own:
        if len(ring) > 2:
            whole = whole.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return whole


def tapped(view: str, drawing: str, x: float, y: float) -> str | None:
    """The structure that a click at a point selects; None where there is nothing."""
    all_, point = parts(view, drawing), shapely.Point(x, y)
    fronts = [n for n, (_, kind, _, own) in enumerate(all_) if kind == "over_area" and own.contains(point)]
    near = []
    for n, (id_, kind, covered, own) in enumerate(all_):
        if kind in NEAR and not (kind == "over_line" and fronts and n < fronts[-1]):
            course = kind == "over_line"
            on = course and own.contains(point)
            far = (own.boundary if course else own).distance(point) / MM_PER_PX
            beyond = (-far if on else far) - MOUSE_PX["dot" if kind == "mark_dot" else "line"]
            if beyond <= 0:
                near.append((0 if on else 1 if kind == "mark_dot" else 3 if covered else 2, beyond, id_))
    if near:
        return min(near, key=lambda n: n[:2])[2]
    solids = [part for part in reversed(all_) if part[1] in SOLID and part[1] != "over_line"]
    return (
        _footprint(solids, point)
        or next((i for i, _, _, own in solids if own.contains(point)), None)
        or next((i for i, kind, _, own in all_ if kind == "under_area" and own.contains(point)), None)
    )


def _footprint(solids: Sequence[Part], point: shapely.Point) -> str | None:
    feet = [(own.distance(point), id_) for id_, kind, _, own in solids if kind in FOOTPRINTS]
    least = min(feet, key=lambda f: f[0], default=None)
    return least[1] if least and least[0] <= MOUSE_PX["footprint"] * MM_PER_PX else None
