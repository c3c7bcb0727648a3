"""All that the file holds, as one mapping for its script: drawings, cards, pages, sources, pictures. Pure."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from components.pocket import cards, edition, evidence, figures, reading, rolling
from components.pocket.drawings import combos, drawings
from components.pocket.links import ABOUT, inside
from components.shared.laid import NAMES
from components.shared.legend import NOT_HERE, legend_of
from components.shared.page_head import HEADS
from components.shared.palette import MODE_NAMES, MODES
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.catalog import Catalog
from data.outlines.over import offered

Page = tuple[str, str, str]
"""Key, title and HTML of a page."""


def book(catalog: Catalog, base: str) -> dict[str, Any]:
    """The mapping; `base` is the app's public address, or empty."""
    wanted: set[tuple[str, str]] = set()
    once = evidence.once(catalog)

    def ready(html: str) -> str:
        return figures.placed(once(inside(html, base)), wanted)

    pages = {key: (title, ready(html)) for key, title, html in _pages(catalog, base)}
    found = {id_: ready(html) for id_, html in cards.cards(catalog).items()}
    return {
        **drawings(catalog),
        "cards": found,
        "peeks": cards.peeks(catalog),
        "called": cards.called(catalog),
        "places": cards.places(catalog),
        "groups": cards.groups(catalog),
        "legends": _legends(),
        "choices": _choices(catalog),
        "sources": {i: inside(html, base) for i, html in evidence.sources(catalog).items()},
        "figures": figures.packed(wanted),
        "pages": {key: html for key, (_, html) in pages.items()},
        "titles": {key: title for key, (title, _) in pages.items()},
    }


def _choices(catalog: Catalog) -> dict[str, dict[str, str]]:
    """What can be chosen around the picture, with the words of the app."""
    return {
        "views": dict(VIEWS),
        "sections": dict(SECTIONS),
        "layers": dict(LAYERS),
        "modes": {mode: MODE_NAMES[mode] for mode in MODES},
        "chains": {i: chain.name for i, chain in catalog.chains.items()},
        "also": {kind: NAMES[kind] for kind in offered()},
    }


def _legends() -> dict[str, str]:
    """The legend of each colour mode, with each that may be laid over."""
    found = {"not_here": f'<p class="hc-note">{NOT_HERE}</p>'}
    for mode in MODES:
        for kinds in combos():
            state = State(colour=mode, also=kinds).coloured(mode)
            found["+".join((mode, *kinds))] = legend_of(state)
    return found


def _pages(catalog: Catalog, base: str) -> Iterator[Page]:
    """Every page that is read."""
    heads = {page: head for page, (head, _) in HEADS.items()}
    yield "stop_flags", heads["stop_flags"], reading.stop_signs(catalog)
    yield "rolling", heads["rolling"], rolling.rolling(catalog)
    for chain in sorted(catalog.chains.values(), key=lambda c: c.rank):
        yield f"chains/{chain.id}", chain.name, reading.chain(chain, catalog)
    for part, html in evidence.parts(catalog).items():
        yield f"evidence/{part}", f"Evidence: {evidence.SHOWN[part].lower()}", html
    yield "where", heads["where"], reading.where(catalog)
    for place in catalog.pain_places.values():
        yield f"where/{place.id}", place.name, reading.place(place, catalog)
    for condition in catalog.conditions.values():
        yield f"where/{condition.id}", condition.name, reading.condition(condition, catalog)
    yield "self_check", heads["self_check"], reading.self_check(catalog)
    yield "exercises", heads["exercises"], reading.all_exercises(catalog)
    for exercise in catalog.exercises.values():
        yield f"exercises/{exercise.id}", exercise.name, reading.exercise(exercise.id, catalog)
    yield ABOUT, edition.TITLE, edition.about(catalog, base)
