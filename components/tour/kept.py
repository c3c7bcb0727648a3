"""The reader's own tours: in this session, and kept in the browser; nowhere else."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from components.shared.keep import keep
from components.tour.changed import Mine
from data.tour_shelf import read, write

STORE = "hipchain.tours"


def mine() -> Mine:
    """The tours of this session, with what was changed last."""
    found: Mine = st.session_state.setdefault("tours", Mine())
    return found


def change(now: Mine) -> None:
    """Put the tours as they are now; the next drawing of `store` writes them."""
    st.session_state["tours"] = now
    st.session_state["tours_changed"] = True


def ask_again() -> None:
    """Let the next `store` look at what the browser keeps: another tab may have written."""
    st.session_state["tours_ask"] = True


def store() -> None:
    """Write what has changed, and fetch what the browser keeps where that is wanted."""

    def found(kept: str | None, refused: bool) -> None:
        st.session_state["tours_ask"] = False
        st.session_state["tours_refused"] = refused
        if refused or kept is None:
            return
        tours, lost = read(kept)
        st.session_state["tours_lost"] = lost
        st.session_state["tours"] = replace(mine(), tours=tours)

    changed = st.session_state.get("tours_changed", False)
    value = write(mine().tours) if changed else None
    keep(STORE, value, found, ask=st.session_state.get("tours_ask", True), whole=True)


def wanted() -> bool:
    """Whether a screen other than the tours' own has something to fetch or to write."""
    return st.session_state.get("tours_changed", False) or st.session_state.get("tours_adding") is not None


def said() -> None:
    """What is wrong with what the browser keeps, in words."""
    if st.session_state.get("tours_refused"):
        st.caption(":material/info: This browser does not keep anything: your tours last until the page is closed.")
    if lost := st.session_state.get("tours_lost", 0):
        which = "One tour" if lost == 1 else f"{lost} tours"
        st.caption(f":material/info: {which} that this browser had kept cannot be read; the others are here.")
