"""The figure posed: pelvic tilt from the side, pelvic drop and trunk lean from the front and the back.

A pose moves points of the drawing. The thigh stays; the pelvis turns about the hip's centre, which is the origin; the
lumbar spine bends so that the trunk stays upright, or leans as asked. Soft tissue between pelvis and thigh turns
by a part of the pelvis's angle that falls smoothly from 1 at its origin to 0 at its insertion: since all turn about
one centre, a smooth fall leaves outlines clean. At zero nothing moves at all.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from scipy.spatial import KDTree

from data.geometry import Line
from data.outlines import Shape, load_view
from data.outlines.side import LEFT, plain, side_of

RANGES = {"tilt": (-10, 30), "drop": (0, 10), "lean": (0, 20)}
"""Degrees: anterior pelvic tilt, drop of the free side, lean of the trunk towards the standing leg."""
VIEWS = {"lateral": ("tilt",), "anterior": ("drop", "lean"), "posterior": ("drop", "lean")}
"""What can be posed in which view; a view that is not here stays as it is drawn."""
REACH_MM = 150.0
"""So far from its origin, at the latest, a tissue moves with the thigh alone."""
USUAL_MM = (30.0, -80.0)
"""Heights between which what has no guides passes from pelvis to thigh."""


@dataclass(frozen=True)
class Pose:
    """Degrees, see RANGES. The zero pose is the ordinary drawing."""

    tilt: float = 0.0
    drop: float = 0.0
    lean: float = 0.0

    def within(self) -> Pose:
        """The nearest pose inside the ranges."""
        return Pose(*(float(np.clip(getattr(self, k), *RANGES[k])) for k in ("tilt", "drop", "lean")))

    def seen(self, view: str) -> Pose:
        """What of the pose shows in a view; the rest is zero."""
        return Pose(**{k: getattr(self, k) for k in VIEWS.get(plain(view), ())})

    def angles(self, view: str) -> tuple[float, float]:
        """Turn of the pelvis and of the trunk on the page, in degrees anticlockwise; of a left side, clockwise."""
        if side_of(view) == LEFT:
            pelvis, trunk = self.angles(plain(view))
            return -pelvis, -trunk
        if view == "lateral":
            return -self.tilt, 0.0  # forwards is to the right
        side = {"anterior": 1.0, "posterior": -1.0}.get(view, 0.0)
        return -side * self.drop, side * self.lean


@dataclass(frozen=True)
class Mover:
    """Moves points of one view (named) into a pose."""

    view: str
    pose: Pose

    def move(self, shape: Shape, points: Any) -> Line:
        """Where the points (N, 2) of a shape come to lie, in mm."""
        line = np.asarray(points, float).reshape(-1, 2)
        pelvis, trunk = self.pose.angles(self.view)
        if self.stays(shape):
            return line
        if shape.moves == "spine":
            bent = self._bent(line, _spine(self.view).index(shape.id), trunk - pelvis)
        elif shape.moves == "back" or isinstance(shape.moves, tuple):
            bent = self._curved(line, trunk - pelvis)
        else:
            bent = line
        return _turn(bent, pelvis * weight(shape, line))

    def stays(self, shape: Shape) -> bool:
        """Whether the pose leaves a shape where it is."""
        return shape.moves == "thigh" or not any(self.pose.angles(self.view))

    def bends(self, shape: Shape) -> bool:
        """Whether a shape may change its form; bones, and what is fixed to one, do not."""
        return shape.moves not in ("pelvis", "thigh", "spine")

    def _bent(self, line: Line, rank: int, angle: float) -> Line:
        """A vertebra or disc: all joints below it, each by its share, from the top one down."""
        share = angle / 3
        for joint in range(rank // 2, -1, -1):
            own = share / 2 if rank == 2 * joint else share  # a disc follows half way
            line = _turn(line, own, _joints(self.view)[joint])
        return line

    def _curved(self, line: Line, angle: float) -> Line:
        """Soft tissue along the spine: between the vertebrae's movements, by height."""
        if not angle:
            return line
        stops = [60.0, *(0.5 * (a + b) for a, b in _spans(self.view))]
        at = np.interp(line[:, 1], stops, range(4))
        moved = np.stack([line, *(self._bent(line, 2 * k + 1, angle) for k in range(3))])
        below = np.clip(np.floor(at).astype(int), 0, 2)
        part = (at - below)[:, None]
        rows = np.arange(len(line))
        result: Line = moved[below, rows] * (1 - part) + moved[below + 1, rows] * part
        return result


def weight(shape: Shape, points: Line) -> Line:
    """(N,): by what part of the pelvis's turn each point of a shape turns; 1 at its origin, 0 on the thigh."""
    if shape.moves == "thigh":
        return np.zeros(len(points))
    if shape.moves in ("pelvis", "spine", "back"):
        return np.ones(len(points))
    if isinstance(shape.moves, tuple) or not shape.fibres:
        high, low = shape.moves if isinstance(shape.moves, tuple) else USUAL_MM
        return _smooth((points[:, 1] - low) / (high - low))
    origin, insertion = _ends(shape)
    up, down = origin.query(points)[0], insertion.query(points)[0]
    return _smooth(1 - up / np.maximum(np.minimum(up + down, REACH_MM), 1e-9))


@cache
def _ends(shape: Shape) -> tuple[KDTree, KDTree]:
    """The lines along which a tissue starts and ends, through the ends of its fibre guides."""
    lines = shape.fibre_lines()
    ends = [np.array([line[i] for line in lines]) for i in (0, -1)]
    dense = [
        np.column_stack([np.interp(np.linspace(0, len(e) - 1, 60), range(len(e)), e[:, k]) for k in (0, 1)])
        for e in ends
    ]
    first, last = dense[::-1] if shape.backwards else dense
    return KDTree(first), KDTree(last)


@cache
def _spine(view: str) -> tuple[str, ...]:
    """Discs and vertebrae in turn, from below upwards."""
    found = {s.id: float(s.area().centroid.y) for s in load_view(view).shapes if s.moves == "spine"}
    return tuple(sorted(found, key=found.__getitem__))


@cache
def _joints(view: str) -> tuple[Line, ...]:
    discs = _spine(view)[::2]
    return tuple(np.array(load_view(view).of(d)[0].area().centroid.coords[0]) for d in discs)


@cache
def _spans(view: str) -> tuple[tuple[float, float], ...]:
    """Lowest and highest point of each vertebra, from below upwards."""
    boxes = [load_view(view).of(v)[0].area().bounds for v in _spine(view)[1::2]]
    return tuple((b[1], b[3]) for b in boxes)


def _turn(points: Line, degrees: Any, about: Line | None = None) -> Line:
    """Turn points anticlockwise, each by its own angle, about a centre (the hip's where none is given)."""
    centre = np.zeros(2) if about is None else about
    angle = np.radians(degrees)
    c, s = np.cos(angle), np.sin(angle)
    x, y = (points - centre).T
    return np.column_stack([c * x - s * y, s * x + c * y]) + centre


def _smooth(t: Line) -> Line:
    t = np.clip(t, 0.0, 1.0)
    result: Line = t * t * (3 - 2 * t)
    return result
