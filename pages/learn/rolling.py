"""The Rolling guide: a roller at one place, what it presses from skin to bone, and what to make of it."""

from __future__ import annotations

import streamlit as st

from components.card.ask_first import TITLE, ask_first
from components.card.card import card
from components.card.fold import section
from components.diagram.component import Pick, diagram
from components.rolling.state import SIDE_NAMES, moved, named, nearest, place, read, table, write
from components.rolling.text import effects, summary, way_down
from components.shared.address import move, titled
from components.shared.download import download
from components.shared.legend import legend
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.side_switch import side_switch
from components.shared.url import SECTIONS, State
from data.catalog import Catalog, catalog
from data.outlines import load_view
from data.rolling import advice, catalog_at
from data.section import beside, sides, under_roller
from data.spreadsheet import csv_file

LOOKS = {"outer": "lateral", "front": "anterior", "inner": "anterior", "back": "posterior"}
"""The long view in which a roller from that side is best seen."""


@st.fragment
def rolling(content: Catalog) -> None:
    """Draw the screen for the level, side and structure that the URL names."""
    known = content.known
    state, side, notes = read(st.query_params, content)
    effect, ask, more = named(st.query_params, content)
    pressed = under_roller(load_view(state.view), side)
    ids = [p.id for p in pressed]
    decided = advice(state.view, side, pressed, beside(load_view(state.view), side), content)
    if "structure" not in st.query_params:
        state = state.but(structure=decided.structure or ids[-1])

    def go(new: State, to_side: str = side) -> None:
        move(write(new, to_side))

    def on_section(pick: Pick) -> None:
        go(state.but(structure=pick.id))

    def on_long_view(pick: Pick) -> None:
        if pick.y is not None:
            go(state.but(view=nearest(pick.y), structure=pick.id))

    titled(f"Rolling: {place(state.view, side)}")
    st.html(page_head("rolling"))
    link_notes([*notes, *more])
    with st.container(key="rolling_ask_first"):  # above the first way of rolling; a card's link opens it
        st.html(section(TITLE, ask_first(content, ask), is_open=ask is not None))
    if effect:
        st.html(effects(content, effect))
    _place_controls(state, side)
    with st.container(key="rolling_columns"):  # on a tablet the text goes below the two pictures (styles/rolling.css)
        left, middle, right = st.columns([38, 24, 38], gap="medium")
    with left:
        diagram(state, known, on_section, key="section", roller=side, names=False)
        st.caption(
            "Skin and fat are drawn schematically. The circle is to size: a roller 14 cm thick. "
            "What lies up to 3 cm beside the line counts too."
        )
        st.html(legend("rolling"))
    with middle:
        long_view = State(view=LOOKS[side], colour="rolling", structure=state.structure, side=state.side)
        diagram(long_view, known, on_long_view, key="long_view", roller=state.view, names=False)
        st.caption("Tap to move the roller. The bar is the stretch it presses, about 6 cm. Hatched rings: keep off.")
    with right:
        with st.container(key="rolling_answer"):
            st.html(summary(content, state.view, side, decided))
        st.html(way_down(content, pressed, decided))
        told = bool(state.structure) and state.structure == decided.structure  # then its verdict box says nothing new
        with st.container(key="rolling_card_told" if told else "rolling_card"):
            shown = state.structure
            card(
                catalog_at(content, shown, state.view), shown, (), on_choose=lambda _: None, on_hide=None,
                how_first=True, side=state.side,
            )  # fmt: skip
        if not effect:
            st.html(effects(content))
    with st.expander("All structures as a table", icon=":material/table_rows:"):
        structures_table(content)


def structures_table(content: Catalog) -> None:
    """The table with filters and a download."""
    rows = table(content)
    columns = st.columns(4)
    for column, name in zip(columns, ("Rolling", "Tissue", "Region", "Confidence"), strict=True):
        wanted = column.multiselect(name, sorted(rows[name].unique()), key=f"table_{name.lower()}")
        if wanted:
            rows = rows[rows[name].isin(wanted)]
    st.dataframe(rows, hide_index=True, key="structures")
    download("Table as CSV", lambda: csv_file(rows), "hipchain-structures.csv")


def _place_controls(state: State, side: str) -> None:
    with st.container(horizontal=True, gap="medium", key="place_controls"):
        st.session_state["roller_level"], st.session_state["roller_side"] = state.view, side
        st.segmented_control(
            "Level", list(SECTIONS), format_func=SECTIONS.__getitem__, key="roller_level", required=True, wrap=True,
            label_visibility="collapsed",
            on_change=lambda: move(moved(view=st.session_state["roller_level"], side=side)),
        )  # fmt: skip
        st.segmented_control(
            "Side", sides(load_view(state.view)), format_func=SIDE_NAMES.__getitem__, key="roller_side", required=True,
            wrap=True, label_visibility="collapsed",
            on_change=lambda: move(moved(view=state.view, side=st.session_state["roller_side"])),
        )  # fmt: skip
        named_too = "structure" in st.query_params
        side_switch(state.side, write(state, side) if named_too else moved(view=state.view, side=side))


rolling(catalog())
