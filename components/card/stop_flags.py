"""The stop flags as a page, the most urgent first."""

from __future__ import annotations

import streamlit as st

from components.card.ask_first import TITLE, ask_first
from components.card.sign import GROUPS, grouped, sign
from data.catalog import Catalog


def stop_flags(catalog: Catalog) -> None:
    """Draw every stop flag, the most urgent first, and last who should ask before rolling at all."""
    for urgency, (title, icon) in GROUPS.items():
        st.subheader(title, divider="gray", anchor=False)
        for found in grouped(catalog, urgency):
            with st.container(border=True):
                st.markdown(f"{icon} **{found.name}**")
                st.html(sign(found, catalog))
    st.subheader(TITLE, divider="gray", anchor=False)
    st.html(ask_first(catalog))
