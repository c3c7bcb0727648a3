"""Curves and areas in the plane, in millimetres. Pure functions on (N, 2) arrays."""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

Line = NDArray[np.float64]
"""An (N, 2) array of points in mm."""


def closed_curve(points: ArrayLike, step_mm: float = 2.0) -> Line:
    """Sample the smooth closed curve through control points; the last point repeats the first.

    The curve is a centripetal Catmull-Rom spline (Yuksel, Schaefer and Keyser 2011): it passes through every control
    point and makes no loops of its own. A control point given twice in a row is a sharp corner. `points` is (N, 2),
    N >= 3 (ValueError with fewer); `step_mm` is the distance between samples.
    """
    return _catmull_rom(np.asarray(points, float), step_mm, closed=True)


def open_curve(points: ArrayLike, step_mm: float = 2.0) -> Line:
    """Sample the smooth open curve through control points, ends included. `points` is (N, 2), N >= 2."""
    return _catmull_rom(np.asarray(points, float), step_mm, closed=False)


def _catmull_rom(points: Line, step_mm: float, *, closed: bool) -> Line:
    if len(points) < (3 if closed else 2):
        raise ValueError(f"a curve needs more control points than {len(points)}")
    if closed:
        before, after = points[-1:], points[:2]
        padded = np.vstack([before, points, after])
    else:
        padded = np.vstack([2 * points[:1] - points[1:2], points, 2 * points[-1:] - points[-2:-1]])
    pieces = []
    for p0, p1, p2, p3 in zip(padded, padded[1:], padded[2:], padded[3:], strict=False):
        length = float(np.hypot(*(p2 - p1)))
        if length < 1e-9:
            continue  # a doubled point: a corner
        count = max(2, int(np.ceil(length / step_mm)))
        pieces.append(_segment(p0, p1, p2, p3, np.arange(count) / count))
    last = points[:1] if closed else points[-1:]
    return np.vstack([*pieces, last])


def _segment(p0: Line, p1: Line, p2: Line, p3: Line, u: NDArray[np.float64]) -> Line:
    """One span from p1 to p2, by the Barry-Goldman pyramid with knots at the square roots of the chord lengths."""
    t0 = 0.0
    t1 = t0 + max(float(np.hypot(*(p1 - p0))) ** 0.5, 1e-6)
    t2 = t1 + float(np.hypot(*(p2 - p1))) ** 0.5
    t3 = t2 + max(float(np.hypot(*(p3 - p2))) ** 0.5, 1e-6)
    t = (t1 + u * (t2 - t1))[:, None]
    a1 = (t1 - t) / (t1 - t0) * p0 + (t - t0) / (t1 - t0) * p1
    a2 = (t2 - t) / (t2 - t1) * p1 + (t - t1) / (t2 - t1) * p2
    a3 = (t3 - t) / (t3 - t2) * p2 + (t - t2) / (t3 - t2) * p3
    b1 = (t2 - t) / (t2 - t0) * a1 + (t - t0) / (t2 - t0) * a2
    b2 = (t3 - t) / (t3 - t1) * a2 + (t - t1) / (t3 - t1) * a3
    curve: Line = (t2 - t) / (t2 - t1) * b1 + (t - t1) / (t2 - t1) * b2
    return curve
