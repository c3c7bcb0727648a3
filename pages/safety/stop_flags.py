"""When to stop: the signs that need a person, not an app."""

from __future__ import annotations

import streamlit as st

from components.card.stop_flags import stop_flags
<<<<<<< HEAD
from components.shared.note import link_notes
from data.catalog import catalog

st.title("When to stop and see someone", anchor=False)
st.markdown(
    "HipChain explains anatomy; it cannot examine you. If one of these fits, leave the roller alone and do "
    "what it says."
)
wanted = st.query_params.get("flag")
known = wanted if wanted in catalog().stop_flags else None
if wanted and not known:
    link_notes(["The link names a sign that HipChain does not have; all are shown."])
stop_flags(catalog(), known)
=======
from components.shared.page_head import HEADS
from data.catalog import catalog

_TITLE, _LEAD = HEADS["stop_flags"]
st.title(_TITLE, anchor=False)
st.markdown(_LEAD)
stop_flags(catalog())
>>>>>>> main
st.page_link("pages/learn/explore.py", label="Back to the picture", icon=":material/arrow_back:")
