"""The quiz's progress: kept in the reader's browser, taken along as a file, brought back."""

from __future__ import annotations

import streamlit as st

from components.quiz.state import LEVELS
from components.shared.keep import keep
from data.catalog import Catalog
from data.quiz.asking import pool
from data.quiz.progress import Progress, UnreadableError, from_file, merged, to_be_taken_along, to_file
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
    value = to_file(progress()) if changed else None
    whole = st.session_state.get("quiz_whole", False)
    keep(STORE, value, found, ask="quiz_asked" not in st.session_state, whole=whole)
    if st.session_state.get("quiz_refused"):
        st.caption(":material/info: This browser does not keep anything: progress lasts until the page is closed.")
    if st.session_state.get("quiz_damaged"):
        st.caption(":material/info: What this browser had kept is damaged; the next answer starts it anew.")


def _known(content: Catalog) -> set[str]:
    """Every question that there is, whatever the options."""
    return {q for level in LEVELS for q in pool(Options(level=level), content)}


def reminder() -> None:
    """After every fifth round: take the progress along as a file. Put off, it comes back five rounds later."""
    rounds = progress().rounds
    if not to_be_taken_along(progress()) or st.session_state.get("quiz_put_off") == rounds:
        return

    def put_off() -> None:
        st.session_state["quiz_put_off"] = rounds

    with st.container(border=True, key="quiz_reminder"):
        st.markdown(f"**{rounds} rounds done.** They are kept in this browser only. A file keeps them if it forgets.")
        with st.container(horizontal=True):
            st.download_button(
                "Export progress", to_file(progress()), "hipchain-quiz.json", "application/json", on_click=put_off,
                key="quiz_reminder_export",
            )  # fmt: skip
            st.button("Not now", on_click=put_off, key="quiz_reminder_later")


def files(content: Catalog) -> None:
    """Progress as a file, out and in."""
    empty = not progress().cards
    with st.expander("Your progress", icon=":material/save:", expanded=empty):
        st.markdown(
            "Nothing is kept here yet. Import a file from another device or from before, or just start."
            if empty
            else "It stays in this browser and nowhere else: not on our server, not on your other devices. Browsers "
            "may delete it: Safari does when you have not been here for seven days of use. Take it along as a file."
        )
        # No kind of file is named: tablets grey out what they take for another, and the contents decide anyway.
        if empty:
            given = st.file_uploader("Import", key="quiz_import", max_upload_size=1)
        else:
            st.download_button(
                "Export", to_file(progress()), "hipchain-quiz.json", "application/json", on_click="ignore",
                key="quiz_export",
            )  # fmt: skip
            given = st.file_uploader("Import", key="quiz_import", max_upload_size=1)
    _undo()
    if given is None or st.session_state.get("quiz_given") == given.file_id:
        return
    try:
        brought = from_file(given.getvalue(), _known(content))
    except UnreadableError as error:
        st.error(f"{error} Nothing was changed.", icon=":material/error:")  # outside: what folds away may be closed
        return
    before = progress()
    now = merged(before, brought)
    taken = sum(before.cards.get(q) != card for q, card in now.cards.items())
    st.session_state["quiz_given"] = given.file_id
    st.session_state["quiz_before"] = (before, f"{taken} questions taken over, {len(now.cards) - taken} kept.")
    st.session_state["quiz_progress"] = now
    st.session_state["quiz_changed"], st.session_state["quiz_whole"] = True, False
    st.rerun(scope="fragment")


def _undo() -> None:
    """What the last import did, and one step back."""
    if "quiz_before" not in st.session_state:
        return
    before, words = st.session_state["quiz_before"]

    def back() -> None:
        st.session_state["quiz_progress"] = before
        st.session_state["quiz_changed"] = st.session_state["quiz_whole"] = True
        del st.session_state["quiz_before"]

    st.success(words, icon=":material/merge:")
    st.button("Undo the import", on_click=back, key="quiz_undo")
