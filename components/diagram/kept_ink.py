"""Strokes that a stop of a tour has kept: shown on the drawing on which they were made, and on no other."""

from __future__ import annotations

from dataclasses import dataclass

import streamlit as st

from components.diagram.pen import is_ink

_KEY = "kept_ink"


@dataclass
class _Kept:
    """`stop` says whose they are; `of` is the drawing that was shown first there, and so theirs."""

    stop: str
    ink: str
    of: str | None = None


def keep_ink(stop: str, ink: str) -> None:
    """Say what a stop has kept, before its screen is drawn; of the same stop the drawing stays what it was."""
    now: _Kept | None = st.session_state.get(_KEY)
    if now is None or now.stop != stop:
        st.session_state[_KEY] = _Kept(stop, ink if is_ink(ink) else "")


def ink_on(drawing: str) -> str:
    """What was kept on a drawing; empty on any other. The first that asks at a stop is the one."""
    now: _Kept | None = st.session_state.get(_KEY)
    if now is None or not now.ink:
        return ""
    if now.of is None:
        now.of = drawing
    return now.ink if now.of == drawing else ""


def keeps_ink() -> bool:
    """Whether the stop that is shown has kept strokes."""
    now: _Kept | None = st.session_state.get(_KEY)
    return now is not None and bool(now.ink)
