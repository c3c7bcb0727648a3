"""Which exercises are shown, in the address: one by its id, or those that pass the filters. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from components.shared.page_head import HEADS
from data.catalog import Catalog
from data.exercise import Exercise
from data.wording import capital
from data.working import equipment, in_order, places, positions, worked

STAGES = {
    "1": "Learn the movement",
    "2": "Build on the floor",
    "3": "Stand on one leg",
    "4": "Load and run",
}
"""What the stages of an exercise are called."""
NOTHING = "none"
"""Written as `equipment=none`: what can be done without any."""
FILTERS = {"tissue": "Tissue at work", "place": "Where it hurts", "equipment": "Equipment", "position": "Position"}
"""What each filter is called; the stage stands above them."""
_NAMED = {
    "exercise": "an exercise", "stage": "a stage", "tissue": "a tissue", "place": "a place",
    "equipment": "equipment", "position": "a position",
}  # fmt: skip
WITHOUT = "No equipment"


@dataclass(frozen=True)
class Shown:
    """One screen: an exercise in full, or a list; the filters stay while one is read."""

    exercise: str | None = None
    stage: str | None = None
    tissue: str | None = None
    place: str | None = None
    equipment: str | None = None
    position: str | None = None

    def but(self, **changes: Any) -> Shown:
        """The same screen with some fields changed."""
        return replace(self, **changes)


def choices(catalog: Catalog) -> dict[str, dict[str, str]]:
    """What can be chosen in each filter: values and their names. Only what leads to an exercise."""
    every = in_order(catalog)
    tissues = {i for e in every for i in worked(e, catalog)}
    felt = {p.id for e in every for p in places(e.id, catalog)}
    needs = {thing for e in every for thing in equipment(e.id, catalog) or ()}
    without = {NOTHING: WITHOUT} if any(equipment(e.id, catalog) == () for e in every) else {}
    held = {p for e in every for p in positions(e.id, catalog)}
    stages = {str(e.stage) for e in every}
    return {
        "stage": {n: name for n, name in STAGES.items() if n in stages},
        "tissue": {i: catalog.name(i) for i in sorted(tissues, key=catalog.name)},
        "place": {p.id: p.name for p in catalog.pain_places.values() if p.id in felt},
        "equipment": without | {str(thing): said(thing) for thing in sorted(needs)},
        "position": {str(p): said(p) for p in sorted(held)},
    }


def said(value: str) -> str:
    """A thing or a position by its name: `ankle_weight` is 'Ankle weight'."""
    return capital(str(value).replace("_", " "))


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Shown, list[str]]:
    """The screen that query parameters name, with a note for each that could not be used; values are a stranger's."""
    allowed: Mapping[str, Mapping[str, object]] = {"exercise": catalog.exercises, **choices(catalog)}
    found: dict[str, str] = {}
    notes = []
    for key, values in allowed.items():
        value = params.get(key)
        if value is not None and value in values:
            found[key] = value
        elif value is not None:
            notes.append(f"The link names {_NAMED[key]} that HipChain does not have here; all are shown.")
    return Shown(**found), notes


def write(shown: Shown) -> dict[str, str]:
    """The query parameters of a screen."""
    return {key: value for key, value in vars(shown).items() if value}


def listed(shown: Shown, catalog: Catalog) -> list[Exercise]:
    """The exercises that pass every filter, by stage."""
    return [e for e in in_order(catalog) if _passes(e, shown, catalog)]


def _passes(found: Exercise, shown: Shown, catalog: Catalog) -> bool:
    needs = equipment(found.id, catalog)
    return (
        shown.stage in (None, str(found.stage))
        and (shown.tissue is None or shown.tissue in worked(found, catalog))
        and (shown.place is None or shown.place in {p.id for p in places(found.id, catalog)})
        and (
            shown.equipment is None or (needs == () if shown.equipment == NOTHING else shown.equipment in (needs or ()))
        )
        and (shown.position is None or shown.position in positions(found.id, catalog))
    )


def title(shown: Shown, catalog: Catalog) -> str:
    """What is shown, for the browser's tab and history."""
    return catalog.exercises[shown.exercise].name if shown.exercise else HEADS["exercises"][0]
