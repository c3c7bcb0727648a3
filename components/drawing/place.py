"""Where a structure can be seen: which view and layer to turn to when it is chosen by name."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from components.drawing.built import visible
from components.drawing.over import STAND_FOR
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.footprint import ATTACHMENTS, BONES
from data.outlines import load_view, over
from data.visibility import regions

ENOUGH_MM2 = 2500.0
"""Of one structure more than this shows no more of a group."""


def reveal(state: State) -> State:
    """The same state, turned to a view and layer in which its structure can be seen; the nearest change first.

    Where attachments are shown, a side that shows its own comes first. What is drawn only as laid over a layer has its
    switch turned on; for a mark that stands for what is laid over it is turned off. What can be seen from no side is
    shown in a cut; what lies under others everywhere, where it is drawn.
    """
    if state.structure is None:
        return state
    if parts := STAND_FOR.get(state.structure):  # its mark gives way to them: chosen by name, it is shown instead
        laid = {over.kind_of(part) for part in parts}
        return _revealed(state.but(also=tuple(k for k in state.also if k not in laid)), state.structure)
    return _revealed(state, state.structure)


def _revealed(state: State, structure: str) -> State:
    hidden = tuple(i for i in state.hidden if i != structure)
    if state.bare:
        views = [state.view, *(view for view in VIEWS if view != state.view)]
        seen = next((v for v in views if structure in visible(v, ATTACHMENTS)), None)
        if seen:
            return state.but(view=seen, hidden=hidden)
    found = next((s for s in _places(state) if structure in visible(s.view, s.drawing)), None)
    if found:
        return found.but(hidden=hidden)
    under = next(((v, s.layer) for v in VIEWS for s in load_view(v).of(structure)), None)
    return state.but(view=under[0], layer=under[1], hidden=hidden) if under else state.but(hidden=hidden)


def reveal_all(state: State, ids: Collection[str]) -> State:
    """The same state, turned to the side and layer in which some structures are seen best, each of them enough."""

    def seen(view: str, layer: str) -> float:
        return sum(min(float(area.area), ENOUGH_MM2) for i, area in regions(view, layer).items() if i in ids)

    looks = [(view, layer) for view in VIEWS for layer in LAYERS if layer != BONES]
    view, layer = max(looks, key=lambda look: seen(*look))
    return state.but(view=view, layer=layer, hidden=tuple(i for i in state.hidden if i not in ids))


def arrived(state: State, params: Mapping[str, str]) -> State:
    """The state that a link leads to: one that names what is laid over a layer, and not all of where, shows it."""
    whole = "also" in params or {"view", "layer"} <= params.keys()
    alone = "structure" in params and state.structure and laid_only(state.structure)
    return reveal(state) if alone and not whole else state


def _places(state: State) -> Iterator[State]:
    """Where to look, the nearest change first."""
    laid = state.structure is not None and laid_only(state.structure)
    if laid:
        yield from _over(state)
    for view in (state.view, *(v for v in (*VIEWS, *SECTIONS) if v != state.view)):
        for layer in ["surface"] if view in SECTIONS else _layers(state):
            yield state.but(view=view, layer=layer)


def _over(state: State) -> Iterator[State]:
    """Where what is laid over a layer shows a structure: where it is in sight already, else where it lies open."""
    yield state
    kind = over.kind_of(state.structure or "")
    also = tuple(k for k in over.KINDS if k == kind or k in state.also)
    for view in (state.view, *(v for v in VIEWS if v != state.view)):
        shapes = over.of(view, state.structure or "")
        for layer in _layers(state) if view in VIEWS else ():
            if any(list(LAYERS).index(s.first) <= list(LAYERS).index(layer) for s in shapes):
                yield state.but(view=view, layer=layer, also=also)


def _layers(state: State) -> list[str]:
    return [state.layer, *(layer for layer in LAYERS if layer != state.layer)]


def laid_only(structure: str) -> bool:
    """Whether only what is laid over a layer shows a structure from some side."""
    return over.kind_of(structure) is not None and not any(load_view(v).of(structure) for v in VIEWS)
