"""The quiz's progress: kept in the reader's browser, taken along as a file, brought back."""

from __future__ import annotations

import streamlit as st

from components.quiz.state import LEVELS
from components.shared.keep import keep
from data.catalog import Catalog
from data.quiz.asking import pool
from data.quiz.progress import Progress, UnreadableError, from_file, to_file
from data.quiz.question import Options

STORE = "hipchain.quiz"


def progress() -> Progress:
    """The progress of this reader's session."""
    found: Progress = st.session_state.setdefault("quiz_progress", Progress())
    return found


def store(content: Catalog) -> None:
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
    keep(STORE, to_file(progress()) if changed else None, found, ask="quiz_asked" not in st.session_state)
    if st.session_state.get("quiz_refused"):
        st.caption(":material/info: This browser does not keep anything: progress lasts until the page is closed.")
    if st.session_state.get("quiz_damaged"):
        st.caption(":material/info: What this browser had kept is damaged; the next answer starts it anew.")


def _known(content: Catalog) -> set[str]:
    """Every question that there is, whatever the options."""
    return {q for level in LEVELS for q in pool(Options(level=level), content)}


def files(content: Catalog) -> None:
    """Progress as a file, out and in."""
    with st.expander("Your progress", icon=":material/save:"):
        st.markdown(
            "It stays in this browser and nowhere else: not on our server, not on your other devices. "
            "Take it along as a file."
        )
        st.download_button(
            "Export",
            to_file(progress()),
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
