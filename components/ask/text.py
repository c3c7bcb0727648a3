"""What a question finds, as escaped HTML: dangers first, then the best three, then the rest in groups. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.ask import links
from components.ask.found import KINDS, Found, found
from components.ask.marking import marked
from components.ask.suggestions import FIRST, QUESTIONS
from components.card.calls import calls
from components.card.condition import URGENCY
from components.card.pain_place import FIRST as FITS
from components.card.stories import LEARNING
from components.figures.html import thumb
from data.ask import Answer, Asked
from data.ask.words import STOP
from data.catalog import Catalog
from data.model import Urgency
from data.wording import sentence

BEST = 3
SHORT = 4
"""So many stop signs stand under the box; all of them stand on the page."""
KNOWS = "HipChain knows the hip and the thigh: tissues, rolling, exercises, and what is claimed of them."
NOTHING = "Nothing here answers that."
NEARBY = "What it does know nearby"
HURTS = '<a href="./where" target="_self">Where does it hurt?</a>'
PERSON = f"With pain that stays, or that worries you, see someone. Or start at {HURTS}"


def answers_html(asked: Asked, catalog: Catalog) -> str:
    """Everything that a question finds, as the page shows it; what to ask where there is no question."""
    if not asked.question:
        return suggestions_html(catalog)
    words = [found(a, catalog) for a in asked.answers]
    best = list(zip(words[:BEST], asked.answers[:BEST], strict=True))
    learning = any(w.kind == "condition" for w in words)
    return (
        '<div class="hc-asked">'
        + stop_signs(asked, catalog)
        + (_nothing(bool(best)) if asked.unknown else "")
        + _list([_answer(w, a, _pictured(w, catalog)) for w, a in best])
        + _rest(list(zip(words[BEST:], asked.answers[BEST:], strict=True)), catalog)
        + (f'<p class="hc-note hc-learning">{LEARNING}</p>' if learning else "")
        + "</div>"
    )


def list_html(asked: Asked, catalog: Catalog) -> str:
    """The short answer under the box: stop signs, the best three, the way to all; suggestions for an empty box."""
    if not asked.question:
        head = '<p class="hc-ask-head">People ask</p>'
        items = [f'<a href="{escape(links.to(q))}">{escape(q)}</a>' for q in QUESTIONS[:FIRST]]
        return f'{head}<ul class="hc-ask-lines">{_items([*items, HURTS])}</ul>'
    rows = [_answer(found(a, catalog), a) for a in asked.answers[:BEST]]
    more = len(asked.answers) - BEST
    said = f"All {len(asked.answers)} answers" if more > 0 else "Open as a page"
    way = f'<a class="hc-ask-all" href="{escape(links.to(asked.question))}">{said}</a>'
    nothing = f'<p class="hc-ask-head">{NOTHING}{f" {NEARBY}:" if rows else f" {KNOWS}"}</p>' if asked.unknown else ""
    return stop_signs(asked, catalog, most=SHORT) + nothing + _list(rows) + way


def stop_signs(asked: Asked, catalog: Catalog, most: int | None = None) -> str:
    """The stop signs that the words open, each with what to do; above them that this comes first."""
    flags = [catalog.stop_flags[i] for i in asked.stop_flags]
    if not flags:
        return ""
    items = [
        f'<a href="{links.address("stop_flag", f.id)}" target="_self"><b>{escape(f.name)}</b></a>'
        f"<br><b>{URGENCY[f.urgency] if f.stops else 'Mention it'}:</b> {escape(sentence(f.action))}"
        for f in flags[:most]
    ]
    hidden = flags[most:] if most else []
    more = ", ".join(f"{f.sign}" for f in hidden)
    also = f"<p>Also: {escape(more)}.</p>" if hidden else ""
    numbers = calls() if most is None and any(f.stops and f.urgency is Urgency.EMERGENCY for f in flags) else ""
    return (
        '<div class="hc-stop hc-ask-stop"><p class="hc-word"><span class="hc-icon" aria-hidden="true">!</span>'
        f'<b>{FITS}</b></p><ul class="hc-points">{_items(items)}</ul>{also}{numbers}</div>'
    )


def suggestions_html(catalog: Catalog) -> str:
    """What people ask, and the places that hurt, each with the way to its answer."""
    asked = [f'<a href="{escape(links.to(q))}" target="_self">{escape(q)}</a>' for q in QUESTIONS]
    places = [
        f'<a href="{links.address("place", p.id)}" target="_self">{escape(p.name)}</a>'
        for p in catalog.pain_places.values()
    ]
    return (
        f'<div class="hc-asked"><h2>People ask</h2><ul class="hc-ask-lines hc-ask-wide">{_items(asked)}</ul>'
        f'<h2>Where does it hurt?</h2><ul class="hc-ask-places">{_items(places)}</ul></div>'
    )


def status(asked: Asked) -> str:
    """What a screen reader says of it, in a few words."""
    if not asked.question:
        return ""
    number = len(asked.answers)
    answers = "no answer" if not number else "1 answer" if number == 1 else f"{number} answers"
    signs = "stop signs first, " if asked.stop_flags else ""
    return f"{signs}{f'not known here, {number} nearby' if asked.unknown else answers}".capitalize()


def _nothing(nearby: bool) -> str:
    more = f"<h2>{NEARBY}</h2>" if nearby else ""
    return f'<div class="hc-lead"><p><b>{NOTHING}</b> {KNOWS}</p><p>{PERSON}</p></div>{more}'


def _pictured(words: Found, catalog: Catalog) -> str:
    """The picture of an exercise; a test has none here, since its stop signs come first."""
    return thumb(words.id, catalog) if words.kind == "exercise" else ""


def _rest(others: Sequence[tuple[Found, Answer]], catalog: Catalog) -> str:
    """The other answers, by kind, in the order in which their kinds come."""
    groups: dict[str, list[str]] = {}
    for words, answer in others:
        groups.setdefault(words.kind, []).append(_answer(words, answer, _pictured(words, catalog)))
    return "".join(f"<h2>{KINDS[kind]}</h2>{_list(rows)}" for kind, rows in groups.items())


def _answer(words: Found, answer: Answer, picture: str = "") -> str:
    """One answer as one link: verdict sign and word, name, sentence; why it fits where its words do not say so."""
    name, line = marked(words.name, answer.matched), marked(words.line, answer.matched)
    drawn = f' data-structure="{escape(words.id)}"' if words.kind in links.DRAWN else ""
    fits = ""
    own = ", ".join(w for w in answer.matched if w not in STOP)
    if own and "<mark>" not in name + line:
        fits = f'<span class="hc-ask-fits">Fits: {escape(own)}</span>'
    return (
        f'<a class="hc-ask-answer" href="{escape(words.address)}" target="_self"{drawn}>{picture}'
        f'<span class="hc-ask-word"><span class="hc-icon" aria-hidden="true">{words.sign}</span> '
        f'{escape(words.word)}</span><span class="hc-ask-name">{name}</span>'
        f'<span class="hc-ask-line">{line}</span>{fits}</a>'
    )


def _list(rows: Sequence[str]) -> str:
    return f'<ul class="hc-ask-answers">{_items(rows)}</ul>' if rows else ""


def _items(rows: Sequence[str]) -> str:
    return "".join(f"<li>{row}</li>" for row in rows)
