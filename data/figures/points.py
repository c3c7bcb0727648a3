"""Places on the flesh by name: `thigh_r@.5` is half way along the right thigh, `palm_l` the far end of a palm."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from numpy.typing import NDArray

from data.figures.forward import Array, Posed, body, moves
from data.figures.skeleton import SIDES, skeleton


@dataclass(frozen=True)
class Points:
    """Several places, ready to be looked up together: segment, place in its frame, radius of the flesh there."""

    segments: NDArray[np.intp]
    local: Array
    radius: Array

    def at(self, posed: Posed) -> Array:
        """Where they are."""
        turned = np.einsum("nij,nj->ni", posed.turned[self.segments], self.local)
        found: Array = posed.origin[self.segments] + turned
        return found

    def moves(self, posed: Posed, places: Array) -> Array:
        """How they move with each angle: places x 3 x angles."""
        return moves(posed, self.segments, places)


@dataclass(frozen=True)
class Flesh:
    """All rounded cones of the body, both sides: names, and the two ends of each."""

    names: tuple[str, ...]
    start: Points
    end: Points


@cache
def flesh() -> Flesh:
    """Every piece of flesh of the one figure: `thigh_l`, `thigh_r`, ..."""
    bones, tree = skeleton(), body()
    names, rows = [], []
    for name, (segment, a, b, ra, rb) in bones.flesh.items():
        for side, mirror in SIDES.items():
            whole = f"{segment}_{side}" if bones.segments[segment].sided else segment
            names.append(f"{name}_{side}")
            rows.append((tree.segment(whole), (a[0], a[1] * mirror, a[2]), (b[0], b[1] * mirror, b[2]), ra, rb))
    segments = np.array([r[0] for r in rows])
    start = Points(segments, np.array([r[1] for r in rows], float), np.array([r[3] for r in rows]))
    end = Points(segments, np.array([r[2] for r in rows], float), np.array([r[4] for r in rows]))
    return Flesh(tuple(names), start, end)


def points(names: Sequence[str]) -> Points:
    """Places by name, on a piece of flesh or a spot of the skin; ValueError for one that is not there."""
    found = [_spot(n) or _on_flesh(n) for n in names]
    local = np.array([f[1] for f in found], float).reshape(-1, 3)
    return Points(np.array([f[0] for f in found], np.intp), local, np.array([f[2] for f in found], float))


def _spot(name: str) -> tuple[int, Array, float] | None:
    base, _, side = name.rpartition("_")
    if base not in skeleton().spots:
        return None
    segment, (x, y, z) = skeleton().spots[base]
    whole = f"{segment}_{side}" if skeleton().segments[segment].sided else segment
    return body().segment(whole), np.array([x, y * SIDES[side], z]), 0.0


def _on_flesh(name: str) -> tuple[int, Array, float]:
    piece, _, along = name.partition("@")
    start, end, n, u = flesh().start, flesh().end, flesh().names.index(piece), float(along or 1)
    radius = start.radius[n] + (end.radius[n] - start.radius[n]) * u
    return int(start.segments[n]), start.local[n] + (end.local[n] - start.local[n]) * u, float(radius)


def where(posed: Posed, name: str) -> Array:
    """Where one place is."""
    found: Array = points([name]).at(posed)[0]
    return found
