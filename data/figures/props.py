"""What a figure lies on, leans on, holds or wears, typed: metres and degrees."""

from __future__ import annotations

from collections.abc import Mapping
from math import cos, radians, sin
from typing import Annotated, Literal

import numpy as np
from pydantic import AfterValidator, Field

from data.figures.forward import Array
from data.figures.skeleton import is_point
from data.model import Id, Record

Positive = Annotated[float, Field(gt=0)]
SOFT = 0.012
"""How deep flesh gives way on a roller or a ball."""


def _point(name: str) -> str:
    if not is_point(name):
        raise ValueError(f"'{name}' is no place on the body: write piece_side or piece_side@u, u from 0 to 1")
    return name


Point = Annotated[str, AfterValidator(_point)]


class Box(Record):
    """Something to stand, sit or lie on: its middle, its size, the height of its underside.

    A step, a box and a cushion are solid; a table and a chair stand on legs, `thick` is their slab. `back` is the side
    of a chair on which its back rest stands, in degrees from its middle.
    """

    kind: Literal["box", "step", "cushion", "table", "chair"]
    at: tuple[float, float]
    size: tuple[Positive, Positive, Positive]
    z: float = 0.0
    thick: Positive | None = None
    back: Literal[0, 90, 180, 270] | None = None

    @property
    def top(self) -> float:
        """The height of its upper side."""
        return self.z + self.size[2]

    @property
    def slab(self) -> float:
        """How thick its solid part is, from the top."""
        own = {"table": 0.1, "chair": 0.05}.get(self.kind, self.size[2])
        return min(self.thick or own, self.size[2])


class Roller(Record):
    """A foam roller, under a place of the body; `axis` is where its length points."""

    kind: Literal["roller"]
    r: Positive
    axis: float = 0.0
    length: Positive = 0.45
    under: Point
    squash: float = SOFT


class Ball(Record):
    """A ball under a place of the body, on the floor or against a wall."""

    kind: Literal["ball"]
    r: Positive
    under: Point
    wall: Id | None = None
    squash: float = SOFT


class Wall(Record):
    """A wall: `facing` is where its face looks, `at` how far it stands that way, `along` where its middle is."""

    kind: Literal["wall"]
    facing: float
    at: float
    width: Positive = 0.7
    along: float = 0.0
    height: Positive = 1.6

    @property
    def normal(self) -> Array:
        """Where its face looks."""
        return np.array([cos(radians(self.facing)), sin(radians(self.facing)), 0.0])


class Rail(Record):
    """A rail to hold on to: its middle, the way it runs (0 along x, 90 along y), on two posts."""

    kind: Literal["rail"]
    at: tuple[float, float]
    along: Literal[0, 90] = 0
    height: Positive = 0.9
    length: Positive = 0.8

    @property
    def beams(self) -> tuple[tuple[Array, Array], ...]:
        """The rail and its posts: middle and half size."""
        along = np.array([1.0, 0.0] if self.along == 0 else [0.0, 1.0])
        middle, half = np.array(self.at), along * self.length / 2
        bar = (np.array([*middle, self.height - 0.02]), np.array([*np.maximum(half, 0.02), 0.02]))
        posts = [middle + s * (half - along * 0.04) for s in (1, -1)]
        tall = self.height / 2 - 0.02
        return (bar, *((np.array([*p, tall]), np.array([0.016, 0.016, tall])) for p in posts))


class Line(Record):
    """A line on the floor: its middle and its size."""

    kind: Literal["line"]
    at: tuple[float, float]
    size: tuple[Positive, Positive]


class Band(Record):
    """An elastic loop around two parts of the body."""

    kind: Literal["band"]
    between: tuple[Point, Point]


class Cuff(Record):
    """A weight worn around a limb."""

    kind: Literal["cuff"]
    around: Point


def grip(place: str) -> tuple[str, str, str]:
    """Three places around what is held: of a palm those of the closed hand, of any other place itself."""
    if not place.startswith("palm_"):
        return (place,) * 3
    side = place[5:6]
    return (place, f"tip2_{side}", f"fingers2_{side}@0")


class Bar(Record):
    """A bar through both hands: how far it goes on beyond them, its radius, and the size of the plates at its ends."""

    kind: Literal["bar", "stick"]
    between: tuple[Point, Point] = ("palm_l", "palm_r")
    r: Positive = 0.014
    beyond: Positive = 0.1
    plate: Positive | None = None

    @property
    def grips(self) -> tuple[str, ...]:
        """The places between which its two ends are held: the middle of what a closed hand holds."""
        return tuple(n for p in self.between for n in grip(p))


class HandWeight(Record):
    """A weight in one hand; `axis` is where it points."""

    kind: Literal["hand_weight"]
    hand: Literal["l", "r"]
    axis: float = 0.0
    length: Positive = 0.24


Prop = Annotated[Box | Roller | Ball | Wall | Rail | Line | Band | Cuff | Bar | HandWeight, Field(discriminator="kind")]
Plane = tuple[Array, float]


def planes(props: Mapping[str, Prop]) -> dict[str, Plane]:
    """What can be rested on, as planes: where they look, and how far they stand that way."""
    up = np.array([0.0, 0.0, 1.0])
    found: dict[str, Plane] = {"floor": (up, 0.0)}
    for name, prop in props.items():
        if isinstance(prop, Wall):
            found[name] = (prop.normal, prop.at)
        elif isinstance(prop, Box):
            found[name] = (up, prop.top)
        elif isinstance(prop, Roller):
            found[name] = (up, 2 * prop.r - prop.squash)
        elif isinstance(prop, Rail):
            found[name] = (up, prop.height)
    for name, prop in props.items():
        if isinstance(prop, Ball):
            normal, away = found[prop.wall] if prop.wall else (up, 0.0)
            found[name] = (normal, away + 2 * prop.r - prop.squash)
    return found
