"""Every page by the name of its file: how its link is read, and how it is answered first. Pure."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from components.first import ask, chains, evidence, exercises, explore, follow, lab, plain, rolling, where
from components.first.answer import Answer
from data.catalog import Catalog

Asked = tuple[str, Any, tuple[str, ...]]
"""Page, state and notes: all that an answer depends on. Two links that mean the same ask for the same."""


class Page(NamedTuple):
    """How a page reads its link, and how it answers."""

    read: Callable[[Mapping[str, str], Catalog], tuple[Any, list[str]]]
    answer: Callable[[Any, tuple[str, ...], Catalog], Answer]
    embedded: Callable[[Any, tuple[str, ...], Catalog], Answer] | None = None
    """How it answers in a page of another's, where that differs."""


PAGES = {
    "explore": Page(explore.read, explore.answer, explore.embedded),
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
    "embedding": Page(plain.read, plain.embedding),
    "follow": Page(follow.read, follow.answer),
    "accessibility": Page(plain.read, plain.accessibility),
}


def asked(page: str, params: Mapping[str, str], catalog: Catalog) -> Asked:
    """What a link asks for. Whatever strangers write into it, only what is known gets in."""
    state, notes = PAGES[page].read(params, catalog)
    return page, state, tuple(notes)


def answered(what: Asked, catalog: Catalog, *, embedded: bool = False) -> Answer:
    """The first answer to it."""
    page, state, notes = what
    found = PAGES[page]
    return ((embedded and found.embedded) or found.answer)(state, notes, catalog)
