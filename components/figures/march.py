"""The flesh of a posed figure seen by a camera: for each ray, how near it is, which piece it meets, where that faces.

Pieces blend smoothly within a limb, limbs into the trunk. Only pieces near a ray count for it, so all rays are marched
together as one list of (ray, piece).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from components.figures.camera import Camera, Sheet
from data.figures.forward import Array, Posed, body
from data.figures.points import flesh

Ints = NDArray[np.intp]
GROUPS = ("trunk", "head", "leg_l", "leg_r", "arm_l", "arm_r", "hand_l", "hand_r", "foot_l", "foot_r")
SOFTNESS = np.array([0.014, 0.007, 0.009, 0.009, 0.008, 0.008, 0.0025, 0.0025, 0.004, 0.004])
"""How widely pieces of a group flow into each other, in metres."""
JOINED = (
    ("trunk", "head", 0.02),
    ("arm", "hand", 0.012),
    ("leg", "foot", 0.014),
    ("trunk", "leg", 0.035),
    ("trunk", "arm", 0.03),
)
"""Which groups flow into which, and how widely."""
NEAR, STEPS, HIT = 0.03, 64, 0.0005
TRUNK = {"pelvis", "abdomen", "thorax", "neck"}


@dataclass(frozen=True)
class Seen:
    """What the rays meet, as images: how near (minus infinity for nothing), piece (-1), and normal in camera axes."""

    near: Array
    piece: Ints
    normal: Array


def group_of(segment: str) -> int:
    """The group of a segment: 'thigh_l' is of 'leg_l'."""
    if segment in TRUNK:
        return 0
    if segment == "head":
        return 1
    base, side = segment.split("_")
    limb = {
        "upper": "arm",
        "fore": "arm",
        "hand": "hand",
        "digits": "hand",
        "tips": "hand",
        "foot": "foot",
        "toes": "foot",
    }
    return GROUPS.index(f"{limb.get(base, 'leg')}_{side}")


def piece_groups() -> Ints:
    """The group of every piece of flesh."""
    names = [j.name for j in body().joints]
    return np.array([group_of(names[s]) for s in flesh().start.segments])


@dataclass
class Pairs:
    """Rays with the pieces near them, sorted by ray, then by group; each piece as seen from its ray."""

    ray: Ints
    piece: Ints
    group: Ints
    x: Array
    y: Array
    a: Array
    axis: Array
    length: Array
    radius: Array
    taper: Array

    def only(self, kept: NDArray[np.bool_]) -> Pairs:
        """Those of some rays."""
        return Pairs(**{k: v[kept] for k, v in vars(self).items()})

    def distance(self, w: Array) -> tuple[Array, Array]:
        """How far the ray's place at depth `w` is from the piece, and how far along the piece."""
        deep = w - self.a
        flat = self.x * self.axis[:, 0] + self.y * self.axis[:, 1] + deep * self.axis[:, 2]
        along = np.clip(flat / self.length, 0, 1)
        square = self.x * self.x + self.y * self.y + deep * deep - 2 * along * flat + along * along * self.length
        found: Array = np.sqrt(np.maximum(square, 1e-12)) - self.radius - along * self.taper
        return found, along

    def starts(self) -> tuple[Ints, Ints]:
        """Where each (ray, group) begins, and where each ray does."""
        ray = np.flatnonzero(np.r_[True, self.ray[1:] != self.ray[:-1]])
        group = np.flatnonzero(np.r_[True, (self.ray[1:] != self.ray[:-1]) | (self.group[1:] != self.group[:-1])])
        return group, ray


def pairs(posed: Posed, camera: Camera, sheet: Sheet) -> Pairs:
    """Every ray with every piece that comes near it."""
    whole, groups = flesh(), piece_groups()
    starts, ends = camera.seen(whole.start.at(posed)), camera.seen(whole.end.at(posed))
    ra, rb = whole.start.radius, whole.end.radius
    columns, rows = sheet.columns(), sheet.rows()
    rays, pieces, xs, ys = [], [], [], []
    for n, (a, b) in enumerate(zip(starts, ends, strict=True)):
        reach = max(ra[n], rb[n]) + NEAR
        down, across = sheet.window(np.minimum(a, b) - reach, np.maximum(a, b) + reach)
        x, y = np.meshgrid(columns[across] - a[0], rows[down] - a[1])
        bx, by = b[0] - a[0], b[1] - a[1]
        along = np.clip((x * bx + y * by) / max(bx * bx + by * by, 1e-12), 0, 1)
        far = np.hypot(x - along * bx, y - along * by) - np.maximum(ra[n], rb[n])
        close = far < NEAR
        index = np.arange(down.start, down.stop)[:, None] * len(columns) + np.arange(across.start, across.stop)
        rays.append(index[close])
        pieces.append(np.full(close.sum(), n))
        xs.append(x[close])
        ys.append(y[close])
    ray, piece = np.concatenate(rays), np.concatenate(pieces)
    order = np.lexsort((piece, groups[piece], ray))
    ray, piece = ray[order], piece[order]
    axis = (ends - starts)[piece]
    return Pairs(
        ray, piece, groups[piece], np.concatenate(xs)[order], np.concatenate(ys)[order], starts[piece, 2], axis,
        np.maximum(np.einsum("ni,ni->n", axis, axis), 1e-9), ra[piece], (rb - ra)[piece],
    )  # fmt: skip


def blend(a: Array, b: Array, wide: float) -> Array:
    """The nearer of two distances, rounded where they are about the same."""
    h = np.maximum(wide - np.abs(a - b), 0) / wide
    found: Array = np.minimum(a, b) - h * h * wide / 4
    return found


def joined(by_group: Array) -> Array:
    """One distance from those of the groups: rays x groups."""
    d = {name: by_group[:, n] for n, name in enumerate(GROUPS)}
    for one, two, wide in JOINED:
        for side in ("",) if two == "head" else ("_l", "_r"):
            into = one if one == "trunk" else one + side
            d[into] = blend(d[into], d.pop(two + side), wide)
    found: Array = np.minimum.reduce(list(d.values()))
    return found


def _field(near: Pairs, w: Array, count: int) -> tuple[Array, Array]:
    """The distance of each ray's place from the flesh, and of each pair's from its piece."""
    distance, _ = near.distance(w[near.ray])
    begin, _ = near.starts()
    group = near.group[begin]
    summed = np.add.reduceat(np.exp(-distance / SOFTNESS[near.group]), begin)
    by_group = np.full((count, len(GROUPS)), 0.5)
    by_group[near.ray[begin], group] = np.minimum(-SOFTNESS[group] * np.log(np.maximum(summed, 1e-80)), 0.5)
    return joined(by_group), distance


def march(posed: Posed, camera: Camera, sheet: Sheet) -> Seen:
    """What the rays of a sheet meet of a posed figure."""
    near = pairs(posed, camera, sheet)
    met, near.ray = np.unique(near.ray, return_inverse=True)
    whole, count = near, len(met)
    _, first = near.starts()
    front = np.maximum(near.a, near.a + near.axis[:, 2]) + np.maximum(near.radius, near.radius + near.taper)
    back = np.minimum.reduceat(np.minimum(near.a, near.a + near.axis[:, 2]) - near.radius, first)
    w = np.maximum.reduceat(front, first) + 0.02
    alive, hit = np.arange(count), np.zeros(count, bool)
    for _ in range(STEPS):
        if not alive.size:
            break
        f, _ = _field(near, w[alive], len(alive))
        w[alive] -= 0.95 * f
        hit[alive[f < HIT]] = True
        going = (f >= HIT) & (w[alive] > back[alive])
        near = near.only(going[near.ray])
        near.ray = (np.cumsum(going) - 1)[near.ray]
        alive = alive[going]
    if alive.size:
        hit[alive] = _field(near, w[alive], len(alive))[0] < 0.0015
    piece, normal = _facing(whole.only(hit[whole.ray]), w)
    rows, columns = sheet.rays
    seen = Seen(np.full(rows * columns, -np.inf), np.full(rows * columns, -1), np.zeros((rows * columns, 3)))
    seen.near[met[hit]], seen.piece[met[hit]], seen.normal[met[hit]] = w[hit], piece, normal
    return Seen(
        seen.near.reshape(rows, columns), seen.piece.reshape(rows, columns), seen.normal.reshape(rows, columns, 3)
    )


def _facing(near: Pairs, w: Array) -> tuple[Ints, Array]:
    """For each ray that meets flesh: the nearest piece, and where the surface faces."""
    deep = w[near.ray]
    distance, along = near.distance(deep)
    _, first = near.starts()
    least = np.minimum.reduceat(distance, first)
    sizes = np.diff(np.r_[first, len(near.ray)])
    best = np.flatnonzero(distance <= np.repeat(least, sizes))
    _, only = np.unique(near.ray[best], return_index=True)
    away = np.stack([near.x, near.y, deep - near.a], 1) - along[:, None] * near.axis
    away /= np.maximum(np.linalg.norm(away, axis=1), 1e-9)[:, None]
    share = np.exp(-(distance - np.repeat(least, sizes)) / 0.012)
    normal = np.add.reduceat(away * share[:, None], first)
    return near.piece[best[only]], normal / np.maximum(np.linalg.norm(normal, axis=1), 1e-9)[:, None]
