"""Tours: those that come with the app, those of the reader, and one that a link brings."""

from __future__ import annotations

import streamlit as st

from components.card.tours import LEAD, style, tours
from components.shared.address import move
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.plain import plain
from components.tour import kept, opened
from components.tour.changed import FullError
from components.tour.edit import edit, undo
from components.tour.state import Open, read
from data.catalog import catalog
from data.tour import Tour
from data.tour_link import pack


@st.fragment
def show() -> None:
    """Draw the screen. A fragment: a change to a tour reruns only this."""
    st.html(style())
    st.html(page_head("tours"))
    now, notes = read(st.query_params.to_dict(), catalog())
    link_notes(notes)
    kept.store()
    if now.tour:
        _opened(now, now.tour)
    elif now.edit in kept.mine().tours:
        _edited(now.edit)
    else:
        if now.edit and not st.session_state.get("tours_ask", True):
            st.caption(":material/info: This browser keeps no such tour. Open the tour's own link instead.")
        _all()


def _all() -> None:
    """Every tour: the reader's own first, where there are any."""
    st.markdown(LEAD)
    kept.said()
    mine = kept.mine()
    if mine.tours:
        st.subheader("Your tours", divider="gray", anchor=False)
        for key, tour in reversed(list(mine.tours.items())):
            with st.container(key=f"tour_mine_{key}", horizontal=True, vertical_alignment="center"):
                count = "1 stop" if len(tour.stops) == 1 else f"{len(tour.stops)} stops"
                if tour.stops:
                    opened.play(tour, pack(tour))
                st.button(
                    f"{tour.name.replace('[', '(').replace('*', '')} · {count}", key=f"tour_open_{key}",
                    icon=":material/edit:", on_click=lambda key=key: move({"edit": key}),
                )  # fmt: skip
                st.button(
                    "Delete", key=f"tour_drop_{key}", icon=":material/delete:",
                    on_click=lambda key=key: kept.change(kept.mine().without_tour(key)),
                )  # fmt: skip
        undo()
        st.subheader("Tours that come with HipChain", divider="gray", anchor=False)
    else:
        undo()
    st.html(tours(catalog()))


def _back() -> None:
    st.button("All tours", key="tour_all", icon=":material/arrow_back:", on_click=lambda: move({}))


def _opened(now: Open, tour: Tour) -> None:
    """A tour that the link names or holds, to read, play, print, send, and keep."""
    _back()
    st.subheader(plain(tour.name), anchor=False)
    opened.start(tour, now.code)
    left, right = st.columns([62, 38], gap="large")
    with left:
        opened.stops(tour, now.code)
    with right:
        st.button("Make it mine, to change it", key="tour_keep", icon=":material/edit:", on_click=lambda: _keep(tour))
        if error := st.session_state.pop("tours_error", None):
            st.error(error, icon=":material/error:")
        opened.ways(tour, now.code)


def _keep(tour: Tour) -> None:
    try:
        mine = kept.mine().with_tour(Tour(name=tour.name, stops=tour.stops))
    except FullError as error:
        st.session_state["tours_error"] = str(error)
        return
    kept.change(mine)
    move({"edit": mine.current})


def _edited(key: str) -> None:
    """One of the reader's own."""
    _back()
    tour = kept.mine().tours[key]
    code = pack(tour)
    left, right = st.columns([62, 38], gap="large")
    with left:
        edit(key)
    with right:
        if tour.stops:
            opened.start(tour, code)
            opened.ways(tour, code)
        kept.said()


kept.ask_again()  # another tab may have written meanwhile; a fragment's own run does not come here
show()
