"""What is compared, numbered in the picture as in its table. Pure."""

from __future__ import annotations

from components.drawing.built import drawn
from components.drawing.over import best
from components.shared.url import State
from data.catalog import Catalog
from data.visibility import regions, spot


def badges(state: State, catalog: Catalog) -> list[dict[str, object]]:
    """A number on each of the two structures that are compared, where the picture shows it."""
    pair = (state.structure, state.compare)
    if any(i not in catalog.structures for i in pair) or pair[0] == pair[1]:
        return []
    seen = regions(state.view, state.layer)
    places = {i: spot(state.view, state.layer, i) for i in pair if i in seen and not seen[i].is_empty}
    if state.over:  # what is laid over the layer has its place where its name points
        laid = best(drawn(state.view, state.drawing).laid)
        places |= {i: piece.shape.label for i, piece in laid.items() if i in pair}
    return [
        {"kind": "badge", "at": places[i], "text": str(n)}
        for n, i in enumerate(pair, 1)
        if i in places and i not in state.hidden
    ]
