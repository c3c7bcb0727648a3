"""Explore in its first form: the picture of the state that the link names, and the card beside it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any
from urllib.parse import urlencode

from components.ask.form import form
from components.card import text
from components.card.attachments import in_words
from components.card.compare import beside
from components.card.group import card as group_card
from components.explore import state as explore
from components.first.answer import Answer, block, columns, notes, segments, sides, stack
from components.first.page import web_page
from components.first.picture import placing, still
from components.shared import url
from components.shared.laid import LABEL, switched, switches
from components.shared.legend import legend_of
from components.shared.page_head import HEADS
from components.shared.palette import MODE_NAMES, MODES, ROLLING
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.catalog import Catalog
from data.wording import capital, small

CUT = State(view="axial_mid_thigh", layer="surface")


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[State, list[str]]:
    """The state that a link names, and what of the link could not be used."""
    return explore.read(params, catalog)


def embedded(state: State, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of a state in a page of another's: frames are low, the picture comes before its controls."""
    return answer(state, notes_, catalog, picture_first=True)


def answer(state: State, notes_: tuple[str, ...], catalog: Catalog, *, picture_first: bool = False) -> Answer:
    """The page of a state."""
    head, sentence = HEADS["explore"]
    found = catalog.structures.get(state.structure or "")
    name = catalog.name(state.structure) if state.structure else ""
    if found:
        verdict = small(ROLLING[found.rolling.verdict].word)
        sentence = f"{found.plain} Rolling: {verdict}. {found.rolling.reason}"
    elif state.structure and state.structure in catalog.bones:
        sentence = catalog.bones[state.structure].plain
    elif group := catalog.groups.get(state.group or ""):
        name, sentence = capital(group.name), group.plain
    words = block(in_words(state.view, catalog)) if state.bare else ""
    looks = (still(state), _looks(state)) if picture_first else (_looks(state), still(state))
    left = stack(*looks, _colours(state, catalog), words, _hidden(state, catalog))
    right = stack(f'<div class="hc-key-ask">{form()}</div>', notes(notes_))
    right += f'<div class="hc-card" data-card>{card(state.structure, catalog, state)}</div>'
    return Answer(
        page="explore",
        title=f"{name}: what it is, and whether rolling helps" if found else name or head,
        description=sentence,
        main=f'<h1 class="hc-off">{escape(head)}</h1>{columns((58, left), (42, right))}',
        address=url.write(state.but(presenter=False)),
        about=_about(state, catalog, name or head, sentence),
        data=placing(state.pictured, state.drawing),
        more=every(catalog),
    )


def card(structure: str | None, catalog: Catalog, state: State, *, how_first: bool = False) -> str:
    """The card of a tissue, in the two parts in which the app will draw it; `how_first` opens how to roll.

    The page that most people meet first stays small: what an exam asks comes there with the app.
    """
    if structure is None:
        group = catalog.groups.get(state.group or "")
        return stack(block(group_card(group, catalog) if group else text.EMPTY), key="structure_card")
    hide = state.but(structure=None, hidden=(*state.hidden, structure))
    away = f'<div><a class="hc-button" href="{_to(hide)}">Hide on the picture</a></div>'
    if structure in catalog.structures:
        found = catalog.structures[structure]
        folds = text.sections(found, catalog, how_first=how_first, deep=structure != State.structure, side=state.side)
        said = beside(found, state.compare, catalog) + folds
        parts = block(text.head(found)) + block(said)
    elif structure in catalog.bones:
        parts = block(text.bone(catalog.bones[structure]) + text.pain_stories(structure, catalog))
    else:
        parts = block(text.context(catalog.context[structure]))
    return stack(parts, away, key="structure_card")


def every(catalog: Catalog) -> str:
    """Every structure by name: a way to it without the search box, which needs the app."""
    names = sorted(((catalog.name(i), i) for i in catalog.structures), key=lambda pair: pair[0].casefold())
    items = "".join(f'<li><a href="./?structure={i}">{escape(name)}</a></li>' for name, i in names)
    return f'<details class="hc-every"><summary>All structures by name</summary><ul>{items}</ul></details>'


def _to(state: State) -> str:
    return escape(_link(state))


def _link(state: State) -> str:
    return "./?" + urlencode(url.write(state))


def _looks(state: State) -> str:
    """View and layer, in the places of the buttons that come."""
    cut = state.view in SECTIONS
    views = [(_link(state.but(view=v)), words, state.view == v) for v, words in VIEWS.items()]
    views.append((_link(state.but(view=CUT.view, layer=CUT.layer)), "Cut across", cut))
    side = sides("", url.write(state), state.side)
    if cut:
        second = segments("Level", [(_link(state.but(view=v)), w, v == state.view) for v, w in SECTIONS.items()])
    else:
        second = segments("Layer", [(_link(state.but(layer=v)), w, v == state.layer) for v, w in LAYERS.items()])
    return f'<div class="hc-row-2 hc-key-view_controls">{segments("View", views)}{side}{second}</div>'


def _colours(state: State, catalog: Catalog) -> str:
    """Colour mode, the chain where one is needed, what is laid over, and the legend."""
    modes = segments("Colour by", [(_link(state.coloured(m)), MODE_NAMES[m], m == state.colour) for m in MODES])
    chains = ""
    if state.colour == "chain":
        rows = [(_link(state.but(chain=i)), c.name, i == state.chain) for i, c in catalog.chains.items()]
        chains = segments("Chain", rows)
    also = [(_link(switched(state, kind)), words, kind in state.also) for kind, words in switches(state).items()]
    over = segments(LABEL, also) if also else ""
    presenter = (
        f'<a class="hc-presenter" data-alone href="{_to(state.but(presenter=not state.presenter))}">Presenter</a>'
    )
    return (
        f'<div class="hc-row-2 hc-key-colour_controls">{modes}{chains}{over}</div>'
        f'<div class="hc-row-2 hc-legend-row">{block(legend_of(state))}{presenter}</div>'
    )


def _hidden(state: State, catalog: Catalog) -> str:
    """What is hidden, each with a link that brings it back."""
    rows = [
        (_link(state.but(hidden=tuple(h for h in state.hidden if h != i))), catalog.name(i), False)
        for i in state.hidden
    ]
    return f'<p class="hc-caption">Hidden: tap to bring back</p>{segments("Hidden", rows)}' if rows else ""


def _about(state: State, catalog: Catalog, name: str, sentence: str) -> dict[str, Any]:
    """The page in the words of schema.org, with the structure that it is about."""
    page = web_page("MedicalWebPage", name, sentence)
    if found := catalog.structures.get(state.structure or ""):
        also = [s.name for s in found.synonyms]
        page["about"] = {"@type": "AnatomicalStructure", "name": found.name} | ({"alternateName": also} if also else {})
        cited = (catalog.references[r] for r in found.sources)  # in full they stand on the card
        page["citation"] = [f"https://doi.org/{c.doi}" if c.doi else c.title for c in cited]
    return page
