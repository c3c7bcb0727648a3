"""What a page says when its link names what there is not: quiet, and once."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

MOST = 2
"""More notes than this are drawn together: they would push the page down."""


def link_notes(found: Sequence[str]) -> None:
    """Say what of the link could not be used."""
    if len(found) > MOST:
        found = [f"The link names {len(found)} things that HipChain does not have; the usual ones are shown instead."]
    for note in found:
        st.caption(f":material/info: {note}")
