"""The four letters of a room in which others follow a presenter's screen. Pure.

No vowels, so that no word comes out, and nothing that looks like something else: they are read out and typed.
"""

from __future__ import annotations

LETTERS = "BCDFGHJKLMNPRTVWXZ"
LONG = 4


def read_room(value: object) -> str | None:
    """The room that somebody names, in capitals; None for what cannot be one."""
    if not isinstance(value, str) or len(value) > 20:
        return None
    found = value.strip().upper()
    return found if is_room(found) else None


def is_room(value: str) -> bool:
    """Whether these are the letters of a room, as they stand in an address."""
    return len(value) == LONG and set(value) <= set(LETTERS)
