"""Accessibility: what was tested, and what is not perfect."""

from __future__ import annotations

import streamlit as st

from components.shared.accessibility import WORDS
from components.shared.page_head import HEADS

st.title(HEADS["accessibility"][0], anchor=False)
st.markdown(WORDS)
