"""The credit below a plate that is carried away: its rows, and how large they are. Pure."""

from __future__ import annotations

from components.shared.menu import CREDIT, LICENCE

ROWS = (CREDIT, LICENCE)
EDGE_MM = 2.0
ROW = 1.35
"""From row to row, in sizes of the letters."""
MOST_MM, LETTER_WIDE = 8.0, 0.62
"""Size of the letters at most, and how wide one is on average in that size."""


def letter(wide: float) -> float:
    """The size of the letters with which both rows fit a plate so wide, mm."""
    return min(MOST_MM, (wide - 2 * EDGE_MM) / (LETTER_WIDE * max(map(len, ROWS))))


def tall(wide: float) -> float:
    """The height of the foot of a plate so wide, mm."""
    return letter(wide) * (ROW * len(ROWS) + 0.6)
