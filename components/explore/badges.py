"""What is compared, numbered in the picture as in its table. Pure."""

from __future__ import annotations

from components.shared.url import State
from data.catalog import Catalog
from data.visibility import regions, spot


def badges(state: State, catalog: Catalog) -> list[dict[str, object]]:
    """A number on each of the two structures that are compared, where the picture shows it."""
    pair = (state.structure, state.compare)
    if any(i not in catalog.structures for i in pair) or pair[0] == pair[1]:
        return []
    seen = regions(state.view, state.layer)
    return [
        {"kind": "badge", "at": spot(state.view, state.layer, i), "text": str(n)}
        for n, i in enumerate(pair, 1)
        if i in seen and not seen[i].is_empty and i not in state.hidden
    ]
