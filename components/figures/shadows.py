"""Where the body comes near what it lies on: soft shadows on the floor and on boxes."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from shapely import MultiPolygon, Point, Polygon, unary_union
from shapely.affinity import affine_transform

from components.figures.camera import SCALE, Camera, Sheet
from data.figures.forward import Array, Posed
from data.figures.points import flesh

CLOSE = (0.07, 0.025)
"""How near the flesh is to the surface where a shadow begins, and where it deepens, in metres."""


def shadows(
    posed: Posed, surfaces: list[tuple[float, Polygon]], camera: Camera, sheet: Sheet
) -> Iterator[Polygon | MultiPolygon]:
    """Areas in SVG units, from the widest to the deepest. Surfaces are a height and an area of the floor plan."""
    whole = flesh()
    starts, ends = whole.start.at(posed), whole.end.at(posed)
    for close in CLOSE:
        for height, plan in surfaces:
            spots = []
            for a, b, ra, rb in zip(starts, ends, whole.start.radius, whole.end.radius, strict=True):
                spot = _spot(a, b, float(ra), float(rb), height, close)
                if spot is not None:
                    spots.append(spot)
            found = unary_union(spots).buffer(0.01).buffer(-0.01).intersection(plan) if spots else Polygon()
            if not found.is_empty:
                yield seen(found.simplify(0.002), height, camera, sheet)


def _spot(a: Array, b: Array, ra: float, rb: float, height: float, close: float) -> Polygon | None:
    """The part of a surface that lies within `close` of a rounded cone above it."""
    circles = []
    for u in np.linspace(0, 1, 5 if np.hypot(*(b - a)[:2]) > 0.1 else 2):
        p, r = a + u * (b - a), ra + u * (rb - ra)
        clear = p[2] - height
        if -0.03 < clear - r < close:
            circles.append(
                Point(p[0], p[1]).buffer(float(np.sqrt(max((r + close) ** 2 - clear**2, 1e-6))), quad_segs=5)
            )
    return unary_union(circles).convex_hull if circles else None


def seen(plan: Polygon | MultiPolygon, height: float, camera: Camera, sheet: Sheet) -> Polygon | MultiPolygon:
    """An area of the floor plan at a height, as the sheet shows it."""
    (rx, ry, rz), (ux, uy, uz), _ = camera.basis
    x = (rz * height - sheet.left) * SCALE
    y = (sheet.top - uz * height) * SCALE
    return affine_transform(plan, [rx * SCALE, ry * SCALE, -ux * SCALE, -uy * SCALE, x, y])
