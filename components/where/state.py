"""Which place and condition the address names, which view is shown, and what is lit there. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from components.card.condition import spot_at
from components.shared.url import VIEWS
from data.catalog import Catalog
from data.pain_place import PainPlace


@dataclass(frozen=True)
class Where:
    """One screen: nothing chosen, a place, or a condition read at a place. `tapped` is what the finger hit."""

    place: str | None = None
    condition: str | None = None
    tapped: str | None = None
    view: str | None = None

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
    where = Where(found["place"], found["condition"], found["structure"], found["view"])
    if where.place is None and where.tapped:
        where = where.but(place=next((p.id for p in catalog.places_at(where.tapped)), None))
    if where.condition:
        places = catalog.places_of(where.condition)
        if where.place not in {p.id for p in places}:
            where = where.but(place=places[0].id, tapped=None)
    return where, notes


def write(where: Where) -> dict[str, str]:
    """The query parameters of a screen."""
    named = {"place": where.place, "condition": where.condition, "structure": where.tapped, "view": where.view}
    return {key: str(value) for key, value in named.items() if value}


def at(stack: Sequence[str], catalog: Catalog) -> tuple[str, PainPlace] | None:
    """What a tap hit and the place that it opens: the first of the tissues under the finger that opens one."""
    for id_ in stack:
        if places := catalog.places_at(id_):
            return id_, places[0]
    return None


def lit(where: Where, catalog: Catalog) -> tuple[str | None, str]:
    """What is lit on the picture, and in which view."""
    if where.condition:
        spot = spot_at(catalog.conditions[where.condition])
        shown = spot.structure or catalog.landmarks[str(spot.landmark)].near
        return (shown, spot.view) if where.view in (None, spot.view) else (None, str(where.view))
    if where.tapped:
        return where.tapped, where.view or (catalog.pain_places[where.place].view if where.place else "anterior")
    if where.place:
        place = catalog.pain_places[where.place]
        mark = catalog.landmarks[place.landmark].near if place.landmark else place.structures[0]
        return (mark, place.view) if where.view in (None, place.view) else (None, str(where.view))
    return None, where.view or "anterior"
