"""The frame around every page: navigation, styles, the disclaimer and the way to the stop flags."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from components.server import look, preview
from components.shared.menu import ACCESSIBILITY, ASIDE, CREDIT, DISCLAIMER, PAGES, START, STOP_FLAGS, STOP_LABEL

_HERE = Path(__file__).resolve().parent
<<<<<<< HEAD
START = ("pages/learn/explore.py", "Explore", ":material/touch_app:")
ASK = ("pages/learn/ask.py", "Ask", ":material/search:")
STOP_FLAGS = ("pages/safety/stop_flags.py", "When to stop", ":material/front_hand:")
ROLLING = ("pages/learn/rolling.py", "Rolling", ":material/fitness_center:")
EVIDENCE = ("pages/learn/evidence.py", "Evidence", ":material/menu_book:")
CHAINS = ("pages/learn/chains.py", "Chains", ":material/conversion_path:")
LAB = ("pages/learn/lab.py", "Lab", ":material/science:")
SELF_CHECK = ("pages/practise/self_check.py", "Self-check", ":material/checklist:")
HANDOUT = ("pages/practise/handout.py", "Handout", ":material/print:")
WHERE = ("pages/practise/where.py", "Where it hurts", ":material/location_on:")
QUIZ = ("pages/practise/quiz.py", "Quiz", ":material/quiz:")
PAGES = (START, ASK, ROLLING, CHAINS, LAB, EVIDENCE, WHERE, SELF_CHECK, QUIZ, HANDOUT, STOP_FLAGS)
"""Every page: script, title, icon. The first is the default and answers at `/`, the others at `/<file name>`."""
ACCESSIBILITY = ("pages/safety/accessibility.py", "Accessibility", ":material/accessibility_new:")
ASIDE = (ACCESSIBILITY,)
"""Pages that are reached from the footer and stand in no menu."""
DISCLAIMER = "For learning, not a diagnosis."
=======
>>>>>>> main


def run() -> None:
    """Run one reader's page inside the frame."""
    st.set_page_config(page_icon=str(_HERE / "icon.svg"), layout="wide")
    presenting = st.query_params.get("presenter") == "1"
    if presenting:
        st.html(look.presenter())
    pages = {
        spec: st.Page(
            spec[0],
            title=spec[1],
            icon=spec[2],
            default=spec is START,
            visibility="hidden" if spec in ASIDE else "visible",
        )
        for spec in (*PAGES, *ASIDE)
    }
    st.logo(str(_HERE / "icon.svg"))
    page = st.navigation(list(pages.values()), position="hidden" if presenting else "top")
    st.set_page_config(page_title=f"{page.title} · HipChain")
    if preview.wanted():
        preview.bar()
    if not presenting and page != pages[ASK]:
        with st.container(key="ask_way"):  # where the menu is behind a button: one tap from every screen
            st.page_link(pages[ASK], label="Ask", icon=ASK[2])
    page.run()
    with st.container(key="footer", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"**{DISCLAIMER}** {CREDIT}")
        st.page_link(pages[STOP_FLAGS], label=STOP_LABEL)
        st.page_link(pages[ACCESSIBILITY], label="Accessibility")
