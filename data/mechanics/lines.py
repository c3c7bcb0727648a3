"""Lines of pull in the plane of a view, for drawing them on the posed figure. Points in mm, as the drawing has them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.mechanics.geometry import load_geometry

Vector = NDArray[np.float64]
Point = tuple[float, float]
PLANES: dict[str, Callable[[Vector], Vector]] = {
    "lateral": lambda p: np.array([p[0], p[1]]),  # forwards, up
    "anterior": lambda p: np.array([-p[2], p[1]]),  # to the subject's left, up
    "above": lambda p: np.array([p[0], -p[2]]),  # forwards, to the subject's left
}
"""How a point (forward, up, right) of the models falls on a page."""
KNEE_MM = {"tfl": (10.7, -405.0, 32.4)}
"""Where a line goes on to, in the thigh's frame: TFL runs on in the band."""
AXIS_OF = {"flexion": "lateral", "abduction": "anterior", "rotation": "above"}
"""The plane in which the turning about an axis of the hip is seen."""


@dataclass(frozen=True)
class Lever:
    """A line of pull about one axis: `start` on the pelvis, `end` on the thigh, `foot` nearest to the axis (at 0, 0).

    `across` is the part of a unit pull that lies in the plane; the moment arm is the distance times it.
    """

    start: Point
    end: Point
    foot: Point
    across: float


def pull(element: str, view: str, *, tilt: float = 0.0, drop: float = 0.0) -> list[Point]:
    """The line of an element in a view, from pelvis to thigh (and on to the knee), the pelvis tilted or dropped.

    The thigh stays vertical. Raises KeyError for an unknown element or view.
    """
    found = {e.id: e for e in load_geometry().elements}[element]
    points = [_turned(np.array(found.pelvis_mm), tilt, drop), np.array(found.thigh_mm)]
    if element in KNEE_MM:
        points.append(np.array(KNEE_MM[element]))
    return [_point(PLANES[view](p)) for p in points]


def lever(element: str, axis: str, tilt: float) -> Lever:
    """The line of an element in the plane of an axis at a tilt. Raises KeyError for an unknown element or axis."""
    found = {e.id: e for e in load_geometry().elements}[element]
    origin, insertion = _turned(np.array(found.pelvis_mm), tilt, 0.0), np.array(found.thigh_mm)
    plane = PLANES[AXIS_OF[axis]]
    a, b = plane(origin), plane(insertion)
    line = a - b
    across = float(np.linalg.norm(line) / np.linalg.norm(origin - insertion))
    foot = b + line * float(-(b @ line) / (line @ line))
    return Lever(_point(a), _point(b), _point(foot), across)


def _turned(point: Vector, tilt: float, drop: float) -> Vector:
    """A point of the pelvis after tilting forwards and dropping on the free side, about the hip's centre."""
    c, s = np.cos(np.radians(tilt)), np.sin(np.radians(tilt))
    forward, up, right = c * point[0] + s * point[1], -s * point[0] + c * point[1], point[2]
    c, s = np.cos(np.radians(drop)), np.sin(np.radians(drop))
    return np.array([forward, c * up + s * right, -s * up + c * right])


def _point(p: Vector) -> Point:
    return round(float(p[0]), 1), round(float(p[1]), 1)
