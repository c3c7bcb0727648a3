"""Where muscles and bands are fixed to the bones: our own outlines of each footprint, one YAML file per long view.

A footprint is what of an attachment can be seen from a side on the bare bones. The same id in two views is the same
attachment; ids are permanent, questions are kept under them. Curves pass through few control points (`data.geometry`);
what reaches beyond its bone is cut off there, and of two that meet the later one lies in front.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from functools import cache
from typing import Annotated, Literal

import numpy as np
import shapely
from pydantic import Field

from data.geometry import closed_curve
from data.model import Id, Record
from data.outlines import FOLDER, LONG_VIEWS, Point, load_view
from data.outlines.side import LEFT, mirror, mirrored_area, plain, side_of
from data.source import ContentError, Problem, Source, read
from data.visibility import LAYERS, shown, uncovered

ATTACHMENTS = "attachments"
"""The bare bones with all footprints: the name of the drawing, and of the colour mode that shows it."""
BONES = LAYERS[-1]
ROLES = ("origin", "insertion")
LEAST = 0.85
"""At least this part of an outline must lie on its bone as it is seen: the rest is cut off."""
PARTLY = (
    "gluteus_maximus",
    "iliotibial_band",
    "rectus_femoris",
    "vastus_intermedius",
    "vastus_lateralis",
    "vastus_medialis",
)
"""Structures of which much is fixed to a tendon, a ligament or fascia, and so is not drawn."""
EVERYWHERE = shapely.box(-1000, -1000, 1000, 1000)

Role = Literal["origin", "insertion"]
Ring = Annotated[tuple[Point, ...], Field(min_length=3)]
ReadIn = Mapping[str, Mapping[str, Collection[str]]]


class Footprint(Record):
    """One attachment of a structure in one view.

    `label` is a point inside, where its name points. `source` is a reference in which the structure's record says that
    the fact was read. `schematic` where the place follows from landmarks alone.
    """

    id: Id
    structure: Id
    role: Role
    bone: Id
    rings: Annotated[tuple[Ring, ...], Field(min_length=1)]
    label: Point
    schematic: bool = False
    source: Id

    @property
    def what(self) -> tuple[str, ...]:
        """What it is the footprint of: the same in every view."""
        return self.structure, self.role, self.bone

    def area(self) -> shapely.Geometry:
        """The area inside the rings, mm², before anything is cut off."""
        return shapely.union_all([shapely.make_valid(_outline(ring)) for ring in self.rings])


class Plate(Record):
    """The footprints of one view, back to front."""

    view: Literal["anterior", "lateral", "posterior"]
    footprints: tuple[Footprint, ...]


@cache
def footprints(view: str) -> tuple[Footprint, ...]:
    """The footprints of a view, back to front; none in a section. Raises ContentError with every problem."""
    if side_of(view) == LEFT:
        return tuple(map(_mirrored, footprints(plain(view))))
    if view not in LONG_VIEWS:
        return ()
    source, plate = _read(view)
    if plate is None or source.problems:
        raise ContentError(source.problems)
    return plate.footprints


@cache
def areas(view: str) -> Mapping[str, shapely.Geometry]:
    """What is seen of each footprint, mm², by its id: on its bone, and under no other footprint."""
    if side_of(view) == LEFT:
        return {id_: mirrored_area(area) for id_, area in areas(plain(view)).items()}
    bare, found = _bare(view), {}
    covered: shapely.Geometry = shapely.Polygon()
    for own in reversed(footprints(view)):
        inside = own.area().intersection(bare[own.bone])
        found[own.id] = inside.difference(covered)
        covered = covered.union(inside)
    return {own.id: found[own.id] for own in footprints(view)}


@cache
def every() -> Mapping[str, tuple[str, Footprint]]:
    """Each attachment once, by its id: the view in which most of it is seen, and its footprint there."""
    best: dict[str, tuple[float, str, Footprint]] = {}
    for view in LONG_VIEWS:
        for own in footprints(view):
            area = areas(view)[own.id].area
            if own.id not in best or area > best[own.id][0]:
                best[own.id] = (area, view, own)
    return {id_: (view, own) for id_, (_, view, own) in sorted(best.items())}


def attached(structure: str, view: str) -> list[Footprint]:
    """The footprints of one structure in a view."""
    return [f for f in footprints(view) if f.structure == structure]


def check(read_in: ReadIn) -> list[Problem]:
    """Every problem of every view; `read_in` gives, for each structure and role, the references where it was read."""
    found: list[Problem] = []
    same: dict[str, tuple[str, ...]] = {}
    for view in LONG_VIEWS:
        source, plate = _read(view)
        if plate is not None:
            if plate.view != view:
                source.note(f"the file is named '{view}'; give the view the same name", "view")
            for n, own in enumerate(plate.footprints):
                if own.id in {f.id for f in plate.footprints[:n]}:
                    source.note(f"'{own.id}' is drawn twice in this view: give it several rings", "footprints", n, "id")
                if same.setdefault(own.id, own.what) != own.what:
                    source.note(f"'{own.id}' is another attachment in another view", "footprints", n, "id")
                _check_record(source, n, own, read_in)
                _check_place(source, n, own, _bare(view))
        found += source.problems
    return found


def _check_record(source: Source, n: int, own: Footprint, read_in: ReadIn) -> None:
    if own.structure not in read_in:
        source.note(f"'{own.structure}' is no structure with a record", "footprints", n, "structure")
    elif own.source not in read_in[own.structure][own.role]:
        source.note(f"no record says that the {own.role} was read in '{own.source}'", "footprints", n, "source")


def _check_place(source: Source, n: int, own: Footprint, bare: Mapping[str, shapely.Geometry]) -> None:
    if own.bone not in bare:
        source.note(f"'{own.bone}' is no bone of this view", "footprints", n, "bone")
        return
    for m, ring in enumerate(own.rings):
        outline = _outline(ring)
        if not outline.is_valid:
            source.note(f"the outline of '{own.id}' crosses itself", "footprints", n, "rings", m)
        elif outline.intersection(bare[own.bone]).area < LEAST * outline.area:
            source.note(f"'{own.id}' does not lie on '{own.bone}' as it is seen", "footprints", n, "rings", m)
    if not own.area().intersection(bare[own.bone]).contains(shapely.Point(own.label)):
        source.note(f"the label anchor of '{own.id}' lies outside its outline", "footprints", n, "label")


def _mirrored(found: Footprint) -> Footprint:
    rings = tuple(tuple(map(mirror, ring)) for ring in found.rings)
    return found.model_copy(update={"rings": rings, "label": mirror(found.label)})


def _read(view: str) -> tuple[Source, Plate | None]:
    source = read(FOLDER / ATTACHMENTS / f"{view}.yaml")
    return source, None if source.problems else source.build(Plate)


@cache
def _bare(view: str) -> Mapping[str, shapely.Geometry]:
    """What is seen of each bone and disc on the bare skeleton, mm², by its id."""
    return uncovered([s for s in shown(load_view(view), BONES) if not s.schematic], EVERYWHERE)


@cache
def _outline(ring: Ring) -> shapely.Polygon:
    return shapely.Polygon(closed_curve(np.array(ring), 1.2))
