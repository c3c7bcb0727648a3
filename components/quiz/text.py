"""The quiz's words as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.drawing.place import reveal
from components.shared import url
from components.shared.url import State
from data.catalog import Catalog
from data.quiz.question import Question


def prompt(question: Question) -> str:
    """The question as a heading."""
    return f'<h2 class="hc-ask">{escape(question.prompt)}</h2>'


def verdict(question: Question, chosen: str, catalog: Catalog) -> str:
    """Right or wrong in icon and word, what was chosen instead, and why."""
    if question.right(chosen):
        head = '<p class="hc-word"><span class="hc-icon" aria-hidden="true">✓</span><b>Right</b></p>'
    else:
        words = dict(question.choices)
        was = (question.misses or {}).get(chosen, "")
        if not question.choices:
            was = f"Chosen: {_named(chosen, catalog)}."
        right = ", ".join(words.get(a) or _named(a, catalog) for a in question.answers[:4])
        head = (
            '<p class="hc-word"><span class="hc-icon" aria-hidden="true">✕</span><b>Not this one</b></p>'
            f"<p>{escape(was)} The answer: <b>{escape(right)}</b>.</p>"
        )
    kind = "hc-right" if question.right(chosen) else "hc-wrong-answer"
    return f'<div class="hc-verdict {kind}" role="status">{head}<p>{escape(question.why)}</p></div>'


def summary(results: Sequence[tuple[Question, bool]], days: int, catalog: Catalog) -> str:
    """How it went, and what to look at again."""
    right = sum(ok for _, ok in results)
    again = list(dict.fromkeys(q.revisit for q, ok in results if not ok and q.revisit))
    links = "".join(
        f'<li><a href="{escape(_link(i))}" target="_blank" rel="noopener">{escape(catalog.name(i))}</a></li>'
        for i in again
    )
    revisit = f'<p>Worth another look:</p><ul class="hc-effects">{links}</ul>' if links else ""
    others = [q.prompt for q, ok in results if not ok and not q.revisit]
    more = "".join(f"<li>{escape(p)}</li>" for p in others)
    missed = f'<p>Missed too:</p><ul class="hc-effects">{more}</ul>' if more else ""
    run = f'<p class="hc-note">{days} days in a row.</p>' if days > 1 else ""
    return f'<h2 class="hc-ask">{right} of {len(results)} right</h2>{revisit}{missed}{run}'


def _named(id_: str, catalog: Catalog) -> str:
    try:
        return catalog.name(id_)
    except KeyError:
        return id_


def _link(structure: str) -> str:
    state = reveal(State(structure=structure))
    return "./?" + "&".join(f"{k}={v}" for k, v in url.write(state).items())
