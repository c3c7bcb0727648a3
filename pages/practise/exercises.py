"""Exercises: when to stop first, then all with their pictures, or one in full; the filters are in the address."""

from __future__ import annotations

from functools import partial

import streamlit as st

from components.exercises import text
from components.exercises.picture import png, svg
from components.exercises.state import FILTERS, STAGES, Shown, choices, listed, read, title, write
from components.figures.html import drawn
from components.shared.address import follow, move, titled
from components.shared.download import download
from components.shared.note import link_notes
from components.shared.page_head import page_head
from data.catalog import Catalog, catalog


@st.fragment
def exercises(content: Catalog) -> None:
    """Draw the exercise or the list that the address names."""
    shown, notes = read(st.query_params, content)
    titled(title(shown, content))
    with st.container(key="exercises_page"):
        st.html(page_head("exercises"))
        link_notes(notes)
        if shown.exercise:
            _whole(shown.exercise, shown, content)
        else:
            _list(shown, content)


def _whole(id_: str, shown: Shown, content: Catalog) -> None:
    """One exercise, and its pictures to take along."""
    found = content.exercises[id_]
    st.html(text.first([found]))
    st.html(text.back(shown) + text.whole(found, content))
    pictures = drawn(id_, content)
    for number, picture in enumerate(pictures, 1):
        which = f" {number}" if len(pictures) > 1 else ""
        with st.container(horizontal=True, key=f"picture_{picture.id}"):
            for kind, mime, made in (("SVG", "image/svg+xml", svg), ("PNG", "image/png", png)):
                form = kind.lower()
                file = f"hipchain-{picture.id}.{form}"
                download(f"Picture{which} as {kind}", partial(made, picture), file, mime, key=f"{form}_{picture.id}")


def _list(shown: Shown, content: Catalog) -> None:
    """The filters, and a card for each exercise that passes them."""
    chosen = listed(shown, content)
    st.html(text.first(chosen, content.pain_places.get(shown.place or "")))
    values = choices(content)
    key = follow("exercise_stage", shown.stage)
    st.pills(
        "Stage", list(values["stage"]), format_func=lambda n: f"{n} {STAGES[n]}", key=key, wrap=True,
        label_visibility="collapsed", on_change=lambda: move(write(shown.but(stage=st.session_state[key]))),
    )  # fmt: skip
    # once open it stays so: it would else fold away under the hand that takes the last filter off
    if any(getattr(shown, name) for name in FILTERS):
        st.session_state["exercise_filtered"] = True
    with st.expander(
        text.FILTER, icon=":material/filter_list:", expanded=st.session_state.get("exercise_filtered", False)
    ):
        for column, (name, label) in zip(st.columns(len(FILTERS)), FILTERS.items(), strict=True):
            _filter(name, label, values[name], shown, column)
    st.caption(text.number(chosen, content))
    st.html(text.cards(chosen, shown, content))


def _filter(
    name: str, label: str, values: dict[str, str], shown: Shown, column: st.delta_generator.DeltaGenerator
) -> None:
    key = follow(f"exercise_{name}", getattr(shown, name))
    column.selectbox(
        label, list(values), format_func=values.__getitem__, key=key, index=None, placeholder=text.ANY,
        on_change=lambda: move(write(shown.but(**{name: st.session_state[key]}))),
    )  # fmt: skip


exercises(catalog())
