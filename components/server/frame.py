"""The frame around every page: navigation, styles, the disclaimer and the way to the stop flags."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

import streamlit as st

from components.diagram.kept_ink import keep_ink
from components.embed.bar import bar
from components.server import look, preview
from components.shared.address import embedded, keep_along, move, presenting
from components.shared.menu import (
    ACCESSIBILITY,
    ASIDE,
    ASK,
    CREDIT,
    DISCLAIMER,
    FOLLOW,
    PAGES,
    START,
    STOP_FLAGS,
    STOP_LABEL,
    TEACHERS,
    TOURS,
    Entry,
    stem,
)
from components.tour import add, kept
from components.tour.bar import bar as tour_bar
from components.tour.bar import style as bar_style
from components.tour.playing import Playing, playing
from data.catalog import catalog
from data.source import ContentError

_HERE = Path(__file__).resolve().parent


def run() -> None:
    """Run one reader's page inside the frame."""
    st.set_page_config(page_icon=str(_HERE / "icon.svg"), layout="wide")
    keep_along(ends_tour=stem(TOURS))
    within = embedded()
    alone = presenting() and not within
    if alone:
        st.html(look.presenter())
    touring = _tour()
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
    page = st.navigation(list(pages.values()), position="hidden" if alone or within or touring else "top")
    st.set_page_config(page_title=f"{page.title} · HipChain")
    if preview.wanted():
        preview.bar()
    if not (alone or within or touring or page == pages[ASK]):
        with st.container(key="ask_way"):  # where the menu is behind a button: one tap from every screen
            st.page_link(pages[ASK], label="Ask", icon=ASK[2])
    page.run()
    shown = stem(next(spec for spec, one in pages.items() if one == page))
    if alone and not touring and page != pages[START]:  # Explore has the switch itself
        _leave_presenter(shown)
    if within:
        st.html(bar(shown))
        return
    _footer(pages, shown)
    if page != pages[TOURS] and kept.wanted():  # the tours' own page does it itself
        kept.store()
    add.asking()


def _footer(pages: Mapping[Entry, st.Page], shown: str) -> None:
    with st.container(key="footer", horizontal=True, vertical_alignment="center", gap="small"):
        st.caption(f"**{DISCLAIMER}** {CREDIT}")
        st.page_link(pages[STOP_FLAGS], label=STOP_LABEL)
        st.page_link(pages[TOURS], label=TOURS[1])
        st.page_link(pages[TEACHERS], label=TEACHERS[1])
        st.page_link(pages[FOLLOW], label=FOLLOW[1])
        st.page_link(pages[ACCESSIBILITY], label="Accessibility")
        add.button(shown)


def _tour() -> bool:
    """The bar of a tour that is played; it stands first, so that it stays where it is from stop to stop."""
    now = None
    if "tour" in st.query_params:
        with suppress(ContentError):  # an author's preview says what is wrong with it
            now = playing(st.query_params.to_dict(), catalog())
    stop = now if isinstance(now, Playing) else None
    keep_ink(f"{stop.code} {stop.number}" if stop else "", stop.stop.ink if stop else "")
    if now is None:
        return False
    with st.container(key="tour_bar"):
        st.html(bar_style() + (look.pen() if stop and stop.stop.ink else "") + tour_bar(now, catalog()))
    return True


def _leave_presenter(page: str) -> None:
    """The way out of the presenter's view, in which there is no menu."""

    def left() -> None:
        rest = {name: value for name, value in st.query_params.items() if name != "presenter"}
        move(rest, own=("presenter",))

    with st.container(key="presenter_bar", horizontal=True):
        add.button(page, "tour_add_bar")
        st.button("Leave presenter", icon=":material/close_fullscreen:", key="leave_presenter", on_click=left)
