"""The lines of the body: its outline, and where one part lies before another."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from scipy.ndimage import binary_closing, binary_opening, gaussian_filter

from components.figures.march import Ints
from components.figures.paths import Mask, rings, smooth_path
from components.figures.view import View
from data.figures.forward import Array

BEHIND_PROP, JOINT, LIMB = -0.05, 0.024, 0.002
"""How far the ground behind a line lies before it is drawn, in metres: at the body's edge, in a limb, between limbs."""
LOOK = 1.0
"""How far to both sides of a line one looks, in SVG units."""


def lines(view: View) -> Iterator[tuple[Array, bool]]:
    """Every line with whether it is closed: one ring for the body, then limbs, then parts, kept where depth jumps."""
    masks = [("body", view.body)]
    masks += [("limb", view.limb == n) for n in range(view.limb.max() + 1)]
    masks += [("part", view.part == n) for n in range(view.part.max() + 1)]
    for kind, mask in masks:
        if mask.sum() > 30:
            for ring in rings(mask, view.sheet.density, 0.75, 8.0):
                yield from runs(ring, _kept(ring, kind, mask, view))


def _kept(ring: Array, kind: str, mask: Mask, view: View) -> Mask:
    """Where along a ring the line is drawn."""
    along = np.gradient(gaussian_filter(ring, (2, 0), mode="wrap"), axis=0)
    across = np.stack([along[:, 1], -along[:, 0]], 1) / np.maximum(np.linalg.norm(along, axis=1), 1e-9)[:, None]

    def look(off: float, image: Array | Mask | Ints) -> Array:
        at = ((ring + off * across) * view.sheet.density).astype(int)
        found: Array = image[at[:, 1].clip(0, mask.shape[0] - 1), at[:, 0].clip(0, mask.shape[1] - 1)]
        return found

    out = LOOK if look(LOOK, mask).mean() < look(-LOOK, mask).mean() else -LOOK
    part_out, part_in = look(1.2 * out, view.part), look(-1.2 * out, view.part)
    limb_out, limb_in = look(1.2 * out, view.limb), look(-1.2 * out, view.limb)
    jump = np.nan_to_num(look(-1.2 * out, view.near) - look(1.2 * out, view.near), nan=0.0)
    if kind == "body":
        return np.asarray(jump > BEHIND_PROP)
    if kind == "limb":
        joined = (np.minimum(limb_out, limb_in) == 0) | (limb_out == limb_in)
        before = (jump > LIMB) | ((np.abs(jump) <= LIMB) & (limb_in > limb_out))
        return np.asarray((part_out >= 0) & (limb_out != limb_in) & np.where(joined, jump > JOINT, before))
    return np.asarray((part_out >= 0) & (limb_out == limb_in) & (part_out != part_in) & (jump > JOINT))


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


def line_paths(view: View) -> str:
    """All lines as one path."""
    return "".join(smooth_path(line, closed=closed, tolerance=0.16) for line, closed in lines(view))
