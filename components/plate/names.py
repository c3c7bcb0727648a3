"""Names beside a plate: in two columns, each on the nearer side, none over another, no leaders crossing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import permutations
from math import hypot

from data.catalog import catalog

LEADER_MM = 14.0
"""From the edge of the drawing to a name."""
LETTER_MM = 18.0
"""Size of the names, in mm of the view."""
LETTER_WIDE = 0.75
"""Width of a bold letter at most, on average over a name, as a part of its size (a test measures every name)."""
ROW = 1.08
"""From one row of a name to the next, as a part of its size."""
WRAP = 11
"""Names are broken after about so many letters."""


@dataclass(frozen=True)
class Name:
    """A name beside the drawing, its leader's two ends in mm of the view."""

    rows: tuple[str, ...]
    start: tuple[float, float]
    end: tuple[float, float]
    side: str

    @property
    def width(self) -> float:
        """Width that its rows may take, in mm of the view, the gap to the leader included."""
        return 3.0 + max(map(len, self.rows)) * LETTER_MM * LETTER_WIDE

    @property
    def height(self) -> float:
        """Height of its rows and the room between names, in mm of the view."""
        return LETTER_MM * (ROW * len(self.rows) + 0.35)


def beside(
    wanted: Sequence[tuple[str, tuple[float, float]]], wide: tuple[float, float], tall: tuple[float, float]
) -> list[Name]:
    """Names in two columns beside the drawing, each on the nearer side, none over another, no leaders crossing."""
    middle = (wide[0] + wide[1]) / 2
    placed: list[Name] = []
    for side, x in (("left", wide[0] - LEADER_MM), ("right", wide[1] + LEADER_MM)):
        mine = [(_broken(catalog().short_name(i)), end) for i, end in wanted if (end[0] < middle) == (side == "left")]
        # of all orders, the one with the shortest leaders has none that cross (see `components.drawing.labels`)
        orders = [_column([Name(rows, (x, end[1]), end, side) for rows, end in o], tall) for o in permutations(mine)]
        placed += min(orders, key=lambda o: sum(hypot(n.start[0] - n.end[0], n.start[1] - n.end[1]) for n in o))
    return placed


def _column(names: Sequence[Name], tall: tuple[float, float]) -> list[Name]:
    """Names one below the other in this order, each as near to its own height as the others and the frame allow."""
    tops, room = [], tall[1]
    for name in names:
        top = min(name.end[1] + name.height / 2, room)
        tops.append(top)
        room = top - name.height
    floor = tall[0]
    for number in reversed(range(len(names))):  # what fell out at the bottom pushes the others up again
        tops[number] = max(tops[number], floor + names[number].height)
        floor = tops[number]
    return [replace(n, start=(n.start[0], t - n.height / 2)) for n, t in zip(names, tops, strict=True)]


def reach(names: Sequence[Name], side: str, edge: float) -> float:
    """The x as far as the names of a side reach; the drawing's own edge where there are none."""
    out = -1 if side == "left" else 1
    return out * max([out * edge, *(out * n.start[0] + n.width + 2 for n in names if n.side == side)])


def _broken(text: str) -> tuple[str, ...]:
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + len(word) + 1 > WRAP:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return tuple(rows)
