"""A story that plays by itself: a clock moves it on, whatever the reader does holds it for one turn."""

from __future__ import annotations

import streamlit as st

from components.chains.state import Place, write
from components.shared.address import move

SECONDS = 9.0
"""So long a step stays while the story plays."""


def plays() -> bool:
    """Whether the story plays."""
    return bool(st.session_state.get("chain_playing"))


def hold() -> None:
    """Let the step that is shown stay for another turn of the clock."""
    st.session_state["chain_hold"] = True


def turn() -> None:
    """Start or stop, and run the whole page again: the clock belongs to it."""
    st.session_state["chain_playing"] = not plays()
    hold()
    st.rerun()


def played(place: Place) -> Place:
    """The next step when the clock moved the story on; it stops at the end."""
    if not plays():
        return place
    shown = (place.chain.id, place.step.id)
    if st.session_state.get("chain_shown") == shown and not st.session_state.pop("chain_hold", False):
        if place.number + 1 < len(place.chain.steps):
            place = place.at(place.number + 1)
            move(write(place))
        else:
            st.session_state["chain_playing"] = False
            st.rerun()
    st.session_state["chain_shown"] = (place.chain.id, place.step.id)
    return place
