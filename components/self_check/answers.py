"""What a reader has answered in the self-check: in this session only, never in the URL or on a disk."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components.self_check.places import UNSURE
from data.about import Age, Place

KEY = "self_check"
"""Where this session keeps its answers."""


def forget() -> None:
    """Forget every answer of this session."""
    st.session_state[KEY] = {"flags": {}, "answers": {}, "at": None, "place": None, "age": None}


def now() -> dict[str, Any]:
    """The flags, the answers, the place and the age, and where the reader is."""
    if not isinstance(st.session_state.get(KEY), dict):
        forget()
    found: dict[str, Any] = st.session_state[KEY]
    return found


def told() -> bool:
    """Whether place and age were given, or said to be unsure: before that no question can be chosen."""
    kept = now()
    return kept.get("place") in (*Place, UNSURE) and kept.get("age") in (*Age, UNSURE)


def about() -> tuple[Place | None, Age | None]:
    """The place and the age; None for what is unsure or not told, so that every question is asked."""
    place, age = now().get("place"), now().get("age")
    return next((p for p in Place if p == place), None), next((a for a in Age if a == age), None)


def halt(flag: str) -> None:
    """A stop sign: forget everything but which one it was, so that the screen can say what to do."""
    forget()
    now()["flags"] = {flag: True}


def go(at: int | None) -> None:
    """Go to a test by its number; None leads to the gate."""
    now()["at"] = at
