"""Links to the sources of a piece of advice, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.shared.link import beside
from data.catalog import Catalog
from data.reference import Kind, Reference


def public(ids: Iterable[str], catalog: Catalog) -> str:
    """The sources in a small line: guidance links to the guidance itself, a study to its place under Evidence."""
    return f'<small class="hc-note">{"; ".join(_link(catalog.references[i], catalog) for i in ids)}</small>'


def _link(found: Reference, catalog: Catalog) -> str:
    here = f"./evidence?reference={found.id}"
    if found.kind is not Kind.GUIDANCE:
        return beside(here, catalog.short(found.id))
    words = ": ".join(filter(None, [found.container, found.title]))
    return beside(escape(found.url) if found.url else here, words)
