"""The gate of the self-check: the stop signs, one screen; nothing gets past it."""

from __future__ import annotations

from typing import Literal

import streamlit as st

from components.card.pain_map import at, of_place
from components.diagram.component import Pick, diagram
from components.self_check import signs
from components.self_check.answers import about, go, halt, now, told
from components.self_check.places import AGES, PLACES, named
from components.shared.side import one_leg, read_side
from components.shared.side_switch import side_switch
from components.shared.url import VIEWS, State
from data.catalog import Catalog
from data.model import Urgency
from data.outlines.pose import Pose
from data.self_result import result
from data.stop_flag import StopFlag, fitting

VIEW = "gate_view"
"""Where this session keeps which side of the figure is shown."""
YES_NO = ["Yes", "No"]
SOFT_TITLE = "Not urgent, but it changes the advice"


def gate(catalog: Catalog) -> None:
    """Ask whom it is about, then every stop sign that fits, grouped by what a yes would mean to do."""
    st.title("Self-check", anchor=False)
    if told():
        _questions(catalog)
    else:
        _whom(catalog)


def _whom(catalog: Catalog) -> None:
    """Place and age, so that only fitting signs are asked; before them, when not to read on."""
    st.html(signs.call_now(catalog.self_check))
    st.markdown("Two taps choose the questions that fit you. **Nothing is stored; closing the page forgets it.**")
    left, right = st.columns([58, 42], gap="medium")
    with left:
        with st.container(key="gate_place", gap="small"):
            st.subheader("Where does it hurt most?", divider="gray", anchor=False)
            for number, (title, places) in enumerate(PLACES.items()):
                _choice("place", f"place_{number}", title, places)
        with st.container(key="gate_age", gap="small"):
            st.subheader("How old is the person?", divider="gray", anchor=False)
            _choice("age", "age", "Age", AGES)
    with right, st.container(key="gate_picture", gap="small"):
        _picture(catalog)


def _picture(catalog: Catalog) -> None:
    """The place by a tap, the same as by the list; what is chosen is ringed."""
    chosen = about()[0]
    place = catalog.pain_places[chosen] if chosen else None
    st.session_state.setdefault(VIEW, place.view if place else "anterior")
    side = read_side(st.query_params)
    with st.container(horizontal=True, vertical_alignment="bottom", key="gate_looks"):
        shown = st.segmented_control(
            "Or tap the place in the picture", list(VIEWS), format_func=VIEWS.__getitem__, key=VIEW, required=True
        )
        side_switch(side)
    view = shown or "anterior"

    def picked(pick: Pick) -> None:
        if hit := at([i for i in (pick.id, *pick.stack) if i], catalog, view, pick.y):
            now()["place"] = str(hit[1].id)

    rings = of_place(place, view, catalog) if place else []
    diagram(
        State(structure=None, view=view, side=side), catalog.known, picked, key="gate_diagram", names=False,
        extra=rings,
        about=f"Ringed: {place.name}." if place and rings else "",
        near=[(v, "surface", Pose()) for v in VIEWS if v != view],
    )  # fmt: skip
    st.caption(f"{f'Chosen: {place.name}. ' if place else ''}{one_leg(side)}")


def _choice(what: str, key: str, title: str, words: dict[str, str]) -> None:
    """One row of choices; a choice in one row of the places takes back the one in another."""
    given = now().get(what)
    st.session_state[key] = given if given in words else None
    seen: Literal["visible", "collapsed"] = "visible" if what == "place" else "collapsed"
    said = words.__getitem__
    st.pills(title, list(words), format_func=said, key=key, label_visibility=seen, on_change=_told, args=(what, key))


def _told(what: str, key: str) -> None:
    now()[what] = st.session_state[key]
    if what == "place":
        st.session_state.pop(VIEW, None)  # the picture turns to the place


def _again() -> None:
    now()["place"] = now()["age"] = None


def _questions(catalog: Catalog) -> None:
    """Every stop sign that fits, with its yes and no."""
    place, age = about()
    flags = fitting(catalog.stop_flags.values(), place, age)
    urgent = {u: [f for f in flags if f.stops and f.urgency is u] for u in Urgency}
    titles = {u: catalog.self_check.urgent[u].title for u in Urgency}
    with st.container(key="gate_whom", horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"Does one of these fit? Do not test it. Asked for: **{named(now()['place'], now()['age'])}**.")
        st.button("Change", key="change_whom", on_click=_again)
    left, middle, right = st.columns(3, gap="medium")
    with left:
        _group("emergency", titles[Urgency.EMERGENCY], urgent[Urgency.EMERGENCY])
    with middle:
        _group("today", titles[Urgency.TODAY], urgent[Urgency.TODAY])
    with right:
        _group("soon", titles[Urgency.SOON], urgent[Urgency.SOON])
        _group("soft", SOFT_TITLE, [f for f in flags if not f.stops])
        missing = len(result({}, now()["flags"], catalog, place, age).unanswered)
        if missing:
            st.caption(f"{missing} of {len(flags)} still to answer.")
        else:
            st.button("Begin the tests", type="primary", width="stretch", key="begin", on_click=go, args=(0,))


def _group(key: str, title: str, found: list[StopFlag]) -> None:
    with st.container(key=f"gate_{key}", gap="small"):
        st.subheader(title, divider="gray", anchor=False)
        for flag in found:
            answer = now()["flags"].get(flag.id)
            st.session_state[f"flag_{flag.id}"] = None if answer is None else YES_NO[0 if answer else 1]
            with st.container(key=f"row_{flag.id}", horizontal=True, vertical_alignment="center", gap="small"):
                st.html(signs.flag(flag))
                st.segmented_control(
                    f"{flag.name}: {flag.ask}",
                    YES_NO,
                    key=f"flag_{flag.id}",
                    label_visibility="collapsed",
                    on_change=_flagged,
                    args=(flag,),
                )
        ids = [f.id for f in found]
        st.button("None of these", key=f"none_{key}", on_click=_none_of, args=(ids,), width="stretch")


def _flagged(flag: StopFlag) -> None:
    said = st.session_state[f"flag_{flag.id}"]
    if said == "Yes" and flag.stops:
        halt(flag.id)
    elif said is None:
        now()["flags"].pop(flag.id, None)
    else:
        now()["flags"][flag.id] = said == "Yes"


def _none_of(ids: list[str]) -> None:
    now()["flags"].update(dict.fromkeys(ids, False))
