"""Where a structure can be seen: which view and layer to turn to when it is chosen by name."""

from __future__ import annotations

from collections.abc import Collection

from components.drawing.built import visible
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.footprint import ATTACHMENTS, BONES
from data.outlines import load_view
from data.visibility import regions

ENOUGH_MM2 = 2500.0
"""Of one structure more than this shows no more of a group."""


def reveal(state: State) -> State:
    """The same state, turned to a view and layer in which its structure can be seen; the nearest change first.

    Where attachments are shown, a side that shows its own comes first. What can be seen from no side is shown in a cut;
    what lies under others everywhere, where it is drawn.
    """
    if state.structure is None:
        return state
    views = [state.view, *(view for view in (*VIEWS, *SECTIONS) if view != state.view)]
    hidden = tuple(i for i in state.hidden if i != state.structure)
    if state.drawing == ATTACHMENTS:
        seen = next((v for v in views if v in VIEWS and state.structure in visible(v, ATTACHMENTS)), None)
        if seen:
            return state.but(view=seen, hidden=hidden)
    for view in views:
        for layer in ["surface"] if view in SECTIONS else [state.layer, *(la for la in LAYERS if la != state.layer)]:
            if state.structure in visible(view, state.but(view=view, layer=layer).drawing):
                return state.but(view=view, layer=layer, hidden=hidden)
    under = next(((v, s.layer) for v in VIEWS for s in load_view(v).of(state.structure)), None)
    return state.but(view=under[0], layer=under[1], hidden=hidden) if under else state.but(hidden=hidden)


def reveal_all(state: State, ids: Collection[str]) -> State:
    """The same state, turned to the side and layer in which some structures are seen best, each of them enough."""

    def seen(view: str, layer: str) -> float:
        return sum(min(float(area.area), ENOUGH_MM2) for i, area in regions(view, layer).items() if i in ids)

    looks = [(view, layer) for view in VIEWS for layer in LAYERS if layer != BONES]
    view, layer = max(looks, key=lambda look: seen(*look))
    return state.but(view=view, layer=layer, hidden=tuple(i for i in state.hidden if i not in ids))
