"""What the presenter has drawn on the picture of a screen that becomes a stop. The browser alone knows it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.diagram.kept_ink import keeps_ink
from components.diagram.pen import is_ink
from components.shared.address import presenting

_KEY, _FOUND = "tour_ink", "tour_ink_found"
_mount = st.components.v2.component(
    "hipchain.tour_ink", js=(Path(__file__).resolve().parent / "ink.js").read_text(encoding="utf-8")
)


def forget() -> None:
    """What was drawn before says nothing of the screen that is kept now."""
    st.session_state.pop(_FOUND, None)


def drawn() -> str:
    """The strokes as the pen packs them; empty where there are none, or none that fit."""

    def found() -> None:
        told = getattr(st.session_state.get(_KEY), "found", None)
        if isinstance(told, str):  # told a second time once nobody asks any more, it comes as None
            st.session_state[_FOUND] = told if is_ink(told) else ""

    if _FOUND not in st.session_state:
        _mount(key=_KEY, on_found_change=found)
    ink: str = st.session_state.get(_FOUND, "")
    return ink


def awaited() -> bool:
    """Whether there may be strokes of which the browser has not told yet: who went on now would lose them."""
    return _FOUND not in st.session_state and (presenting() or keeps_ink())
