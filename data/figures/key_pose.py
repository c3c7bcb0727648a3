"""One key pose as written: the angles that it asks for, and what rests, meets, stays and stands where."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache

from pydantic import Field, field_validator

from data.figures.props import Point
from data.figures.skeleton import Vector, angles, sided
from data.model import Id, Record

Angles = Mapping[str, Mapping[str, float]]


@lru_cache(1024)
def named(joint: str, axis: str) -> tuple[str, ...]:
    """The full names of what `joint.axis` stands for: `hip_b` is both hips. Empty for no angle at all."""
    if joint == "root" and axis in "xyz":
        return (f"root.{axis}",)
    return tuple(f"{j}.{axis}" for j in sided(joint) if f"{j}.{axis}" in angles())


def flat(given: Angles | None) -> dict[str, float]:
    """Angles by their full names: `hip_l.flex`."""
    return {n: v for joint, axes in (given or {}).items() for axis, v in axes.items() for n in named(joint, axis)}


class Moved(Record):
    """Where a roller or ball lies in this pose: under another place, or so far from where it lay (metres)."""

    under: Point | None = None
    travel: Vector = (0.0, 0.0, 0.0)


class Pose(Record):
    """One key pose. `angles` are asked for and kept, `about` only leaned to; all others give way to the contacts.

    `hold` names the angles that carry the meaning. `rest` is what lies on what, `touch` which places meet, `keep` what
    stays where the pose before had it, `at` where a place stands (metres; null: free), `balance` that it does not fall.
    """

    angles: Angles = Field(default_factory=dict)
    about: Angles = Field(default_factory=dict)
    hold: tuple[str, ...] | None = None
    rest: Mapping[Id, tuple[Point, ...]] | None = None
    touch: tuple[tuple[str, str] | tuple[str, str, float], ...] | None = None
    keep: tuple[Point, ...] = ()
    at: Mapping[Point, tuple[float | None, float | None, float | None]] | None = None
    balance: bool | None = None
    props: Mapping[Id, Moved] = {}

    @field_validator("angles", "about")
    @classmethod
    def _within_limits(cls, given: Angles) -> Angles:
        for joint, axes in given.items():
            for axis, value in axes.items():
                if not (names := named(joint, axis)):
                    raise ValueError(f"there is no angle {joint}.{axis}")
                low, high = angles()[names[0]].limits if names[0] in angles() else (-900, 900)
                if not low <= value <= high:
                    raise ValueError(f"{joint}.{axis} {value:g} is outside its limits, {low:g} to {high:g}")
        return given

    @field_validator("hold")
    @classmethod
    def _is_an_angle(cls, given: tuple[str, ...] | None) -> tuple[str, ...] | None:
        for name in given or ():
            if not named(*name.partition(".")[::2]):
                raise ValueError(f"there is no angle {name}")
        return given

    @property
    def held(self) -> frozenset[str]:
        """The full names of the angles that carry the meaning."""
        return frozenset(n for name in self.hold or () for n in named(*name.partition(".")[::2]))

    def after(self, before: Pose) -> Pose:
        """This pose with what it does not say taken from the one before."""
        asked, leaned = flat(self.angles), flat(self.about)
        kept = {n: v for n, v in flat(before.angles).items() if n not in leaned}
        soft = {n: v for n, v in flat(before.about).items() if n not in asked}
        hold = self.hold
        if hold is None and before.hold:
            hold = tuple(sorted(before.held - set(leaned)))
        given = {f: getattr(before, f) for f in ("rest", "touch", "at", "balance") if getattr(self, f) is None}
        return self.model_copy(
            update={"angles": _nested(kept | asked), "about": _nested(soft | leaned), "hold": hold, **given}
        )


def _nested(given: Mapping[str, float]) -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {}
    for name, value in given.items():
        joint, _, axis = name.partition(".")
        found.setdefault(joint, {})[axis] = value
    return found
