"""The stop flags as a page: grouped by what to do, each with the guidance behind it."""

from __future__ import annotations

from html import escape

import streamlit as st

from components.card.ask_first import TITLE, ask_first
from components.card.sources import public
from data.catalog import Catalog
from data.model import Urgency
from data.stop_flag import StopFlag
from data.wording import sentence

GROUPS = {
    Urgency.EMERGENCY: ("Emergency: get help now", ":material/emergency:"),
    Urgency.TODAY: ("See someone today", ":material/today:"),
    Urgency.SOON: ("See someone this week", ":material/event:"),
    None: ("Not urgent, but it changes the advice", ":material/info:"),
}


def stop_flags(catalog: Catalog, named: str | None = None) -> None:
    """Draw every stop flag, the most urgent first, and last who should ask before rolling at all.

    The one that a link names stands above all others.
    """
    if named:
        with st.container(key="linked"):
            st.caption("The sign that the link names:")
            st.markdown(f"**{catalog.stop_flags[named].name}**")
            st.html(_card(catalog.stop_flags[named], catalog))
    for urgency, (title, icon) in GROUPS.items():
        st.subheader(title, divider="gray", anchor=False)
        for found in catalog.stop_flags.values():
            if (found.urgency if found.stops else None) is urgency:
                with st.container(border=True):
                    st.markdown(f"{icon} **{found.name}**")
                    st.html(_card(found, catalog))
    st.subheader(TITLE, divider="gray", anchor=False)
    st.html(ask_first(catalog))


def _card(found: StopFlag, catalog: Catalog) -> str:
    """The question, what to do, why, and where that stands."""
    return (
        f"<p>{escape(found.ask)}</p><p><b>What to do:</b> {escape(sentence(found.action))}</p>"
        f'<p class="hc-note">Why: {escape(found.why)}.</p><p>Guidance: {public(found.references, catalog)}</p>'
    )
