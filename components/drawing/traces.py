"""One shape of the drawing as plotly traces, back to front. Pure.

`meta.kind` says what a trace is (`fill`, `patch`, `edge`, `fibre`, ...), `meta.id` to which structure it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry import LineString

from components.drawing import shading
from data.outlines import Shape
from data.outlines.pose import Mover, Pose
from data.visibility import passing_over

Trace = dict[str, Any]
STRAIGHT_MM = 8.0
"""A posed line has a point at least so often."""


@cache
def body(shape: Shape) -> Sequence[Trace]:
    """One shape: fill with its line, then glazes and fibres; the same in every layer that has it, and made once."""
    inside = shape.area()
    rings = [shading.simplified(r) for r in shape.outline()]
    contours = [shading.simplified(line) for line in shape.contour_lines()]
    lines = [_trace("contour", shape, contours)] if contours else []
    dips = [shading.hollow(ring) for ring in shape.hollow_lines()]
    lines += [_trace("bone_hollow", shape, [r for dip in dips for r in dip[n]], closed=True) for n in (0, 1) if dips]
    return [_trace("fill", shape, rings, closed=True), *_modelling(shape, inside, inside), *lines]


def patches_after(bodies: Sequence[Shape], number: int) -> Iterable[list[Trace]]:
    """The traces of the patches that belong right above shape `number`."""
    for shape, where in passing_over(bodies, number):
        whole = shape.area()
        inside = whole.intersection(where)
        edge = shapely.intersection(whole.boundary, where)
        lines = [np.asarray(p.coords) for p in shapely.get_parts(shapely.line_merge(edge)) if p.length > 0.5]
        rings = [shading.simplified(r) for r in shading.rings(inside)]
        if rings:
            yield [
                _trace("patch", shape, rings, closed=True),
                *_modelling(shape, whole, inside),
                _trace("edge", shape, [shading.simplified(line) for line in lines]),
            ]


def _modelling(shape: Shape, whole: shapely.Geometry, inside: shapely.Geometry) -> list[Trace]:
    """Glazes and fibres of a shape, clipped to `inside` (the whole of it, or a patch)."""
    prefix = "bone_" if shape.tissue in ("bone", "disc") else ""
    if shape.schematic:
        return []  # skin and fat of a section: plain
    guides = shading.Guides.through(shape.fibre_lines()) if not prefix else None
    if guides is None:
        insets = (2.0, 6.0) if not shape.context else (2.5,)
        return [
            _trace(f"{prefix}highlight", shape, [shading.simplified(r, 0.2) for r in rings], closed=True)
            for inset in insets
            if (rings := _within(shading.cushion(whole, inset), inside))
        ]
    tendon = shape.tendon
    traces = []
    if not shape.context:
        groups = (
            ("shadow", [] if shape.quiet else [*shading.shadows(guides, inside), shading.rim(inside, 1.6)]
             if inside is whole else shading.shadows(guides, inside)),
            ("highlight", shading.highlights(guides, inside)),
            ("tendon_end", shading.tendons(guides, inside, tendon)),
        )  # fmt: skip
        for kind, glazes in groups:
            traces += [
                _trace(kind, shape, [shading.simplified(r, 0.3) for r in glaze], closed=True)
                for glaze in glazes
                if glaze
            ]
    lines = [shading.simplified(line, 0.15) for line in shading.fibres(guides, inside, tendon)]
    return [*traces, _trace("fibre", shape, lines)] if lines else traces


def _within(rings: list[shading.Line], inside: shapely.Geometry) -> list[shading.Line]:
    return shading.rings(shading.area(rings).intersection(inside)) if rings else []


def mark(shape: Shape) -> list[Trace]:
    """A schematic mark: a dot, a line (nerve, vessel, crest) or a dashed area with a dot to tap."""
    lines = shape.outline()
    if shape.mark == "line":
        return [_trace("mark_line", shape, lines)]
    dot = [_trace("mark_dot", shape, [np.array([shape.label])])]
    return dot if shape.mark == "dot" else [_trace("mark_area", shape, lines, closed=True), *dot]


def joined(lines: Iterable[shading.Line]) -> tuple[list[float | None], list[float | None]]:
    """Lines as the x and y of one trace, None between them."""
    x: list[float | None] = []
    y: list[float | None] = []
    for line in lines:
        if x:
            x.append(None)
            y.append(None)
        x += [round(float(v), 1) for v in line[:, 0]]
        y += [round(float(v), 1) for v in line[:, 1]]
    return x, y


def _trace(kind: str, shape: Shape, lines: Sequence[shading.Line], closed: bool = False) -> Trace:
    """Join lines into one scatter trace; gaps are None."""
    x, y = joined(lines)
    trace: Trace = {
        "type": "scatter",
        "mode": "markers" if kind == "mark_dot" else "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "meta": {"id": shape.id, "kind": kind, "tissue": shape.tissue, "context": shape.context}
        | ({"part": shape.part} if shape.part else {}),
    }
    if closed and kind != "mark_area":
        trace["fill"] = "toself"
    return trace


def moved(traces: Sequence[Trace], shapes: Mapping[tuple[str, str | None], Shape], mover: Mover) -> list[Trace]:
    """The traces in a pose; in the zero pose the very same ones."""
    if mover.pose.seen(mover.view) == Pose():
        return list(traces)
    result = []
    for trace in traces:
        shape = shapes[trace["meta"]["id"], trace["meta"].get("part")]
        if mover.stays(shape):
            result.append(trace)
            continue
        prepared = (_dense(line) if mover.bends(shape) else line for line in lines(trace))
        x, y = joined(mover.move(shape, line) for line in prepared)
        result.append(trace | {"x": x, "y": y})
    return result


def lines(trace: Trace) -> Iterable[shading.Line]:
    """The lines of a trace; gaps are None."""
    points = np.array([trace["x"], trace["y"]], float).T
    gaps = np.isnan(points[:, 0])
    for run in np.split(points, np.flatnonzero(gaps[1:] != gaps[:-1]) + 1):
        if len(run) and not np.isnan(run[0, 0]):
            yield run


def _dense(line: shading.Line) -> shading.Line:
    """The line with more points where it is straight for long: a straight edge must be able to bend."""
    return np.asarray(shapely.segmentize(LineString(line), STRAIGHT_MM).coords) if len(line) > 1 else line
