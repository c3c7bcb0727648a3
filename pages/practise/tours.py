"""Tours: those that come with the app, those of the reader, and one that a link brings."""

from __future__ import annotations

import streamlit as st

from components.card.tours import LEAD, tours
from components.shared.page_head import page_head
from data.catalog import catalog


def show() -> None:
    """Draw the screen."""
    content = catalog()
    st.html(page_head("tours"))
    st.markdown(LEAD)
    st.html(tours(content))


show()
