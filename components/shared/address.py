"""The address of the page, and widgets that follow it."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st


def move(params: Mapping[str, str]) -> None:
    """Change the address to these query parameters; the presenter's view stays as it is."""
    presenter = {"presenter": "1"} if st.query_params.get("presenter") == "1" else {}
    st.query_params.from_dict({**params, **presenter})


def follow(key: str, value: object) -> str:
    """Give a widget the value that the address says, and return its key.

    Only when it differs: setting it always would undo what a quick hand does while the answer is under way.
    """
    if st.session_state.get(key) != value:
        st.session_state[key] = value
    return key


def titled(shown: str) -> None:
    """Name what is shown in the page's title, and so in the browser's history."""
    st.set_page_config(page_title=f"{shown} · HipChain")
