"""The facts of anatomy that the records state, and whether each says where it was read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from data.catalog import Catalog
from data.model import Tissue
from data.structure import Bone, Context, Structure

NAMES = ("ta2_english", "latin")
ANATOMY = ("origin", "insertion", "nerve", "blood", "actions", "plain", "find_it")
TWICE = ("origin", "insertion", "nerve", "blood", "actions")
"""What of a muscle is told from two sources: texts differ here, and one of them may err."""
ABOUT_THE_DRAWING = ("skin", "pelvic_cavity")
"""Shapes of which the line in `plain` only says how they are drawn: no fact of anatomy."""


@dataclass(frozen=True)
class Fact:
    """One filled field of a record, the sources in which it was read, and how many there must be."""

    record: str
    field: str
    sources: frozenset[str]
    needed: int

    @property
    def stands(self) -> bool:
        """Whether it was read in as many sources as it needs."""
        return len(self.sources) >= self.needed


def facts(catalog: Catalog) -> Iterator[Fact]:
    """Every name and every field of anatomy that a structure, a bone or a shape of the surroundings has."""
    records: list[Structure | Bone | Context] = [
        *catalog.structures.values(),
        *catalog.bones.values(),
        *catalog.context.values(),
    ]
    for record in records:
        for field in (*NAMES, *ANATOMY):
            if getattr(record, field, None) and not (field == "plain" and record.id in ABOUT_THE_DRAWING):
                yield Fact(record.id, field, _read_in(record, field), _needed(record, field))


def counted(catalog: Catalog) -> str:
    """How many facts say where they were read: 'facts with a source: 421 of 421'."""
    known = list(facts(catalog))
    return f"facts with a source: {sum(f.stands for f in known)} of {len(known)}"


def _read_in(record: Structure | Bone | Context, field: str) -> frozenset[str]:
    return frozenset(s.reference for s in record.checked.standing(field)) if record.checked else frozenset()


def _needed(record: Structure | Bone | Context, field: str) -> int:
    muscle = isinstance(record, Structure) and record.tissue is Tissue.MUSCLE
    return 2 if muscle and field in TWICE else 1
