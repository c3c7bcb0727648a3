"""What goes around limbs: elastic bands and cuffs, as strips of which the part behind the body is not seen."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
from shapely import MultiPoint, MultiPolygon, Polygon, unary_union

from components.figures.camera import Camera, Sheet
from data.figures.forward import Array
from data.figures.points import flesh, points
from data.figures.props import Band, Cuff
from data.figures.step import Step

Strip = tuple[str, Polygon | MultiPolygon, Polygon | MultiPolygon]
"""A class, the part behind the limbs' axes, the part before them."""


def strips(step: Step, near: Array, camera: Camera, sheet: Sheet) -> list[Strip]:
    """Every band and cuff of a step."""
    found = []
    for prop in step.props.values():
        if isinstance(prop, Band):
            found.append(_strip("band", prop.between, 0.014, 0.006, step, near, camera, sheet))
        elif isinstance(prop, Cuff):
            found.append(_strip("cuff", (prop.around,), 0.035, 0.014, step, near, camera, sheet))
    return found


def _strip(
    look: str, around: tuple[str, ...], half: float, loose: float, step: Step, near: Array, camera: Camera, sheet: Sheet
) -> Strip:
    places = points(around)
    at = places.at(step.posed)
    limb = np.mean([_axis(name, step) for name in around], 0)
    limb /= np.linalg.norm(limb)
    if len(at) == 2:
        between = at[1] - at[0]
        limb -= between * (limb @ between) / max(between @ between, 1e-9)
        limb /= np.linalg.norm(limb)
    one = np.cross(limb, [1.0, 0.2, 0.1])
    one /= np.linalg.norm(one)
    two = np.cross(limb, one)
    turn = np.linspace(0, 2 * np.pi, 48, endpoint=False)[:, None]
    rings = [
        p + (r + loose) * (np.cos(turn) * one + np.sin(turn) * two) for p, r in zip(at, places.radius, strict=True)
    ]
    everywhere = np.concatenate(rings)
    flat = np.stack([everywhere @ one, everywhere @ two], 1)
    hull = np.array(MultiPoint(flat).convex_hull.segmentize(0.006).exterior.coords)
    level = float(at.mean(0) @ limb)
    line = hull[:, :1] * one + hull[:, 1:] * two + level * limb
    front: list[Polygon] = []
    back: list[Polygon] = []
    for a, b in pairwise(line):
        quad = camera.seen(np.array([a - limb * half, a + limb * half, b + limb * half, b - limb * half]))
        middle = quad.mean(0)
        row = int(np.clip((sheet.top - middle[1]) / sheet.step, 0, near.shape[0] - 1))
        column = int(np.clip((middle[0] - sheet.left) / sheet.step, 0, near.shape[1] - 1))
        seen = middle[2] > near[row, column] - 0.012
        shape = MultiPoint(sheet.units(quad)).convex_hull.buffer(0.15)
        (front if seen and _before(a, at, camera) else back).append(shape)
    return look, _union(back), _union(front)


def _before(place: Array, at: Array, camera: Camera) -> bool:
    """Whether a place of the loop lies on the viewer's side of the limbs."""
    if len(at) == 1:
        return bool((place - at[0]) @ camera.basis[2] > 0)
    between = at[1] - at[0]
    u = np.clip((place - at[0]) @ between / (between @ between), 0, 1)
    return bool((place - at[0] - u * between) @ camera.basis[2] > 0)


def _union(shapes: list[Polygon]) -> Polygon | MultiPolygon:
    found = unary_union(shapes) if shapes else Polygon()
    return found if isinstance(found, Polygon | MultiPolygon) else Polygon()


def _axis(name: str, step: Step) -> Array:
    """Where a piece of flesh points."""
    whole = flesh()
    n = whole.names.index(name.partition("@")[0])
    way = whole.end.at(step.posed)[n] - whole.start.at(step.posed)[n]
    found: Array = way / max(float(np.linalg.norm(way)), 1e-9)
    return found
