"""The stop flags as a page: grouped by how soon they need a person."""

from __future__ import annotations

import streamlit as st

from data.catalog import Catalog
from data.model import Urgency

GROUPS = {
    Urgency.EMERGENCY: ("Emergency: get help now", ":material/emergency:"),
    Urgency.TODAY: ("See someone today", ":material/today:"),
    Urgency.SOON: ("See someone soon", ":material/event:"),
}


def stop_flags(catalog: Catalog) -> None:
    """Draw every stop flag, the most urgent first: the question, what it may mean, what to do."""
    for urgency, (title, icon) in GROUPS.items():
        st.subheader(title, divider="gray", anchor=False)
        for flag in catalog.stop_flags.values():
            if flag.urgency is urgency:
                with st.container(border=True):
                    st.markdown(f"{icon} **{flag.name}**")
                    st.markdown(flag.ask)
                    st.markdown(f"**What to do:** {flag.action}.")
                    st.caption(f"Why: {flag.why}.")
