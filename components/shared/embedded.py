"""Whether an address asks for the app as part of another page. Pure."""

from __future__ import annotations

from collections.abc import Iterable

EMBED = "embed"
"""Streamlit reads it too (`st.context.is_embedded`): any spelling of the name and of `true` counts for both."""


def embedded(params: Iterable[tuple[str, str]]) -> bool:
    """Whether the query parameters say so."""
    return any(name.lower() == EMBED and value.lower() == "true" for name, value in params)
