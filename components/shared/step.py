"""The line that says how far one is. When it changes, it takes the focus and the page goes back to its top.

Streamlit keeps the scroll where it was when a new step is drawn, which on a phone is the end of it; and a keyboard or
screen reader would be lost, because the button that was pressed is gone.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

_HERE = Path(__file__).resolve().parent
_mount = st.components.v2.component(
    "hipchain.step",
    html=(_HERE / "step.html").read_text(encoding="utf-8"),
    css=(_HERE / "step.css").read_text(encoding="utf-8"),
    js=(_HERE / "step.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


def step(text: str, key: str = "step") -> None:
    """Say how far one is, as in `Test 2 of 8`."""
    _mount(key=key, data={"text": text})
