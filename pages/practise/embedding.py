"""Embedding: what a teacher pastes into a course page to show the picture or a round of the quiz there, tried live."""

from __future__ import annotations

import streamlit as st

from components.embed.example import example
from components.embed.snippet import snippet, within
from components.embed.words import words
from components.quiz.lesson import write_lesson
from components.shared import url
from components.shared.address import base, follow, move
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.palette import MODE_NAMES, MODES
from components.shared.reach import opens_elsewhere
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.catalog import Catalog, catalog
from data.quiz.lesson import Lesson
from data.quiz.question import Options

PICTURE, QUIZ = "picture", "quiz"
SCREENS = {PICTURE: "The picture", QUIZ: "A round of the quiz"}
SEED, COUNT, START = 7, 10, "gluteals"


@st.fragment
def embedding() -> None:
    """Draw the screen. A fragment: every choice reruns only this."""
    content = catalog()
    st.html(page_head("embedding"))
    left, right = st.columns([34, 66], gap="large")
    with left:
        path, params, title = _choices(content)
        grows = st.toggle("The frame grows to fit", key="embed_grows")
    with right:
        example(within(path, params), grows=grows)
    address = base("embedding") + within(path, params).removeprefix(".")
    st.markdown("**The snippet**")
    st.code(snippet(address, title, grows=grows), language=None, wrap_lines=True)
    if not opens_elsewhere(address):
        st.caption(":material/info: This address is of this machine or network: it opens nowhere else.")
    st.markdown(words())


def _choices(content: Catalog) -> tuple[str, dict[str, str], str]:
    """What is embedded, as the page's own address says: path, query parameters and the frame's name."""
    params = st.query_params
    screen = QUIZ if params.get("what") == QUIZ else PICTURE

    def turned() -> None:
        move({"what": QUIZ, "set": START} if st.session_state["embed_screen"] == QUIZ else {})

    st.segmented_control(
        "What", list(SCREENS), format_func=SCREENS.__getitem__, key=follow("embed_screen", screen), required=True,
        on_change=turned,
    )  # fmt: skip
    return _quiz(content) if screen == QUIZ else _picture(content)


def _picture(content: Catalog) -> tuple[str, dict[str, str], str]:
    state, notes = url.read(st.query_params, content.known, content.chains)
    link_notes(notes)
    names = {url.NOTHING: "Nothing yet"} | {i: content.name(i) for i in sorted(content.structures, key=content.name)}

    def turned() -> None:
        now = st.session_state
        chosen = now["embed_structure"]
        look = State(None if chosen == url.NOTHING else chosen, now["embed_view"], now["embed_layer"])
        move(url.write(look.coloured(now["embed_colour"])))

    def choose(label: str, key: str, choices: dict[str, str], value: str) -> None:
        st.selectbox(
            label, list(choices), format_func=choices.__getitem__, key=follow(key, value), on_change=turned
        )  # fmt: skip

    choose("Chosen tissue", "embed_structure", names, state.structure or url.NOTHING)
    choose("Seen from", "embed_view", {**VIEWS, **SECTIONS}, state.view)
    choose("Layer", "embed_layer", LAYERS, state.layer)
    choose("Colour by", "embed_colour", {m: MODE_NAMES[m] for m in MODES}, state.colour)
    return "", url.write(state), "HipChain: hip and thigh, tap any tissue"


def _quiz(content: Catalog) -> tuple[str, dict[str, str], str]:
    groups = {g.id: g.name for g in content.groups.values()}
    given = st.query_params.get("set", "")
    subject = given if given in groups else START
    st.selectbox(
        "About", list(groups), format_func=groups.__getitem__, key=follow("embed_set", subject),
        on_change=lambda: move({"what": QUIZ, "set": st.session_state["embed_set"]}),
    )  # fmt: skip
    st.caption("Everybody gets the same ten questions. Other rounds are made [on the page for teachers](./teachers).")
    return "quiz", write_lesson(Lesson(SEED, (subject,), COUNT), Options()), "HipChain: ten questions"


embedding()
