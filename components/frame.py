"""The frame around every page: navigation, styles, the disclaimer and the way to the stop flags."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).resolve().parent
DISCLAIMER = "For learning, not a diagnosis."


def run() -> None:
    """Run one reader's page inside the frame."""
    st.set_page_config(page_title="HipChain", page_icon=str(_HERE / "icon.svg"), layout="wide")
    presenting = st.query_params.get("presenter") == "1"
    st.html(f"<style>{(_HERE / 'frame.css').read_text(encoding='utf-8')}</style>")
    if presenting:
        st.html(f"<style>{(_HERE / 'presenter.css').read_text(encoding='utf-8')}</style>")
    stop_flags = st.Page("pages/safety/stop_flags.py", title="When to stop", icon=":material/front_hand:")
    page = st.navigation(
        [
            st.Page("pages/learn/explore.py", title="Explore", icon=":material/touch_app:", default=True),
            stop_flags,
        ],
        position="hidden" if presenting else "top",
    )
    page.run()
    with st.container(key="footer", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"**{DISCLAIMER}** Drawn after BodyParts3D, © The Database Center for Life Science.")
        st.page_link(stop_flags, label="When to stop and see someone")
