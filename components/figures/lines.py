"""The lines of the body: its outline, and where one part lies before another."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import binary_closing, binary_opening, distance_transform_edt, gaussian_filter

from components.figures.march import Ints
from components.figures.paths import Mask, rings, smooth_path
from components.figures.view import View
from data.figures.forward import Array
from data.figures.points import flesh

BEHIND_PROP, JOINT, LIMB = -0.05, 0.024, 0.002
"""How far the ground behind a line lies before it is drawn, in metres: at the body's edge, in a limb, between limbs."""
DIGITS = (
    ("fingers", "tip1"), ("middlefinger", "tip2"), ("fingers2", "tip3"), ("littlefinger", "tip4"), ("thumb", "thenar"),
    ("bigtoe",), ("midtoes",), ("toes",),
)  # fmt: skip
"""The pieces of each finger and toe."""
EDGE = 4.5
"""A line within the body is drawn where it goes further from its edge than this, in SVG units."""
LOOK = 1.0
"""How far to both sides of a line one looks, in SVG units."""


def lines(view: View) -> Iterator[tuple[Array, bool]]:
    """Every line with whether it is closed: one ring for the body, then limbs, then parts, kept where depth jumps."""
    edge = distance_transform_edt(view.body) / view.sheet.density
    masks = [("body", view.body)]
    masks += [("limb", view.limb == n) for n in range(view.limb.max() + 1)]
    masks += [("part", view.part == n) for n in range(view.part.max() + 1)]
    for kind, mask in masks:
        if mask.sum() > 30:
            for ring in rings(mask, view.sheet.density, 0.75, 8.0):
                for line, closed in runs(ring, _kept(ring, kind, mask, view), 4.0 if kind == "body" else 6.0):
                    if kind == "body" or _inside(line, edge, view) > EDGE:
                        yield line, closed


def _kept(ring: Array, kind: str, mask: Mask, view: View) -> Mask:
    """Where along a ring the line is drawn."""

    def look(off: float, image: Array | Mask | Ints) -> Array:
        return _look(ring, off, image, view)

    out = LOOK if look(LOOK, mask).mean() < look(-LOOK, mask).mean() else -LOOK
    part_out, part_in = look(1.2 * out, view.part), look(-1.2 * out, view.part)
    limb_out, limb_in = look(1.2 * out, view.limb), look(-1.2 * out, view.limb)
    near = np.maximum(view.near, -9.0)
    jump = look(-1.2 * out, near) - look(1.2 * out, near)
    if kind == "body":
        return np.asarray(jump > BEHIND_PROP)
    if kind == "limb":
        joined = (np.minimum(limb_out, limb_in) == 0) | (limb_out == limb_in)
        before = (jump > LIMB) | ((np.abs(jump) <= LIMB) & (limb_in > limb_out))
        return np.asarray((part_out >= 0) & (limb_out != limb_in) & np.where(joined, jump > JOINT, before))
    return np.asarray((part_out >= 0) & (limb_out == limb_in) & (part_out != part_in) & (jump > JOINT))


def _look(ring: Array, off: float, image: Array | Mask | Ints, view: View) -> Array:
    """An image along a ring, so many SVG units to one side of it."""
    along = np.gradient(gaussian_filter(ring, (2, 0), mode="wrap"), axis=0)
    across = np.stack([along[:, 1], -along[:, 0]], 1) / np.maximum(np.linalg.norm(along, axis=1), 1e-9)[:, None]
    at = ((ring + off * across) * view.sheet.density).astype(int)
    found: Array = image[at[:, 1].clip(0, image.shape[0] - 1), at[:, 0].clip(0, image.shape[1] - 1)]
    return found


def runs(ring: Array, keep: Mask, least: float = 4.0) -> Iterator[tuple[Array, bool]]:
    """The kept stretches of a ring: small gaps closed, crumbs dropped."""
    ring, keep = ring[:-1], np.asarray(keep)[:-1]
    if not keep.any():
        return
    count = len(ring)
    step = max(float(np.linalg.norm(np.diff(ring, axis=0), axis=1).mean()), 1e-3)
    tiled = binary_closing(np.tile(keep, 3), np.ones(int(2.5 / step) + 1))
    long = binary_opening(tiled, np.ones(int(least / step) + 1))[count : 2 * count]
    if long.all():
        yield np.vstack([ring, ring[:1]]), True
        return
    if not long.any():
        return
    first = int(np.flatnonzero(~long)[0])
    long, ring = np.roll(long, -first), np.roll(ring, -first, 0)
    edges = np.flatnonzero(np.diff(np.r_[False, long, False].astype(int)))
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        if b - a > 4:
            yield ring[a:b], False


def _inside(line: Array, edge: Array, view: View) -> float:
    """How far a line goes into the body, in SVG units."""
    at = (line * view.sheet.density).astype(int)
    return float(edge[at[:, 1].clip(0, edge.shape[0] - 1), at[:, 0].clip(0, edge.shape[1] - 1)].max())


def creases(view: View) -> Iterator[Array]:
    """The lines between fingers and between toes."""
    digits = np.where(view.body, _digits()[view.flesh.piece], 0)
    for digit in range(1, digits.max() + 1):
        mask = digits == digit
        if mask.sum() < 6:
            continue
        for ring in rings(mask, view.sheet.density, 0.45, 0.8):
            keep = np.zeros(len(ring), bool)
            for off in (-1.0, 1.0):
                beside = _look(ring, off, digits, view)
                keep |= (beside > digit) & (beside < 99)
            for line, _ in runs(ring, keep, 1.6):
                yield line


def _digits() -> Ints:
    """A number for the finger or toe that each piece is of; 0 for none."""
    found = []
    for name in flesh().names:
        base, side = name.rsplit("_", 1)
        n = next((n for n, d in enumerate(DIGITS, 1) if base in d), 0)
        found.append(n + (len(DIGITS) if side == "r" and n else 0))
    return np.array(found)


def line_paths(view: View) -> str:
    """All lines as one path."""
    return "".join(smooth_path(line, closed=closed, tolerance=0.16) for line, closed in lines(view))


def crease_paths(view: View) -> str:
    """The lines of fingers and toes as one path."""
    return "".join(smooth_path(line, closed=False, tolerance=0.16) for line in creases(view))
