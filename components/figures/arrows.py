"""What is laid over a picture: arrows, where the start was, the line of the pelvis, the sign of a mistake."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import gaussian_filter

from components.figures.camera import SCALE, Camera, Sheet
from components.figures.lines import runs
from components.figures.paths import drawn, numbers, rings, smooth_path, straight_path
from components.figures.view import View
from data.figures.forward import Array, forward
from data.figures.points import points, where
from data.figures.pose import Arrow
from data.figures.step import Step

HEAD = (8.0, 4.0, 5.5)
"""An arrow's head: how far its point, its back and its sides are from the end of the line, in SVG units."""


def arrow(found: Arrow, before: Step, step: Step, root: str, camera: Camera, sheet: Sheet) -> Iterator[str]:
    """An arrow as drawn paths, with a halo."""
    line = sheet.units(camera.seen(_way(found, before, step, root))) + found.shift
    if np.linalg.norm(np.diff(line, axis=0), axis=1).sum() < 4:
        return
    heads = _head(line[-1], line[-3]) + (_head(line[0], line[2]) if found.by else "")
    path = smooth_path(line, closed=False, tolerance=0.1)
    yield drawn("move_halo", path + heads)
    yield drawn("move_line", path)
    yield drawn("move", heads)


def _way(found: Arrow, before: Step, step: Step, root: str) -> Array:
    if found.point in step.rolls:
        end, start = step.rolls[found.point], before.rolls[found.point]
    else:
        end, start = where(step.posed, found.point), None
    if found.by:
        found_line: Array = end + np.linspace(-1, 1, 13)[:, None] * np.array(found.by)
        return found_line
    if found.push:
        return np.asarray(end - np.linspace(1, 0, 13)[:, None] * np.array(found.push))
    if start is not None:
        return np.asarray(start + np.linspace(0, 1, 13)[:, None] * (end - start))
    turn = step.angles - before.angles
    return np.array([where(forward(before.angles + u * turn, root), found.point) for u in np.linspace(0, 1, 13)])


def _head(tip: Array, back: Array) -> str:
    way = (tip - back) / max(float(np.linalg.norm(tip - back)), 1e-9)
    side = np.array([-way[1], way[0]])
    far, near, wide = HEAD
    return straight_path(np.array([tip + way * far, tip - way * near + side * wide, tip - way * near - side * wide]))


def ghost(before: View, view: View) -> str:
    """Where the body was, dashed, wherever it is no more."""
    cover = gaussian_filter(view.body.astype(float), 1.4 * view.sheet.density)
    found = []
    for ring in rings(before.body, view.sheet.density, 1.0):
        at = (ring * view.sheet.density).astype(int)
        free = cover[at[:, 1].clip(0, cover.shape[0] - 1), at[:, 0].clip(0, cover.shape[1] - 1)] < 0.02
        found += [smooth_path(line, closed=closed, tolerance=0.3) for line, closed in runs(ring, free, 9.0)]
    return drawn("ghost", "".join(found))


def level(step: Step, camera: Camera, sheet: Sheet) -> str:
    """The line of the pelvis against the horizontal."""
    a, b = sheet.units(camera.seen(points(["hipside_r@0", "hipside_l@0"]).at(step.posed)))
    middle, half = (a + b) / 2, (b - a) / 2 * 2.2
    across = np.array([np.linalg.norm(half) * np.sign(half[0] or 1), 0.0])
    flat = straight_path(np.array([middle - across, middle + across]), closed=False)
    return drawn("level", flat) + drawn(
        "move_line", straight_path(np.array([middle - half, middle + half]), closed=False)
    )


def wrong() -> str:
    """The sign of a mistake, in the upper left corner: a struck circle."""
    r = 0.055 * SCALE
    x, y = r + 3, r + 3
    s = r * np.sqrt(0.5)
    half = f"a{r:.1f} {r:.1f} 0 1 1"
    ring = f"M{numbers([round(10 * (x - r)), round(10 * y)])}{half} {2 * r:.1f} 0{half} {-2 * r:.1f} 0"
    slash = straight_path(np.array([(x - s, y - s), (x + s, y + s)]), closed=False)
    return drawn("wrong", ring + slash)
