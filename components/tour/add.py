"""“Add to a tour” at the foot of every screen: what the address shows becomes a stop, with a line of the reader's."""

from __future__ import annotations

import streamlit as st

from components.shared.menu import ADD_LABEL
from components.shared.plain import plain
from components.tour import ink, kept
from components.tour.changed import FullError
from components.tour.title import title
from data.tour import LONGEST_LINE, LONGEST_NAME, Stop, Tour, address, clean
from data.tour_link import TourTooLongError

NEW = ""
STYLE = (
    '<style>:root [role="dialog"] button[aria-label="Close"], :root .stFormSubmitButton button '
    "{ min-width: 44px; min-height: 44px; justify-content: center; } "
    ":root .stFormSubmitButton button, :root .stFormSubmitButton button * "
    "{ color: light-dark(#fff, #0b211d) !important; }</style>"
)
"""Nothing that is tapped is smaller than 44 px, and its words are read in both themes."""
TOO_LONG = "This screen's address is too long for a stop."


def button(page: str, key: str = "tour_add") -> None:
    """The button; `page` is the screen's name, and `key` tells two on one screen apart."""

    def clicked() -> None:
        kept.ask_again()
        ink.forget()
        st.session_state["tours_adding"] = address(page, st.query_params.to_dict())

    st.button(ADD_LABEL, key=key, type="tertiary" if key == "tour_add" else "secondary", on_click=clicked)


def asking() -> None:
    """The question for a line, where the button was pressed; and what was added, once."""
    if words := st.session_state.pop("tours_added", None):
        st.toast(words, icon=":material/check:")
    if at := st.session_state.get("tours_adding"):
        _dialog(at)


def _closed() -> None:
    st.session_state["tours_adding"] = None


@st.dialog(ADD_LABEL, on_dismiss=_closed)
def _dialog(at: str) -> None:
    try:
        shown = title(Stop(at=at))
    except ValueError:
        st.error(TOO_LONG)
        return
    mine = kept.mine()
    st.html(STYLE)
    st.markdown(f"**{plain(shown)}**")
    strokes = ink.drawn()
    with st.form("tour_stop", border=False):
        line = st.text_input("Line for this stop (optional)", key="tour_line", max_chars=LONGEST_LINE)
        into, name = NEW, ""
        if mine.tours:
            keys = [*reversed(list(mine.tours)), NEW]
            into = st.selectbox(
                "Tour", keys, index=keys.index(mine.current) if mine.current in mine.tours else 0, key="tour_into",
                format_func=lambda key: mine.tours[key].name if key in mine.tours else "A new tour",
            )  # fmt: skip
        else:
            name = st.text_input("Name of the tour", mine.free_name(), key="tour_name", max_chars=LONGEST_NAME)
        keeps = bool(strokes) and st.checkbox("Keep what is drawn on the picture", value=True, key="tour_keeps_ink")
        sent = st.form_submit_button("Add", type="primary", disabled=ink.awaited())
    kept.said()
    if not sent:
        return
    try:
        stop = Stop(at=at, line=clean(line)[:LONGEST_LINE], ink=strokes if keeps else "")
        if into in mine.tours:
            now = mine.added(into, stop)
        else:
            now = mine.with_tour(Tour(name=clean(name)[:LONGEST_NAME].strip() or mine.free_name(), stops=(stop,)))
    except (FullError, TourTooLongError) as error:
        st.error(str(error), icon=":material/error:")
        return
    kept.change(now)
    _closed()
    tour = now.tours[now.current]
    st.session_state["tours_added"] = f"Added to “{plain(tour.name)}” as stop {len(tour.stops)}. It is under Tours."
    st.rerun()
