"""The posable figure as written in skeleton.yaml: segments, joints with limits, flesh, and where a tissue shows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.model import Id, Record, Text
from data.source import ContentError, read

FILE = Path(__file__).with_name("skeleton.yaml")
SIDES = {"l": 1.0, "r": -1.0}
"""The sides, with the sign that mirrors what is written for the left."""
Vector = tuple[float, float, float]
Range = tuple[float, float]
Positive = Annotated[float, Field(gt=0)]


class Length(Record):
    """A length as a share of stature: from a source that was seen, or an estimate by eye."""

    share: Positive
    source: Id | None = None


class Axis(Record):
    """One angle of a joint: its limits in degrees, and how willingly it gives way.

    `rest` is where it stands when nothing is asked of it, `plus` what a positive angle means.
    """

    limits: Range
    soft: Positive
    plus: Text
    rest: float = 0.0
    sided: bool = False


class Segment(Record):
    """A rigid part: where it hangs, about which axes it turns, and what it weighs."""

    parent: Id | None = None
    at: Vector = (0.0, 0.0, 0.0)
    down: Id | None = None
    turns: tuple[Annotated[str, Field(pattern=r"^-?[xyz] [a-z]+\.[a-z]+( [0-9.]+)?$")], ...]
    mass: Annotated[float, Field(ge=0)]
    com: Vector
    part: Literal["trunk", "head", "leg", "arm", "hand"]
    sided: bool = False


Piece = tuple[Id, Vector, Vector, Positive, Positive]
Bead = tuple[Id, float, float, float, Positive]


class Skeleton(Record):
    """All that the figure is made from."""

    stature: Positive
    lengths: Mapping[Id, Length]
    joints: Mapping[Id, Mapping[Id, Axis]]
    masses: Id
    """What the shares of mass rest on."""
    segments: Mapping[Id, Segment]
    flesh: Mapping[Id, Piece]
    spots: Mapping[Id, tuple[Id, Vector]]
    patches: Mapping[Id, tuple[Bead, ...]]
    like: Mapping[Id, Id]

    @model_validator(mode="after")
    def _holds_together(self) -> Skeleton:
        for name, segment in self.segments.items():
            if segment.parent and segment.parent not in self.segments:
                raise ValueError(f"segment '{name}' hangs on '{segment.parent}', which is not there")
            for turn in segment.turns:
                joint, axis = turn.split()[1].split(".")
                if axis not in self.joints.get(joint, {}):
                    raise ValueError(f"segment '{name}' turns about '{joint}.{axis}', which is no angle")
        named = [piece[0] for piece in self.flesh.values()] + [b[0] for beads in self.patches.values() for b in beads]
        named += [spot[0] for spot in self.spots.values()]
        if lost := set(named) - set(self.segments):
            raise ValueError(f"no such segment: {', '.join(sorted(lost))}")
        if lost := set(self.like.values()) - set(self.patches):
            raise ValueError(f"no such patch: {', '.join(sorted(lost))}")
        return self

    def length(self, name: str) -> float:
        """A length in metres; KeyError for an unknown one."""
        return self.lengths[name].share * self.stature

    def beads(self, structure: str) -> tuple[Bead, ...]:
        """Where a structure or a group shows on the surface; KeyError for one that does not."""
        return self.patches[self.like.get(structure, structure)]


@cache
def skeleton() -> Skeleton:
    """The figure, read once. Raises ContentError with every problem."""
    source = read(FILE)
    found = None if source.problems else source.build(Skeleton)
    if found is None:
        raise ContentError(source.problems)
    return found


@cache
def angles() -> Mapping[str, Axis]:
    """Every angle of the body by its name: `hip_l.flex`, `spine.side`."""
    found: dict[str, Axis] = {}
    for joint, axes in skeleton().joints.items():
        found |= {f"{joint}.{axis}": a for axis, a in axes.items() if not a.sided}
    for side in SIDES:
        for joint, axes in skeleton().joints.items():
            found |= {f"{joint}_{side}.{axis}": a for axis, a in axes.items() if a.sided}
    return found


def sided(joint: str) -> tuple[str, ...]:
    """The joints that a name stands for: `hip_b` is both hips. Empty for an unknown name."""
    base, _, side = joint.rpartition("_")
    axes = skeleton().joints.get(base or side, {})
    if not base:
        return (joint,) if axes and not next(iter(axes.values())).sided else ()
    if not axes or not next(iter(axes.values())).sided:
        return ()
    return tuple(f"{base}_{s}" for s in (SIDES if side == "b" else [side]) if s in SIDES)


def is_point(name: str) -> bool:
    """Whether a name is a place on the flesh: `thigh_r@.5`, `palm_l`."""
    piece, _, along = name.partition("@")
    base, _, side = piece.rpartition("_")
    if base in skeleton().spots:
        return side in SIDES and not along
    try:
        return base in skeleton().flesh and side in SIDES and 0 <= float(along or 1) <= 1
    except ValueError:
        return False
