"""The card of a group: its members with their verdicts, and what they share, as escaped HTML. Pure."""

from __future__ import annotations

from html import escape

from components.card.fold import rows_of, section
from components.card.heads import verdicts
from components.card.text import latin, references
from components.card.way import way
from components.drawing.place import reveal_all
from components.shared.palette import ROLLING
from components.shared.url import State
from data.catalog import Catalog
from data.group import Group
from data.wording import capital, sentence, small

HOLDS = "A group's name says where muscles lie or what they share, not that they must be treated alike."


def card(found: Group, catalog: Catalog) -> str:
    """Name, what it is, how rolling is judged over its members, each of them as a link, and what they share."""
    ids = catalog.members(found.id)
    cited = [catalog.references[r] for r in found.sources]
    return (
        f"<h2>{escape(capital(found.name))}</h2>"
        f'<p class="hc-latin">{latin(found.latin)}<span class="hc-chip">Group of {len(ids)}</span></p>'
        f'<p class="hc-plain">{escape(found.plain)}</p>{_verdicts(ids, catalog)}'
        + section("Members", _members(ids, catalog), is_open=True)
        + section("What they share", _shared(found), is_open=True)
        + section(f"References ({len(cited)})", references(cited))
    )


def _verdicts(ids: tuple[str, ...], catalog: Catalog) -> str:
    items = "".join(
        f'<li><span class="hc-icon" aria-hidden="true">{ROLLING[v].icon}</span><span>{n} of {len(ids)}: '
        f"{escape(small(ROLLING[v].word))}</span></li>"
        for v, n in verdicts(ids, catalog).items()
    )
    head = "<p><b>Rolling, member by member</b></p>"
    return f'<div class="hc-verdict hc-counts">{head}<ul class="hc-roles">{items}</ul></div>'


def _members(ids: tuple[str, ...], catalog: Catalog) -> str:
    """Each member with its verdict; one without a card of its own says so by having none."""
    items, look = "", reveal_all(State(), ids)
    for id_ in ids:
        known = catalog.structures.get(id_)
        verdict = f" – {escape(small(ROLLING[known.rolling.verdict].word))}" if known else ""
        sign = ROLLING[known.rolling.verdict].icon if known else "·"
        items += (
            f'<li><span class="hc-icon" aria-hidden="true">{sign}</span>'
            f"<span>{way(id_, catalog.name(id_), look)}{verdict}</span></li>"
        )
    return f'<ul class="hc-roles">{items}</ul>'


def _shared(found: Group) -> str:
    also = ", ".join(s.name for s in found.synonyms)
    rows = [("Nerve", found.nerve), ("Does", found.action), ("Note", found.note)]
    told = [(term, escape(sentence(text))) for term, text in rows if text]
    names = [("TA2", escape(found.ta2_english or "")), ("Also called", escape(also))]
    return f'{rows_of([*told, *names])}<p class="hc-note">{HOLDS}</p>'
