"""The tours that a reader has made, as a text that the browser keeps. What comes back is a stranger's."""

from __future__ import annotations

import json
from collections.abc import Mapping

from data.tour import Tour
from data.tour_link import UnreadableTourError, pack, unpack

VERSION = 1
MOST = 20
"""So many tours are kept."""
LONGEST_KEY = 12


def write(tours: Mapping[str, Tour]) -> str:
    """The tours by key, each packed as for a link."""
    return json.dumps({"version": VERSION, "tours": [[key, pack(tour)] for key, tour in tours.items()]})


def read(text: str) -> tuple[dict[str, Tour], int]:
    """The tours of such a text by key, and how many could not be read."""
    try:
        kept = json.loads(text)
        entries = kept["tours"] if kept["version"] == VERSION else None
        if not isinstance(entries, list):
            return {}, 1
    except (ValueError, RecursionError, TypeError, KeyError):
        return {}, 1
    tours: dict[str, Tour] = {}
    lost = max(len(entries) - MOST, 0)
    for entry in entries[:MOST]:
        try:
            key, packed = entry
            if not isinstance(packed, str) or not is_key(key):
                raise ValueError("neither key nor tour")
            tours[key] = unpack(packed)
        except (ValueError, TypeError, UnreadableTourError):
            lost += 1
    return tours, lost


def is_key(key: object) -> bool:
    """Whether this can be the key of a kept tour."""
    return isinstance(key, str) and 0 < len(key) <= LONGEST_KEY and key.isascii() and key.isalnum()


def new_key(tours: Mapping[str, Tour]) -> str:
    """A key that none of these has."""
    return next(key for n in range(1, len(tours) + 2) if (key := f"t{n}") not in tours)
