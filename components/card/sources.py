"""Links to the sources of a piece of advice, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from data.catalog import Catalog
from data.reference import Kind, Reference


def public(ids: Iterable[str], catalog: Catalog) -> str:
    """The sources in a small line: guidance links to the guidance itself, a study to its place under Evidence."""
    return f'<small class="hc-note">{"; ".join(_link(catalog.references[i], catalog) for i in ids)}</small>'


def _link(found: Reference, catalog: Catalog) -> str:
    if found.kind is not Kind.GUIDANCE:
        name = escape(catalog.short(found.id))
        return f'<a href="./evidence?reference={found.id}" target="_blank" rel="noopener">{name}</a>'
    words = escape(": ".join(filter(None, [found.container, found.title])))
    if not found.url:
        return f'<a href="./evidence?reference={found.id}" target="_blank" rel="noopener">{words}</a>'
    return f'<a href="{escape(found.url)}" target="_blank" rel="noopener">{words}</a>'
