"""Everything that can be wrong with the content or the drawing, found at once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from data import footprint, neighbours, outlines, prose
from data.catalog import CONTENT, Catalog, folder, load, problems_in
from data.figures.shown import unsourced
from data.ids import gone, ids
from data.mechanics import geometry
from data.outlines import Shape, over
from data.source import ContentError, Problem, read, remembered


@remembered()
def problems(root: Path | None = None) -> list[Problem]:
    """Every problem in the content in `root`, in the outlines and in the models; empty when all is valid.

    Without `root` it is the content in use. Content other than the project's own must have the same ids.
    """
    root = root or folder()
    found = [*outlines.check(), *geometry.problems()]
    try:
        known = load(root)
    except ContentError as error:
        return sorted([*error.problems, *found])
    if found:
        return sorted(found)
    if root.resolve() != CONTENT:
        found = problems_in(CONTENT) or list(_other_ids(root, known, load(CONTENT)))
    for id_ in gone(known) if root.resolve() == CONTENT else ():
        found.append(Problem("data/ids.txt", 1, id_, "gone from the content: ids are permanent, bring it back"))
    found += _unsourced(root, known)
    found += footprint.check(_read_in(known)) + neighbours.check(known)
    for missing in unsourced(known):
        message = f"'{missing}' is not in references: add it there or correct the id"
        found.append(Problem("data/figures/skeleton.yaml", 1, "source", message))
    found += over.check({*known.structures, *known.bones}) or _drawing(known)
    found += _undrawn(root, known)
    found.extend(prose.unknown(root, {*known.claims, *known.conflicts}))
    return found


def _drawing(known: Catalog) -> list[Problem]:
    """Where drawing and records disagree, and what has a record and is drawn in no view of the whole thigh."""
    found = []
    drawn = over.drawn() | {s.id for view in outlines.LONG_VIEWS for s in outlines.load_view(view).shapes}
    for view in outlines.VIEWS:
        for n, shape in enumerate(outlines.load_view(view).shapes):
            for field, message in _disagreements(shape, known):
                source = read(outlines.FOLDER / f"{view}.yaml")  # again, for its lines: only where something is wrong
                found.append(source.problem(("shapes", n, field), message))
    for missing in sorted({*known.structures, *known.bones} - drawn):
        message = f"'{missing}' is drawn in no view of the whole thigh: add an outline or a mark"
        found.append(Problem("data/outlines", 1, missing, message))
    return found


def _other_ids(root: Path, known: Catalog, own: Catalog) -> Iterator[Problem]:
    """Where content has other ids than the project's own: links, the drawing and the code name them."""
    there, wanted = set(ids(known)), set(ids(own))
    for id_ in sorted(wanted - there):
        yield Problem(str(root), 1, id_, "missing: data/content has it, and ids are the same in every language")
    for id_ in sorted(there - wanted):
        yield Problem(str(root), 1, id_, "data/content does not have it: add it there first or correct the id")


def _read_in(known: Catalog) -> footprint.ReadIn:
    """For each structure, the references in which its origin was read, and those of its insertion."""
    return {
        s.id: {role: [r.reference for r in s.checked.standing(role)] if s.checked else [] for role in footprint.ROLES}
        for s in known.structures.values()
    }


def _unsourced(root: Path, known: Catalog) -> Iterator[Problem]:
    """Stop flags that rest on no public guidance."""
    for flag in known.stop_flags.values():
        if not flag.guided(known.references):
            yield Problem(
                str(root / "stop_flags.yaml"), 1, flag.id, "cites no public guidance: add a reference of that kind"
            )


def _undrawn(root: Path, known: Catalog) -> Iterator[Problem]:
    """Spots and landmarks that cannot be lit: their shape is not in that view."""
    drawn = {view: {s.id for s in outlines.load_view(view).shapes} for view in outlines.LONG_VIEWS}
    for condition in known.conditions.values():
        for n, spot in enumerate(condition.spots):
            if spot.structure and spot.structure not in drawn.get(spot.view, ()):
                source = read(root / "conditions" / f"{condition.id}.yaml")
                yield source.problem(("spots", n), f"'{spot.structure}' is not drawn in the {spot.view} view")
    for n, mark in enumerate(known.pain_map.landmarks):
        if mark.near not in drawn.get(mark.view, ()):
            source = read(root / "pain_map.yaml")
            yield source.problem(("landmarks", n), f"'{mark.near}' is not drawn in the {mark.view} view")


def _disagreements(shape: Shape, known: Catalog) -> Iterator[tuple[str, str]]:
    """Where a drawn shape and its record say different things: (field of the shape, message)."""
    id_ = shape.id
    if id_ not in known.known:
        yield "id", f"'{id_}' has no record in data/content: add one or correct the id"
        return
    if shape.context and id_ not in known.context:
        yield "context", f"'{id_}' has a record of its own: remove context: true"
    if not shape.context and id_ in known.context:
        yield "context", f"'{id_}' is in context.yaml: add context: true"
    structure = known.structures.get(id_)
    if structure and shape.schematic != structure.schematic:
        in_record, here = str(structure.schematic).lower(), str(shape.schematic).lower()
        yield "schematic", f"'{id_}' has schematic: {in_record} in its record and {here} here: make them agree"
    record = structure or known.context.get(id_)
    if record and not shape.schematic and shape.tissue != record.tissue:
        yield "tissue", f"'{id_}' is {record.tissue} in its record and {shape.tissue} here: make them agree"
