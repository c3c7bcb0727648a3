"""For teachers: a round of the quiz that is the same for a whole class, its link and code, and the check of a slip."""

from __future__ import annotations

import segno
import streamlit as st

from components.quiz.lesson import address, checked, read_lesson, write_lesson
from components.quiz.state import LEVELS, MODES, read
from components.shared.address import base, follow, move
from components.shared.for_teachers import WORDS
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.reach import opens_elsewhere
from data.catalog import Catalog, catalog
from data.quiz.lesson import COUNTS, MOST_SUBJECTS, SEEDS, Lesson, WrongCodeError, questions
from data.quiz.question import Mode, Options

START = Lesson(7, ("gluteals",))
"""The round of an address that names none."""


@st.fragment
def teachers() -> None:
    """Draw the screen. A fragment: every choice reruns only this."""
    content = catalog()
    st.html(page_head("teachers"))
    left, right = st.columns([54, 46], gap="large")
    with left:
        lesson, options = _choices(content)
    with right:
        _link(lesson, options, content)
    st.markdown(WORDS)


def _choices(content: Catalog) -> tuple[Lesson, Options]:
    """The round that the page's own address names, with what changes it: a reload or a bookmark brings it back."""
    options, notes = read(st.query_params)
    lesson, more = read_lesson(st.query_params, content)
    link_notes(more or notes)
    lesson = lesson or START

    def turned() -> None:
        now = st.session_state
        modes = tuple(m for m in Mode if m in now["lesson_modes"]) or tuple(Mode)
        chosen = Lesson(int(now["lesson_seed"]), tuple(now["lesson_subjects"]), now["lesson_count"])
        move(write_lesson(chosen, options.but(modes=modes, level=now["lesson_level"] or options.level)))

    names = {g.id: f"{g.name} (group)" for g in content.groups.values()}
    names |= {id_: content.name(id_) for id_ in sorted(content.structures, key=content.name)}
    st.multiselect(
        "About (none chosen: everything)", list(names), format_func=names.__getitem__, on_change=turned,
        key=follow("lesson_subjects", list(lesson.subjects)), max_selections=MOST_SUBJECTS,
    )  # fmt: skip
    _follow_modes(options)
    st.pills(
        "Kinds of question (none chosen: all)", list(MODES), format_func=MODES.__getitem__, selection_mode="multi",
        key="lesson_modes", on_change=turned,
    )  # fmt: skip
    st.segmented_control(
        "Ask for", list(LEVELS), format_func=LEVELS.__getitem__, key=follow("lesson_level", options.level),
        required=True, on_change=turned,
    )  # fmt: skip
    st.slider(
        "Questions", COUNTS.start, COUNTS.stop - 1, key=follow("lesson_count", lesson.count), on_change=turned
    )  # fmt: skip
    st.number_input(
        "Round", SEEDS.start, SEEDS.stop - 1, key=follow("lesson_seed", lesson.seed), on_change=turned,
        help="Another number draws other questions, for another group or the next lesson.",
    )  # fmt: skip
    return lesson, options


def _follow_modes(options: Options) -> None:
    """Give the kinds what the address says, where it says others: the order is that of the clicks."""
    shown = tuple(st.session_state.get("lesson_modes", ()))
    if set(shown or Mode) != set(options.modes):
        st.session_state["lesson_modes"] = [] if set(options.modes) == set(Mode) else list(options.modes)


def _link(lesson: Lesson, options: Options, content: Catalog) -> None:
    ids = questions(lesson, options, content)
    if not ids:
        st.info("No question fits this choice.")
        return
    found = address(lesson, options, base("teachers"))
    if len(ids) < lesson.count:
        st.caption(f"Only {len(ids)} questions fit this choice.")
    picture = segno.make_qr(found, error="m").svg_data_uri(scale=6, border=2, dark="#000", light="#fff")
    st.html(f'<img class="hc-code" alt="The link of this round as a code to scan" src="{picture}">')
    st.code(found, language=None, wrap_lines=True)
    if not opens_elsewhere(found):
        st.caption(":material/info: This address is of this machine or network: it opens nowhere else.")
    with st.container(key="lesson_check"):
        given = st.text_area(
            "Check a slip: paste all of it, or its code for the round above", key="lesson_code", max_chars=8000,
            height=120, placeholder="XXXX-XXXX",
        )  # fmt: skip
        if given:
            _checked(given, ids, content)


def _checked(given: str, ids: list[str], content: Catalog) -> None:
    try:
        answers = checked(given, ids, content)
    except WrongCodeError as error:
        st.error(str(error), icon=":material/error:")
        return
    missed = ", ".join(str(n) for n, right in enumerate(answers, 1) if not right)
    st.success(f"{sum(answers)} of {len(answers)} right" + (f"; missed: {missed}." if missed else "."))


teachers()
