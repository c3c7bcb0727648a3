"""Where the names stand: outside the drawing, in columns or rows, with straight leader lines that never cross.

The trick is a fact of plane geometry: among all ways to pair points with slots by straight lines, the one of least
total length has no two lines that cross.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment


@dataclass(frozen=True)
class Anchor:
    """A point of the drawing that wants a name. `weight` says how much: the heaviest are named first."""

    id: str
    text: str
    x: float
    y: float
    weight: float


@dataclass(frozen=True)
class Label:
    """A placed name: text at (x, y), a leader from there to (to_x, to_y). All in mm.

    `side` is where the text stands: 'left', 'right', 'top' or 'bottom'.
    """

    id: str
    text: str
    side: str
    x: float
    y: float
    to_x: float
    to_y: float


Edges = Callable[[float], tuple[float, float]]
"""The x of the left and of the right column at a height y, mm."""
Slot = tuple[str, float, float]
"""A place for a name: its side, and its x and y in mm."""


def place(
    anchors: Sequence[Anchor], edges: Edges, span_mm: tuple[float, float], gap_mm: float, most: int
) -> list[Label]:
    """Place at most `most` names in a left and a right column that follow `edges`, at least `gap_mm` apart.

    `span_mm` is the lowest and the highest y that a name may take.
    """
    low, high = span_mm
    heights = [float(y) for y in np.arange(high, low - 1e-9, -gap_mm)]
    slots = [("left", edges(y)[0], y) for y in heights] + [("right", edges(y)[1], y) for y in heights]
    return matched(anchors, slots, most)


def matched(anchors: Sequence[Anchor], slots: Sequence[Slot], most: int) -> list[Label]:
    """Give each of the `most` heaviest anchors a slot of its own, so that the leaders are shortest in all."""
    chosen = sorted(anchors, key=lambda a: -a.weight)[: min(most, len(slots))]
    if not chosen:
        return []
    ways = np.array([(a.x, a.y) for a in chosen])[:, None] - np.array([(x, y) for _, x, y in slots])
    cost = np.hypot(ways[..., 0], ways[..., 1])
    rows, columns = linear_sum_assignment(cost)
    return [
        Label(chosen[r].id, chosen[r].text, slots[c][0], slots[c][1], slots[c][2], chosen[r].x, chosen[r].y)
        for r, c in zip(rows, columns, strict=True)
    ]


def cross(a: Label, b: Label) -> bool:
    """Whether the leaders of two labels cross."""

    def turn(p: tuple[float, float], q: tuple[float, float], r: tuple[float, float]) -> float:
        return (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0])

    p, q, r, s = (a.x, a.y), (a.to_x, a.to_y), (b.x, b.y), (b.to_x, b.to_y)
    return turn(p, q, r) * turn(p, q, s) < 0 and turn(r, s, p) * turn(r, s, q) < 0
