"""The self-check: the gate, one test after the other, and what it comes to. Answers live in this session only."""

from __future__ import annotations

import streamlit as st

from components.card.self_test import accuracy
from components.diagram.component import diagram
from components.figures.html import shown as pictured
from components.self_check import signs, text
from components.self_check.answers import about, forget, go, halt, now, told
from components.self_check.gate import gate
from components.self_check.stories import stories
from components.shared.side import one_leg, read_side
from components.shared.step import step
from components.shared.url import State
from data.catalog import Catalog, catalog
from data.catalog import catalog as content
from data.self_check import NOT_SURE, SKIP
from data.self_result import GATE, RESULT, STOP, TEST, result, screen


@st.fragment
def self_check(content: Catalog) -> None:
    """Draw the screen that this session has reached. Whatever the link says, it begins with the gate."""
    kept = now()
    shown, number = screen(kept["answers"], kept["flags"], content, kept["at"], *about())
    said = {
        GATE: "Signs that need a person" if told() else signs.FIRST,
        STOP: "The self-check ends here",
        TEST: f"Test {number + 1} of {len(content.self_check.tests)}",
        RESULT: "Result",
    }
    step(said[shown])
    with st.container(key=f"self_check_{shown}"):
        if shown == GATE:
            gate(content)
        elif shown == STOP:
            _stop(content)
        elif shown == TEST:
            _test(content, number)
        else:
            _result(content)


def _stop(content: Catalog) -> None:
    kept = now()
    stops = result(kept["answers"], kept["flags"], content, *about()).stops
    st.title(signs.STOP_TITLES[stops[0].urgency], anchor=False)
    for flag in stops:
        st.html(signs.stop(flag, content))
    st.caption("Your answers are forgotten. No rolling and no exercise from this app until someone has looked at it.")
    _again("I tapped by mistake: start again")


# ---- the tests
def _test(content: Catalog, number: int) -> None:
    tests = content.self_check.tests
    found = tests[number]
    st.progress((number + 1) / len(tests))
    st.title(found.name, anchor=False)
    left, right = st.columns([40, 60], gap="medium")
    with left, st.container(key="self_picture"):
        side, picture = read_side(st.query_params), found.picture
        look = State(structure=picture.structure, view=picture.view, layer=picture.layer, side=side)
        diagram(look, (), lambda _: None, key="self_diagram", names=False, pose=picture.pose)
        marked = found.picture.structure
        said = f"Marked: {content.name(marked)}. " if marked else ""
        st.caption(f"{said}{one_leg(side)}")
    with right:
        st.html(text.test(found, pictured(found.id, content)))
        given = now()["answers"].get(found.id)
        st.markdown("**What did you find?** If two fit, take the one nearer the top.")
        with st.container(key="answers", gap="small"):
            for answer in found.answers:
                _choice(found.id, answer.id, answer.label, number, given)
            with st.container(horizontal=True, gap="small"):
                _choice(found.id, NOT_SURE, "Not sure", number, given)
                _choice(found.id, SKIP, "Skip", number, given)
        with st.expander("How good is this test?"):
            st.html(accuracy(found, content))
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
    kept = now()
    kept["answers"][test] = answer
    kept["at"] = number + 1
    found = result(kept["answers"], kept["flags"], content(), *about())
    if found.stops:
        halt(found.stops[0].id)


# ---- what it comes to
def _result(content: Catalog) -> None:
    kept = now()
    found = result(kept["answers"], kept["flags"], content, *about())
    check = content.self_check
    st.title("What your answers suggest", anchor=False)
    for flag in found.soft:
        st.html(text.soft(flag, content))
    st.html(text.headline(found, check))
    for weighed in text.ranked(found):
        st.html(text.outcome(weighed, content, wait=found.see_someone_first))
    st.html(stories(about()[0], content))
    st.markdown(check.retest)
    st.caption("Links open in a new tab, so that your answers stay here. Closing or reloading the page forgets them.")
    with st.expander("How this is counted"):
        st.html(text.scoring(content))
    with st.expander("Tests we left out, and why"):
        st.html(text.left_out(check, content))
    with st.container(horizontal=True, gap="small"):
        _again("Start again: forget everything")
        _back(len(check.tests) - 1)


def _again(label: str) -> None:
    st.button(label, key="start_again", icon=":material/restart_alt:", on_click=forget)


def _back(to: int | None) -> None:
    st.button("Back", key="back", icon=":material/arrow_back:", on_click=go, args=(to,))


self_check(catalog())
