"""Ways from the evidence to other records, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.card.text import VERIFIED
from data.catalog import Catalog


def link(to: str, text: str) -> str:
    """A way to another place in the app."""
    return f'<a href="./{escape(to)}" target="_self">{escape(text)}</a>'


def references(ids: Iterable[str], catalog: Catalog) -> str:
    """Short links to references; each that is not fully checked carries its mark."""
    marks = {i: "" if catalog.references[i].verification == "full" else _mark(i, catalog) for i in ids}
    return ", ".join(link(f"evidence?reference={i}", catalog.short(i)) + mark for i, mark in marks.items())


def _mark(id_: str, catalog: Catalog) -> str:
    icon, words = VERIFIED[catalog.references[id_].verification]
    return f' <span title="{words}">{icon} {words.split(":")[0]}</span>'
