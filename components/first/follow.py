"""The page of a room in its first form: all of it, since its script runs here as well. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from components.first.answer import Answer, block, notes, stack
from components.first.page import web_page
from components.follow import text
from components.shared.page_head import HEADS
from data.catalog import Catalog


def read(params: Mapping[str, str], _catalog: Catalog) -> tuple[str | None, list[str]]:
    """The room that a link names."""
    return text.read(params)


def answer(room: str | None, notes_: tuple[str, ...], _catalog: Catalog) -> Answer:
    """The page of a room."""
    title, sentence = HEADS["follow"]
    main = stack(notes(notes_), block(text.page(room)))
    return Answer("follow", title, sentence, main, about=web_page("WebPage", title, sentence))
