"""What must not pass through what: limbs and each other, limbs and the trunk, the body and what it stands beside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from itertools import product

import numpy as np
from numpy.typing import NDArray

from data.figures.forward import Array, Posed, body
from data.figures.points import Points, flesh, points
from data.figures.props import Box, Prop, Roller, Wall

ARM = ("forearm", "forelow", "palm", "palm2", "palm3", "thumb", "fingers", "fingers2", "tip1", "tip3")
TRUNK = ("ribs", "waist", "hipside", "buttock", "skull", "jaw", "nape")
LEG = ("thigh", "quad", "ham", "knee", "shank", "calf", "calflow", "heel", "instep", "sole", "ball", "toes", "bigtoe")
CLOSE = 0.92
"""Flesh gives way: two parts may come as close as this share of their radii."""
LOOSE = {("thigh", "thigh"): 0.8, ("upperarm", "ribs"): 0.78, ("upperarm", "waist"): 0.85, ("quad", "quad"): 0.85}
SINK = 0.003
"""How deep flesh may sink into the floor, a wall or a box before it is pushed out, in metres."""
Box3 = tuple[Array, Array]


@cache
def pairs() -> tuple[NDArray[np.intp], NDArray[np.intp], Array]:
    """Pieces that keep clear of each other, and how far apart their axes stay at least, as a share of their radii."""
    names = flesh().names
    found = list(_pairs())
    left = np.array([names.index(a) for a, _, _ in found])
    right = np.array([names.index(b) for _, b, _ in found])
    return left, right, np.array([c for *_, c in found])


def _pairs() -> Iterator[tuple[str, str, float]]:
    for one, two in product("lr", "lr"):
        for arm, other in product(ARM, (*TRUNK, *LEG)):
            yield f"{arm}_{one}", f"{other}_{two}", CLOSE
    for side in "lr":
        for trunk in ("ribs", "waist", "hipside"):
            yield f"upperarm_{side}", f"{trunk}_{side}", LOOSE.get(("upperarm", trunk), CLOSE)
    for one, two in product(LEG, LEG):
        yield f"{one}_l", f"{two}_r", LOOSE.get((one, two), CLOSE)
    for one, two in product(ARM, (*ARM, "upperarm")):
        yield f"{one}_l", f"{two}_r", CLOSE
    for one in ARM:
        yield "upperarm_l", f"{one}_r", CLOSE


def nearest(p: Array, d: Array, q: Array, e: Array) -> tuple[Array, Array]:
    """For pairs of segments p + s d and q + t e: the s and t, from 0 to 1, at which they are nearest."""
    r = p - q
    a = np.maximum(np.einsum("ni,ni->n", d, d), 1e-12)
    b = np.einsum("ni,ni->n", d, e)
    c = np.einsum("ni,ni->n", d, r)
    f = np.maximum(np.einsum("ni,ni->n", e, e), 1e-12)
    g = np.einsum("ni,ni->n", e, r)
    s = np.clip((b * g - c * f) / np.maximum(a * f - b * b, 1e-9), 0, 1)
    t = np.clip((b * s + g) / f, 0, 1)
    return np.clip((b * t - c) / a, 0, 1), t


def overlaps(starts: Array, ends: Array) -> tuple[Array, Array, Array, Array]:
    """How deep each pair overlaps beyond what flesh allows (metres, negative: clear), s and t, and the way apart."""
    left, right, close = pairs()
    whole = flesh()
    p, q = starts[left], starts[right]
    d, e = ends[left] - p, ends[right] - q
    s, t = nearest(p, d, q, e)
    apart = p + s[:, None] * d - q - t[:, None] * e
    away = np.linalg.norm(apart, axis=1)
    ra, rb = whole.start.radius, whole.end.radius
    radii = ra[left] + s * (rb - ra)[left] + ra[right] + t * (rb - ra)[right]
    return close * radii - away, s, t, apart / np.maximum(away, 1e-9)[:, None]


@cache
def skin() -> Points:
    """Places all over the flesh: both ends and the middle of each piece."""
    start, end = flesh().start, flesh().end
    return Points(
        np.concatenate([start.segments] * 3),
        np.concatenate([start.local, end.local, (start.local + end.local) / 2]),
        np.concatenate([start.radius, end.radius, (start.radius + end.radius) / 2]),
    )


def boxes(props: Mapping[str, Prop]) -> list[Box3]:
    """The solid parts of boxes, tables and chairs: middle and half size."""
    found = []
    for prop in props.values():
        if isinstance(prop, Box):
            half = np.array([prop.size[0], prop.size[1], prop.slab]) / 2
            found.append((np.array([*prop.at, prop.top - half[2]]), half))
            if prop.back is not None:
                found.append(back_rest(prop))
    return found


def back_rest(prop: Box) -> Box3:
    """The back rest of a chair: middle and half size."""
    away = np.round([np.cos(np.radians(prop.back or 0)), np.sin(np.radians(prop.back or 0))])
    half = np.where(np.abs(away) > 0.5, 0.02, np.array(prop.size[:2]) / 2)
    middle = np.array(prop.at) + away * (np.array(prop.size[:2]) / 2 + 0.02)
    return np.array([*middle, prop.top + 0.22]), np.array([*half, 0.22])


def sunk(places: Array, radius: Array, props: Mapping[str, Prop]) -> Iterator[tuple[Array, Array]]:
    """For each solid thing: how deep each place sinks into it (metres, negative: clear), and the way out."""
    up = np.array([0.0, 0.0, 1.0])
    walls = [(p.normal, p.at) for p in props.values() if isinstance(p, Wall)]
    for normal, away in [(up, 0.0), *walls]:
        yield radius + away - places @ normal, np.broadcast_to(normal, places.shape)
    for middle, half in boxes(props):
        p = places - middle
        q = np.abs(p) - half
        out = np.maximum(q, 0)
        far = np.linalg.norm(out, axis=1)
        inside = np.eye(3)[q.argmax(1)]
        way = np.where(far[:, None] > 0, out / np.maximum(far, 1e-9)[:, None], inside) * np.sign(p)
        yield radius - far - np.minimum(q.max(1), 0), way


def rolled_over(
    posed: Posed, places: Array, props: Mapping[str, Prop], rolls: Mapping[str, Array]
) -> Iterator[tuple[Array, Array]]:
    """For each roller: how deep each place of limbs other than the one on it sinks into it, and the way out."""
    tree = body()
    segments = [tree.joints[s].name for s in skin().segments]
    for name, prop in props.items():
        if isinstance(prop, Roller):
            under = points([prop.under])
            carried = tree.joints[int(under.segments[0])].name
            other = np.array([not _beside(carried, s) for s in segments])
            middle = rolls[name] if name in rolls else np.array([*under.at(posed)[0][:2], prop.r])
            axis = np.array([np.cos(np.radians(prop.axis)), np.sin(np.radians(prop.axis)), 0])
            along = np.clip((places - middle) @ axis, -prop.length / 2, prop.length / 2)
            apart = places - middle - along[:, None] * axis
            far = np.maximum(np.linalg.norm(apart, axis=1), 1e-9)
            yield np.where(other, skin().radius + prop.r - prop.squash - far, -1.0), apart / far[:, None]


def _beside(carried: str, segment: str) -> bool:
    """Whether a segment belongs to what a roller carries: the same limb, or the trunk beside it."""
    trunk = {"pelvis", "abdomen", "thorax"}
    if carried in trunk:
        return segment in trunk or segment.startswith("thigh")
    return (
        segment[-2:] == carried[-2:] and segment.startswith(("thigh", "shank", "foot", "toes"))
    ) or segment == "pelvis"


def depths(posed: Posed, props: Mapping[str, Prop], rolls: Mapping[str, Array]) -> Array:
    """How deep every place of the skin sinks into the worst thing for it, in metres."""
    places = skin()
    at = places.at(posed)
    every = [*sunk(at, places.radius, props), *rolled_over(posed, at, props, rolls)]
    found: Array = np.max([d for d, _ in every], axis=0)
    return found
