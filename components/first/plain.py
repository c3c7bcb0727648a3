"""The pages without a state of their own, in their first form: stop signs, self-check, quiz, handout, accessibility."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from components.card.ask_first import TITLE, ask_first
from components.card.sign import GROUPS, NAMED, NO_FLAG, grouped, sign
from components.card.tours import LEAD
from components.card.tours import style as tours_style
from components.card.tours import tours as our_tours
from components.embed.words import words as embedding_words
from components.first import markdown
from components.first.answer import Answer, block, caption, notes, stack, subtitle, words
from components.first.answer import title as heading
from components.first.page import web_page
from components.quiz.state import MODES
from components.self_check.signs import FIRST, call_now
from components.shared.accessibility import WORDS
from components.shared.for_teachers import WORDS as FOR_TEACHERS
from components.shared.page_head import HEADS, page_head
from data.catalog import Catalog


def read(_params: Mapping[str, str], _catalog: Catalog) -> tuple[None, list[str]]:
    """These pages begin the same way whatever the link says."""
    return None, []


def read_flag(params: Mapping[str, str], catalog: Catalog) -> tuple[str | None, list[str]]:
    """The stop sign that a link names, and that there is no such sign."""
    flag = params.get("flag")
    if flag is None or flag in catalog.stop_flags:
        return flag, []
    return None, [NO_FLAG]


def stop_flags(flag: str | None, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """All stop signs, the one that a link names above them, then the most urgent; and who should ask first."""
    title, lead = HEADS["stop_flags"]
    linked = ""
    if flag:
        found = catalog.stop_flags[flag]
        name = f"<p><b>{escape(found.name)}</b></p>"
        linked = stack(caption(NAMED), words(name), block(sign(found, catalog)), key="linked")
    parts = stack(heading(title), words(f"<p>{escape(lead)}</p>"), notes(notes_), linked, *_signs(catalog))
    rest = stack(subtitle(TITLE), block(ask_first(catalog)), block('<p><a href="./">Back to the picture</a></p>'))
    return _answer("stop_flags", parts + rest, "MedicalWebPage")


def self_check(_state: None, _notes: tuple[str, ...], catalog: Catalog) -> Answer:
    """The stop signs come first, whatever else there is."""
    title, _ = HEADS["self_check"]
    said = markdown.html(
        "Two taps choose the questions that fit you. **Nothing is stored; closing the page forgets it.**"
    )
    parts = stack(
        block(f"<p>{FIRST}</p>"), heading(title), block(call_now(catalog.self_check)), words(said), *_signs(catalog)
    )
    return _answer("self_check", parts, "MedicalWebPage")


def quiz(_state: None, _notes: tuple[str, ...], _catalog: Catalog) -> Answer:
    """What the quiz asks."""
    kinds = ", ".join(MODES.values())
    said = f"<p>Kinds of question: {kinds}. The questions come with the live page.</p>"
    return _answer("quiz", stack(block(page_head("quiz")), block(said)), "Quiz")


def handout(_state: None, _notes: tuple[str, ...], _catalog: Catalog) -> Answer:
    """What the handout is."""
    said = (
        "<p>Choose structures, a chain and exercises; the page is made as a PDF. "
        "The choices come with the live page.</p>"
    )
    return _answer("handout", stack(block(page_head("handout")), block(said)), "WebPage")


def tours(_state: None, _notes: tuple[str, ...], catalog: Catalog) -> Answer:
    """The tours that come with the app."""
    said = words(f"<p>{escape(LEAD)}</p>")
    return _answer(
        "tours", tours_style() + stack(block(page_head("tours")), said, block(our_tours(catalog))), "WebPage"
    )


def teachers(_state: None, _notes: tuple[str, ...], _catalog: Catalog) -> Answer:
    """What a teacher finds there."""
    said = f'<div class="hc-words">{markdown.html(FOR_TEACHERS)}</div>'
    return _answer("teachers", stack(block(page_head("teachers")), said), "WebPage")


def embedding(_state: None, _notes: tuple[str, ...], _catalog: Catalog) -> Answer:
    """How the app stands in a page of another's."""
    said = f'<div class="hc-words">{markdown.html(embedding_words())}</div>'
    return _answer("embedding", stack(block(page_head("embedding")), said), "WebPage")


def accessibility(_state: None, _notes: tuple[str, ...], _catalog: Catalog) -> Answer:
    """What was tested, and what is not perfect."""
    said = f'<div class="hc-words">{markdown.html(WORDS)}</div>'
    return _answer("accessibility", stack(heading(HEADS["accessibility"][0]), said), "WebPage")


def _answer(page: str, main: str, kind: str) -> Answer:
    title, sentence = HEADS[page]
    return Answer(page, title, sentence, main, about=web_page(kind, title, sentence))


def _signs(catalog: Catalog) -> list[str]:
    """Every sign in its group."""
    parts = []
    for urgency, (name, _) in GROUPS.items():
        parts.append(subtitle(name))
        for found in grouped(catalog, urgency):
            sign_name = f"<p><b>{escape(found.name)}</b></p>"
            parts.append(f'<section class="hc-framed">{sign_name}{block(sign(found, catalog))}</section>')
    return parts
