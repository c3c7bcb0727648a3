"""What a link to Explore opens: the state that it names, and for a group the side that shows most of it. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from components.drawing.place import arrived, reveal_all
from components.shared import url
from components.shared.url import State
from data.catalog import Catalog
from data.wording import capital


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[State, list[str]]:
    """The state that query parameters name, and a note for each that could not be used."""
    state, notes = url.read(params, catalog.known, catalog.chains, catalog.structures, catalog.groups)
    if state.group and not {"view", "layer"} & set(params):
        state = reveal_all(state, catalog.members(state.group))
    return arrived(state, params), notes


def lit(state: State, catalog: Catalog) -> tuple[str, ...]:
    """What is lit beside a selected structure: the members of a group; what is hidden is not."""
    return tuple(i for i in catalog.members(state.group) if i not in state.hidden) if state.group else ()


def lit_words(state: State, catalog: Catalog) -> str:
    """What is lit, for those who do not see it; empty where nothing is."""
    if not state.group:
        return ""
    return f"{capital(catalog.groups[state.group].name)}, all lit: {'; '.join(map(catalog.name, lit(state, catalog)))}."
