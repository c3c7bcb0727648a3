"""The words around what is laid over a layer: its switches, its legend, and what it is in a sentence. Pure."""

from __future__ import annotations

from components.shared.url import VIEWS, State
from data.outlines.over import KINDS, offered

LABEL = "Also show"
NAMES = {"nerves": "+ Nerves", "vessels": "+ Vessels", "joint": "+ Joint"}
"""The words on the switches: they stand beside those of the layers."""
TISSUES = {
    "nerves": ("nerve",),
    "vessels": ("artery", "vein"),
    "joint": ("ligament", "tendon", "cartilage", "joint", "bursa"),
}
"""What each kind adds to the legend of the anatomy."""
DASHED = "Dashed: lies under something"


def switches(state: State) -> dict[str, str]:
    """The switches that a state offers, with their words; a section has none."""
    return {kind: NAMES[kind] for kind in offered()} if state.view in VIEWS else {}


def switched(state: State, kind: str) -> State:
    """The same state with one kind more, or without it."""
    return state.but(also=tuple(k for k in KINDS if (k in state.also) != (k == kind)))


def tissues(state: State) -> list[str]:
    """The tissues that come with what is laid over."""
    return [tissue for kind in state.over for tissue in TISSUES[kind]]


def about(state: State) -> str:
    """What is laid over the picture, in one sentence; empty where nothing is."""
    kinds = ["the joint" if kind == "joint" else kind for kind in state.over]
    if not kinds:
        return ""
    named = " and ".join([", ".join(kinds[:-1]), kinds[-1]] if len(kinds) > 1 else kinds)
    return f"Laid over it: {named}; what is dashed lies under something in this layer."
