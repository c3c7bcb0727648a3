"""Something to take along as a file."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st


def download(
    label: str,
    make: Callable[[], str | bytes],
    name: str,
    mime: str = "text/csv",
    *,
    able: bool = True,
    key: str | None = None,
) -> None:
    """A button for a file that is made when it is asked for; the page stays as it is."""
    st.download_button(label, make, name, mime, on_click="ignore", disabled=not able, key=key)
