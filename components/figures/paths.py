"""Lines and areas as path data: relative, one decimal, smooth where they come from rays."""

from __future__ import annotations

from collections.abc import Iterable

import contourpy
import numpy as np
from numpy.typing import NDArray
from scipy.ndimage import gaussian_filter
from shapely import MultiPolygon, Polygon
from shapely.geometry import LineString

from data.figures.forward import Array

Mask = NDArray[np.bool_]
TOLERANCE = 0.22
"""How far a simplified line may stray, in SVG units."""


def contours(field: Array, density: float, level: float = 0.5) -> list[Array]:
    """Where a field over the rays crosses a level, in SVG units."""
    padded = np.pad(np.asarray(field, float), 2)
    found = contourpy.contour_generator(z=padded).lines(level)
    return [(np.asarray(line) - 1.5) / density for line in found if len(line) > 5]


def rings(mask: Mask, density: float, smooth: float = 0.8, least: float = 12.0) -> list[Array]:
    """The outlines of a mask, smoothed by so many SVG units; crumbs of less than `least` square units fall away."""
    if not mask.any():
        return []
    rows, columns = np.flatnonzero(mask.any(1)), np.flatnonzero(mask.any(0))
    pad = int(4 * smooth * density) + 2
    down = slice(max(rows[0] - pad, 0), rows[-1] + pad + 1)
    across = slice(max(columns[0] - pad, 0), columns[-1] + pad + 1)
    corner = np.array([across.start, down.start]) / density
    found = contours(gaussian_filter(mask[down, across].astype(float), smooth * density), density)
    return [_evened(r + corner, 1.6 * smooth * density) for r in found if abs(area(r)) > least]


def _evened(ring: Array, over: float) -> Array:
    """A ring without the steps of the rays, over so many of its places."""
    even = gaussian_filter(ring[:-1], (over, 0), mode="wrap")
    return np.vstack([even, even[:1]])


def area(ring: Array) -> float:
    """The area of a ring, signed."""
    x, y = ring.T
    return float(0.5 * np.sum(x[:-1] * y[1:] - x[1:] * y[:-1]))


def number(tenths: int) -> str:
    """A number of tenths, as short as it can be: `-.4`, `12`."""
    text = f"{tenths / 10:g}"
    return text.replace("0.", ".", 1) if text.startswith(("0.", "-0.")) else text


def numbers(tenths: Iterable[int]) -> str:
    """Several, with no more between them than is needed."""
    return " ".join(number(int(t)) for t in tenths).replace(" -", "-")


def smooth_path(line: Array, *, closed: bool = True, tolerance: float = TOLERANCE) -> str:
    """A smooth path through the middles of a simplified line."""
    points = np.round(np.array(LineString(line).simplify(tolerance).coords) * 10).astype(int)
    if closed:
        points = points[:-1]
    if len(points) < 3:
        return "" if closed else straight_path(line, closed=False)
    following = np.roll(points, -1, 0)
    middles = (points + following) // 2
    if closed:
        here, corners, ends = middles[-1], points, middles
    else:
        here, corners, ends = points[0], points[1:-1], np.vstack([middles[1:-2], points[-1:]])
    parts = [f"M{numbers(here)}q"]
    steps: list[int] = []
    for corner, end in zip(corners, ends, strict=True):
        steps += [*(corner - here), *(end - here)]
        here = end
    return parts[0] + numbers(steps) + ("z" if closed else "")


def straight_path(line: Array, *, closed: bool = True) -> str:
    """A path with corners."""
    points = np.round(np.asarray(line) * 10).astype(int)
    if closed and (points[0] == points[-1]).all():
        points = points[:-1]
    if len(points) < 2:
        return ""
    return f"M{numbers(points[0])}l{numbers(np.diff(points, axis=0).ravel())}" + ("z" if closed else "")


def area_path(
    mask: Mask, density: float, smooth: float = 0.8, least: float = 12.0, tolerance: float = TOLERANCE
) -> str:
    """A mask as one path."""
    return "".join(smooth_path(r, tolerance=tolerance) for r in rings(mask, density, smooth, least))


def shape_path(shape: Polygon | MultiPolygon, *, tolerance: float = 0.3) -> str:
    """A polygon or several as one path, smoothed."""
    found = []
    for one in getattr(shape, "geoms", [shape]):
        if isinstance(one, Polygon) and not one.is_empty:
            found += [smooth_path(np.array(r.coords), tolerance=tolerance) for r in (one.exterior, *one.interiors)]
    return "".join(found)


def drawn(name: str, path: str) -> str:
    """A path of a class; nothing for an empty one."""
    return f'<path class="{name}" d="{path}"/>' if path else ""
