"""The live example on a Streamlit page: a page of ours in a frame, driven from the page around it."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.embed.hosts import ANCESTORS_VARIABLE, SELF, sources
from components.embed.snippet import ALLOW

_HERE = Path(__file__).resolve().parent
_mount = st.components.v2.component(
    "hipchain.example",
    html=(_HERE / "example.html").read_text(encoding="utf-8"),
    css=(_HERE / "styles" / "example.css").read_text(encoding="utf-8"),
    js=(_HERE / "example.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def example(src: str, *, grows: bool) -> None:
    """Show a page of ours in a frame, where this server lets its own pages do so."""
    if SELF not in sources():
        st.info(
            f"No live example: this server lets only the pages named in `{ANCESTORS_VARIABLE}` show it, and not its "
            f"own. With `{SELF}` among them it would stand here."
        )
        return
    _mount(key="embedded_example", data={"src": src, "allow": ALLOW, "grows": grows})
