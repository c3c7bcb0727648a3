"""The stop signs as escaped HTML: grouped by what to do, each with the guidance behind it. Pure."""

from __future__ import annotations

from html import escape

from components.card.sources import public
from data.catalog import Catalog
from data.model import Urgency
from data.stop_flag import StopFlag
from data.wording import sentence

GROUPS = {
    Urgency.EMERGENCY: ("Emergency: get help now", ":material/emergency:"),
    Urgency.TODAY: ("See someone today", ":material/today:"),
    Urgency.SOON: ("See someone this week", ":material/event:"),
    None: ("Not urgent, but it changes the advice", ":material/info:"),
}
"""Title and icon of each group, the most urgent first."""
NAMED = "The sign that the link names:"
NO_FLAG = "The link names a sign that HipChain does not have; all are shown."


def grouped(catalog: Catalog, urgency: Urgency | None) -> list[StopFlag]:
    """The signs of one group."""
    return [f for f in catalog.stop_flags.values() if (f.urgency if f.stops else None) is urgency]


def sign(found: StopFlag, catalog: Catalog) -> str:
    """The question, what to do, why, and where that stands."""
    return (
        f"<p>{escape(found.ask)}</p><p><b>What to do:</b> {escape(sentence(found.action))}</p>"
        f'<p class="hc-note">Why: {escape(found.why)}.</p><p>Guidance: {public(found.references, catalog)}</p>'
    )
