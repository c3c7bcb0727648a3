"""The cards of the file: every structure, bone and group, what a peek says, and how each can be found. Pure."""

from __future__ import annotations

from typing import Any

from components.card import heads, text
from components.card.group import card as group_card
from components.drawing.place import reveal, reveal_all
from components.first.answer import block, stack
from components.shared.url import State
from data.catalog import Catalog
from data.wording import capital

CARD = "structure_card"
"""The container with the look of the card."""


def card(id_: str, catalog: Catalog) -> str:
    """The card of anything that can be tapped: danger and verdict first, all else folded."""
    if id_ in catalog.structures:
        found = catalog.structures[id_]
        return stack(block(text.head(found)), block(text.sections(found, catalog)), key=CARD)
    if id_ in catalog.bones:
        return stack(block(text.bone(catalog.bones[id_]) + text.pain_stories(id_, catalog)), key=CARD)
    return stack(block(text.context(catalog.context[id_])), key=CARD)


def cards(catalog: Catalog) -> dict[str, str]:
    """All cards by id, those of groups by `group.` and their id; the empty one by none."""
    found = {id_: card(id_, catalog) for id_ in sorted(catalog.known)}
    groups = {f"group.{i}": stack(block(group_card(g, catalog)), key=CARD) for i, g in catalog.groups.items()}
    return {"": stack(block(text.EMPTY), key=CARD)} | found | groups


def groups(catalog: Catalog) -> dict[str, Any]:
    """The members of each group, and where it is seen best."""
    start = State(structure=None)
    found = {}
    for id_ in catalog.groups:
        ids = catalog.members(id_)
        seen = reveal_all(start, ids)
        found[id_] = {"ids": ids, "view": seen.view, "layer": seen.layer}
    return found


def places(catalog: Catalog) -> dict[str, Any]:
    """Where each structure can be seen, by id: view, layer, and what has to be laid over it."""
    found = {}
    for id_ in sorted(catalog.known):
        seen = reveal(State(structure=id_))
        found[id_] = {"view": seen.view, "layer": seen.layer} | ({"also": ",".join(seen.also)} if seen.also else {})
    return found


def called(catalog: Catalog) -> dict[str, list[str]]:
    """The name of everything that has a card, then its other names and its Latin one: what the box finds."""
    found: dict[str, list[str]] = {}
    for id_ in sorted(catalog.known):
        own = catalog.structures.get(id_) or catalog.bones.get(id_)
        more = [s.name for s in own.synonyms] if own else []
        latin = own.latin if own else None
        found[id_] = [catalog.name(id_), *more, *([latin] if latin else [])]
    for id_, group in catalog.groups.items():
        found[f"group.{id_}"] = [capital(group.name), *(s.name for s in group.synonyms)]
    return found


def peeks(catalog: Catalog) -> dict[str, str]:
    """What the foot of the picture says of each."""
    return heads.heads(catalog)
