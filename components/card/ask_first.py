"""Who should not roll without asking first, as escaped HTML. Pure: takes content, returns a string."""

from __future__ import annotations

from html import escape

from components.card.sources import public
from data.catalog import Catalog

TITLE = "Who should not roll at all without asking first"
LEAD = "Ask a doctor, nurse or physiotherapist before you roll if you:"
DOUBT = (
    "This list is a floor, not the whole of it. Harm from rolling has hardly been studied; "
    "most of this is carried over from advice on massage."
)


def ask_first(catalog: Catalog, named: str | None = None) -> str:
    """The list: who, why, and the guidance that says so; the one that a link names comes first, marked."""
    items = "".join(
        f"<li{_mark(a.id == named)}><b>{escape(a.who)}</b> – {escape(a.why)}. {public(a.references, catalog)}</li>"
        for a in sorted(catalog.ask_first.values(), key=lambda a: a.id != named)
    )
    return f'<p>{LEAD}</p><ul class="hc-points hc-ask-first">{items}</ul><p class="hc-note">{DOUBT}</p>'


def _mark(here: bool) -> str:
    return ' class="hc-named"' if here else ""
