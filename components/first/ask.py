"""The page of answers in its first form: the box as a plain form, and what the question finds. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from components.ask.asking import LONGEST, reply
from components.ask.form import form
from components.ask.text import answers_html
from components.first.answer import Answer, block, notes, stack
from components.first.page import web_page
from components.shared.page_head import HEADS, page_head
from data.catalog import Catalog


def read(params: Mapping[str, str], _catalog: Catalog) -> tuple[str, list[str]]:
    """The question that a link asks, cut to what is read."""
    found = reply(params.get("q", ""))
    return found.asked.question, [f"Only the first {LONGEST} letters were read."] if found.cut else []


def answer(question: str, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of a question."""
    title, sentence = HEADS["ask"]
    parts = stack(
        block(page_head("ask")), f'<div class="hc-key-ask">{form(question)}</div>', notes(notes_),
        block(answers_html(reply(question).asked, catalog)), key="ask_page",
    )  # fmt: skip
    address = {"q": question} if question else {}
    return Answer("ask", title, sentence, parts, address=address, about=web_page("WebPage", title, sentence))
