"""The Quiz screen: ten questions a session, what comes back when, and progress that stays in the browser."""

from __future__ import annotations

import random
import secrets
from datetime import UTC, datetime, timedelta

import streamlit as st

from components.deck.choice import take_along
from components.quiz import text
from components.quiz.kept import files, progress, reminder, store
from components.quiz.lesson import read_lesson, slip, subject_names
from components.quiz.run import EXAM, MINUTES, Run, hand_in, question
from components.quiz.state import AREAS, DEPTHS, LEVELS, MODES, read, write
from components.shared.address import base, move
from components.shared.clock import today, zone
from components.shared.note import link_notes
from components.shared.page_head import page_head
from data.catalog import Catalog, catalog
from data.quiz.asking import pool
from data.quiz.lesson import Lesson, questions
from data.quiz.progress import due, session, streak
from data.quiz.question import Mode, Options


@st.fragment
def quiz() -> None:
    """Draw the screen. A fragment: an answer reruns only this."""
    content = catalog()
    st.html(page_head("quiz"))
    options, notes = read(st.query_params)
    lesson, more = read_lesson(st.query_params, content)
    link_notes([*notes, *more])
    run: Run | None = st.session_state.get("quiz_run")
    if run and run.late(datetime.now(UTC)):
        hand_in(run)
    store(content)
    if run is None and lesson:
        _class(lesson, options, content)
    elif run is None:
        _start(options, content)
    elif len(run.results) == len(run.ids) and run.chosen is None:
        _end(run, content)
    else:
        question(run, content)


def _class(lesson: Lesson, options: Options, content: Catalog) -> None:
    """The start of a round that everybody in a class gets."""
    ids = questions(lesson, options, content)
    kinds = ", ".join(MODES[m] for m in options.modes)
    st.markdown(
        f"**A round for your class**: {len(ids)} questions on {subject_names(lesson, content)} ({kinds}). "
        "Everybody who opens this link gets the same. "
        "Nothing is stored or sent: at the end there is a slip to copy or print."
    )

    def begin() -> None:
        st.session_state["quiz_run"] = Run(ids, options, lesson.seed, lesson=lesson)

    st.button("Start", type="primary", on_click=begin, disabled=not ids, key="quiz_start")
    st.button("A quiz of my own instead", type="tertiary", on_click=lambda: move(write(options)), key="quiz_own")


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
    fit = pool(options, content)
    now = datetime.now(UTC)
    waiting = len(due(progress(), fit, now))
    known = progress().cards
    met = sum(q in known for q in fit)
    st.markdown(f"**{len(fit)} questions** fit, {met} met so far, {waiting} due now.")

    def begin() -> None:
        seed = secrets.randbelow(2**31)
        ids = session(progress(), fit, now, seed)
        st.session_state["quiz_run"] = Run(ids, options, seed)

    def exam() -> None:
        seed = secrets.randbelow(2**31)
        ids = random.Random(seed).sample(fit, min(EXAM, len(fit)))
        st.session_state["quiz_run"] = Run(ids, options, seed, ends=datetime.now(UTC) + timedelta(minutes=MINUTES))

    with st.container(horizontal=True):
        st.button("Start", type="primary", on_click=begin, disabled=not fit, key="quiz_start")
        st.button(
            f"Mock exam: {min(EXAM, len(fit))} questions, {MINUTES} minutes", on_click=exam, disabled=not fit,
            key="quiz_exam",
        )  # fmt: skip
    files(content)
    take_along(content)


def _end(run: Run, content: Catalog) -> None:
    days = 0 if run.lesson else streak(progress(), datetime.now(UTC), zone())
    with st.container(key="quiz_text"):
        st.html(text.summary(run.results, days, content))
        if run.ends:
            st.html(text.review(run.results, content))
        if run.lesson:
            _slip(run, run.lesson, content)

        def again() -> None:
            del st.session_state["quiz_run"]

        st.button("Another round", type="primary", on_click=again, key="quiz_again")
    if not run.lesson:
        reminder()
    files(content)


def _slip(run: Run, lesson: Lesson, content: Catalog) -> None:
    """What is handed in, to copy, save or print."""
    said = slip(lesson, run.options, run.results, content, today(), base("quiz"))
    st.markdown("Your slip: copy it, or save it, and write your name below. Your teacher can check its code.")
    st.code(said, language=None, wrap_lines=True)
    st.download_button(
        "Save the slip (.txt)", said, "hipchain-slip.txt", "text/plain", on_click="ignore", key="quiz_slip"
    )


quiz()
