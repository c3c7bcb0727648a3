"""Where an exercise belongs: the tissues that it works, what comes before it, which stories name it, what it needs."""

from __future__ import annotations

from data.catalog import Catalog
from data.condition import Condition
from data.exercise import Exercise
from data.pain_place import PainPlace

UNDER = frozenset({"mat", "none"})
"""What is no equipment: a mat, since a carpet will do."""


def worked(exercise: Exercise, catalog: Catalog) -> dict[str, int]:
    """The tissues at work in an exercise, each with the number of studies that measured it here; 0: only drawn."""
    studies: dict[str, set[str]] = {}
    for figure in exercise.measured:
        if figure.structure:
            studies.setdefault(figure.structure, set()).add(figure.reference)
    for picture in catalog.pictures_of(exercise.id):
        for mark in picture.marks:
            if mark.as_ == "works":
                for id_ in catalog.members(mark.structure) or (mark.structure,):
                    studies.setdefault(id_, set())
    return {id_: len(found) for id_, found in studies.items()}


def working(structure: str, catalog: Catalog) -> list[tuple[Exercise, int]]:
    """The exercises in which a tissue works, with the number of studies; in the order of the stages."""
    found = [(e, worked(e, catalog)) for e in in_order(catalog)]
    return [(e, tissues[structure]) for e, tissues in found if structure in tissues]


def in_order(catalog: Catalog) -> list[Exercise]:
    """All exercises by stage, within a stage in the order of the file."""
    return sorted(catalog.exercises.values(), key=lambda e: e.stage)


def before(id_: str, catalog: Catalog) -> list[Exercise]:
    """The exercises that lead to one."""
    return [e for e in in_order(catalog) if e.next_step.exercise == id_]


def told_in(id_: str, catalog: Catalog) -> list[Condition]:
    """The conditions whose page names an exercise."""
    return [c for c in catalog.conditions.values() if id_ in c.exercises]


def places(id_: str, catalog: Catalog) -> list[PainPlace]:
    """The places that hurt at which such a condition is read."""
    named = {c.id for c in told_in(id_, catalog)}
    return [p for p in catalog.pain_places.values() if named & {c.condition for c in p.conditions}]


def equipment(id_: str, catalog: Catalog) -> tuple[str, ...] | None:
    """What an exercise needs; empty where it needs nothing, None where no picture says so."""
    pictures = catalog.pictures_of(id_)
    needed = dict.fromkeys(thing for p in pictures for thing in p.equipment if thing not in UNDER)
    return tuple(needed) if pictures else None


def positions(id_: str, catalog: Catalog) -> tuple[str, ...]:
    """In which position it is done."""
    return tuple(dict.fromkeys(p.position for p in catalog.pictures_of(id_)))
