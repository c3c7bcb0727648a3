"""Claims, conflicts, myths and references as escaped HTML. Pure: takes content, returns strings."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.card.text import VERIFIED
from components.card.text import references as reference_list
from components.shared.palette import FINDING
from data.bibliography import sample_size
from data.catalog import Catalog
from data.claim import Claim, Conflict, Myth, Stance
from data.wording import capital

SMALL = 30
"""A study with fewer participants than this is called small."""
SAYS = {"supports": "says so", "rejects": "denies it"}


def weight(claim: Claim, catalog: Catalog) -> str:
    """How much a verdict rests on: how many sources, how many fully checked, whether it is one small study."""
    found = [catalog.references[r] for r in claim.references]
    if not found:
        return "No study found"
    checked = sum(r.verification == "full" for r in found)
    if len(found) == 1:
        size = sample_size(found[0])
        small = f", small: {escape(found[0].n or '')}" if size is not None and size < SMALL else ""
        return f"Rests on one source{small}{'' if checked else ', not fully checked'}"
    return f"Rests on {len(found)} sources, {checked} fully checked"


def claim(found: Claim, catalog: Catalog, *, is_open: bool = False) -> str:
    """One claim that unfolds: verdict and weight at a glance; inside reason, articles, references, links."""
    ink = FINDING[found.verdict]
    links = [_link(f"?structure={i}", catalog.name(i)) for i in found.structures]
    rows = [
        ("Reason", escape(found.reason)),
        ("Said by", "<br>".join(_stances(found.said_by, catalog))),
        ("Conflicts with", _claims(found.conflicts_with, catalog)),
        ("About", ", ".join(links)),
        ("Chain", ", ".join(_link(f"chains?chain={i}", catalog.chains[i].name) for i in found.chains)),
        ("Studies for", _references(found.supporting, catalog)),
        ("Studies against", _references(found.contradicting, catalog)),
        ("Bearing on it", _references(found.related, catalog)),
        ("Link", _link(f"evidence?claim={found.id}", "Link to this claim")),
    ]
    if found.no_study_found:
        rows.insert(5, ("Studies", "No study found."))
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
        f'<p class="hc-note">Studies: {_references(found.references, catalog)}</p>'
        f'<p class="hc-note">{_claims(found.claims, catalog)}</p></section>'
    )


def myth(found: Myth, catalog: Catalog) -> str:
    """A myth as a card: what is said, what was found."""
    return (
        f'<section class="hc-conflict"><h3>{escape(found.title)}</h3><div class="hc-sides">'
        f'<div class="hc-side"><p><b>Said</b></p><p>{escape(found.said)}</p></div>'
        f'<div class="hc-side"><p><b>Found</b></p><p>{escape(found.found)}</p></div></div>'
        f'<p class="hc-note">Studies: {_references(found.references, catalog)}</p>'
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
    """The articles that say it, those that lean to it, those that deny it: a line for each kind."""
    kinds: dict[str, list[str]] = {}
    for stance in said_by:
        words = SAYS.get(stance.stance, stance.stance.replace("-", " "))
        kinds.setdefault(words.capitalize(), []).append(article(stance.article, catalog))
    return [f"{escape(words)}: {'; '.join(articles)}" for words, articles in kinds.items()]


def _claims(ids: Iterable[str], catalog: Catalog) -> str:
    """Claims by their words, each on its line with the way to it."""
    return "<br>".join(f"{_link(f'evidence?claim={i}', i)} {escape(catalog.claims[i].text)}" for i in ids)


def _references(ids: Iterable[str], catalog: Catalog) -> str:
    """Short links to references; each that is not fully checked carries its mark."""
    marks = {i: "" if catalog.references[i].verification == "full" else _mark(i, catalog) for i in ids}
    return ", ".join(_link(f"evidence?reference={i}", catalog.short(i)) + mark for i, mark in marks.items())


def _mark(id_: str, catalog: Catalog) -> str:
    icon, words = VERIFIED[catalog.references[id_].verification]
    return f' <span title="{words}">{icon} {words.split(":")[0]}</span>'


def _link(to: str, text: str) -> str:
    return f'<a href="./{escape(to)}" target="_self">{escape(text)}</a>'
