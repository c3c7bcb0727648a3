"""When to stop: the signs that need a person, not an app."""

from __future__ import annotations

import streamlit as st

from components.card.sign import NO_FLAG
from components.card.stop_flags import stop_flags
from components.shared.note import link_notes
from components.shared.page_head import HEADS
from data.catalog import catalog

_TITLE, _LEAD = HEADS["stop_flags"]
st.title(_TITLE, anchor=False)
st.markdown(_LEAD)
wanted = st.query_params.get("flag")
known = wanted if wanted in catalog().stop_flags else None
if wanted and not known:
    link_notes([NO_FLAG])
stop_flags(catalog(), known)
st.page_link("pages/learn/explore.py", label="Back to the picture", icon=":material/arrow_back:")
