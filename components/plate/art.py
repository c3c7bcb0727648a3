"""The drawing in colour as SVG: what lies still in the picture, in mm, y down. Pure.

Shapes say what they are by class, and `inks.py` says how that looks: a change of colour mode or of theme is one
attribute on the element that carries the class `hc-ink`, and nothing is drawn again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape

import numpy as np
from numpy.typing import NDArray

from components.drawing.built import drawn
from components.drawing.figure import Drawn, classes
from components.drawing.shading import Line
from components.drawing.traces import Trace, lines, moved
from components.plate.inks import name
from components.plate.over_inks import over_css, over_defs
from data.catalog import Catalog, catalog
from data.outlines import Shape
from data.outlines.over import parted
from data.outlines.pose import Mover, Pose

OPEN = {"edge", "contour", "fibre", "mark_line", "under_line", "over_fibre"}
"""Kinds whose lines do not close."""
BODIES = {"fill", "patch"}
MARKS = {"mark_dot", "mark_line", "mark_area"}
FOOTPRINTS = {"origin", "insertion"}
LAID = {"over_line", "over_area", "under_line", "under_area"}
STEPS = dict.fromkeys((*BODIES, *MARKS, *FOOTPRINTS, "edge", "contour"), 1) | {"fibre": 2}
FINE = dict.fromkeys((*LAID, "over_fibre"), 1)
"""To how many tenths of a mm the points of a kind are rounded; `inks.py` gives each kind its scale back."""
ROUGH = 4
"""The same for glazes, whose edges are soft."""
PALE = {"fascia", "ligament", "tendon", "fat", "skin"}
BONY = {"bone", "disc"}


@lru_cache(maxsize=64)
def art(view: str, layer: str, pose: Pose | None = None, *, still: bool = False) -> str:
    """The anatomy of a view and layer as one SVG group, back to front; `data-id` says whose each part is.

    What is laid over it brings its own rules and patterns with it. `still` leaves out what nobody can see: bodies that
    lie wholly under others. Raises KeyError for an unknown view.
    """
    found = drawn(view, layer)
    shapes = {(s.id, s.part): s for s in (*found.bodies, *found.marks)}
    traces = moved(found.traces, shapes, Mover(view, pose or Pose()))
    covered = _covered(found) if still else ()
    inks = _classes([*found.bodies, *found.marks], catalog())
    parts = []
    for own in _parts(traces):
        meta = own[0]["meta"]
        if meta["id"] in covered and meta["kind"] not in MARKS | FOOTPRINTS:
            continue
        paths = "".join(_paths(trace) for trace in own)
        parts.append(f'<g data-id="{escape(meta["id"])}" class="{_class(meta, inks)}">{paths}</g>')
    parts += _laid(found, Mover(view, pose or Pose()))
    own_rules = f"<style>{over_css()}</style>{over_defs()}" if parted(layer)[1] else ""
    return f'{own_rules}<g class="hc-tenths">{"".join(parts)}</g>'


def _laid(found: Drawn, mover: Mover) -> Iterable[str]:
    """What is laid over the layer, piece by piece; `data-covers` names the bodies that lie over a piece."""
    for piece in found.laid:
        shape = piece.shape
        inks = _classes([shape], catalog())
        traces = moved(piece.traces, {(shape.id, shape.part): shape}, mover)
        covers = f' data-covers="{escape(" ".join(piece.covers))}"' if not piece.free else ""
        words = f"laid {_class(traces[0]['meta'], inks)}"
        paths = "".join(_paths(trace) for trace in traces)
        yield f'<g data-id="{escape(shape.id)}"{covers} class="{words}">{paths}</g>'


def shown_in(view: str, layer: str) -> Collection[str]:
    """The ids of all that a still shows: the others lie wholly under something."""
    found = drawn(view, layer)
    covered = _covered(found)
    pieces = [piece.shape for piece in found.laid]
    return {s.id for s in (*found.bodies, *found.marks, *pieces) if s.id not in covered}


def art_box(view: str, layer: str) -> tuple[float, float, float, float]:
    """All of a view as the viewBox of an SVG, y down: left, top, width and height, mm."""
    found = drawn(view, layer)
    box = [shape.area().bounds for shape in found.bodies]
    left, right = min(b[0] for b in box), max(b[2] for b in box)
    low, high = found.view.window.y
    return round(left, 1), -high, round(right - left, 1), high - low


def without(svg: str, hidden: Iterable[str]) -> str:
    """The same drawing with some structures taken off."""
    for id_ in hidden:
        own = f'<g data-id="{escape(id_)}"'
        svg = svg.replace(own, f"{own} hidden")
    return svg


def path(trace: Trace) -> str:
    """The lines of a trace as the shortest path, in steps of its kind."""
    return _path(trace["meta"]["kind"], tuple(trace["x"]), tuple(trace["y"]))


@lru_cache(maxsize=4096)
def _path(kind: str, x: tuple[float | None, ...], y: tuple[float | None, ...]) -> str:
    """Most of what a drawing shows is in ten others, too: with other things laid over it, or in the next layer."""
    closed, steps = kind not in OPEN, (STEPS | FINE).get(kind, ROUGH)
    return "".join(_way(line * (10, -10) / steps, closed) for line in lines({"x": x, "y": y}))


def _way(line: Line, closed: bool) -> str:
    points = np.rint(line).astype(int)
    steps = np.diff(points[:-1] if closed and (points[-1] == points[0]).all() else points, axis=0)
    steps = steps[steps.any(axis=1)]
    return f"M{_numbers(points[0])}l{_numbers(steps.ravel())}{'z' if closed else ''}" if len(steps) else ""


def _numbers(found: NDArray[np.int_]) -> str:
    """Numbers of a path: a minus parts one from the one before."""
    return " ".join(map(str, found.tolist())).replace(" -", "-")


def _parts(traces: Sequence[Trace]) -> list[list[Trace]]:
    """Traces by the body, patch or mark that they belong to."""
    parts: list[list[Trace]] = []
    for trace in traces:
        kind, id_ = trace["meta"]["kind"], trace["meta"]["id"]
        area = parts and kind == "mark_dot" and parts[-1][0]["meta"]["kind"] == "mark_area"
        same = parts and parts[-1][0]["meta"]["id"] == id_
        if not same or (kind in BODIES | MARKS | FOOTPRINTS and not area):
            parts.append([])
        parts[-1].append(trace)
    return parts


def _paths(trace: Trace) -> str:
    kind = trace["meta"]["kind"]
    if kind == "mark_dot":  # a line of no length, drawn twice: its end caps make a diamond with a rim
        x, y = trace["x"][0], trace["y"][0]
        d = f"M{_numbers(np.rint([x * 10, -y * 10]).astype(int))}l.1.1"
        return f'<path class="mark_dot" d="{d}"/><path class="mark_dot mark_core" d="{d}"/>'
    d = path(trace)
    if kind.startswith("under_") and d:  # a pale line below it, so that it is seen on every tissue
        return f'<path class="under_rim" d="{d}"/><path class="{kind}" d="{d}"/>'
    return f'<path class="{kind}" d="{d}"/>' if d else ""


def _classes(shapes: Sequence[Shape], content: Catalog) -> dict[str, tuple[str, ...]]:
    """For each id, the classes that say its ink in each mode; of chains the style sheet knows the roles by id."""
    tables = classes([s.id for s in shapes], {s.id: s.tissue for s in shapes}, content)
    return {
        s.id: tuple(dict.fromkeys([
            f"a-{tables['anatomy'][s.id]}",
            *((f"a-quiet_{s.tissue}",) if s.quiet else ()),
            *(name(tables[mode][s.id]) for mode in ("rolling", "tissue") if s.id in content.structures),
            *(("known",) if s.id in content.structures else ()),
        ]))
        for s in shapes
    }  # fmt: skip


def _class(meta: Mapping[str, object], inks: Mapping[str, tuple[str, ...]]) -> str:
    tissue = str(meta["tissue"])
    if meta["kind"] in FOOTPRINTS:
        return f"foot attachments-{meta['kind']}"
    line = "bony" if tissue in BONY else "pale" if tissue in PALE else ""
    mark = f"m-{tissue}" if str(meta["kind"]) in MARKS else ""
    return " ".join(filter(None, (*inks[str(meta["id"])], line, "context" if meta["context"] else "", mark)))


def _covered(found: Drawn) -> Collection[str]:
    """The bodies of which nothing lies open, apart from what is laid over them."""
    laid = {piece.shape.id for piece in found.laid}
    return {s.id for s in found.bodies} - laid - {id_ for id_, region in found.seen.items() if region.area > 0.5}
