"""A chain's step in its first form: the story, the link that is open, and all below it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from urllib.parse import urlencode

from components.card.stories import in_chain
from components.chains import state as chain_state
from components.chains import text
from components.chains.overlay import about
from components.chains.state import Place, write
from components.first.answer import Answer, block, caption, columns, notes, segments, sides, stack, subtitle
from components.first.page import web_page
from components.first.picture import room
from components.shared.page_head import page_head
from components.shared.side import on_side
from data.catalog import Catalog

Named = tuple[str, str, str | None, str]
"""Chain, step, and the link that is open, by their ids; the side that the picture shows."""


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Named, list[str]]:
    """The place that a link names, and what of the link could not be used."""
    place, notes = chain_state.read(params, catalog)
    return (place.chain.id, place.step.id, place.edge, place.side), notes


def answer(named: Named, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of a step."""
    chain = catalog.chains[named[0]]
    step = next(s for s in chain.steps if s.id == named[1])
    place = Place(chain, step, named[2], side=named[3])
    order = sorted(catalog.chains.values(), key=lambda c: c.rank)
    names = segments("Chain", [(f"./chains?chain={c.id}", c.name, c is chain) for c in order])
    choice = stack(names, key="chain_choice")
    looks = f'<div class="hc-row-2">{choice}{sides("chains", write(place), place.side)}</div>'
    picture = stack(room("chain", about(chain, step)), block(text.legend()), key="chain_picture")
    edge = chain.edge(place.shown)
    story = stack(
        caption(escape(f"Step {place.number + 1} of {len(chain.steps)} · {chain.title}")),
        block(text.step(step)),
        segments("Step", _ways(place)),
        block(text.edge(chain, edge, catalog)),
        key="chain_story",
    )
    said = "; ".join(catalog.articles[a].title for a in chain.articles)
    rest = (
        subtitle("What this story gets wrong")
        + block(text.wrong(chain, catalog))
        + subtitle("Where it can be cut")
        + block("".join(text.breaker(b, chain, catalog) for b in chain.breakers))
        + subtitle("Pain that is said to belong to it")
        + block(in_chain(chain.id, catalog))
        + subtitle("Every link of this chain")
        + block(text.links(chain))
        + caption(escape(f"Told by: {said}. {chain.plain}"))
    )
    head = stack(block(page_head("chains")), notes(notes_), looks, key="chain_page")
    title = f"{chain.name}: {step.title}"
    return Answer(
        page="chains",
        title=title,
        description=step.text,
        main=stack(head, columns((56, picture), (44, story)), rest),
        address=on_side(write(place), place.side),
        about=web_page("Article", title, step.text, headline=step.title),
    )


def _ways(place: Place) -> list[tuple[str, str, bool]]:
    """The steps before and after this one."""
    ways = []
    if place.number:
        ways.append((_to(place.at(place.number - 1)), "Back", False))
    if place.number + 1 < len(place.chain.steps):
        ways.append((_to(place.at(place.number + 1)), "Next", False))
    return ways


def _to(place: Place) -> str:
    return "./chains?" + urlencode(write(place))
