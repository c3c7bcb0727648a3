"""What to read after a self-check: the stories of pain at the place that was named, as escaped HTML. Pure."""

from __future__ import annotations

from html import escape

from components.card.stories import LEARNING
from components.shared.link import beside
from data.about import Place
from data.catalog import Catalog
from data.wording import sentence

TITLE = "What people with pain here commonly have"
LEAD = "Stories to read, not a diagnosis."


def stories(place: Place | None, catalog: Catalog) -> str:
    """The conditions that are read at a place, what is ruled out first before the others; else the way to all places.

    Links open a new tab: in this one the answers would be gone.
    """
    if place is None:
        return f"<h2>{TITLE}</h2><p>{LEAD} {beside('./where', 'Choose a place')}.</p>"
    found = catalog.pain_places[place]
    items = ""
    for listed in found.in_order:
        name = catalog.conditions[listed.condition].short_name
        mark = ' <span class="hc-chip">rule out first</span>' if listed.first else ""
        to = f"./where?place={found.id}&amp;condition={listed.condition}"
        items += f"<li>{beside(to, name)}{mark} – {escape(sentence(listed.why))}</li>"
    return (
        f'<h2>{TITLE}: {escape(found.name.lower())}</h2><p class="hc-note hc-learning">{LEAD} {LEARNING}</p>'
        f'<ol class="hc-steps">{items}</ol>'
    )
