"""Permanent ids: addresses, handouts and stored progress name them, so none is ever renamed or removed.

`data/ids.txt` holds every id that the content has ever had, one a line. `python -m data --ids` adds the new ones; one
that is gone from the content is a problem until it is back. A shape of the surroundings may be given a card: its id is
then that of a structure, and the same address shows it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from pathlib import Path

from pydantic import BaseModel

from data.catalog import Catalog
from data.footprint import every

FILE = Path(__file__).resolve().parent / "ids.txt"


def ids(catalog: Catalog) -> list[str]:
    """Every id of the content with the way to it, sorted: 'chains.anterior_tilt.steps.loop'; of footprints, too."""
    below = _below({f.name: getattr(catalog, f.name) for f in fields(catalog)})
    return sorted({*below, *(f"footprints.{id_}" for id_ in every())})


def recorded() -> list[str]:
    """The ids that `data/ids.txt` holds."""
    return FILE.read_text(encoding="utf-8").splitlines()


def record(catalog: Catalog) -> list[str]:
    """Add the ids that are new to the file; return them. What is gone stays recorded, what got a card moves."""
    new = sorted(set(ids(catalog)) - set(recorded()))
    kept = {*recorded(), *new} - _given_a_card(catalog)
    FILE.write_text("".join(f"{i}\n" for i in sorted(kept)), encoding="utf-8")
    return new


def gone(catalog: Catalog) -> list[str]:
    """The recorded ids that the content has no more, sorted."""
    return sorted(set(recorded()) - set(ids(catalog)) - _given_a_card(catalog))


def _given_a_card(catalog: Catalog) -> set[str]:
    """The old lines of what was drawn for orientation alone and is a structure now."""
    return {f"context.{id_}" for id_ in catalog.structures}


def _below(value: object, where: tuple[str, ...] = ()) -> Iterator[str]:
    if isinstance(value, BaseModel):
        value = vars(value)
    if isinstance(value, Mapping):
        if "id" in value:
            where = where if where[-1] == value["id"] else (*where, value["id"])
            yield ".".join(where)
        for key, part in value.items():
            yield from _below(part, (*where, key))
    elif isinstance(value, tuple):
        for part in value:
            yield from _below(part, where)
