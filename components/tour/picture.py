"""The small picture that stands for a stop on paper: a plate of what it shows, or the picture of an exercise. Pure."""

from __future__ import annotations

from typing import NamedTuple

from components.chains import state as chains
from components.explore import state as explore
from components.handout.figure import picture_of
from components.handout.state import best_view
from components.plate.plate import shapes_of
from components.rolling import state as rolling
from components.tour.playing import there
from components.where import state as where
from data.catalog import Catalog
from data.outlines.side import sided
from data.tour import Stop

MOST = 4
"""A plate tells no more structures apart."""


class Shown(NamedTuple):
    """What is drawn: a plate of a view (named with its side) with structures marked, or the picture of an exercise."""

    view: str = ""
    marked: tuple[str, ...] = ()
    figure: str = ""


def shown(stop: Stop, catalog: Catalog) -> Shown | None:
    """The picture of a stop; None where it shows none, or is no longer there."""
    make = _MADE.get(stop.page)
    return make(stop.params, catalog) if make and there(stop) else None


def _explore(params: dict[str, str], catalog: Catalog) -> Shown:
    state, _ = explore.read(params, catalog)
    chosen = (state.structure,) if state.structure else explore.lit(state, catalog)
    return Shown(state.pictured, tuple(chosen[:MOST]))


def _chains(params: dict[str, str], catalog: Catalog) -> Shown:
    place, _ = chains.read(params, catalog)
    return Shown(sided(place.step.view, place.side), (place.step.lit,) if place.step.lit else ())


def _rolling(params: dict[str, str], catalog: Catalog) -> Shown:
    state, _, _ = rolling.read(params, catalog)
    return Shown(state.pictured, (state.structure,) if state.structure else ())


def _exercises(params: dict[str, str], catalog: Catalog) -> Shown | None:
    figure = picture_of(params.get("exercise", ""), catalog)
    return Shown(figure=figure) if figure else None


def _where(params: dict[str, str], catalog: Catalog) -> Shown | None:
    at = where.read(params, catalog)[0]
    if not at.place:
        return None
    place = catalog.pain_places[at.place]
    drawn = tuple(i for i in place.structures if shapes_of(place.view, i))
    return Shown(sided(place.view, at.side), drawn[:MOST])


def _evidence(params: dict[str, str], catalog: Catalog) -> Shown | None:
    claim = catalog.claims.get(params.get("claim", ""))
    if not claim or not claim.structures:
        return None
    return Shown(best_view(claim.structures), claim.structures[:MOST])


_MADE = {
    "explore": _explore,
    "chains": _chains,
    "rolling": _rolling,
    "where": _where,
    "exercises": _exercises,
    "evidence": _evidence,
}
