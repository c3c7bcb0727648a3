"""Every page by the name of its file: how its link is read, and how it is answered first. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from components.first import ask, chains, evidence, exercises, explore, lab, plain, rolling, where
from components.first.answer import Answer
from data.catalog import Catalog

Asked = tuple[str, Any, tuple[str, ...]]
"""Page, state and notes: all that an answer depends on. Two links that mean the same ask for the same."""


class Page(NamedTuple):
    """How a page reads its link, and how it answers."""

    read: Callable[[Mapping[str, str], Catalog], tuple[Any, list[str]]]
    answer: Callable[[Any, tuple[str, ...], Catalog], Answer]


PAGES = {
    "explore": Page(explore.read, explore.answer),
    "ask": Page(ask.read, ask.answer),
    "rolling": Page(rolling.read, rolling.answer),
    "chains": Page(chains.read, chains.answer),
    "lab": Page(lab.read, lab.answer),
    "evidence": Page(evidence.read, evidence.answer),
    "where": Page(where.read, where.answer),
    "self_check": Page(plain.read, plain.self_check),
    "exercises": Page(exercises.read, exercises.answer),
    "quiz": Page(plain.read, plain.quiz),
    "handout": Page(plain.read, plain.handout),
    "stop_flags": Page(plain.read_flag, plain.stop_flags),
    "tours": Page(plain.read, plain.tours),
    "teachers": Page(plain.read, plain.teachers),
    "accessibility": Page(plain.read, plain.accessibility),
}


def asked(page: str, params: Mapping[str, str], catalog: Catalog) -> Asked:
    """What a link asks for. Whatever strangers write into it, only what is known gets in."""
    state, notes = PAGES[page].read(params, catalog)
    return page, state, tuple(notes)


def answered(what: Asked, catalog: Catalog) -> Answer:
    """The first answer to it."""
    page, state, notes = what
    return PAGES[page].answer(state, notes, catalog)
