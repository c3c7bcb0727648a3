"""The lab's controls: each shows a field of its state and changes it."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.lab.state import RANGES, Lab
from components.shared.address import follow

Go = Callable[[Lab], None]


def segments(
    label: str, options: dict[str, str], chosen: str, field: str, state: Lab, go: Go, *, hide: bool = False
) -> None:
    """One row of choices for a field of the lab's state."""
    key = follow(f"lab_{field}", chosen)
    st.segmented_control(
        label, list(options), format_func=options.__getitem__, key=key, required=True, wrap=True,
        label_visibility="collapsed" if hide else "visible",
        on_change=lambda: go(state.but(**{field: st.session_state[key]})),
    )  # fmt: skip


def slider(label: str, field: str, state: Lab, go: Go, form: str, step: int = 1) -> None:
    """A slider for a field; `form` writes its value."""
    key = follow(f"lab_{field}", getattr(state, field))
    low, high = RANGES[field]
    st.slider(
        label, low, high, step=step, key=key, format=form,
        on_change=lambda: go(state.but(**{field: st.session_state[key]})),
    )  # fmt: skip
