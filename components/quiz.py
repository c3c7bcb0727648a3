"""The Quiz screen: ten questions a session, what comes back when, and progress that stays in the browser."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import UTC, datetime

import streamlit as st

from components import quiz_text as text
from components.address import move
from components.diagram import Pick, diagram
from components.keep import keep
from components.page_head import page_head
from components.quiz_state import AREAS, DEPTHS, LEVELS, MODES, read, write
from components.step import step
from components.url import State
from data.catalog import Catalog, catalog
from data.quiz.asking import ask, letters, pool
from data.quiz.progress import Progress, UnreadableError, answered, due, finished, from_file, session, streak, to_file
from data.quiz.question import Mode, Options, Question
from data.visibility import spot

STORE = "hipchain.quiz"


@dataclass
class Run:
    """One session: its questions, the answers so far, and what is open now. Lives in the reader's session."""

    ids: list[str]
    options: Options
    seed: int
    results: list[tuple[Question, bool]] = field(default_factory=list)
    chosen: str | None = None
    lettered: bool = False

    def question(self, content: Catalog) -> Question:
        """The question that is open."""
        return ask(self.ids[len(self.results) - (self.chosen is not None)], self.options, content, self.seed)


@st.fragment
def quiz() -> None:
    """Draw the screen. A fragment: an answer reruns only this."""
    content = catalog()
    st.html(page_head("Quiz", "Ten questions at a time. What you miss comes back sooner."))
    options, notes = read(st.query_params)
    for note in notes:
        st.caption(f":material/info: {note}")
    _store(content)
    run: Run | None = st.session_state.get("quiz_run")
    if run is None:
        _start(options, content)
    elif len(run.results) == len(run.ids) and run.chosen is None:
        _end(run, content)
    else:
        _question(run, content)


def _progress() -> Progress:
    found: Progress = st.session_state.setdefault("quiz_progress", Progress())
    return found


def _store(content: Catalog) -> None:
    """Fetch what the browser keeps, once; later write what has changed."""

    def found(kept: str | None, refused: bool) -> None:
        st.session_state["quiz_asked"] = True
        st.session_state["quiz_refused"] = refused
        if kept:
            try:
                st.session_state["quiz_progress"] = from_file(kept, _known(content))
            except UnreadableError:
                st.session_state["quiz_damaged"] = True  # left as it is until there is something new to keep

    changed = st.session_state.get("quiz_changed", False)
    keep(STORE, to_file(_progress()) if changed else None, found, ask="quiz_asked" not in st.session_state)
    if st.session_state.get("quiz_refused"):
        st.caption(":material/info: This browser does not keep anything: progress lasts until the page is closed.")
    if st.session_state.get("quiz_damaged"):
        st.caption(":material/info: What this browser had kept is damaged; the next answer starts it anew.")


def _known(content: Catalog) -> set[str]:
    """Every question that there is, whatever the options."""
    return {q for level in LEVELS for q in pool(Options(level=level), content)}


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
    waiting = len(due(_progress(), questions, now))
    met = sum(q in _progress().cards for q in questions)
    st.markdown(f"**{len(questions)} questions** fit, {met} met so far, {waiting} due now.")

    def begin() -> None:
        seed = secrets.randbelow(2**31)
        ids = session(_progress(), questions, now, seed)
        st.session_state["quiz_run"] = Run(ids, options, seed)

    st.button("Start", type="primary", on_click=begin, disabled=not questions, key="quiz_start")
    _files(content)


def _question(run: Run, content: Catalog) -> None:
    question = run.question(content)
    number = len(run.results) + (run.chosen is None)
    done = run.chosen is not None
    step(f"Question {number} of {len(run.ids)}{', answered' if done else ''}", key="quiz_step")
    st.progress((number if done else number - 1) / len(run.ids))
    if question.view is None:
        with st.container(key="quiz_text"):
            st.html(text.prompt(question))
            _side(run, question, content)
        return
    st.html(text.prompt(question))
    with st.container(key="quiz_columns"):  # on a phone an answer's verdict comes above the picture (styles/quiz.css)
        left, right = st.columns([60, 40], gap="medium")
        with right:
            _side(run, question, content)
        with left:
            _picture(run, question, content)


def _picture(run: Run, question: Question, content: Catalog) -> None:
    view = question.view or "lateral"
    known = {*content.structures, *content.bones, *content.context}
    finding = question.mode is Mode.FIND and run.chosen is None
    missed = run.chosen is not None and not question.right(run.chosen)
    shown = question.revisit if run.chosen is not None else question.lit
    named = letters(question, content, run.seed) if run.lettered and finding else {}

    def picked(pick: Pick) -> None:
        if finding and pick.id is not None:
            _answer(run, question, pick.id)

    marks = [{"kind": "badge", "at": spot(view, question.layer, i), "text": letter} for letter, i in named.items()]
    if missed and question.mode is Mode.FIND and question.revisit:
        marks = [{"kind": "badge", "at": spot(view, question.layer, question.revisit), "text": "✓"}]
    diagram(
        State(structure=shown, view=view, layer=question.layer), known, picked, key="quiz_diagram", names=False,
        quiet=True, extra=marks, about=question.prompt,
    )  # fmt: skip


def _side(run: Run, question: Question, content: Catalog) -> None:
    if run.chosen is not None:
        st.html(text.verdict(question, run.chosen, content))
        last = len(run.results) == len(run.ids)
        st.button(
            "Summary" if last else "Next",
            type="primary",
            on_click=_next,
            args=(run,),
            key=f"quiz_next_{len(run.results)}",
        )
        return
    if question.mode is Mode.FIND:
        if not run.lettered:
            st.caption("Tap it in the picture.")
            st.button("Answer by letters instead", on_click=_letter, args=(run,), key="quiz_letters")
            return
        choices = [(i, letter) for letter, i in letters(question, content, run.seed).items()]
    else:
        choices = list(question.choices)
    with st.container(key="quiz_choices"):
        for number, (id_, words) in enumerate(choices):
            st.button(
                words, key=f"quiz_choice_{len(run.results)}_{number}", width="stretch",
                on_click=_answer, args=(run, question, id_),
            )  # fmt: skip


def _letter(run: Run) -> None:
    run.lettered = True


def _answer(run: Run, question: Question, chosen: str) -> None:
    now = datetime.now(UTC)
    run.chosen = chosen
    run.results.append((question, question.right(chosen)))
    st.session_state["quiz_progress"] = answered(_progress(), question.id, question.right(chosen), now)
    if len(run.results) == len(run.ids):
        st.session_state["quiz_progress"] = finished(_progress(), now)
    st.session_state["quiz_changed"] = True
    st.session_state["quiz_damaged"] = False


def _next(run: Run) -> None:
    run.chosen, run.lettered = None, False


def _end(run: Run, content: Catalog) -> None:
    with st.container(key="quiz_text"):
        st.html(text.summary(run.results, streak(_progress(), datetime.now(UTC)), content))

        def again() -> None:
            del st.session_state["quiz_run"]

        st.button("Another round", type="primary", on_click=again, key="quiz_again")
    _files(content)


def _files(content: Catalog) -> None:
    """Progress as a file, out and in."""
    with st.expander("Your progress", icon=":material/save:"):
        st.markdown(
            "It stays in this browser and nowhere else: not on our server, not on your other devices. "
            "Take it along as a file."
        )
        st.download_button(
            "Export",
            to_file(_progress()),
            "hipchain-quiz.json",
            "application/json",
            on_click="ignore",
            key="quiz_export",
        )
        given = st.file_uploader("Import", type=["json"], key="quiz_import", max_upload_size=1)
    if given is None or st.session_state.get("quiz_given") == given.file_id:
        return
    try:
        st.session_state["quiz_progress"] = from_file(given.getvalue(), _known(content))
    except UnreadableError as error:
        st.error(f"{error} Nothing was changed.", icon=":material/error:")  # outside: what folds away may be closed
        return
    st.session_state["quiz_given"] = given.file_id
    st.session_state["quiz_changed"] = True
    st.rerun(scope="fragment")
