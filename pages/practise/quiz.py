"""The Quiz screen: ten questions a session, what comes back when, and progress that stays in the browser."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime

import streamlit as st

from components.quiz import text
from components.quiz.kept import files, progress, reminder, store, zone
from components.quiz.run import Run, question
from components.quiz.state import AREAS, DEPTHS, LEVELS, MODES, read, write
from components.shared.address import move
from components.shared.note import link_notes
from components.shared.page_head import page_head
from data.catalog import Catalog, catalog
from data.quiz.asking import pool
from data.quiz.progress import due, session, streak
from data.quiz.question import Mode, Options

STORE = "hipchain.quiz"


@st.fragment
def quiz() -> None:
    """Draw the screen. A fragment: an answer reruns only this."""
    content = catalog()
    st.html(page_head("quiz"))
    options, notes = read(st.query_params)
    link_notes(notes)
    store(content)
    run: Run | None = st.session_state.get("quiz_run")
    if run is None:
        _start(options, content)
    elif len(run.results) == len(run.ids) and run.chosen is None:
        _end(run, content)
    else:
        question(run, content)


def _start(options: Options, content: Catalog) -> None:
    def go(new: Options) -> None:
        move(write(new))

    st.session_state["quiz_modes"] = list(options.modes)

    def turned() -> None:
        chosen = tuple(m for m in Mode if m in st.session_state["quiz_modes"])
        go(options.but(modes=chosen or tuple(Mode)))  # none means all

    st.segmented_control(
        "Kinds of question", list(MODES), format_func=MODES.__getitem__, key="quiz_modes", selection_mode="multi",
        wrap=True, on_change=turned,
    )  # fmt: skip
    with st.container(horizontal=True, gap="medium", key="quiz_options"):
        for label, name, choices in (
            ("Where", "region", AREAS),
            ("Layer", "layer", DEPTHS),
            ("Ask for", "level", LEVELS),
        ):
            key = f"quiz_{name}"
            st.session_state[key] = getattr(options, name)
            st.segmented_control(
                label, list(choices), format_func=choices.__getitem__, key=key, required=True, wrap=True,
                on_change=lambda name=name, key=key: go(options.but(**{name: st.session_state[key]})),
            )  # fmt: skip
    questions = pool(options, content)
    now = datetime.now(UTC)
    waiting = len(due(progress(), questions, now))
    met = sum(q in progress().cards for q in questions)
    st.markdown(f"**{len(questions)} questions** fit, {met} met so far, {waiting} due now.")

    def begin() -> None:
        seed = secrets.randbelow(2**31)
        ids = session(progress(), questions, now, seed)
        st.session_state["quiz_run"] = Run(ids, options, seed)

    st.button("Start", type="primary", on_click=begin, disabled=not questions, key="quiz_start")
    files(content)


def _end(run: Run, content: Catalog) -> None:
    with st.container(key="quiz_text"):
        st.html(text.summary(run.results, streak(progress(), datetime.now(UTC), zone()), content))

        def again() -> None:
            del st.session_state["quiz_run"]

        st.button("Another round", type="primary", on_click=again, key="quiz_again")
    reminder()
    files(content)


quiz()
