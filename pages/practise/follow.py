"""Follow: one shows a screen, others see the same on their own devices. The room lives in the browser's script."""

from __future__ import annotations

import streamlit as st

from components.follow.text import page, read
from components.shared.note import link_notes


def follow() -> None:
    """Draw the screen for the room that the address names."""
    room, notes = read(st.query_params)
    link_notes(notes)
    st.html(page(room))


follow()
