"""The words of the chains as escaped HTML. Pure: takes content, returns strings."""

from __future__ import annotations

import re
from html import escape
from urllib.parse import quote

from components.card.exercise import exercise, pain
from components.card.fold import definition_list
from components.card.text import CONFIDENCE
from components.card.text import references as reference_list
from components.chains.overlay import GRADES
from components.figures.html import unreviewed_of
from data.catalog import Catalog
from data.chain import Breaker, Chain, Edge, Step
from data.exercise import shared_rule
from data.wording import capital, ended, sentence


def step(found: Step) -> str:
    """Title and paragraph of a step."""
    return f'<h2 class="hc-told">{escape(found.title)}</h2><p class="hc-plain">{escape(found.text)}</p>'


def legend() -> str:
    """What the three kinds of arrow mean."""
    rows = "".join(
        f"<li>{_icon(sign)}{escape(line)}: {escape(meaning)}</li>" for sign, line, meaning in GRADES.values()
    )
    return f'<ul class="hc-legend">{rows}</ul>'


def edge(chain: Chain, found: Edge, catalog: Catalog) -> str:
    """One link: cause and effect, mechanism, note, and the studies for and against it."""
    source, target = chain.node(found.source), chain.node(found.target)
    sign, _, meaning = GRADES[found.grade]
    return (
        f'<div class="hc-edge"><h3>{escape(source.label)} <span aria-hidden="true">→</span>'
        f'<span class="hc-off"> said to lead to </span> {escape(target.label)}</h3>'
        f'<p class="hc-word">{_icon(sign)}<b>{escape(meaning.capitalize())}</b>'
        f'<span class="hc-conf">{CONFIDENCE[found.confidence]}</span></p>'
        + definition_list([("Proposed", ended(found.mechanism)), ("Note", found.note and ended(found.note))])
        + _studies("Studies for it", found.supporting, catalog)
        + _studies("Studies against it", found.contradicting, catalog)
        + "</div>"
    )


def wrong(chain: Chain, catalog: Catalog) -> str:
    """What the story gets wrong, and what else was found: studies against it and for it."""
    items = "".join(f"<li>{_linked(text, catalog)}</li>" for text in chain.not_supported)
    against = "".join(f"<li>{_linked(text, catalog)}</li>" for text in chain.counterpoints)
    return (
        f'<div class="hc-wrong"><div><h3>Not supported</h3><ul class="hc-effects">{items}</ul></div>'
        f'<div><h3>What else was found</h3><ul class="hc-effects">{against}</ul></div></div>'
    )


def breaker(found: Breaker, chain: Chain, catalog: Catalog) -> str:
    """One place where the chain can be cut: what to do, in which order, and what that rests on."""
    steps = "".join(f"<li>{escape(sentence(text))}</li>" for text in found.progression)
    chosen = [catalog.exercises[e] for e in found.exercises]
    rule = shared_rule(chosen)
    exercises = pain(rule, "Pain, for each of these.") if rule else ""
    exercises += "".join(exercise(e, catalog, with_pain=not rule, noted=False) for e in chosen)
    exercises += unreviewed_of(found.exercises, catalog)
    studies = reference_list([catalog.references[r] for r in found.references])
    return (
        f'<details class="hc-claim"><summary>{_icon("✂")}<span><b>{escape(found.action)}</b><br>'
        f"{escape(chain.node(found.breaks).label)} · {CONFIDENCE[found.confidence]}</span></summary>"
        f'<div class="hc-cut"><ol class="hc-effects">{steps}</ol>'
        f"<p><b>What it rests on.</b> {escape(sentence(found.evidence))}</p>{exercises}{studies}</div></details>"
    )


def links(chain: Chain) -> str:
    """Every link as a way to it: for the keyboard, and for those who want the list."""
    rows = []
    for found in chain.edges:
        sign, _, meaning = GRADES[found.grade]
        where = next(s for s in reversed(chain.steps) if found.id in s.edges)
        address = f"./chains?chain={chain.id}&step={where.id}&edge={quote(found.id)}"
        words = f"{chain.node(found.source).label} → {chain.node(found.target).label}"
        rows.append(
            f'<li>{_icon(sign)}<span><a href="{escape(address)}" target="_self">{escape(words)}</a> '
            f"({escape(meaning)})</span></li>"
        )
    return f'<ul class="hc-roles">{"".join(rows)}</ul>'


def _icon(sign: str) -> str:
    return f'<span class="hc-icon" aria-hidden="true">{sign}</span>'


def _studies(title: str, ids: tuple[str, ...], catalog: Catalog) -> str:
    if not ids:
        return f'<p class="hc-note"><b>{title}:</b> none found.</p>'
    body = reference_list([catalog.references[r] for r in ids])
    return f"<details><summary>{title} ({len(ids)})</summary>{body}</details>"


def _linked(text: str, catalog: Catalog) -> str:
    """A sentence in which the claims and references that it names (C101, klauser2022) are links to them.

    A claim's id says nothing to a reader: the first reads "see the claim", each further one "see another claim".
    """
    claims = 0

    def link(found: re.Match[str]) -> str:
        nonlocal claims
        word = found[0]
        if word in catalog.claims:
            claims += 1
            words = "see the claim" if claims == 1 else "see another claim"
            return f'<a href="./evidence?claim={word}" target="_self">{words}</a>'
        if word in catalog.references:
            return f'<a href="./evidence?reference={word}" target="_self">{escape(catalog.short(word))}</a>'
        return word

    linked = re.sub(r"\b(C\d{3}|[a-z][a-z_]*(?:\d{4}[a-z]*)?)\b", link, escape(text))
    return linked if linked.startswith("<") else capital(linked)
