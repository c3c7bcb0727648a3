"""The hip as lines of action: strengths and attachment points, moment arms and lengths in any position of the hip."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Annotated

import numpy as np
from numpy.typing import NDArray
from pydantic import Field, PositiveFloat, model_validator

from data.model import Record, Text
from data.source import ContentError, Problem, Source, read

FOLDER = Path(__file__).resolve().parent
NAMES = ("lai_uhlrich", "gait2392")
"""The geometries; the first is the one that is shown, the other tells how far a result depends on it."""
Vector = NDArray[np.float64]
Point = tuple[float, float, float]
ElementId = Annotated[str, Field(pattern=r"^[a-z][A-Za-z0-9]*$")]


class Element(Record):
    """A muscle, or the part of one that pulls along one line. Points in mm, see the head of the YAML file."""

    id: ElementId
    structure: Text
    part: Text | None = None
    strength_n: PositiveFloat
    pelvis_mm: Point
    thigh_mm: Point


class Body(Record):
    """Masses (kg) and lengths (mm) of the segments; `leg_centre` is the fraction of the leg above its mass centre."""

    total_kg: PositiveFloat
    leg_kg: PositiveFloat
    pelvis_kg: PositiveFloat
    trunk_kg: PositiveFloat
    half_hip_spacing_mm: PositiveFloat
    pelvis_above_hip_mm: PositiveFloat
    lumbar_above_hip_mm: PositiveFloat
    trunk_above_lumbar_mm: PositiveFloat
    leg_mm: PositiveFloat
    leg_centre: PositiveFloat


class Geometry(Record):
    """One model's elements and body."""

    name: Text
    title: Text
    source: Text
    body: Body
    elements: Annotated[tuple[Element, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def _unique(self) -> Geometry:
        ids = [e.id for e in self.elements]
        if twice := sorted({i for i in ids if ids.count(i) > 1}):
            raise ValueError(f"elements given twice: {', '.join(twice)}")
        return self

    @property
    def ids(self) -> tuple[str, ...]:
        """The ids of the elements, in order."""
        return tuple(e.id for e in self.elements)


@dataclass(frozen=True)
class Position:
    """Every element in one position of the hip. N is the number of elements.

    `arms_mm` is (N, 3): flexion, adduction, internal rotation, positive in these directions. `pull` is (N, 3): the
    unit vector along which the element pulls on the thigh, in the pelvis. `lengths_mm` is (N,): the piece of the path
    between the two points; only its changes mean anything. `axes` is (3, 3): the joint's axes as rows, in the pelvis.
    """

    arms_mm: Vector
    pull: Vector
    lengths_mm: Vector
    axes: Vector
    thigh: Vector
    """(3, 3): turns a vector of the thigh into one of the pelvis."""


@cache
def load_geometry(name: str = NAMES[0]) -> Geometry:
    """Load one geometry. Raises KeyError for an unknown name, ContentError with every problem of the file."""
    if name not in NAMES:
        raise KeyError(name)
    source, geometry = _read(name)
    if geometry is None:
        raise ContentError(source.problems)
    return geometry


def place(geometry: Geometry, flexion: float = 0.0, adduction: float = 0.0, rotation: float = 0.0) -> Position:
    """Evaluate every element with the hip flexed, adducted and internally rotated by so many degrees, in that order.

    The thigh turns about body-fixed axes (right, then forward, then up), as in the models that the tables come from.
    A moment arm is the axis times (attachment x unit pull), in mm.
    """
    turn_flexion, turn_adduction = _about_right(flexion), _about_forward(adduction)
    thigh = turn_flexion @ turn_adduction @ _about_up(rotation)
    axes = np.stack([
        np.array([0.0, 0.0, 1.0]),
        turn_flexion @ np.array([1.0, 0.0, 0.0]),
        turn_flexion @ turn_adduction @ np.array([0.0, 1.0, 0.0]),
    ])  # fmt: skip
    origins, attachments = _points(geometry)
    moved = attachments @ thigh.T
    line = origins - moved
    lengths = np.linalg.norm(line, axis=1)
    pull = line / lengths[:, None]
    return Position(np.cross(moved, pull) @ axes.T, pull, lengths, axes, thigh)


def problems() -> list[Problem]:
    """Every problem in the tables; empty when they are valid."""
    return [p for name in NAMES for p in _read(name)[0].problems]


def _read(name: str) -> tuple[Source, Geometry | None]:
    source = read(FOLDER / f"{name}.yaml")
    return source, None if source.problems else source.build(Geometry)


@cache
def _points(geometry: Geometry) -> tuple[Vector, Vector]:
    elements = geometry.elements
    return np.array([e.pelvis_mm for e in elements]), np.array([e.thigh_mm for e in elements])


def _about_forward(degrees: float) -> Vector:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[1, 0, 0], [0, c, -s], [0, s, c]])


def _about_up(degrees: float) -> Vector:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, 0, s], [0, 1, 0], [-s, 0, c]])


def _about_right(degrees: float) -> Vector:
    c, s = np.cos(np.radians(degrees)), np.sin(np.radians(degrees))
    return np.array([[c, -s, 0], [s, c, 0], [0, 0, 1]])
