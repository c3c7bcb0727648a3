"""Accessibility: what was tested, and what is not perfect."""

from __future__ import annotations

import streamlit as st

st.title("Accessibility", anchor=False)
st.markdown(
    """
**What was tested, by programs that run with every change**

- axe-core finds nothing serious or critical on any page, in light and dark; Explore at four sizes, the other pages on a
  desk and on a phone.
- Whole journeys by keyboard alone: Explore, a chain, the lab's sliders, a self-check, ten quiz questions, a handout.
- Every picture says in words what it shows and what is selected; arrows and results are also lists and tables.
- Verdicts, arrows and answers never speak by colour alone: each has a sign and a word, and on paper a pattern.

**What is not perfect**

- Nobody who uses a screen reader every day has tried it yet. If you do, tell us.
- "Find" in the quiz asks for a place in a picture. By letters it needs no pointing, but it needs eyes; Facts and Reason
  do not.
- The picture's own zoom takes about a third of a second; text at 200 % was not looked at on every page.
- Inline links in text are lower than 44 px.
"""
)
