"""Exercises in its first form: when to stop, then one in full, or cards of those that pass the filters. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from components.card.fold import section
from components.exercises import state, text
from components.exercises.state import FILTERS, STAGES, Shown
from components.first.answer import Answer, block, caption, notes, segments, stack
from components.first.page import web_page
from components.shared.page_head import HEADS, page_head
from data.catalog import Catalog
from data.wording import sentence


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Shown, list[str]]:
    """The exercise and filters that a link names, and what of the link could not be used."""
    return state.read(params, catalog)


def answer(shown: Shown, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of an exercise, or of a list."""
    found = catalog.exercises.get(shown.exercise or "")
    title = state.title(shown, catalog)
    told = f"{sentence(found.use)} {found.how}" if found else HEADS["exercises"][1]
    if found:
        parts = block(text.first([found])) + block(text.back(shown) + text.whole(found, catalog))
    else:
        chosen = state.listed(shown, catalog)
        stop = text.first(chosen, catalog.pain_places.get(shown.place or ""))
        count = caption(text.number(chosen, catalog))
        parts = block(stop) + _filters(shown, catalog) + count + block(text.cards(chosen, shown, catalog))
    return Answer(
        page="exercises",
        title=title,
        description=told,
        main=stack(block(page_head("exercises")), notes(notes_), parts, key="exercises_page"),
        address=state.write(shown),
        about=web_page("MedicalWebPage", title, told),
    )


def _filters(shown: Shown, catalog: Catalog) -> str:
    """Each filter as links: the stages in sight, the others folded away."""
    values = state.choices(catalog)
    stages = [(_to(shown.but(stage=n)), f"{n} {STAGES[n]}", n == shown.stage) for n in values["stage"]]
    more = ""
    for key, name in FILTERS.items():
        here = getattr(shown, key)
        links = [(_to(shown.but(**{key: None})), text.ANY, here is None)]
        links += [(_to(shown.but(**{key: v})), words, v == here) for v, words in values[key].items()]
        more += caption(name) + segments(name, links)
    every = [(_to(shown.but(stage=None)), text.ANY, shown.stage is None)]
    return segments("Stage", [*every, *stages]) + block(section(text.FILTER, more))


def _to(shown: Shown) -> str:
    query = urlencode(state.write(shown))
    return f"./exercises{f'?{query}' if query else ''}"
