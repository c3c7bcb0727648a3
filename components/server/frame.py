"""The frame around every page: navigation, styles, the disclaimer and the way to the stop flags."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import streamlit as st

from components.embed.bar import bar
from components.server import look, preview
from components.shared.address import embedded, keep_along, move, presenting
from components.shared.menu import (
    ACCESSIBILITY,
    ASIDE,
    ASK,
    CREDIT,
    DISCLAIMER,
    PAGES,
    START,
    STOP_FLAGS,
    STOP_LABEL,
    TEACHERS,
    Entry,
    stem,
)

_HERE = Path(__file__).resolve().parent


def run() -> None:
    """Run one reader's page inside the frame."""
    st.set_page_config(page_icon=str(_HERE / "icon.svg"), layout="wide")
    keep_along()
    within = embedded()
    alone = presenting() and not within
    if alone:
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
    if not within:
        st.logo(str(_HERE / "icon.svg"))
    page = st.navigation(list(pages.values()), position="hidden" if alone or within else "top")
    st.set_page_config(page_title=f"{page.title} · HipChain")
    if preview.wanted():
        preview.bar()
    if not (alone or within or page == pages[ASK]):
        with st.container(key="ask_way"):  # where the menu is behind a button: one tap from every screen
            st.page_link(pages[ASK], label="Ask", icon=ASK[2])
    page.run()
    if alone and page != pages[START]:  # Explore has the switch itself
        _leave_presenter()
    if within:
        shown = next(spec for spec, one in pages.items() if one == page)
        st.html(bar(stem(shown)))
    else:
        _footer(pages)


def _footer(pages: Mapping[Entry, st.Page]) -> None:
    with st.container(key="footer", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"**{DISCLAIMER}** {CREDIT}")
        st.page_link(pages[STOP_FLAGS], label=STOP_LABEL)
        st.page_link(pages[TEACHERS], label=TEACHERS[1])
        st.page_link(pages[ACCESSIBILITY], label="Accessibility")


def _leave_presenter() -> None:
    """The way out of the presenter's view, in which there is no menu."""

    def left() -> None:
        rest = {name: value for name, value in st.query_params.items() if name != "presenter"}
        move(rest, own=("presenter",))

    with st.container(key="presenter_bar", horizontal=True):
        st.button("Leave presenter", icon=":material/close_fullscreen:", key="leave_presenter", on_click=left)
