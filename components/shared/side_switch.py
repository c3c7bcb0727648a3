"""The switch of the client's side: one tap mirrors the figure, its words and all that is drawn over it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from components.shared.address import follow, move
from components.shared.side import LABEL, NAME, on_side
from data.outlines.side import SIDES


def side_switch(side: str, params: Mapping[str, str] | None = None, *, label: bool = False) -> None:
    """Right or left. `params` say what the screen shows, where the address alone does not; with `label` it is named."""
    rest = dict(st.query_params) if params is None else params
    key = follow("side_switch", side)
    st.segmented_control(
        LABEL, list(SIDES), format_func=SIDES.__getitem__, key=key, required=True,
        label_visibility="visible" if label else "collapsed",
        on_change=lambda: move(on_side(rest, st.session_state[key]), own=(NAME,)),
    )  # fmt: skip
