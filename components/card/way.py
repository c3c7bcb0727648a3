"""The way to a structure's card, in a view and layer in which it can be seen, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.drawing.place import reveal
from components.shared import url
from components.shared.url import State
from data.catalog import Catalog
from data.wording import small


def way(id_: str, words: str) -> str:
    """A link to a structure in the words of a sentence."""
    address = "./?" + "&".join(f"{k}={v}" for k, v in url.write(reveal(State(structure=id_))).items())
    return f'<a href="{escape(address)}" target="_self">{escape(words)}</a>'


def ways(ids: Iterable[str], catalog: Catalog) -> str:
    """Links to structures by their short names, in a row."""
    return ", ".join(way(i, small(catalog.short_name(i))) for i in ids)
