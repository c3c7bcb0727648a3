"""The way to the card of a structure, in a view and layer where it can be seen, or of a group. Escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.drawing.place import reveal
from components.shared import url
from components.shared.url import State
from data.catalog import Catalog
from data.group import groups_of
from data.wording import small

START = State()


def way(id_: str, words: str, start: State = START) -> str:
    """A link to a structure in the words of a sentence; from `start` the view changes only where it must."""
    address = "./?" + "&".join(f"{k}={v}" for k, v in url.write(reveal(start.but(structure=id_))).items())
    return f'<a href="{escape(address)}" target="_self">{escape(words)}</a>'


def ways(ids: Iterable[str], catalog: Catalog) -> str:
    """Links to structures by their short names, in a row."""
    return ", ".join(way(i, small(catalog.short_name(i))) for i in ids)


def part_of(id_: str, catalog: Catalog) -> str:
    """The groups that something belongs to, as links in a row; there the page chooses the side that shows most."""
    return ", ".join(f'<a href="./?group={g.id}" target="_self">{escape(g.name)}</a>' for g in groups_of(id_, catalog))
