"""When to stop: the signs that need a person, not an app."""

from __future__ import annotations

import streamlit as st

from components.card.stop_flags import stop_flags
from components.shared.page_head import HEADS
from data.catalog import catalog

_TITLE, _LEAD = HEADS["stop_flags"]
st.title(_TITLE, anchor=False)
st.markdown(_LEAD)
stop_flags(catalog())
st.page_link("pages/learn/explore.py", label="Back to the picture", icon=":material/arrow_back:")
