"""The line that says how far one is. When it changes, it takes the focus and the page goes back to its top.

Streamlit keeps the scroll where it was when a new step is drawn, which on a phone is the end of it; and a keyboard or
screen reader would be lost, because the button that was pressed is gone.
"""

from __future__ import annotations

import streamlit as st

_mount = st.components.v2.component(
    "hipchain.step",
    html='<p class="hc-step" tabindex="-1"></p>',
    css="""
.hc-step { margin: 0; font-family: var(--st-font); color: var(--st-text-color); font-size: .95rem; }
.hc-step:focus { outline: none; }
.hc-step:focus-visible { outline: 2px solid var(--st-primary-color); border-radius: 6px; }
""",
    js="""
export default function ({ data, parentElement }) {
  const line = parentElement.querySelector('.hc-step');
  const before = window.__hipchain_step;
  line.textContent = data.text;
  window.__hipchain_step = data.text;
  if (before === undefined || before === data.text) return;
  line.focus({ preventScroll: true });
  document.querySelector('[data-testid=stMain]')?.scrollTo(0, 0);
}
""",
    isolate_styles=False,
)


def step(text: str, key: str = "step") -> None:
    """Say how far one is, as in `Test 2 of 8`."""
    _mount(key=key, data={"text": text})
