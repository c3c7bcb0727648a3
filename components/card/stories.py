"""Ways to the pages of conditions, from a place, a tissue, a claim or a chain, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from data.catalog import Catalog
from data.condition import Condition, InChain, Strength
from data.wording import ended, sentence

LEARNING = "For learning: this is how it is described, not a finding about you."
STRENGTH = {
    Strength.HIGH: "well shown",
    Strength.MODERATE: "fairly well shown",
    Strength.LOW_MODERATE: "shown in part",
    Strength.LOW: "weakly shown",
    Strength.NO_DATA: "no study found",
}


def link(found: Condition, place: str = "") -> str:
    """The way to a condition's page."""
    where = f"place={place}&amp;" if place else ""
    return f'<a href="./where?{where}condition={found.id}" target="_self">{escape(found.short_name)}</a>'


def linked(found: Iterable[Condition]) -> str:
    """Conditions with the way to each and one sentence; nothing where there are none."""
    items = "".join(f"<li>{link(c)} – {escape(ended(c.plain.text))}</li>" for c in found)
    return f'<ul class="hc-points">{items}</ul><p class="hc-note">{LEARNING}</p>' if items else ""


def held(said: InChain) -> str:
    """How well a story about a chain holds: what only speaks against it is no weak support."""
    return "not shown" if said.contradicting and not said.supporting else STRENGTH[said.grade]


def in_chain(chain: str, catalog: Catalog) -> str:
    """The conditions that are said to belong to a chain: what is said, and how well it holds."""
    items = ""
    for condition in catalog.conditions_in(chain):
        said = next(c for c in condition.chains if c.chain == chain)
        items += (
            f'<li>{link(condition)} <span class="hc-chip">{held(said)}</span><br>'
            f"Said: {escape(ended(said.said))} How well it holds: {escape(sentence(said.holds))}</li>"
        )
    return f'<ul class="hc-points">{items}</ul>' if items else ""
