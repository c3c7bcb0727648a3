"""One of the reader's tours, to be changed: its name, its stops, their lines and their order; by touch and by keys."""

from __future__ import annotations

from collections.abc import Callable
from zlib import crc32

import streamlit as st

from components.shared.plain import plain
from components.tour import kept
from components.tour.changed import Mine
from components.tour.title import GONE, title
from data.tour import LONGEST_LINE, LONGEST_NAME, Stop
from data.tour_link import TourTooLongError


def edit(key: str) -> None:
    """Draw it."""
    tour = kept.mine().tours[key]
    st.text_input(
        "Name", tour.name, key=f"tour_name_{key}", max_chars=LONGEST_NAME,
        on_change=lambda: _try(lambda mine: mine.renamed(key, st.session_state[f"tour_name_{key}"])),
    )  # fmt: skip
    if error := st.session_state.pop("tours_error", None):
        st.error(error, icon=":material/error:")
    for number, (row, stop) in enumerate(zip(_rows(key, tour.stops), tour.stops, strict=True)):
        _row(key, number, row, stop, len(tour.stops))
    if not tour.stops:
        st.info("No stops yet. Open any screen and press “Add to a tour” at its foot.")
    undo()


def undo() -> None:
    """What was deleted last, and the way back."""
    mine = kept.mine()
    if mine.before is None:
        return
    with st.container(horizontal=True, vertical_alignment="center", key="tour_undo_row"):
        st.markdown(plain(mine.undoes))
        st.button("Undo", key="tour_undo", icon=":material/undo:", on_click=lambda: kept.change(kept.mine().undone()))


def _rows(key: str, stops: tuple[Stop, ...]) -> list[str]:
    """A name for each stop's widgets that stays with it while it moves: its address, and which of the same it is."""
    seen: dict[str, int] = {}
    rows = []
    for stop in stops:
        seen[stop.at] = seen.get(stop.at, 0) + 1
        rows.append(f"{key}_{crc32(stop.at.encode())}_{seen[stop.at]}")
    return rows


def _row(key: str, number: int, row: str, stop: Stop, count: int) -> None:
    line_key = f"tour_line_{row}"
    if st.session_state.get(line_key) != stop.line:
        st.session_state[line_key] = stop.line
    name = title(stop)
    with st.container(border=True, key=f"tour_row_{row}"):
        where = name if name == GONE else f"[{_label(name)}]({stop.link()})"
        st.markdown(f"**{number + 1}.** {where}")
        st.text_input(
            f"Line of stop {number + 1}", key=line_key, max_chars=LONGEST_LINE, label_visibility="collapsed",
            placeholder="A line for this stop",
            on_change=lambda: _try(lambda mine: mine.said(key, number, st.session_state[line_key])),
        )  # fmt: skip
        with st.container(horizontal=True, gap="small"):
            for word, by, icon, stuck in (
                ("Up", -1, ":material/arrow_upward:", number == 0),
                ("Down", 1, ":material/arrow_downward:", number == count - 1),
            ):
                st.button(
                    word, key=f"tour_{word.lower()}_{row}", icon=icon, disabled=stuck,
                    on_click=lambda by=by: _try(lambda mine: mine.moved(key, number, by)),
                )  # fmt: skip
            st.button(
                "Delete", key=f"tour_delete_{row}", icon=":material/delete:",
                on_click=lambda: _try(lambda mine: mine.without_stop(key, number)),
            )  # fmt: skip


def _try(change: Callable[[Mine], Mine]) -> None:
    """Make a change; what no link could hold is left as it was, and said."""
    try:
        kept.change(change(kept.mine()))
    except TourTooLongError as error:
        st.session_state["tours_error"] = str(error)


def _label(name: str) -> str:
    return name.replace("[", "(").replace("]", ")").replace("*", "")
