"""Where does it hurt? in its first form: the places, or the stop signs of one and what is read there. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from components.card import condition as card
from components.card import pain_place
from components.card.fold import section
from components.card.stories import LEARNING
from components.first.answer import Answer, block, caption, columns, notes, segments, sides, stack
from components.first.page import web_page
from components.first.picture import room
from components.shared.page_head import HEADS, page_head
from components.shared.side import on_side
from components.shared.url import VIEWS
from components.where import state as where
from components.where.state import Where
from data.catalog import Catalog
from data.outlines import load_view
from data.outlines.side import sided


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Where, list[str]]:
    """The place and condition that a link names, and what of the link could not be used."""
    return where.read(params, catalog)


def answer(shown: Where, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of a place, of a condition, or of all places."""
    told = HEADS["where"][1]
    _, view = where.lit(shown, catalog)
    views = [(_to(shown.but(view=v)), words, v == view) for v, words in VIEWS.items()]
    looks = segments("View", views) + sides("where", where.write(shown), shown.side)
    left = stack(f'<div class="hc-row-2">{looks}</div>', room("where", load_view(sided(view, shown.side)).title))
    name = where.title(shown, catalog)
    if shown.condition:
        told = catalog.conditions[shown.condition].plain.text
    elif shown.place:
        told = catalog.pain_places[shown.place].plain
    return Answer(
        page="where",
        title=name,
        description=told,
        main=stack(
            block(page_head("where")), notes(notes_),
            stack(columns((42, left), (58, ""), read_first=_said(shown, catalog)), key="where_columns"),
        ),
        address=on_side(where.write(shown), shown.side),
        about=web_page("MedicalWebPage", name, told),
    )  # fmt: skip


def _said(shown: Where, catalog: Catalog) -> str:
    """What stands beside the picture: danger first, then what is read there, and the way to another place."""
    if not shown.place:
        return stack(_places(shown, catalog), caption(LEARNING))
    place = catalog.pain_places[shown.place]
    signs = pain_place.stop_signs(place, catalog)
    if shown.condition:
        found = catalog.conditions[shown.condition]
        below = section(f"Stop signs: {place.name.lower()}", signs)
        text = card.head(found, catalog) + card.rest(found, catalog) + below
    else:
        text = signs + pain_place.about(place) + pain_place.conditions(place, catalog)
    another = section(f"{place.name} – choose another place", _places(shown, catalog))
    return stack(block(another), stack(block(text), key="structure_card"), block(pain_place.not_here(place)))


def _places(shown: Where, catalog: Catalog) -> str:
    """The fourteen places as links, by the view in which they are seen."""
    rows = ""
    for view, name in VIEWS.items():
        here = [
            (_to(Where(place=p.id)), p.name, p.id == shown.place)
            for p in catalog.pain_places.values()
            if p.view == view
        ]
        rows += caption(name) + segments(name, here)
    return rows


def _to(shown: Where) -> str:
    return "./where?" + urlencode(where.write(shown))
