"""When to stop: the signs that need a person, not an app."""

from __future__ import annotations

import streamlit as st

from components.card.stop_flags import stop_flags
from data.catalog import catalog

st.title("When to stop and see someone", anchor=False)
st.markdown(
    "HipChain explains anatomy; it cannot examine you. If one of these fits, leave the roller alone and do "
    "what it says."
)
stop_flags(catalog())
st.page_link("pages/learn/explore.py", label="Back to the picture", icon=":material/arrow_back:")
