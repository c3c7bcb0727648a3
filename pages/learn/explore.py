"""The Explore screen: controls, diagram and card, tied together by the state in the URL."""

from __future__ import annotations

import streamlit as st

from components.ask.box import ask_box
from components.card.attachments import ABOUT, in_words
from components.card.card import card
from components.card.heads import heads_url
from components.diagram.component import Pick, diagram
from components.drawing.place import reveal
from components.explore.badges import badges
from components.explore.controls import colour_controls, hidden_controls, view_controls
from components.explore.state import lit, lit_words, read
from components.shared import laid, url
from components.shared.address import embedded, move, titled
from components.shared.note import link_notes
from components.shared.page_head import HEADS
from components.shared.url import State
from data.catalog import catalog
from data.wording import capital

CARD = ".st-key-structure_card"


@st.fragment
def explore() -> None:
    """Draw the screen. A fragment: a tap reruns only this."""
    content = catalog()
    known, within = content.known, embedded()
    state, notes = read(st.query_params, content)
    group = content.groups.get(state.group or "")

    def go(new: State) -> None:
        move(url.write(new), own=("presenter", "side"))

    def picked(pick: Pick) -> None:
        st.session_state["tapped"] = True
        if pick.stack:
            st.session_state["stack"] = pick.stack
        new = state.but(structure=pick.id)
        go(reveal(new) if pick.named else new)

    def hide(structure: str) -> None:
        go(state.but(structure=None, hidden=(*state.hidden, structure)))

    def choose(structure: str) -> None:
        go(reveal(state.but(structure=structure)))

    titled(content.name(state.structure) if state.structure else capital(group.name) if group else "Explore")
    with st.container(key="title"):  # out of the flow: a skeleton 40 px high would stand here while its part loads
        st.html(f'<h1 class="hc-off">{HEADS["explore"][0]}</h1>')
    left, right = st.columns([58, 42], gap="medium")
    with right:
        above = st.container(key="above_card")  # filled last: the card is what the reader waits for
        stack = st.session_state.get("stack", ())
        card(
            content, state.structure, stack if state.structure in stack else (), choose, hide,
            compared=state.compare, on_compare=lambda other: go(state.but(compare=other)), group=state.group,
            side=state.side,
        )  # fmt: skip
    with above:
        ask_box(known=known, on_choose=choose)
        link_notes(notes)
    with left:
        if not within:
            view_controls(state, go)
        about = " ".join(filter(None, (ABOUT if state.bare else "", lit_words(state, content), laid.about(state))))
        diagram(
            state, known, picked, hint=not st.session_state.get("tapped"), peek={"heads": heads_url(), "card": CARD},
            extra=badges(state, content), about=about, group=state.group, lit=lit(state, content),
        )  # fmt: skip
        if within:  # frames are low: there the picture comes before its controls
            view_controls(state, go)
        colour_controls(content, state, go)
        if state.bare:
            st.html(in_words(state.view, content))
        hidden_controls(content, state, go)


explore()
