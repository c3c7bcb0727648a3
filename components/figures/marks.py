"""Tissues marked on the skin: at work with fibres, pressed hatched, stretched outlined; dashed where turned away.

What is to be kept off is ringed, also where it is turned away: it must never be overlooked.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np
from scipy.ndimage import gaussian_filter
from shapely import LineString, MultiLineString, Polygon, unary_union
from shapely.validation import make_valid

from components.figures.march import GROUPS
from components.figures.paths import Mask, contours, drawn, rings, smooth_path, straight_path
from components.figures.view import View
from data.figures.forward import Array, body
from data.figures.pose import Mark
from data.figures.skeleton import SIDES, skeleton

TURNED_AWAY = 0.35
"""A tissue of which less than this share is seen is drawn as if seen through, dashed."""
SMOOTH, ROUND = 1.5, 0.007
"""How smooth a tissue's edge is, in SVG units, and how widely its links flow into each other, in metres."""
FIBRES, FLOW = (-0.55, 0.0, 0.55), 0.012
"""Where fibres run across a tissue, and how widely those of its links flow into each other, in metres."""
HATCH = 3.2
"""How far apart hatching lines are, in SVG units."""
SPOT, RING = 15.0, 9.0
"""How wide a pressed place is at most to be ringed, lest a thumb hide it, and how wide the ring is, in SVG units."""


def marks(view: View, marked: tuple[Mark, ...]) -> Iterator[str]:
    """Every mark as drawn paths, turned-away ones first."""
    found = [(m, *_areas(view, m)) for m in marked]
    for mark, seen, through in found:
        if mark.as_ != "keep_off" and seen.sum() < TURNED_AWAY * through.sum():
            outline = rings(through, view.sheet.density, SMOOTH, 20)
            if mark.as_ == "pressed":
                yield drawn("hidden_hatch", "".join(_hatch(outline)))
            yield drawn("hidden", "".join(smooth_path(r) for r in outline))
    for mark, seen, through in found:
        if mark.as_ == "keep_off":
            yield drawn("keep_off", "".join(smooth_path(r) for r in rings(through, view.sheet.density, SMOOTH, 10)))
        elif seen.sum() > 20 * view.sheet.density**2:
            yield from _mark(view, mark, seen)
        if mark.as_ == "pressed":
            yield from _ringed(rings(through, view.sheet.density, SMOOTH, 10))


def _beads(view: View, mark: Mark) -> list[tuple[Array, float]]:
    mirror, found = SIDES[mark.side], []
    for segment, x, y, z, r in skeleton().beads(mark.structure):
        sided = skeleton().segments[segment].sided
        n = body().segment(f"{segment}_{mark.side}" if sided else segment)
        found.append((view.step.posed.place(n, np.array([x, y * mirror, z])), r))
    return found


def _areas(view: View, mark: Mark) -> tuple[Mask, Mask]:
    """Where a tissue is seen on the skin, and where it would be seen through the body."""
    beads = _beads(view, mark)
    deep = _joined([cone(view.places, a, b, ra, rb)[0] for (a, ra), (b, rb) in _links(beads)])
    own = np.isin(view.group, [GROUPS.index(g) for g in ("trunk", f"leg_{mark.side}")])
    seen = (view.image(deep, 1.0) < 0) & own
    seen &= gaussian_filter(seen.astype(float), 2 * view.sheet.density) > 0.25
    flat = view.camera.seen(view.places) * [1, 1, 0]
    seen_beads = [(view.camera.seen(p) * [1, 1, 0], r) for p, r in beads]
    through = _joined([cone(flat, a, b, ra, rb)[0] for (a, ra), (b, rb) in _links(seen_beads)])
    return seen, (view.image(through, 1.0) < 0) & own


def _joined(links: list[Array]) -> Array:
    """One distance from those of a tissue's links, rounded where they meet."""
    return np.asarray(-ROUND * np.log(np.sum(np.exp(-np.array(links) / ROUND), 0) + 1e-80))


def _links(beads: list[tuple[Array, float]]) -> list[tuple[tuple[Array, float], tuple[Array, float]]]:
    return list(pairwise(beads))


def cone(places: Array, a: Array, b: Array, ra: float, rb: float) -> tuple[Array, Array]:
    """How far places are from a rounded cone, and how far along it."""
    axis = b - a
    along = np.clip((places - a) @ axis / max(float(axis @ axis), 1e-9), 0, 1)
    away = np.linalg.norm(places - a - along[:, None] * axis, axis=1)
    return away - ra - along * (rb - ra), along


def _mark(view: View, mark: Mark, seen: Mask) -> Iterator[str]:
    outline = rings(seen, view.sheet.density, SMOOTH, 10)
    path = "".join(smooth_path(r) for r in outline)
    if mark.as_ == "pressed":
        yield drawn("pressed", path)
        yield drawn("hatch", "".join(_hatch(outline)))
        yield drawn("muscle_edge", path)
    elif mark.as_ == "stretched":
        yield drawn("stretched", path)
        yield drawn("fibre", "".join(_fibres(view, mark, seen)))
        yield drawn("stretched_edge", path)
    else:
        yield drawn("muscle", path)
        yield drawn("fibre", "".join(_fibres(view, mark, seen)))
        yield drawn("muscle_edge", path)


def _ringed(outline: list[Array]) -> Iterator[str]:
    """A ring around a place that a thumb may hide."""
    for ring in outline:
        if np.ptp(ring, axis=0).max() < SPOT:
            turn = np.linspace(0, 2 * np.pi, 33)[:, None]
            around = (ring.min(0) + ring.max(0)) / 2 + RING * np.hstack([np.cos(turn), np.sin(turn)])
            yield drawn("move_halo", smooth_path(around)) + drawn("stretched_edge", smooth_path(around))


def _hatch(outline: list[Array]) -> Iterator[str]:
    """Slanting lines within an outline."""
    shape = unary_union([make_valid(Polygon(r)) for r in outline]).buffer(-0.6)
    if shape.is_empty:
        return
    x0, y0, x1, y1 = shape.bounds
    for c in np.arange(x0 + y0, x1 + y1, HATCH * np.sqrt(2)):
        cut = LineString([(c - y0, y0), (c - y1, y1)]).intersection(shape)
        for piece in cut.geoms if isinstance(cut, MultiLineString) else [cut]:
            if isinstance(piece, LineString) and piece.length > 1:
                yield straight_path(np.array(piece.coords), closed=False)


def _fibres(view: View, mark: Mark, seen: Mask) -> Iterator[str]:
    """Lines along the tissue: where a place's offset across the tissue's axis is the same."""
    places = view.places[seen[view.body]]
    offsets, shares = [], []
    for (a, ra), (b, rb) in _links(_beads(view, mark)):
        axis = b - a
        side = np.cross(axis, view.camera.basis[2])
        side /= max(float(np.linalg.norm(side)), 1e-9)
        far, along = cone(places, a, b, ra, rb)
        offsets.append((places - a) @ side / (ra + along * (rb - ra)))
        shares.append(np.exp(-far / FLOW))
    across = np.sum(np.array(offsets) * shares, 0) / np.maximum(np.sum(shares, 0), 1e-12)
    image = np.full(seen.shape, np.nan)
    image[seen] = across
    inner = gaussian_filter(seen.astype(float), 1.1 * view.sheet.density) > 0.8
    image[~inner] = np.nan
    for level in FIBRES:
        for line in contours(image, view.sheet.density, level):
            if len(line) > 8 * view.sheet.density:
                smooth = gaussian_filter(line, (3 * view.sheet.density, 0), mode="nearest")
                yield smooth_path(smooth, closed=False, tolerance=0.3)
