"""The controls of Explore: view and layer, colour mode with its legend, and what is hidden."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.shared.laid import LABEL, switches
from components.shared.legend import legend_of
from components.shared.palette import MODE_NAMES, MODES
from components.shared.side_switch import side_switch
from components.shared.url import LAYERS, SECTIONS, VIEWS, State, write
from data.catalog import Catalog
from data.outlines.over import KINDS

Go = Callable[[State], None]
CUT = "cut"
"""Stands for the sections in the choice of a view."""


def view_controls(state: State, go: Go) -> None:
    """Where to look from, which side of the body, and which layer: one tap each."""
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="view_controls"):
        cut = state.view in SECTIONS
        looks = {**VIEWS, CUT: "Cut across"}
        _segments("View", looks, CUT if cut else state.view, "view", lambda v: go(state.but(**_look(v))))
        side_switch(state.side, write(state))
        if cut:
            _segments("Level", SECTIONS, state.view, "level", lambda v: go(state.but(view=v)))
        else:
            _segments("Layer", LAYERS, state.layer, "layer", lambda v: go(state.but(layer=v)))


def _look(view: str) -> dict[str, str]:
    """What changes in the state when a view is chosen; the first cut shown is the mid-thigh."""
    return {"view": "axial_mid_thigh", "layer": "surface"} if view == CUT else {"view": view}


def colour_controls(catalog: Catalog, state: State, go: Go) -> None:
    """Colour mode and chain, what is laid over, a legend in icons and words, and the presenter's switch."""
    with st.container(horizontal=True, gap="medium", key="colour_controls"):
        modes = {m: MODE_NAMES[m] for m in MODES}
        _segments("Colour by", modes, state.colour, "colour", lambda v: go(state.coloured(v)))
        if state.colour == "chain":
            names = {i: chain.name for i, chain in catalog.chains.items()}
            _segments("Chain", names, state.chain, "chain", lambda v: go(state.but(chain=v)))
        _also(state, go)
    with st.container(horizontal=True, vertical_alignment="center", key="legend_row"):
        st.html(legend_of(state))
        _presenter(state, go)


def _also(state: State, go: Go) -> None:
    """What is laid over the layer: any of the kinds, or none."""
    names = switches(state)
    if not names:
        return
    st.session_state["also"] = [kind for kind in names if kind in state.also]

    def switched() -> None:
        chosen = st.session_state["also"]
        go(state.but(also=tuple(kind for kind in KINDS if kind in chosen)))

    st.segmented_control(
        LABEL,
        list(names),
        format_func=names.__getitem__,
        key="also",
        selection_mode="multi",
        on_change=switched,
        label_visibility="collapsed",
        wrap=True,
    )


def _presenter(state: State, go: Go) -> None:
    """The switch to the presenter's view: larger, without the menu."""
    st.session_state["presenter"] = state.presenter

    def switched() -> None:
        go(state.but(presenter=st.session_state["presenter"]))

    if st.toggle("Presenter", key="presenter", on_change=switched) != st.session_state.get("presenting", False):
        st.session_state["presenting"] = state.presenter
        st.rerun(scope="app")  # the frame around the page changes too


def hidden_controls(catalog: Catalog, state: State, go: Go) -> None:
    """What is hidden, each with one tap to bring it back."""
    if not state.hidden:
        return

    def back() -> None:
        if chosen := st.session_state["bring_back"]:
            go(state.but(hidden=tuple(i for i in state.hidden if i != chosen)))

    st.session_state["bring_back"] = None
    st.pills("Hidden: tap to bring back", state.hidden, key="bring_back", format_func=catalog.name, on_change=back)


def _segments(label: str, names: dict[str, str], now: str, key: str, chosen: Callable[[str], None]) -> None:
    """One row of choices of which exactly one holds."""
    st.session_state[key] = now
    st.segmented_control(
        label,
        list(names),
        format_func=names.__getitem__,
        key=key,
        required=True,
        on_change=lambda: chosen(st.session_state[key]),
        label_visibility="collapsed",
        wrap=True,
    )
