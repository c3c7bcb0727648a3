"""For teachers: a round of the quiz that is the same for a whole class, its link and code, and the check of a slip."""

from __future__ import annotations

import segno
import streamlit as st

from components.quiz.lesson import address
from components.quiz.state import LEVELS, MODES
from components.shared.address import base
from components.shared.for_teachers import WORDS
from components.shared.page_head import page_head
from components.shared.reach import opens_elsewhere
from data.catalog import Catalog, catalog
from data.quiz.lesson import COUNTS, MOST_SUBJECTS, SEEDS, Lesson, WrongCodeError, questions, read_code
from data.quiz.question import Mode, Options


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
    names = {g.id: f"{g.name} (group)" for g in content.groups.values()}
    names |= {id_: content.name(id_) for id_ in sorted(content.structures, key=content.name)}
    subjects = st.multiselect(
        "About (none chosen: everything)", list(names), default=["gluteals"], format_func=names.__getitem__,
        key="lesson_subjects", max_selections=MOST_SUBJECTS,
    )  # fmt: skip
    modes = st.pills(
        "Kinds of question (none chosen: all)", list(MODES), format_func=MODES.__getitem__, selection_mode="multi",
        key="lesson_modes",
    )  # fmt: skip
    level = st.segmented_control(
        "Ask for", list(LEVELS), default=Options().level, format_func=LEVELS.__getitem__,
        key="lesson_level", required=True,
    )  # fmt: skip
    count = st.slider("Questions", COUNTS.start, COUNTS.stop - 1, 10, key="lesson_count")
    seed = st.number_input(
        "Round", SEEDS.start, SEEDS.stop - 1, 7, key="lesson_seed",
        help="Another number draws other questions, for another group or the next lesson.",
    )  # fmt: skip
    chosen = tuple(m for m in Mode if m in modes) or tuple(Mode)
    return Lesson(int(seed), tuple(subjects), count), Options(modes=chosen, level=level or Options().level)


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
        given = st.text_input("Check a slip's code", key="lesson_code", max_chars=40, placeholder="XXXX-XXXX")
        if given:
            _checked(given, ids)


def _checked(given: str, ids: list[str]) -> None:
    try:
        answers = read_code(given, ids)
    except WrongCodeError as error:
        st.error(str(error), icon=":material/error:")
        return
    missed = ", ".join(str(n) for n, right in enumerate(answers, 1) if not right)
    st.success(f"{sum(answers)} of {len(answers)} right" + (f"; missed: {missed}." if missed else "."))


teachers()
