"""The handout as it will be printed: its pages as pictures, its downloads, and why a page cannot be made."""

from __future__ import annotations

from base64 import b64encode

import streamlit as st

from components.handout.calendar import CHANGED, ics
from components.handout.letters import missing
from components.handout.pdf import pdf
from components.handout.picture import pngs
from components.handout.sheet import DoesNotFitError
from data.catalog import catalog
from data.handout import Handout

_SHOWN = (
    "The page as it will be printed; the download holds its text",
    "The home plan, on a second page; the download holds its text",
)


def preview(page: Handout) -> None:
    """Draw it."""
    if not (page.structures or page.chain or page.exercises):
        st.info("Choose a structure, a chain or an exercise, and the page appears here.")
        return
    lost = missing(page.note + page.name + "".join(dose for _, dose in page.exercises))
    if lost:
        st.warning(f"No letters for: {' '.join(lost[:12])}. They are printed as a box.", icon=":material/info:")
    try:
        document, pictures = _made(page)
    except DoesNotFitError as error:
        st.error(str(error), icon=":material/content_cut:")
        return
    with st.container(horizontal=True):
        st.download_button(
            "Download the pages (PDF)" if page.planned else "Download the page (PDF)", document,
            "hipchain-handout.pdf", "application/pdf", type="primary",
            icon=":material/download:", on_click="ignore", key="handout_download",
        )  # fmt: skip
        if page.planned:
            st.download_button(
                "Days for a calendar (.ics)", lambda: ics(page, catalog()), "hipchain-plan.ics", "text/calendar",
                icon=":material/event:", on_click="ignore", key="handout_calendar",
            )  # fmt: skip
    if page.planned:
        st.caption(CHANGED)
    with st.container(key="handout_preview"):
        for words, picture in zip(_SHOWN, pictures, strict=False):
            shown = b64encode(picture).decode()  # in the page itself: what is typed is not kept as a file on the server
            st.html(f'<img alt="{words}" src="data:image/png;base64,{shown}">')
    if page.link:
        st.caption(f"The code on the page opens {page.link}")


def _made(page: Handout) -> tuple[bytes, tuple[bytes, ...]]:
    """The handout as PDF and its pages as pictures; the last is kept in the reader's session, and nowhere else."""
    kept = st.session_state.get("handout_made")
    if kept and kept[0] == page:
        return kept[1], kept[2]
    document = pdf(page, catalog())
    st.session_state["handout_made"] = (page, document, pngs(document))
    return document, st.session_state["handout_made"][2]
