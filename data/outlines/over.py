"""What can be laid over any layer of the drawing: nerves, vessels, and the joint with its ligaments and bursae.

One YAML file per kind and long view, `data/outlines/over/<kind>/<view>.yaml`, with shapes as in the drawing, back to
front. All are schematic: a course or a place, drawn by hand after textbooks, not measured. A shape is seen on every
layer: from its `first` layer inwards it lies open, before that it lies under something and is drawn as such. A course
that dives is cut into parts, each with its own `first`.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import cache
from pathlib import Path
from typing import Literal

import shapely

from data.model import Record
from data.outlines import FOLDER, LONG_VIEWS, Shape
from data.outlines.side import LEFT, mirrored_shape, plain, side_of
from data.source import ContentError, Problem, Source, read

KINDS = ("nerves", "vessels", "joint")
"""What can be laid over, in the order of its switches."""
AND = "+"
"""Joins the name of a layer and of what is laid over it: `deep+nerves+vessels`."""
WIDTHS = {"nerve": 3.0, "artery": 5.0, "vein": 6.0, "ligament": 6.0, "tendon": 6.0}
"""How wide the course of a tissue is drawn where its shape does not say, mm."""
WIDTH = 4.0
BESIDE_MM = 2.0
"""So far beside its course or area a label's point may lie."""


class Over(Record):
    """One kind in one view; `shapes` are drawn in order, back to front."""

    view: Literal["anterior", "lateral", "posterior"]
    shapes: tuple[Shape, ...]


@cache
def over(kind: str, view: str) -> tuple[Shape, ...]:
    """The shapes of a kind in a view, back to front; none in a section. Raises ContentError, KeyError for no kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    if side_of(view) == LEFT:
        return tuple(map(mirrored_shape, over(kind, plain(view))))
    if view not in LONG_VIEWS or not _path(kind, view).exists():
        return ()
    source, found = _read(kind, view)
    if found is None or source.problems:
        raise ContentError(source.problems)
    return found.shapes


@cache
def offered() -> tuple[str, ...]:
    """The kinds of which anything is drawn: those that have a switch."""
    return tuple(kind for kind in KINDS if any(over(kind, view) for view in LONG_VIEWS))


def named(layer: str, kinds: Collection[str]) -> str:
    """The name of the drawing of a layer with some kinds laid over it: `deep+nerves`."""
    return AND.join((layer, *(kind for kind in KINDS if kind in kinds)))


def parted(drawing: str) -> tuple[str, tuple[str, ...]]:
    """The layer of a drawing, and the kinds that are laid over it."""
    layer, *kinds = drawing.split(AND)
    return layer, tuple(kinds)


def of(view: str, structure: str) -> list[Shape]:
    """The shapes of one structure in a view, of whatever kind: several where its course dives."""
    return [shape for kind in KINDS for shape in over(kind, view) if shape.id == structure]


def kind_of(structure: str) -> str | None:
    """The kind that shows a structure; None for what is laid over no view."""
    found = (k for k in KINDS for view in LONG_VIEWS for shape in over(k, view) if shape.id == structure)
    return next(found, None)


def width(shape: Shape) -> float:
    """How wide the course of a shape is drawn, mm."""
    return shape.width or WIDTHS.get(shape.tissue, WIDTH)


@cache
def area(shape: Shape, cap: Literal["round", "flat"] = "round") -> shapely.Geometry:
    """What a shape covers, mm²: a course in its width, a place within its rings, a dot as a small disc.

    `cap` says how the ends of a course are closed: beyond its last point, as it is drawn, or just there.
    """
    if shape.mark == "dot":
        return shapely.Point(shape.label).buffer(WIDTH / 2)
    if shape.mark != "line":
        return shape.area()
    courses = shapely.MultiLineString(shape.outline())
    return courses.buffer(width(shape) / 2, cap_style=cap)


def drawn() -> set[str]:
    """The ids of everything that is laid over some view."""
    return {shape.id for kind in KINDS for view in LONG_VIEWS for shape in over(kind, view)}


def check(known: Collection[str]) -> list[Problem]:
    """Every problem of every file; `known` are the ids that have a record."""
    found: list[Problem] = []
    for kind in KINDS:
        for view in LONG_VIEWS:
            if _path(kind, view).exists():
                source, own = _read(kind, view)
                if own is not None:
                    _check_shapes(source, own, view, known)
                found += source.problems
    return found


def _check_shapes(source: Source, own: Over, view: str, known: Collection[str]) -> None:
    if own.view != view:
        source.note(f"the file is named '{view}'; give the view the same name", "view")
    seen: set[tuple[str, str | None]] = set()
    for n, shape in enumerate(own.shapes):
        if shape.id not in known:
            source.note(f"'{shape.id}' has no record in data/content: add one or correct the id", "shapes", n, "id")
        if (shape.id, shape.part) in seen:
            source.note(f"'{shape.id}' is drawn twice: give each of them its own part", "shapes", n, "id")
        seen.add((shape.id, shape.part))
        if not shape.schematic:
            source.note("what is laid over is schematic: say schematic: true and a mark", "shapes", n, "schematic")
            continue
        if area(shape).distance(shapely.Point(shape.label)) > BESIDE_MM:
            source.note(f"the label anchor of '{shape.id}' lies beside what is drawn", "shapes", n, "label")
        for m, ring in enumerate(shape.outline() if shape.mark == "area" else ()):
            if not shapely.LineString(ring).is_simple:
                source.note(f"the outline of '{shape.id}' crosses itself", "shapes", n, "rings", m)


def _path(kind: str, view: str) -> Path:
    return FOLDER / "over" / kind / f"{view}.yaml"


def _read(kind: str, view: str) -> tuple[Source, Over | None]:
    source = read(_path(kind, view))
    return source, None if source.problems else source.build(Over)
