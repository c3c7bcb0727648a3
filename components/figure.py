"""The drawing as a plotly figure: a plain dict per view and layer, ready to be served as JSON. No Streamlit here.

Traces come back to front. `meta.kind` says what a trace is (`fill`, `patch`, `edge`, `fibre`, ...), `meta.id` to
which structure it belongs; the browser paints them from the ink tables under `hipchain`, so that a change of colour
mode or theme needs no new geometry.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np
import shapely
from shapely.geometry import Point, Polygon

from components import rollers, shading
from components.labels import Anchor, Edges, Label, place
from components.palette import CONTEXT, INKS, OVERLAY, Ink
from components.url import LAYERS
from data.catalog import Catalog
from data.outlines import Shape, View

Trace = dict[str, Any]
DEPTHS = list(LAYERS)
DENSITIES = {"wide": (17.0, 40), "medium": (21.0, 22), "narrow": (44.0, 9)}
"""Label density: least distance between two names in mm, and how many names at most."""
COLUMN_GAP_MM = 16.0
COLUMN_REACH_MM = 45.0
"""A name keeps clear of everything drawn so far above and below it."""
SECTION_SIZE = 0.6
"""Distances between names in a section: it is shown more than twice as large as a long view."""
FAR_SIDE = "hip_bone_left"
"""Left out of account, and off the edge, where the screen is narrow."""
NARROW_WRAP = 13
"""Names are broken after about so many letters where the screen is narrow."""


def shown(view: View, layer: str) -> list[Shape]:
    """The shapes of a view that are still drawn in a layer, back to front."""
    depth = DEPTHS.index(layer)
    return [s for s in view.shapes if DEPTHS.index(s.first) <= depth <= DEPTHS.index(s.layer)]


def build(view: View, layer: str, catalog: Catalog, roller: str | None = None) -> dict[str, Any]:
    """Build the figure of one view and layer: `data`, `layout`, and what the browser needs under `hipchain`.

    `roller` draws one: in a section the side that it comes from, in a long view the section at whose level it lies.
    """
    shapes = [*view.surround, *shown(view, layer)]
    bodies = [s for s in shapes if not s.schematic or s in view.surround]
    marks = [s for s in shapes if s.schematic and s not in view.surround]
    traces: list[Trace] = []
    for number, shape in enumerate(bodies):
        inside = shape.area()
        traces += _body(shape, inside)
        for above in _patches_after(bodies, number):
            traces += above
    for mark in marks:
        traces += _mark(mark)
    if roller:
        traces += rollers.across(view, roller) if view.level is not None else rollers.along(view, roller)
    core = _extent(s for s in bodies if s.id != FAR_SIDE)
    section = view.level is not None
    room = rollers.room(view, roller) if section and roller else (0.0, 0.0, 0.0, 0.0)
    core = [core[0] - room[0], core[1] + room[1]]
    whole = [_extent(bodies)[0] - room[0], _extent(bodies)[1] + room[1]]
    tall = [view.window.y[0] - room[2], view.window.y[1] + room[3]]
    size = SECTION_SIZE if section else 1.0
    anchors = _anchors(bodies, marks, catalog)
    for density, (gap, most) in DENSITIES.items():
        around = [s for s in bodies if density != "narrow" or s.id != FAR_SIDE]
        traces += _names(density, anchors, _edges(around, size), view.window.y, gap * size, most)
    names = {s.id: catalog.name(s.id) for s in shapes}
    visible = [a.id for a in sorted(anchors, key=lambda a: -a.y)]
    return {
        "data": traces,
        "layout": _layout(view, layer),
        "hipchain": {
            "view": view.view,
            "layer": layer,
            "title": view.title,
            "marks": dict(view.marks),
            "names": names,
            "order": list(dict.fromkeys(visible)),
            "context": sorted({s.id for s in shapes if s.context}),
            "extent": {"x": core, "whole": whole, "y": tall},
            "tall": 95 if section else 150,
            "classes": classes(names, {s.id: s.tissue for s in shapes}, catalog),
            "inks": inks(),
            "overlay": OVERLAY,
        },
    }


def classes(ids: Iterable[str], tissues: Mapping[str, str], catalog: Catalog) -> dict[str, dict[str, str]]:
    """For each colour mode, the ink key of every id. Context shapes and bones keep their anatomy ink in every mode.

    The keys are the modes; the chain mode has one entry per chain, written `chain:<chain id>`.
    """
    ids = list(ids)
    known = {i: catalog.structures[i] for i in ids if i in catalog.structures}
    base = {i: ("context_" if i in catalog.context else "") + tissues[i] for i in ids}
    result = {
        "anatomy": base,
        "rolling": base | {i: f"rolling.{s.rolling.verdict}" for i, s in known.items()},
        "tissue": base | {i: f"tissue.{s.tissue}" for i, s in known.items()},
    }
    for chain in catalog.chains:
        roles = {i: next((r.role for r in s.chains if r.chain == chain), "none") for i, s in known.items()}
        result[f"chain:{chain}"] = base | {i: f"chain.{role}" for i, role in roles.items()}
    return result


def inks() -> dict[str, dict[str, str]]:
    """Every ink by key: `light` and `dark` fill, and `pattern`."""
    table = {k: _ink(i) for k, i in INKS["anatomy"].items()}
    table |= {f"context_{k}": _ink(i) for k, i in CONTEXT.items()}
    for mode in ("rolling", "tissue", "chain"):
        table |= {f"{mode}.{k}": _ink(i) for k, i in INKS[mode].items()}
    return table


def _ink(ink: Ink) -> dict[str, str]:
    return {"light": ink.light, "dark": ink.dark, "pattern": ink.pattern}


def _layout(view: View, layer: str) -> dict[str, Any]:
    x, y = view.window.x, view.window.y
    axis = {"visible": False, "fixedrange": False, "zeroline": False, "showgrid": False}
    return {
        "xaxis": axis | {"range": list(x)},
        "yaxis": axis | {"range": list(y), "scaleanchor": "x"},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "hovermode": False,
        "clickmode": "none",
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "uirevision": view.view,
    }


def _body(shape: Shape, inside: shapely.Geometry) -> list[Trace]:
    """One shape: fill with its line, then glazes and fibres."""
    rings = [shading.simplified(r) for r in shape.outline()]
    contours = [shading.simplified(line) for line in shape.contour_lines()]
    lines = [_trace("contour", shape, contours)] if contours else []
    return [_trace("fill", shape, rings, closed=True), *_modelling(shape, inside, inside), *lines]


def _passing_over(bodies: Sequence[Shape], number: int) -> Iterable[tuple[Shape, shapely.Geometry]]:
    """The parts of earlier shapes that pass in front of shape `number` and lie right above it: (shape, where)."""
    here = {s.id: n for n, s in enumerate(bodies)}
    for shape in bodies[:number]:
        for patch in shape.in_front_of:
            over = [here[i] for i in patch.over if i in here]
            if over and max(over) == number:
                yield shape, shapely.make_valid(Polygon(patch.where))


def _patches_after(bodies: Sequence[Shape], number: int) -> Iterable[list[Trace]]:
    """The traces of the patches that belong right above shape `number`."""
    for shape, where in _passing_over(bodies, number):
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
            ("shadow", [*shading.shadows(guides, inside), shading.rim(inside, 1.6)] if inside is whole else
             shading.shadows(guides, inside)),
            ("highlight", shading.highlights(guides, inside)),
            ("tendon", shading.tendons(guides, inside, tendon)),
        )  # fmt: skip
        for kind, glazes in groups:
            traces += [
                _trace(kind, shape, [shading.simplified(r, 0.2) for r in glaze], closed=True)
                for glaze in glazes
                if glaze
            ]
    lines = [shading.simplified(line, 0.15) for line in shading.fibres(guides, inside, tendon)]
    return [*traces, _trace("fibre", shape, lines)] if lines else traces


def _within(rings: list[shading.Line], inside: shapely.Geometry) -> list[shading.Line]:
    return shading.rings(shading.area(rings).intersection(inside)) if rings else []


def _mark(shape: Shape) -> list[Trace]:
    """A schematic mark: a dot, a line (nerve, vessel, crest) or a dashed area with a dot to tap."""
    lines = shape.outline()
    if shape.mark == "line":
        return [_trace("mark_line", shape, lines)]
    dot = [_trace("mark_dot", shape, [np.array([shape.label])])]
    return dot if shape.mark == "dot" else [_trace("mark_area", shape, lines, closed=True), *dot]


def _trace(kind: str, shape: Shape, lines: Sequence[shading.Line], closed: bool = False) -> Trace:
    """Join lines into one scatter trace; gaps are None."""
    x: list[float | None] = []
    y: list[float | None] = []
    for line in lines:
        if x:
            x.append(None)
            y.append(None)
        x += [round(float(v), 1) for v in line[:, 0]]
        y += [round(float(v), 1) for v in line[:, 1]]
    trace: Trace = {
        "type": "scatter",
        "mode": "markers" if kind == "mark_dot" else "lines",
        "x": x,
        "y": y,
        "hoverinfo": "skip",
        "meta": {"id": shape.id, "kind": kind, "tissue": shape.tissue, "context": shape.context},
    }
    if closed and kind != "mark_area":
        trace["fill"] = "toself"
    return trace


def _extent(shapes: Iterable[Shape]) -> list[float]:
    """Leftmost and rightmost x of some shapes, mm."""
    xs = np.concatenate([ring[:, 0] for s in shapes for ring in s.outline()])
    return [round(float(xs.min()), 1), round(float(xs.max()), 1)]


def _edges(shapes: Sequence[Shape], size: float) -> Edges:
    """Columns that follow the drawing: at each height, a little outside everything drawn near it.

    `size` shrinks the distances where the drawing is shown larger.
    """
    points = np.vstack([ring for s in shapes for ring in s.outline()])

    def at(y: float) -> tuple[float, float]:
        near = points[np.abs(points[:, 1] - y) < COLUMN_REACH_MM * size]
        return float(near[:, 0].min()) - COLUMN_GAP_MM * size, float(near[:, 0].max()) + COLUMN_GAP_MM * size

    return at


def _anchors(bodies: Sequence[Shape], marks: Sequence[Shape], catalog: Catalog) -> list[Anchor]:
    """One anchor per structure that can be seen, in the part that can be seen; the weight is that part's area."""
    seen: dict[str, shapely.Geometry] = {}
    wanted: dict[str, Point] = {}
    order: list[tuple[Shape, shapely.Geometry]] = []
    for number, shape in enumerate(bodies):
        order.append((shape, shape.area()))
        order += [(below, below.area().intersection(where)) for below, where in _passing_over(bodies, number)]
    covered: shapely.Geometry = Polygon()
    window = shapely.box(-1000, -490, 1000, 186)
    for shape, inside in reversed(order):
        free = inside.difference(covered).intersection(window)
        seen[shape.id] = free.union(seen[shape.id]) if shape.id in seen else free
        covered = covered.union(inside)
        wanted.setdefault(shape.id, Point(shape.label))
    context = {s.id for s in bodies if s.context}
    anchors = []
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
        anchors.append(Anchor(id_, catalog.short_name(id_), float(point.x), float(point.y), weight))
    for mark in marks:
        anchors.append(Anchor(mark.id, catalog.short_name(mark.id), *mark.label, 400.0))
    return anchors


def _names(
    density: str, anchors: Sequence[Anchor], edges: Edges, span: Sequence[float], gap: float, most: int
) -> list[Trace]:
    """The label traces of one density: leaders, then the texts of both sides (marked with their ids)."""
    room = (span[0] + 0.7 * gap, span[1] - 0.7 * gap)
    named = [a for a in anchors if a.weight > 0]
    labels = place(named, edges, room, gap, most)
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
