"""What a reader has answered in the self-check: in this session only, never in the URL or on a disk."""

from __future__ import annotations

from typing import Any

import streamlit as st

KEY = "self_check"
"""Where this session keeps its answers."""


def forget() -> None:
    """Forget every answer of this session."""
    st.session_state[KEY] = {"flags": {}, "answers": {}, "at": None}


def now() -> dict[str, Any]:
    """The flags, the answers and where the reader is."""
    if not isinstance(st.session_state.get(KEY), dict):
        forget()
    found: dict[str, Any] = st.session_state[KEY]
    return found


def halt(flag: str) -> None:
    """A stop sign: forget everything but which one it was, so that the screen can say what to do."""
    forget()
    now()["flags"] = {flag: True}


def go(at: int | None) -> None:
    """Go to a test by its number; None leads to the gate."""
    now()["at"] = at
