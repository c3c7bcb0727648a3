"""Which place and condition the address names, which view is shown, and what is lit there. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from components.card import pain_map
from components.card.condition import spot_at
from components.shared.page_head import HEADS
from components.shared.side import read_side
from components.shared.url import VIEWS
from data.catalog import Catalog
from data.outlines.side import RIGHT


@dataclass(frozen=True)
class Where:
    """One screen: nothing chosen, a place, or a condition read at a place. `tapped` is what the finger hit.

    `side` is the one that the picture shows.
    """

    place: str | None = None
    condition: str | None = None
    tapped: str | None = None
    view: str | None = None
    side: str = RIGHT

    def but(self, **changes: Any) -> Where:
        """The same screen with some fields changed."""
        return replace(self, **changes)


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Where, list[str]]:
    """The screen that query parameters name, with a note for each that could not be used; values are a stranger's."""
    allowed = {
        "place": catalog.pain_places,
        "condition": catalog.conditions,
        "structure": catalog.known,
        "view": VIEWS,
    }
    found: dict[str, str | None] = {}
    notes = []
    for key, values in allowed.items():
        value = params.get(key)
        found[key] = value if value in values else None
        if value is not None and value not in values:
            notes.append(f"The link names a {key} that HipChain does not have; choose one.")
    where = Where(found["place"], found["condition"], found["structure"], found["view"], read_side(params, notes))
    if where.place is None and where.tapped:
        where = where.but(place=next((p.id for p in catalog.places_at(where.tapped)), None))
    if where.condition:
        places = catalog.places_of(where.condition)
        if where.place not in {p.id for p in places}:
            home = pain_map.home(catalog.conditions[where.condition], catalog)
            where = where.but(place=home.id, tapped=None)
    return where, notes


def write(where: Where) -> dict[str, str]:
    """The query parameters of a screen; the side goes along by itself."""
    named = {"place": where.place, "condition": where.condition, "structure": where.tapped, "view": where.view}
    return {key: str(value) for key, value in named.items() if value}


def lit(where: Where, catalog: Catalog) -> tuple[str | None, str]:
    """What is lit on the picture, and in which view: what was tapped, else a tissue where a condition is usually felt.

    A place is ringed instead (`marks`): it is more than the one thing that happens to be drawn there.
    """
    if where.condition:
        spot = spot_at(catalog.conditions[where.condition])
        return (spot.structure, spot.view) if where.view in (None, spot.view) else (None, str(where.view))
    place = catalog.pain_places[where.place] if where.place else None
    return where.tapped if place else None, where.view or (place.view if place else "anterior")


def marks(where: Where, catalog: Catalog) -> tuple[list[dict[str, Any]], str]:
    """What is ringed on the picture, and the same in words."""
    _, view = lit(where, catalog)
    if where.condition:
        found = catalog.conditions[where.condition]
        return pain_map.of_condition(found, view, catalog), pain_map.said_of(found, view)
    if not where.place or where.tapped:
        return [], f"Marked: {catalog.name(where.tapped)}. " if where.tapped else ""
    place = catalog.pain_places[where.place]
    rings = pain_map.of_place(place, view, catalog)
    return rings, f"Ringed: {place.name}. " if rings else ""


def title(where: Where, catalog: Catalog) -> str:
    """What is shown, for the browser's tab and history."""
    if where.condition:
        return catalog.conditions[where.condition].name
    head = HEADS["where"][0]
    return f"{head} {catalog.pain_places[where.place].name}" if where.place else head
