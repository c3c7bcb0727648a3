"""The drawing: our own outlines of every structure, one YAML file per view, in millimetres.

Origin at the right hip joint centre; the image's x runs to the right of the page and y up. See each file's `title` for
the side it is seen from. Curves pass through few control points; `data.geometry` makes them smooth, `side.py` mirrors.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

import numpy as np
import shapely
from pydantic import BaseModel, ConfigDict, Field, model_validator

from data.geometry import Line, closed_curve, open_curve
from data.outlines.side import LEFT, mirrored_view, plain, side_of
from data.source import ContentError, Problem, Source, read

FOLDER = Path(__file__).resolve().parent
LONG_VIEWS = {"anterior": "Front", "lateral": "Side", "posterior": "Back"}
"""Views of the whole thigh, each with its short name, in the order of their buttons."""
AXIAL_VIEWS = {
    "axial_hip": "Hip",
    "axial_upper_thigh": "Upper thigh",
    "axial_mid_thigh": "Mid-thigh",
    "axial_lower_thigh": "Lower thigh",
    "axial_knee": "Knee",
}
"""Cuts across the limb, each with its short name, from above downwards."""
VIEWS = (*LONG_VIEWS, *AXIAL_VIEWS)

Point = tuple[float, float]
Layer = Literal["surface", "deep", "deepest", "bones"]
Tissue = Literal[
    "muscle",
    "fascia",
    "bone",
    "ligament",
    "tendon",
    "disc",
    "nerve",
    "vessel",
    "artery",
    "vein",
    "cartilage",
    "joint",
    "fat",
    "bursa",
    "landmark",
    "region",
    "skin",
]
Fraction = Annotated[float, Field(ge=0, le=0.8)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Patch(_Frozen):
    """A place where a shape passes in front of shapes that are drawn after it: inside `where` it lies over them."""

    over: tuple[str, ...]
    where: Annotated[tuple[Point, ...], Field(min_length=3)]


class Shape(_Frozen):
    """One structure (or one `part` of it) in one view.

    `rings` are control points of closed curves, by the even-odd rule (for `mark: line`: of open curves).
    `layer` is the deepest layer in which it is still drawn, `first` the most superficial one (a nerve under a muscle is
    not drawn on top of it). `fibres` are guide lines from origin to insertion, ordered across the belly; sections have
    none. `tendon` is the fraction of the fibres that is tendon at origin and at insertion. `contours` are open lines on
    the surface of a bone, `hollows` closed rings on it: dips and small openings, which stay part of its area. `part`
    tells shapes of one id apart. `width` is how wide a line is, mm, where that means something. `quiet` is drawn paler:
    what the edge of the picture cuts, far from the hip.

    `moves` says with what it moves when the figure is posed. A bone, and what is fixed to one, moves with pelvis or
    thigh; a vertebra or disc turns about the disc below it, a disc half as far; `back` is soft tissue along the
    spine. Two heights (mm): with the pelvis above the first, with the thigh below the second; for what has no guides
    from pelvis to thigh. Nothing: from the pelvis, where its guides start, to the thigh, where they end; `backwards`
    where they were drawn from the thigh to the pelvis.
    """

    id: str
    part: str | None = None
    layer: Layer
    first: Layer = "surface"
    tissue: Tissue
    rings: Annotated[tuple[tuple[Point, ...], ...], Field(min_length=1)]
    in_front_of: tuple[Patch, ...] = ()
    fibres: tuple[tuple[Point, ...], ...] = ()
    tendon: tuple[Fraction, Fraction] = (0.0, 0.0)
    contours: tuple[Annotated[tuple[Point, ...], Field(min_length=2)], ...] = ()
    hollows: tuple[Annotated[tuple[Point, ...], Field(min_length=3)], ...] = ()
    label: Point
    schematic: bool = False
    mark: Literal["dot", "line", "area"] | None = None
    width: Annotated[float, Field(gt=0, le=20)] | None = None
    context: bool = False
    quiet: bool = False
    moves: Literal["pelvis", "thigh", "spine", "back"] | tuple[float, float] | None = None
    backwards: bool = False

    @model_validator(mode="after")
    def _sound(self) -> Shape:
        if self.schematic != (self.mark is not None):
            raise ValueError("a schematic shape needs a mark (dot, line or area), and only a schematic shape has one")
        if self.mark != "line" and any(len(ring) < 3 for ring in self.rings):
            raise ValueError("a closed ring needs at least three control points")
        return self

    def outline(self) -> list[Line]:
        """The smooth curves as (N, 2) arrays in mm: closed rings, or open lines where `mark` is 'line'."""
        return list(_sampled(self))

    def fibre_lines(self) -> list[Line]:
        """The smooth fibre guides as (N, 2) arrays in mm, each from origin to insertion."""
        return [open_curve(np.array(line), 3.0) for line in self.fibres]

    def contour_lines(self) -> list[Line]:
        """The smooth lines within the outline that give a bone its form (crests, rims), as (N, 2) arrays in mm.

        A line whose last point is its first is a smooth closed curve (the marrow in a section).
        """
        return [
            closed_curve(np.array(line[:-1]), 1.5) if line[0] == line[-1] else open_curve(np.array(line), 1.5)
            for line in self.contours
        ]

    def hollow_lines(self) -> list[Line]:
        """The smooth closed curves around the hollows of a bone, as (N, 2) arrays in mm."""
        return [closed_curve(np.array(ring), 0.6) for ring in self.hollows]

    def area(self) -> shapely.Geometry:
        """The area inside the rings as a shapely geometry, mm². Empty for a line."""
        return _area(self)


class Window(_Frozen):
    """The part of the plane that is shown, mm."""

    x: Point
    y: Point


class View(_Frozen):
    """One view of a thigh, the right one as it is written; `shapes` are drawn in order, back to front.

    A section has a `level` (height of the cut, mm) and a `surround`: skin and fat, drawn before all shapes.
    """

    view: str
    title: str
    window: Window
    marks: Mapping[Literal["left", "right", "top", "bottom"], str]
    level: float | None = None
    surround: tuple[Shape, ...] = ()
    shapes: tuple[Shape, ...]

    def of(self, structure: str) -> list[Shape]:
        """The shapes of one structure: several where it has parts, none where it is not drawn in this view."""
        return [s for s in self.shapes if s.id == structure]


@cache
def load_view(name: str) -> View:
    """Load one view: `load_view("lateral")`, mirrored `"lateral-left"`. Raises ContentError, KeyError for no view."""
    if side_of(name) == LEFT:
        return mirrored_view(load_view(plain(name)))
    if name not in VIEWS:
        raise KeyError(name)
    source, view = _read(name)
    if view is None or source.problems:
        raise ContentError(source.problems)
    return view


def check() -> list[Problem]:
    """Every problem in every view: schema, order, crossings of an outline with itself, labels beside their shape."""
    found: list[Problem] = []
    for name in VIEWS:
        source, view = _read(name)
        if view is not None:
            _check_view(source, view)
        found += source.problems
    for path in sorted(FOLDER.glob("*.yaml")):
        if path.stem not in VIEWS:
            message = "no screen shows this view: name it in LONG_VIEWS or AXIAL_VIEWS in data/outlines/__init__.py"
            found.append(read(path).problem(("view",), message))
    return found


def _read(name: str) -> tuple[Source, View | None]:
    source = read(FOLDER / f"{name}.yaml")
    view = None
    if not source.problems:
        view = source.build(View)
    return source, view


def _check_view(source: Source, view: View) -> None:
    if view.view != source.path.stem:
        source.note(f"the file is named '{source.path.stem}'; give the view the same name", "view")
    for axis in ("x", "y"):
        low, high = getattr(view.window, axis)
        if low >= high:
            source.note("give the lower bound first", "window", axis)
    for group in ("surround", "shapes"):
        for n, shape in enumerate(getattr(view, group)):
            for m, ring in enumerate(shape.outline()):
                if shape.mark != "line" and not shapely.LineString(ring).is_simple:
                    source.note(f"the outline of '{shape.id}' crosses itself", group, n, "rings", m)
    ids = {s.id for s in view.shapes}
    seen: set[tuple[str, str | None]] = set()
    for n, shape in enumerate(view.shapes):
        if (shape.id, shape.part) in seen:
            source.note(f"'{shape.id}' is drawn twice: give each of them its own part", "shapes", n, "id")
        seen.add((shape.id, shape.part))
        _check_shape(source, view, n, ids)


def _check_shape(source: Source, view: View, n: int, ids: Collection[str]) -> None:
    shape = view.shapes[n]
    for m, patch in enumerate(shape.in_front_of):
        for missing in sorted(set(patch.over) - set(ids)):
            source.note(f"'{missing}' is not drawn in this view", "shapes", n, "in_front_of", m, "over")
        if not shapely.Polygon(patch.where).is_valid:
            source.note("this area crosses itself", "shapes", n, "in_front_of", m, "where")
    if shape.tissue == "muscle" and len(shape.fibres) < 2 and view.view in LONG_VIEWS:
        source.note(f"'{shape.id}' is a muscle: give it at least two fibre guides", "shapes", n, "fibres")
    if not shape.schematic and not shape.area().buffer(1.0).contains(shapely.Point(shape.label)):
        source.note(f"the label anchor of '{shape.id}' lies outside its outline", "shapes", n, "label")


@cache
def _sampled(shape: Shape) -> tuple[Line, ...]:
    curve = open_curve if shape.mark == "line" else closed_curve
    return tuple(curve(np.array(ring), 1.5) for ring in shape.rings)


@cache
def _area(shape: Shape) -> shapely.Geometry:
    whole: shapely.Geometry = shapely.Polygon()
    for ring in () if shape.mark == "line" else shape.outline():
        whole = whole.symmetric_difference(shapely.make_valid(shapely.Polygon(ring)))
    return whole
