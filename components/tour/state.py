"""What the tours' own page shows: all tours, one that a link names or holds, or one of the reader's to edit. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.catalog import Catalog
from data.tour import Tour
from data.tour_link import UnreadableTourError, found
from data.tour_shelf import is_key


@dataclass(frozen=True)
class Open:
    """A tour that the address names (`code`), or the key of one of the reader's own."""

    tour: Tour | None = None
    code: str = ""
    edit: str = ""


def read(params: Mapping[str, str], content: Catalog) -> tuple[Open, list[str]]:
    """What query parameters ask for, and a note for what cannot be used."""
    if code := params.get("open"):
        try:
            return Open(found(code, content.tours), code), []
        except UnreadableTourError as error:
            return Open(), [str(error)]
    key = params.get("edit", "")
    return Open(edit=key if is_key(key) else ""), []
