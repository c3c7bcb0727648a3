"""Props as solids: their faces as polygons in the order of their depth, and how near they are to each ray."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from math import cos, radians, sin

import numpy as np
from shapely import MultiPoint

from components.figures.camera import Camera, Sheet
from data.figures.clear import back_rest
from data.figures.forward import Array
from data.figures.points import points
from data.figures.props import Ball, Bar, Box, HandWeight, Line, Prop, Rail, Roller, Wall, grip
from data.figures.step import Step

Face = tuple[str, Array]
"""A class, and a polygon in the world."""
EDGES = ((0, 1, 3, 2), (4, 5, 7, 6), (0, 1, 5, 4), (2, 3, 7, 6), (0, 2, 6, 4), (1, 3, 7, 5))
WAYS = np.array([[-1, 0, 0], [1, 0, 0], [0, -1, 0], [0, 1, 0], [0, 0, -1], [0, 0, 1.0]])


@dataclass(frozen=True)
class Block:
    """A box: its middle, half its size, its axes as rows."""

    look: str
    middle: Array
    half: Array
    axes: Array = field(default_factory=lambda: np.eye(3))

    @property
    def corners(self) -> Array:
        """Its eight corners."""
        found: Array = self.middle + (np.array(list(np.ndindex(2, 2, 2))) * 2 - 1) * self.half @ self.axes
        return found

    def faces(self, camera: Camera) -> Iterator[Face]:
        """What of it is seen: the top light, sides darker."""
        corners = self.corners
        for edge, way in zip(EDGES, WAYS @ self.axes, strict=True):
            if way @ camera.basis[2] > 1e-6:
                dim = "" if way[2] > 0.5 else "_side" if way @ camera.basis[0] < 0.4 else "_dark"
                yield self.look + dim, corners[list(edge)]

    def near(self, camera: Camera, x: Array, y: Array) -> Array:
        """How near it is to each ray; minus infinity where the ray misses it."""
        ray = self.axes @ camera.basis[2]
        start = (x[..., None] * camera.basis[0] + y[..., None] * camera.basis[1] - self.middle) @ self.axes.T
        ray = np.where(np.abs(ray) < 1e-9, 1e-9, ray)
        one, two = (self.half - start) / ray, (-self.half - start) / ray
        near, far = np.maximum(one, two).min(-1), np.minimum(one, two).max(-1)
        return np.where(near > far, near, -np.inf)


@dataclass(frozen=True)
class Barrel:
    """A cylinder between two places."""

    look: str
    a: Array
    b: Array
    r: float

    @property
    def middle(self) -> Array:
        """Half way between its ends."""
        return (self.a + self.b) / 2

    @property
    def corners(self) -> Array:
        """Places all around its ends."""
        return np.concatenate([_circle(self.a, self.b - self.a, self.r), _circle(self.b, self.b - self.a, self.r)])

    def faces(self, camera: Camera) -> Iterator[Face]:
        """Its hull, and the end that is seen."""
        around = self.corners
        flat = camera.seen(around)
        hull = np.array(MultiPoint(flat[:, :2]).convex_hull.exterior.coords)[:-1]
        index = [int(np.hypot(*(flat[:, :2] - h).T).argmin()) for h in hull]
        yield self.look, around[index]
        way = (self.b - self.a) @ camera.basis[2]
        if abs(way) > 0.02 * np.linalg.norm(self.b - self.a):
            yield f"{self.look}_side", around[24:] if way > 0 else around[:24]

    def near(self, camera: Camera, x: Array, y: Array) -> Array:
        """How near it is to each ray; minus infinity where the ray misses it."""
        a, b = camera.seen(self.a), camera.seen(self.b)
        axis = b - a
        long = float(axis @ axis)
        start = np.stack([x - a[0], y - a[1], np.full_like(x, -a[2])], -1)
        along, slope = start @ axis / long, axis[2] / long
        off = start - along[..., None] * axis
        ray = np.array([0, 0, 1.0]) - slope * axis
        p, q, r = ray @ ray, off @ ray, np.einsum("...i,...i", off, off) - self.r**2
        square = q * q - p * r
        w = (-q + np.sqrt(np.maximum(square, 0))) / max(p, 1e-12)
        within = (square > 0) & (np.abs(along + w * slope - 0.5) <= 0.5)
        found = np.where(within, w, -np.inf)
        if abs(slope) > 1e-6:
            for end in (0, 1):
                cap = (end - along) / slope
                at = off + cap[..., None] * ray
                found = np.maximum(found, np.where(np.einsum("...i,...i", at, at) <= self.r**2, cap, -np.inf))
        return found


@dataclass(frozen=True)
class Globe:
    """A ball."""

    look: str
    middle: Array
    r: float

    @property
    def corners(self) -> Array:
        """Its extremes."""
        return self.middle + np.vstack([np.eye(3), -np.eye(3)]) * self.r

    def faces(self, camera: Camera) -> Iterator[Face]:
        """Its outline."""
        yield self.look, _circle(self.middle, camera.basis[2], self.r)

    def near(self, camera: Camera, x: Array, y: Array) -> Array:
        """How near it is to each ray; minus infinity where the ray misses it."""
        cx, cy, cw = camera.seen(self.middle)
        square = self.r**2 - (x - cx) ** 2 - (y - cy) ** 2
        return np.where(square > 0, cw + np.sqrt(np.maximum(square, 0)), -np.inf)


Solid = Block | Barrel | Globe


def _circle(middle: Array, axis: Array, r: float, count: int = 24) -> Array:
    """Places around an axis."""
    axis = axis / np.linalg.norm(axis)
    one = np.cross(axis, [0, 0, 1.0] if abs(axis[2]) < 0.9 else [1.0, 0, 0])
    one /= np.linalg.norm(one)
    turn = np.linspace(0, 2 * np.pi, count, endpoint=False)[:, None]
    found: Array = middle + r * (np.cos(turn) * one + np.sin(turn) * np.cross(axis, one))
    return found


def solids(step: Step) -> list[Solid]:
    """Every prop of a step that is solid."""
    return [solid for name, prop in step.props.items() for solid in _solids(name, prop, step)]


def _solids(name: str, prop: Prop, step: Step) -> Iterator[Solid]:
    if isinstance(prop, Box):
        yield from _box(prop)
    elif isinstance(prop, Roller):
        a = radians(prop.axis)
        half = np.array([cos(a), sin(a), 0]) * prop.length / 2
        yield Barrel("roller", step.rolls[name] - half, step.rolls[name] + half, prop.r)
    elif isinstance(prop, Ball):
        yield Globe("roller", step.rolls[name], prop.r)
    elif isinstance(prop, Wall):
        along = np.array([-prop.normal[1], prop.normal[0], 0])
        middle = prop.normal * (prop.at - 0.02) + along * prop.along + np.array([0, 0, prop.height / 2])
        half = np.array([0.02, prop.width / 2, prop.height / 2])
        yield Block("wall", middle, half, np.stack([prop.normal, along, np.array([0, 0, 1.0])]))
    elif isinstance(prop, Rail):
        yield from (Block("box", middle, half) for middle, half in prop.beams)
    elif isinstance(prop, Line):
        yield Block("stripe", np.array([*prop.at, -0.0005]), np.array([prop.size[0] / 2, prop.size[1] / 2, 0.0005]))
    elif isinstance(prop, Bar):
        yield from _bar(prop, step)
    elif isinstance(prop, HandWeight):
        middle = points(grip(f"palm_{prop.hand}")).at(step.posed).mean(0)
        a = radians(prop.axis)
        way = np.array([cos(a), sin(a), 0])
        yield Barrel("metal", middle - way * prop.length / 2, middle + way * prop.length / 2, 0.014)
        for side in (1, -1):
            end = middle + side * way * prop.length / 2
            yield Barrel("weight", end - side * way * 0.07, end, 0.045)


def _box(prop: Box) -> Iterator[Solid]:
    look = {"step": "box", "cushion": "cushion"}.get(prop.kind, "box")
    half = np.array([*prop.size[:2], prop.slab]) / 2
    yield Block("bed" if prop.kind == "table" else look, np.array([*prop.at, prop.top - half[2]]), half)
    under = prop.size[2] - prop.slab
    if under > 0.02:
        for sx in (1, -1):
            for sy in (1, -1):
                x = prop.at[0] + sx * (prop.size[0] / 2 - 0.04)
                y = prop.at[1] + sy * (prop.size[1] / 2 - 0.04)
                yield Block("leg", np.array([x, y, prop.z + under / 2]), np.array([0.02, 0.02, under / 2]))
    if prop.back is not None:
        middle, size = back_rest(prop)
        yield Block("box", middle, size)


def _bar(prop: Bar, step: Step) -> Iterator[Solid]:
    a, b = points(prop.grips).at(step.posed).reshape(2, 3, 3).mean(1)
    way = (b - a) / max(float(np.linalg.norm(b - a)), 1e-6)
    one, two = a - way * prop.beyond, b + way * prop.beyond
    yield Barrel("metal" if prop.kind == "bar" else "roller", one, two, prop.r)
    if prop.plate:
        yield Barrel("weight", one, one + way * 0.05, prop.plate)
        yield Barrel("weight", two - way * 0.05, two, prop.plate)


def nearest(found: list[Solid], camera: Camera, sheet: Sheet) -> Array:
    """How near the nearest solid is to each ray; minus infinity where there is none."""
    near = np.full(sheet.rays, -np.inf)
    columns, rows = sheet.columns(), sheet.rows()
    for solid in found:
        seen = camera.seen(solid.corners)
        margin = getattr(solid, "r", 0.0) if isinstance(solid, Globe) else 0.005
        down, across = sheet.window(seen.min(0) - margin, seen.max(0) + margin)
        x, y = np.meshgrid(columns[across], rows[down])
        near[down, across] = np.maximum(near[down, across], solid.near(camera, x, y))
    return near


def ordered(found: list[Solid], camera: Camera) -> list[Solid]:
    """The solids from the furthest to the nearest; a wall whose face is seen stands behind all."""

    def depth(thing: Solid) -> float:
        if isinstance(thing, Block) and thing.look == "wall":
            return float(np.sign(-thing.axes[0] @ camera.basis[2]) * 1e3)
        return float(camera.seen(thing.middle)[2])

    return sorted(found, key=depth)
