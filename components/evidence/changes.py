"""What we corrected, and why, as escaped HTML. Pure: takes content, returns strings."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.card.text import CONFIDENCE
from components.evidence import links
from components.shared.palette import FINDING, ROLLING
from data.catalog import Catalog
from data.change import Change, Of
from data.wording import capital, ended

GRADES = {"solid": ("✓", "Solid"), "dashed": ("?", "Dashed"), "struck": ("✕", "Struck through")}
"""How a link of a chain is drawn."""
URGENCIES = {"emergency": "Emergency", "today": "Today", "soon": "This week"}
NAMES = {
    Of.CLAIM: "Claim",
    Of.CONFLICT: "Conflict",
    Of.MYTH: "Myth",
    Of.ROLLING_EFFECT: "What rolling changes",
    Of.STRUCTURE: "Rolling verdict",
    Of.CHAIN: "Link of a chain",
    Of.STOP_FLAG: "Stop flag",
    Of.EXERCISE: "Exercise",
    Of.REFERENCE: "Source",
}


def newest_first(changes: Iterable[Change]) -> list[Change]:
    """Corrections with the newest first; those of one day in the order of the file."""
    return sorted(changes, key=lambda c: c.date, reverse=True)


def entry(change: Change, catalog: Catalog) -> str:
    """One correction: when and about what, from which verdict to which, the sentence, why, and the studies."""
    studies = f" Studies: {links.references(change.references, catalog)}" if change.references else ""
    return (
        f'<section class="hc-conflict" id="{escape(change.id)}"><h3>{escape(change.what)}</h3>'
        f'<p class="hc-note"><time datetime="{change.date}">{_day(change)}</time> · {NAMES[change.kind]}: '
        f"{_record(change, catalog)}</p>{_step(change)}<p>{escape(ended(change.why))}{studies}</p></section>"
    )


def line(change: Change, catalog: Catalog) -> str:
    """One correction within the page of its record."""
    studies = f" ({links.references(change.references, catalog)})" if change.references else ""
    moved = f"{words(change, change.old)} → {words(change, change.new)}. " if change.old and change.new else ""
    return f"{_day(change)}: {moved}{escape(ended(change.why))}{studies}"


def words(change: Change, verdict: str | None) -> str:
    """A verdict with its sign and word; what has no signs stands in its own words."""
    if verdict is None:
        return "new"
    if change.kind is Of.CLAIM or (change.kind is Of.STRUCTURE and verdict in ROLLING):
        ink = (FINDING if change.kind is Of.CLAIM else ROLLING)[verdict]
        return f'<span class="hc-icon" aria-hidden="true">{ink.icon}</span> {escape(ink.word)}'
    if change.kind is Of.CHAIN and verdict in GRADES:
        icon, word = GRADES[verdict]
        return f'<span class="hc-icon" aria-hidden="true">{icon}</span> {word}'
    if change.kind in (Of.CHAIN, Of.STRUCTURE):
        return capital(CONFIDENCE[verdict])
    return URGENCIES[verdict] if change.kind is Of.STOP_FLAG else escape(capital(verdict))


def _step(change: Change) -> str:
    if change.new is None:
        return "<p><b>A fact put right; the verdict stays.</b></p>"
    return f"<p><b>{words(change, change.old)}</b> → <b>{words(change, change.new)}</b></p>"


def _day(change: Change) -> str:
    return f"{change.date.day} {change.date:%B %Y}"


def _record(change: Change, catalog: Catalog) -> str:
    """The way to what a change is about, by its name."""
    id_ = change.record
    match change.kind:
        case Of.CLAIM:
            return f"{links.link(f'evidence?claim={id_}', id_)} {escape(catalog.claims[id_].text)}"
        case Of.CONFLICT:
            return links.link(f"evidence?conflict={id_}", catalog.conflicts[id_].question)
        case Of.REFERENCE:
            return links.link(f"evidence?reference={id_}", catalog.short(id_))
        case Of.MYTH:
            return links.link(f"evidence?myth={id_}", catalog.myths[id_].title)
        case Of.STRUCTURE:
            return links.link(f"?structure={id_}", catalog.name(id_))
        case Of.CHAIN:
            chain = catalog.chains[id_]
            edge = chain.edge(change.edge) if change.edge else None
            ends = f" ({chain.node(edge.source).label} → {chain.node(edge.target).label})" if edge else ""
            return links.link(f"chains?chain={id_}", chain.name) + escape(ends)
        case Of.STOP_FLAG:
            return links.link(f"stop_flags?flag={id_}", catalog.stop_flags[id_].sign)
        case Of.EXERCISE:
            return links.link(f"evidence?exercise={id_}", catalog.exercises[id_].name)
        case Of.ROLLING_EFFECT:
            return links.link(f"rolling?effect={id_}", catalog.rolling_effects[id_].what)
