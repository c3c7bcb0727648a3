"""A place under the roller in its first form: whether to roll there, what is pressed, and the card. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from components.card.ask_first import TITLE, ask_first
from components.card.fold import section
from components.first.answer import Answer, block, caption, columns, notes, segments, stack
from components.first.answer import sides as side_links
from components.first.explore import card
from components.first.page import web_page
from components.first.picture import room
from components.rolling import state as rolling
from components.rolling.text import effects, summary, way_down
from components.shared.legend import legend
from components.shared.page_head import HEADS, page_head
from components.shared.side import on_side
from components.shared.url import SECTIONS, State
from data.catalog import Catalog
from data.outlines import load_view
from data.rolling import advice, catalog_at
from data.section import beside, sides, under_roller

Place = tuple[State, str, bool, str | None, str | None]
"""State, side, whether the link names the structure, which effect of rolling it names, and who should ask first."""


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Place, list[str]]:
    """The place that a link names, and what of the link could not be used."""
    state, side, found = rolling.read(params, catalog)
    effect, ask, more = rolling.named(params, catalog)
    return (state, side, "structure" in params, effect, ask), [*found, *more]


def answer(place: Place, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of a place."""
    state, side, named, effect, ask = place
    view = load_view(state.view)
    pressed = under_roller(view, side)
    decided = advice(state.view, side, pressed, beside(view, side), catalog)
    shown = state.structure if named else decided.structure or pressed[-1].id
    here = catalog_at(catalog, shown, state.view)
    told = "rolling_card_told" if shown and shown == decided.structure else "rolling_card"
    left = stack(room("section", load_view(state.pictured).title), caption(_SCALE), block(legend("rolling")))
    middle = stack(room("long_view", ""), caption(_BAR))
    decisive = block(summary(catalog, state.view, side, decided))
    right = stack(
        block(way_down(catalog, pressed, decided)),
        stack(card(shown, here, state.but(colour="anatomy"), how_first=True), key=told),
        "" if effect else block(effects(catalog)),
    )
    head, sentence = HEADS["rolling"]
    where = rolling.place(state.view, side)
    first = stack(block(section(TITLE, ask_first(catalog, ask), is_open=ask is not None)), key="rolling_ask_first")
    first += block(effects(catalog, effect)) if effect else ""
    return Answer(
        page="rolling",
        title=f"{head} {where}",
        description=f"{where}. {decided.reason}",
        main=stack(
            block(page_head("rolling")), notes(notes_), first, _places(state, side, named),
            columns((38, left), (24, middle), (38, right), read_first=decisive),
        ),
        address=on_side(rolling.write(state.but(structure=shown), side), state.side),
        about=web_page("MedicalWebPage", f"{head} {where}", sentence),
    )  # fmt: skip


def _places(state: State, side: str, named: bool) -> str:
    """Level, side to roll and side of the body as links."""
    levels = [(_to(v, side), words, v == state.view) for v, words in SECTIONS.items()]
    ways = [(_to(state.view, s), rolling.SIDE_NAMES[s], s == side) for s in sides(load_view(state.view))]
    here = rolling.write(state, side) if named else rolling.moved(state.view, side)
    body = side_links("rolling", here, state.side)
    return f'<div class="hc-row-2">{segments("Level", levels)}{segments("Side", ways)}{body}</div>'


def _to(view: str, side: str) -> str:
    return "./rolling?" + urlencode(rolling.moved(view, side))


_SCALE = (
    "Skin and fat are drawn schematically. The circle is to size: a roller 14 cm thick. "
    "What lies up to 3 cm beside the line counts too."
)
_BAR = "Tap to move the roller. The bar is the stretch it presses, about 6 cm. Hatched rings: keep off."
