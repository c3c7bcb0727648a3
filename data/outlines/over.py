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

from data.model import Record
from data.outlines import FOLDER, LONG_VIEWS, Shape
from data.source import ContentError, Problem, Source, read

KINDS = ("nerves", "vessels", "joint")
"""What can be laid over, in the order of its switches."""


class Over(Record):
    """One kind in one view; `shapes` are drawn in order, back to front."""

    view: Literal["anterior", "lateral", "posterior"]
    shapes: tuple[Shape, ...]


@cache
def over(kind: str, view: str) -> tuple[Shape, ...]:
    """The shapes of a kind in a view, back to front; none in a section. Raises ContentError, KeyError for no kind."""
    if kind not in KINDS:
        raise KeyError(kind)
    if view not in LONG_VIEWS or not _path(kind, view).exists():
        return ()
    source, found = _read(kind, view)
    if found is None or source.problems:
        raise ContentError(source.problems)
    return found.shapes


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


def _path(kind: str, view: str) -> Path:
    return FOLDER / "over" / kind / f"{view}.yaml"


def _read(kind: str, view: str) -> tuple[Source, Over | None]:
    source = read(_path(kind, view))
    return source, None if source.problems else source.build(Over)
