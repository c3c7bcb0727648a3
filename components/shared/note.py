"""What a page says when its link names what there is not: quiet, and once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from components.shared.url import in_short


def link_notes(found: Sequence[str]) -> None:
    """Say what of the link could not be used."""
    for note in in_short(found):
        st.caption(f":material/info: {note}")
