"""Where does it hurt?: a place first, its stop signs before all else, then the stories of pain that is felt there."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from components.card import condition as card
from components.card import pain_place as place_text
from components.card.fold import section
from components.card.pain_map import at
from components.card.stories import LEARNING
from components.diagram.component import Pick, diagram
from components.drawing.place import reveal
from components.shared.address import move
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.side import one_leg
from components.shared.side_switch import side_switch
from components.shared.url import VIEWS, State
from components.where.state import Where, lit, marks, read, title, write
from data.catalog import Catalog, catalog
from data.pain_place import PainPlace

Go = Callable[[Where], None]


@st.fragment
def where(content: Catalog) -> None:
    """Draw the screen that the address names."""
    shown, notes = read(st.query_params, content)

    def go(new: Where) -> None:
        move(write(new))

    marked, view = lit(shown, content)
    rings, said = marks(shown, content)
    st.set_page_config(page_title=f"{title(shown, content)} · HipChain")

    def picked(pick: Pick) -> None:
        stack = [i for i in (pick.id, *pick.stack) if i]
        if hit := at(stack, content, view, pick.y):
            tapped, place = hit
            go(Where(place=place.id, tapped=tapped, view=shown.view))

    st.html(page_head("where"))
    link_notes(notes)
    with st.container(key="where_columns"):  # on a phone the second comes first (styles/where.css)
        left, right = st.columns([42, 58], gap="medium")
    with right:
        if shown.place:
            place = content.pain_places[shown.place]
            with st.expander(f"{place.name} – choose another place", icon=":material/location_on:"):
                _places(content, shown, go)
            _at(content, shown, place, go)
        else:
            _places(content, shown, go)
            st.html(f'<p class="hc-note hc-learning">{LEARNING}</p>')
    with left:
        _views(view, shown, go)
        state = State(structure=marked, view=view, side=shown.side)
        state = reveal(state) if marked else state
        diagram(
            state, content.known, picked, key="where_diagram", hint=not shown.place, extra=rings, about=said,
        )  # fmt: skip
        st.caption(f"{said}{one_leg(shown.side)}")


def _places(content: Catalog, shown: Where, go: Go) -> None:
    """The fourteen places as a list, by the view in which they are seen."""
    for view, name in VIEWS.items():
        here = {p.id: p.name for p in content.pain_places.values() if p.view == view}
        key = f"where_{view}"
        st.session_state[key] = shown.place if shown.place in here else None
        st.pills(
            name,
            list(here),
            format_func=here.__getitem__,
            key=key,
            wrap=True,
            on_change=_chosen,
            args=(key, go),
        )


def _chosen(key: str, go: Go) -> None:
    go(Where(place=st.session_state[key]))


def _views(view: str, shown: Where, go: Go) -> None:
    with st.container(horizontal=True, gap="medium", key="where_looks"):
        st.session_state["where_view"] = view
        st.segmented_control(
            "View", list(VIEWS), format_func=VIEWS.__getitem__, key="where_view", required=True,
            label_visibility="collapsed", on_change=lambda: go(shown.but(view=st.session_state["where_view"])),
        )  # fmt: skip
        side_switch(shown.side)


def _at(content: Catalog, shown: Where, place: PainPlace, go: Go) -> None:
    """A place: stop signs, then what is read there; or one condition, with the signs of the place folded below it."""
    found = content.conditions[shown.condition] if shown.condition else None
    with st.container(key="structure_card"):  # the card's own look
        if found:
            signs = section(f"Stop signs: {place.name.lower()}", place_text.stop_signs(place, content))
            st.html(card.head(found, content) + card.rest(found, content) + signs)
        else:
            st.html(
                place_text.stop_signs(place, content) + place_text.about(place) + place_text.conditions(place, content)
            )
    _stories(place, shown, content, go)
    st.html(place_text.not_here(place))


def _stories(place: PainPlace, shown: Where, content: Catalog, go: Go) -> None:
    names = {c.condition: content.conditions[c.condition].short_name for c in place.in_order}
    st.session_state["where_story"] = shown.condition
    st.pills(
        "Read another" if shown.condition else "Read one",
        list(names),
        format_func=names.__getitem__,
        key="where_story",
        wrap=True,
        on_change=lambda: go(Where(place=place.id, condition=st.session_state["where_story"])),
    )


where(catalog())
