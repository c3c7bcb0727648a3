"""The self-check: the gate, one test after the other, and what it comes to. Answers live in this session only."""

from __future__ import annotations

from typing import Any

import streamlit as st

from components import self_check_text as text
from components.diagram import diagram
from components.step import step
from components.url import State
from data.catalog import Catalog
from data.catalog import catalog as content
from data.model import Urgency
from data.self_check import NOT_SURE, SKIP
from data.self_result import GATE, RESULT, STOP, TEST, result, screen
from data.stop_flag import StopFlag

KEY = "self_check"
"""Where this session keeps its answers; nothing of them is ever in the URL or on a disk."""
YES_NO = ["Yes", "No"]
SOFT_TITLE = "Not urgent, but it changes the advice"


@st.fragment
def self_check(catalog: Catalog) -> None:
    """Draw the screen that this session has reached. Whatever the link says, it begins with the gate."""
    now = _now()
    shown, number = screen(now["answers"], now["flags"], catalog, now["at"])
    said = {
        GATE: "First: signs that need a person",
        STOP: "The self-check ends here",
        TEST: f"Test {number + 1} of {len(catalog.self_check.tests)}",
        RESULT: "Result",
    }
    step(said[shown])
    with st.container(key=f"self_check_{shown}"):
        if shown == GATE:
            _gate(catalog)
        elif shown == STOP:
            _stop(catalog)
        elif shown == TEST:
            _test(catalog, number)
        else:
            _result(catalog)


def forget() -> None:
    """Forget every answer of this session."""
    st.session_state[KEY] = {"flags": {}, "answers": {}, "at": None}


def _now() -> dict[str, Any]:
    if not isinstance(st.session_state.get(KEY), dict):
        forget()
    now: dict[str, Any] = st.session_state[KEY]
    return now


def _halt(flag: str) -> None:
    """A stop sign: forget everything but which one it was, so that the screen can say what to do."""
    forget()
    _now()["flags"] = {flag: True}


# ---- the gate
def _gate(catalog: Catalog) -> None:
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
        _group(catalog, "emergency", groups[0][1], groups[0][2])
    with middle:
        for urgency, title, found in groups[1:]:
            _group(catalog, urgency.value, title, found)
    with right:
        _group(catalog, "soft", SOFT_TITLE, [f for f in flags if not f.stops])
        missing = len(result({}, _now()["flags"], catalog).unanswered)
        if missing:
            st.caption(f"{missing} of {len(flags)} still to answer.")
        else:
            st.button("Begin the tests", type="primary", width="stretch", key="begin", on_click=_go, args=(0,))


def _group(catalog: Catalog, key: str, title: str, found: list[StopFlag]) -> None:
    with st.container(key=f"gate_{key}", gap="small"):
        st.subheader(title, divider="gray", anchor=False)
        for flag in found:
            answer = _now()["flags"].get(flag.id)
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
        _halt(flag.id)
    elif said is None:
        _now()["flags"].pop(flag.id, None)
    else:
        _now()["flags"][flag.id] = said == "Yes"


def _none_of(ids: list[str]) -> None:
    _now()["flags"].update(dict.fromkeys(ids, False))


def _go(at: int | None) -> None:
    _now()["at"] = at


def _stop(catalog: Catalog) -> None:
    now = _now()
    stops = result(now["answers"], now["flags"], catalog).stops
    st.title(text.STOP_TITLES[stops[0].urgency], anchor=False)
    for flag in stops:
        st.html(text.stop(flag, catalog))
    st.caption("Your answers are forgotten. No rolling and no exercise from this app until someone has looked at it.")
    _again("I tapped by mistake: start again")


# ---- the tests
def _test(catalog: Catalog, number: int) -> None:
    tests = catalog.self_check.tests
    found = tests[number]
    st.progress((number + 1) / len(tests))
    st.title(found.name, anchor=False)
    left, right = st.columns([40, 60], gap="medium")
    with left, st.container(key="self_picture"):
        look = State(structure=found.picture.structure, view=found.picture.view, layer=found.picture.layer)
        diagram(look, (), lambda _: None, key="self_diagram", names=False, pose=found.picture.pose)
        st.caption(f"Marked: {catalog.name(found.picture.structure)}")
    with right:
        st.html(text.test(found))
        given = _now()["answers"].get(found.id)
        st.markdown("**What did you find?** If two fit, take the one nearer the top.")
        with st.container(key="answers", gap="small"):
            for answer in found.answers:
                _choice(found.id, answer.id, answer.label, number, given)
            with st.container(horizontal=True, gap="small"):
                _choice(found.id, NOT_SURE, "Not sure", number, given)
                _choice(found.id, SKIP, "Skip", number, given)
        with st.expander("How good is this test?"):
            st.html(text.accuracy(found, catalog))
        _back(number - 1 if number else None)


def _choice(test: str, answer: str, label: str, number: int, given: str | None) -> None:
    st.button(
        label,
        key=f"answer_{test}_{answer}",
        type="primary" if given == answer else "secondary",
        width="stretch",
        on_click=_answered,
        args=(test, answer, number),
    )


def _answered(test: str, answer: str, number: int) -> None:
    now = _now()
    now["answers"][test] = answer
    now["at"] = number + 1
    found = result(now["answers"], now["flags"], content())
    if found.stops:
        _halt(found.stops[0].id)


# ---- what it comes to
def _result(catalog: Catalog) -> None:
    now = _now()
    found = result(now["answers"], now["flags"], catalog)
    check = catalog.self_check
    st.title("What your answers suggest", anchor=False)
    for flag in found.soft:
        st.html(text.soft(flag, catalog))
    st.html(text.headline(found, check))
    for weighed in text.ranked(found):
        st.html(text.outcome(weighed, catalog, wait=found.see_someone_first))
    st.markdown(check.retest)
    st.caption("Links open in a new tab, so that your answers stay here. Closing or reloading the page forgets them.")
    with st.expander("How this is counted"):
        st.html(text.scoring(catalog))
    with st.expander("Tests we left out, and why"):
        st.html(text.left_out(check, catalog))
    with st.container(horizontal=True, gap="small"):
        _again("Start again: forget everything")
        _back(len(check.tests) - 1)


def _again(label: str) -> None:
    st.button(label, key="start_again", icon=":material/restart_alt:", on_click=forget)


def _back(to: int | None) -> None:
    st.button("Back", key="back", icon=":material/arrow_back:", on_click=_go, args=(to,))
