"""The stop flags as a page, the most urgent first."""

from __future__ import annotations

import streamlit as st

from components.card.ask_first import TITLE, ask_first
from components.card.sign import GROUPS, NAMED, grouped, sign
from data.catalog import Catalog


def stop_flags(catalog: Catalog, named: str | None = None) -> None:
    """Draw every stop flag, the most urgent first, and last who should ask before rolling at all.

    The one that a link names stands above all others.
    """
    if named:
        with st.container(key="linked"):
            st.caption(NAMED)
            st.markdown(f"**{catalog.stop_flags[named].name}**")
            st.html(sign(catalog.stop_flags[named], catalog))
    for urgency, (title, icon) in GROUPS.items():
        st.subheader(title, divider="gray", anchor=False)
        for found in grouped(catalog, urgency):
            with st.container(border=True):
                st.markdown(f"{icon} **{found.name}**")
                st.html(sign(found, catalog))
    st.subheader(TITLE, divider="gray", anchor=False)
    st.html(ask_first(catalog))
