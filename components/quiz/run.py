"""One round of the quiz: its questions one by one, each with its picture, its choices and its verdict."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import streamlit as st

from components.diagram.component import Pick, diagram
from components.quiz import text
from components.quiz.footprint import landmarks, marked
from components.quiz.kept import progress
from components.shared.clock import zone
from components.shared.step import step
from components.shared.url import State
from data.catalog import Catalog, catalog
from data.footprint import ATTACHMENTS
from data.quiz.asking import ask
from data.quiz.kinds.find import letters
from data.quiz.lesson import Lesson
from data.quiz.progress import Progress, answered, finished
from data.quiz.question import Mode, Options, Question
from data.visibility import spot

EXAM, MINUTES = 20, 15
"""How many questions a mock exam has, and how long it takes."""


@dataclass
class Run:
    """One session: its questions, the answers so far, and what is open now. Lives in the reader's session.

    A `lesson` is a class's round: nothing of it is kept. With `ends` it is a mock exam: nothing is said before its end.
    """

    ids: list[str]
    options: Options
    seed: int
    results: list[tuple[Question, bool]] = field(default_factory=list)
    chosen: str | None = None
    lettered: bool = False
    lesson: Lesson | None = None
    ends: datetime | None = None

    def late(self, now: datetime) -> bool:
        """Whether the time is over; a minute of grace, for the way from hand to server."""
        return self.ends is not None and now > self.ends + timedelta(minutes=1)

    def waits(self, question: Question) -> bool:
        """Whether this question is the one that waits for an answer: a second tap on it is no second answer."""
        number = len(self.results)
        return self.chosen is None and number < len(self.ids) and self.ids[number] == question.id

    def give_up(self, content: Catalog) -> None:
        """Count what has not been answered as missed. Of that nothing is scheduled: it says not what is known."""
        for id_ in self.ids[len(self.results) :]:
            self.results.append((ask(id_, self.options, content, self.seed), False))
        self.chosen, self.lettered = None, False

    def question(self, content: Catalog) -> Question:
        """The question that is open."""
        return ask(self.ids[len(self.results) - (self.chosen is not None)], self.options, content, self.seed)


def question(run: Run, content: Catalog) -> None:
    """Draw the question that is open, or its answer."""
    asked = run.question(content)
    number = len(run.results) + (run.chosen is None)
    done = run.chosen is not None
    step(f"Question {number} of {len(run.ids)}{', answered' if done else ''}", key="quiz_step")
    st.progress((number if done else number - 1) / len(run.ids))
    if run.ends:
        st.caption(f"Mock exam: hand in by {run.ends.astimezone(zone()):%H:%M}. What was right is said at the end.")
    if asked.view is None:
        with st.container(key="quiz_text"):
            st.html(text.prompt(asked))
            _side(run, asked, content)
            _way_out(run)
        return
    st.html(text.prompt(asked))
    with st.container(key="quiz_columns"):  # on a phone an answer's verdict comes above the picture (styles/quiz.css)
        left, right = st.columns([60, 40], gap="medium")
        with right:
            _side(run, asked, content)
            _way_out(run)
        with left:
            _picture(run, asked, content)


def _picture(run: Run, question: Question, content: Catalog) -> None:
    view = question.view or "lateral"
    known = content.known
    finding = question.mode is Mode.FIND and run.chosen is None
    missed = run.chosen is not None and not question.right(run.chosen)
    shown = question.revisit if run.chosen is not None else question.lit
    named = letters(question, content, run.seed) if run.lettered and finding else {}

    def picked(pick: Pick) -> None:
        if finding and pick.id is not None:
            # whoever taps on what is asked for is right, whatever small thing lies within a finger's reach beside it
            answer(run, question, pick.on if pick.on and question.right(pick.on) else pick.id)

    marks = [{"kind": "badge", "at": spot(view, question.layer, i), "text": letter} for letter, i in named.items()]
    if missed and question.mode is Mode.FIND and question.revisit:
        marks = [{"kind": "badge", "at": spot(view, question.layer, question.revisit), "text": "✓"}]
    state = State(structure=shown, view=view, layer=question.layer)
    if question.footprint:
        marks = [] if run.chosen is not None else marked(question.footprint, view)
        state = state.but(hidden=landmarks(view)) if run.chosen is None else state.coloured(ATTACHMENTS)
    diagram(
        state, known, picked, key=picture_key(run), names=False,
        quiet=True, extra=marks, about=question.prompt,
    )  # fmt: skip


def picture_key(run: Run) -> str:
    """In an exam each question has a picture of its own: no verdict parts them, and a late tap must not answer two."""
    return f"quiz_diagram_{len(run.results)}" if run.ends else "quiz_diagram"


def _side(run: Run, question: Question, content: Catalog) -> None:
    if run.chosen is not None:
        st.html(text.verdict(question, run.chosen, content, len(run.results)))
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
                on_click=answer, args=(run, question, id_),
            )  # fmt: skip


def _way_out(run: Run) -> None:
    if len(run.results) < len(run.ids):
        label, act = ("Hand in", hand_in) if run.ends else ("End this round", _ended)
        st.button(label, type="tertiary", key="quiz_stop", on_click=act, args=(run,))


def _ended(run: Run) -> None:
    """Leave the rest: what was answered makes the summary, and nothing answered leads back to the start.

    A class's round stays whole, the rest missed: its slip is checked against all its questions.
    """
    if run.lesson and run.results:
        run.give_up(catalog())
        return
    run.ids = run.ids[: len(run.results)]
    run.chosen, run.lettered = None, False
    if not run.ids:
        del st.session_state["quiz_run"]


def hand_in(run: Run) -> None:
    """End a mock exam as it is, by hand or because its time is over: a finished round like others. Only once."""
    if len(run.results) < len(run.ids):
        run.give_up(catalog())
        _keep(finished(progress(), datetime.now(UTC), zone()))


def _letter(run: Run) -> None:
    run.lettered = True


def answer(run: Run, question: Question, chosen: str) -> None:
    """Take an answer, where the question still waits for one and there is time."""
    now = datetime.now(UTC)
    if not run.waits(question):  # a double click, or a tap on what the screen no longer asks
        return
    if run.late(now):  # the page looks at the clock only when it is drawn
        hand_in(run)
        return
    run.results.append((question, question.right(chosen)))
    run.chosen = None if run.ends else chosen
    run.lettered = run.lettered and not run.ends
    if run.lesson:
        return
    learned = answered(progress(), question.id, question.right(chosen), now)
    _keep(finished(learned, now, zone()) if len(run.results) == len(run.ids) else learned)


def _keep(new: Progress) -> None:
    """Progress that the browser is to keep."""
    st.session_state["quiz_progress"] = new
    st.session_state["quiz_changed"], st.session_state["quiz_whole"] = True, False
    st.session_state.pop("quiz_before", None)  # an import is no longer the last thing that happened
    st.session_state["quiz_damaged"] = False


def _next(run: Run) -> None:
    run.chosen, run.lettered = None, False
