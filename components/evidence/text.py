"""Claims, conflicts, myths and references as escaped HTML. Pure: takes content, returns strings."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.card import stories
from components.card.text import references as reference_list
from components.evidence import changes, links
from components.shared.palette import FINDING
from data.bibliography import sample_size
from data.catalog import Catalog
from data.claim import Claim, Stance, Voice
from data.conflict import Conflict
from data.myth import Myth
from data.wording import capital

SMALL = 30
"""A study with fewer participants than this is called small."""
SAYS = {
    Voice.SUPPORTS: "Says so",
    Voice.QUALIFIES: "Says a part of it",
    Voice.IMPLIES: "Implies it",
    Voice.REJECTS: "Denies it",
}
"""How an article speaks of a claim, in the order in which they are shown."""


def weight(claim: Claim, catalog: Catalog) -> str:
    """How much a verdict rests on: how many sources, how many fully checked, whether it is one small study.

    What only bears on a claim is no ground for its verdict: where nobody looked it says so.
    """
    if claim.no_study_found:
        return "No study found"
    found = [catalog.references[r] for r in (*claim.supporting, *claim.contradicting)]
    beside = len(claim.related)
    if not found:
        return f"No study for or against it; {_sources(beside)} {'bears' if beside == 1 else 'bear'} on it"
    checked = sum(r.verification == "full" for r in found)
    more = f"; {beside} more {'bears' if beside == 1 else 'bear'} on it" if beside else ""
    if len(found) == 1:
        size = sample_size(found[0])
        small = f", small: {escape(found[0].n or '')}" if size is not None and size < SMALL else ""
        return f"Rests on one source{small}{'' if checked else ', not fully checked'}{more}"
    return f"Rests on {len(found)} sources, {checked} fully checked{more}"


def _sources(number: int) -> str:
    return "one source" if number == 1 else f"{number} sources"


def claim(found: Claim, catalog: Catalog, *, is_open: bool = False) -> str:
    """One claim that unfolds: verdict and weight at a glance; inside reason, articles, references, links."""
    ink = FINDING[found.verdict]
    about = [links.link(f"?structure={i}", catalog.name(i)) for i in found.structures]
    rows = [
        ("Reason", escape(found.reason)),
        ("People ask", escape(found.question or "")),
        ("Said by", "<br>".join(_stances(found.said_by, catalog))),
        ("Conflicts with", _claims(found.conflicts_with, catalog)),
        ("About", ", ".join(about)),
        ("Chain", ", ".join(links.link(f"chains?chain={i}", catalog.chains[i].name) for i in found.chains)),
        ("Pain stories", ", ".join(stories.link(c) for c in catalog.conditions_under(found.id))),
        ("Studies", "No study found." if found.no_study_found else ""),
        ("Studies for", links.references(found.supporting, catalog)),
        ("Studies against", links.references(found.contradicting, catalog)),
        ("Bearing on it", links.references(found.related, catalog)),
        ("Changed", "<br>".join(changes.line(c, catalog) for c in catalog.changes_of(found.id))),
        ("Link", links.link(f"evidence?claim={found.id}", "Link to this claim")),
    ]
    inner = "".join(f"<dt>{term}</dt><dd>{text}</dd>" for term, text in rows if text)
    return (
        f'<details class="hc-claim" {"open" if is_open else ""}><summary><span class="hc-icon" aria-hidden="true">'
        f'{ink.icon}</span><span><b>{escape(found.text)}</b><br><span class="hc-note">{found.id} · {ink.word} · '
        f"{weight(found, catalog)}</span></span></summary><dl>{inner}</dl></details>"
    )


def conflict(found: Conflict, catalog: Catalog) -> str:
    """A question with its sides next to each other, what studies found and what we show."""
    sides = "".join(
        f'<div class="hc-side"><p><b>{escape(capital(side.view))}</b></p>'
        f"<ul>{''.join(f'<li>{article(a, catalog)}</li>' for a in side.articles)}</ul></div>"
        for side in found.sides
    )
    return (
        f'<section class="hc-conflict"><h3>{escape(found.question)}</h3><div class="hc-sides">{sides}</div>'
        f"<p><b>What we show, and why.</b> {escape(found.resolution)}</p>"
        f'<p class="hc-note">Studies: {links.references(found.references, catalog)}</p>'
        f'<p class="hc-note">{_claims(found.claims, catalog)}</p></section>'
    )


def myth(found: Myth, catalog: Catalog) -> str:
    """A myth as a card: what is said, what was found."""
    return (
        f'<section class="hc-conflict"><h3>{escape(found.title)}</h3><div class="hc-sides">'
        f'<div class="hc-side"><p><b>Said</b></p><p>{escape(found.said)}</p></div>'
        f'<div class="hc-side"><p><b>Found</b></p><p>{escape(found.found)}</p></div></div>'
        f'<p class="hc-note">Studies: {links.references(found.references, catalog)}</p>'
        f'<p class="hc-note">{_claims(found.claims, catalog)}</p></section>'
    )


def references(ids: Iterable[str], catalog: Catalog) -> str:
    """The full references, each with study type, n, finding, caveat and verification state."""
    return reference_list([catalog.references[i] for i in ids])


def article(id_: str, catalog: Catalog) -> str:
    """An article by its title; one that sells what it recommends says so."""
    found = catalog.articles[id_]
    sells = f" <em>(sells {escape(found.sells)})</em>" if found.sells else ""
    return f"{escape(found.title)}{sells}"


def _stances(said_by: Iterable[Stance], catalog: Catalog) -> list[str]:
    """The articles that say it, say a part of it, imply it, deny it: a line for each, with what they say."""
    kinds: dict[Voice, list[str]] = {voice: [] for voice in SAYS}
    for stance in said_by:
        note = f" – {escape(stance.note)}" if stance.note else ""
        kinds[stance.stance].append(f"{article(stance.article, catalog)}{note}")
    return [f"{SAYS[voice]}: {'; '.join(articles)}" for voice, articles in kinds.items() if articles]


def _claims(ids: Iterable[str], catalog: Catalog) -> str:
    """Claims by their words, each on its line with the way to it."""
    return "<br>".join(f"{links.link(f'evidence?claim={i}', i)} {escape(catalog.claims[i].text)}" for i in ids)
