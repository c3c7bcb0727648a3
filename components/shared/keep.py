"""A value that stays in the reader's browser (local storage): asked for once, written when it changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import streamlit as st

LIMIT = 400_000
_mount = st.components.v2.component(
    "hipchain.keep", js=(Path(__file__).resolve().parent / "keep.js").read_text(encoding="utf-8")
)


def keep(
    name: str, value: str | None, on_found: Callable[[str | None, bool], None], *, ask: bool, whole: bool = False
) -> None:
    """Write `value` (None: nothing) under a name in the browser; with `ask` call `on_found` with what is there.

    What another tab has written meanwhile is merged: of each of its `cards` the later one stays, and all `days`. With
    `whole` the value replaces it.

    `on_found` gets the text (None: nothing there) and whether the browser refuses to store. The text is a stranger's.
    """
    key = f"keep_{name}"

    def found() -> None:
        answer = getattr(st.session_state.get(key), "found", None)
        if ask and isinstance(answer, Mapping):  # told twice, the second would undo what was done since the first
            text = answer.get("text")
            usable = text if isinstance(text, str) and len(text) <= LIMIT else None
            on_found(usable, bool(answer.get("refused")))

    _mount(key=key, data={"name": name, "value": value, "ask": ask, "whole": whole}, on_found_change=found)
