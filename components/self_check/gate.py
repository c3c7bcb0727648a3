"""The gate of the self-check: the stop signs, one screen; nothing gets past it."""

from __future__ import annotations

import streamlit as st

from components.self_check import text
from components.self_check.answers import go, halt, now
from data.catalog import Catalog
from data.model import Urgency
from data.self_result import result
from data.stop_flag import StopFlag

YES_NO = ["Yes", "No"]
SOFT_TITLE = "Not urgent, but it changes the advice"


def gate(catalog: Catalog) -> None:
    """Draw every stop sign with its yes and no, grouped by urgency."""
    flags = catalog.stop_flags.values()
    groups = [
        (u, catalog.self_check.urgent[u].title, [f for f in flags if f.stops and f.urgency is u]) for u in Urgency
    ]
    st.title("Self-check", anchor=False)
    st.markdown(
        "Does one of these fit you? Do not test it: answer from what you know. A yes says what to do. "
        "**Nothing is stored; closing the page forgets it.**"
    )
    left, middle, right = st.columns(3, gap="medium")
    with left:
        _group("emergency", groups[0][1], groups[0][2])
    with middle:
        for urgency, title, found in groups[1:]:
            _group(urgency.value, title, found)
    with right:
        _group("soft", SOFT_TITLE, [f for f in flags if not f.stops])
        missing = len(result({}, now()["flags"], catalog).unanswered)
        if missing:
            st.caption(f"{missing} of {len(flags)} still to answer.")
        else:
            st.button("Begin the tests", type="primary", width="stretch", key="begin", on_click=go, args=(0,))


def _group(key: str, title: str, found: list[StopFlag]) -> None:
    with st.container(key=f"gate_{key}", gap="small"):
        st.subheader(title, divider="gray", anchor=False)
        for flag in found:
            answer = now()["flags"].get(flag.id)
            st.session_state[f"flag_{flag.id}"] = None if answer is None else YES_NO[0 if answer else 1]
            with st.container(key=f"row_{flag.id}", horizontal=True, vertical_alignment="center", gap="small"):
                st.html(text.flag(flag))
                st.segmented_control(
                    f"{flag.name}: {flag.ask}",
                    YES_NO,
                    key=f"flag_{flag.id}",
                    label_visibility="collapsed",
                    on_change=_flagged,
                    args=(flag,),
                )
        ids = [f.id for f in found]
        st.button("None of these", key=f"none_{key}", on_click=_none_of, args=(ids,), width="stretch")


def _flagged(flag: StopFlag) -> None:
    said = st.session_state[f"flag_{flag.id}"]
    if said == "Yes" and flag.stops:
        halt(flag.id)
    elif said is None:
        now()["flags"].pop(flag.id, None)
    else:
        now()["flags"][flag.id] = said == "Yes"


def _none_of(ids: list[str]) -> None:
    now()["flags"].update(dict.fromkeys(ids, False))
