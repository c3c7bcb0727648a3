"""The quiz's words as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.card.fold import definition_list
from components.drawing.place import reveal
from components.shared import url
from components.shared.url import State
from data.catalog import Catalog
from data.quiz.question import Question

DESCRIBED = "Described as:"
NO_DIAGNOSIS = (
    "A story is not a diagnosis: many people's pain fits none or several. With pain of your own, first read "
    '<a href="./stop_flags" target="_blank" rel="noopener">when to see someone</a>.'
)
HURT = (
    "Learned from a textbook's case, this is no diagnosis: weakness or numbness has many reasons. With your own, first "
    'read <a href="./stop_flags" target="_blank" rel="noopener">when to see someone</a>.'
)


def prompt(question: Question) -> str:
    """The question as a heading, and the story that it is about."""
    story = f'<div class="hc-story"><p class="hc-note">{DESCRIBED}</p>{definition_list(question.told)}</div>'
    return f'<h2 class="hc-ask">{escape(question.prompt)}</h2>' + (story if question.told else "")


def verdict(question: Question, chosen: str, catalog: Catalog, number: int = 0) -> str:
    """Right or wrong in icon and word, what was chosen instead, and why.

    Which answer of the round it is stands on it for a page that embeds this one (components/embed/browser/watching.js).
    """
    if question.right(chosen):
        head = '<p class="hc-word"><span class="hc-icon" aria-hidden="true">✓</span><b>Right</b></p>'
    else:
        was = (question.misses or {}).get(chosen, "")
        if question.condition:
            was = ""  # the list below tells what each is described as
        elif not question.choices:
            was = f"Chosen: {_named(chosen, catalog)}."
        right = _answers(question, catalog)
        head = (
            '<p class="hc-word"><span class="hc-icon" aria-hidden="true">✕</span><b>Not this one</b></p>'
            f"<p>{escape(was)} The answer: <b>{escape(right)}</b>.</p>"
        )
    kind = "hc-right" if question.right(chosen) else "hc-wrong-answer"
    why = f"<p>{escape(question.why)}</p>{_apart(question, catalog)}"
    right = str(question.right(chosen)).lower()
    told = f'data-answered="{number}" data-question="{escape(question.id)}" data-right="{right}"'
    return f'<div class="hc-verdict {kind}" role="status" {told}>{head}{why}</div>'


def summary(results: Sequence[tuple[Question, bool]], days: int, catalog: Catalog) -> str:
    """How it went, and what to look at again."""
    right = sum(ok for _, ok in results)
    again = list(dict.fromkeys(q.revisit for q, ok in results if not ok and q.revisit))
    links = "".join(
        f'<li><a href="{escape(_link(i))}" target="_blank" rel="noopener">{escape(catalog.name(i))}</a></li>'
        for i in again
    )
    stories = list(dict.fromkeys(q.condition for q, ok in results if not ok and q.condition))
    links += "".join(f"<li>{_story(i, catalog)}</li>" for i in stories)
    revisit = f'<p>Worth another look:</p><ul class="hc-effects">{links}</ul>' if links else ""
    others = [q.prompt for q, ok in results if not ok and not q.revisit and not q.condition]
    more = "".join(f"<li>{escape(p)}</li>" for p in others)
    missed = f'<p>Missed too:</p><ul class="hc-effects">{more}</ul>' if more else ""
    run = f'<p class="hc-note">{days} days in a row.</p>' if days > 1 else ""
    return f'<h2 class="hc-ask">{right} of {len(results)} right</h2>{revisit}{missed}{run}'


def review(results: Sequence[tuple[Question, bool]], catalog: Catalog) -> str:
    """Every question of a mock exam with its right answer, and why."""
    rows = "".join(
        f"<li><p><b>{'✓ Right' if ok else '✕ Missed'}</b>: {escape(q.prompt)}</p>"
        f"<p>{escape(_answers(q, catalog))}. {escape(q.why)}</p></li>"
        for q, ok in results
    )
    return f'<details class="hc-review"><summary>All questions with their answers</summary><ol>{rows}</ol></details>'


def _answers(question: Question, catalog: Catalog) -> str:
    words = dict(question.choices)
    return ", ".join(words.get(a) or _named(a, catalog) for a in question.answers[:4])


def _apart(question: Question, catalog: Catalog) -> str:
    """What tells the other names of a story apart, the way to each page, and that a story is not a diagnosis."""
    if not question.condition:
        return f'<p class="hc-note">{HURT}</p>' if question.hurt else ""
    others = "".join(
        f"<li>{_story(i, catalog)}: {escape((question.misses or {}).get(i, ''))}</li>"
        for i, _ in question.choices
        if not question.right(i)
    )
    return (
        f'<p>The others are described otherwise:</p><ul class="hc-effects">{others}</ul>'
        f"<p>Read on: <b>{_story(question.condition, catalog)}</b>. {NO_DIAGNOSIS}</p>"
    )


def _story(condition: str, catalog: Catalog) -> str:
    """The way to a condition's page, in a new tab: in this one the round would be lost."""
    name = escape(catalog.conditions[condition].name)
    return f'<a href="./where?condition={condition}" target="_blank" rel="noopener">{name}</a>'


def _named(id_: str, catalog: Catalog) -> str:
    try:
        return catalog.name(id_)
    except KeyError:
        return id_


def _link(structure: str) -> str:
    state = reveal(State(structure=structure))
    return "./?" + "&".join(f"{k}={v}" for k, v in url.write(state).items())
