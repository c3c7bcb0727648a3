"""Pictures as written in data/content/figures: the poses of a figure, what it rests on, what works, and captions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from data.figures.props import Ball, Point, Prop, planes
from data.figures.skeleton import Vector, angles, is_point, sided, skeleton
from data.model import Id, Record, Text

Angles = Mapping[str, Mapping[str, float]]
Root = Literal["stand", "supine", "prone", "right_side", "left_side"]
Position = Literal["lying", "hands_and_knees", "sitting", "standing"]
Equipment = Literal[
    "mat",
    "roller",
    "ball",
    "wall",
    "step",
    "chair",
    "table",
    "band",
    "ankle_weight",
    "weight",
    "cushion",
    "stick",
    "rail",
    "none",
]
STEPS = ("start", "middle", "end", "mistake")


def named(joint: str, axis: str) -> list[str]:
    """The full names of what `joint.axis` stands for: `hip_b` is both hips. Empty for no angle at all."""
    if joint == "root" and axis in "xyz":
        return [f"root.{axis}"]
    return [f"{j}.{axis}" for j in sided(joint) if f"{j}.{axis}" in angles()]


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

    angles: Angles = {}
    about: Angles = {}
    hold: tuple[str, ...] | None = None
    rest: Mapping[Id, tuple[Point, ...]] | None = None
    touch: tuple[tuple[Point, Point] | tuple[Point, Point, float], ...] | None = None
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


class Mistake(Record):
    """The one mistake worth showing: what goes wrong, and how that looks."""

    what: Text
    start: Annotated[Literal["start", "end"], Field(alias="from")] = "end"
    pose: Pose


class Camera(Record):
    """Whence it is seen: azimuth (0 from the front of the room, +x; 90 from +y) and height, in degrees."""

    az: float
    el: Annotated[float, Field(ge=-10, le=80)]


class Mark(Record):
    """A tissue that is marked on one side: it works, is pressed, or is stretched."""

    structure: Id
    side: Literal["l", "r"]
    as_: Annotated[Literal["works", "pressed", "stretched"], Field(alias="as")] = "works"

    @field_validator("structure")
    @classmethod
    def _shows(cls, given: str) -> str:
        bones = skeleton()
        if given not in {*bones.patches, *bones.like}:
            raise ValueError(f"'{given}' has no patch in data/figures/skeleton.yaml: add one, or mark another")
        return given


class Arrow(Record):
    """Where a place of the body, or a roller or ball, goes in a step: from where the pose before has it.

    Or to and fro `by` so many metres, or a `push` that ends at the place. `shift` moves the arrow, in SVG units.
    """

    point: str
    by: Vector | None = None
    push: Vector | None = None
    shift: tuple[float, float] = (0.0, 0.0)
    step: Literal["start", "middle", "end", "mistake"] = "end"


class Picture(Record):
    """One picture: what it shows, of what kind it is, and its poses."""

    id: Id
    shows: Annotated[tuple[Id, ...], Field(min_length=1)]
    order: int = 0
    kind: Literal["exercise", "roll", "test"]
    position: Position
    equipment: Annotated[tuple[Equipment, ...], Field(min_length=1)]
    root: Root
    camera: Camera
    mat: bool = True
    props: Mapping[Id, Prop] = {}
    marks: tuple[Mark, ...] = ()
    arrows: tuple[Arrow, ...] = ()
    level: bool = False
    start: Pose
    middle: Pose | None = None
    end: Pose | None = None
    mistake: Mistake | None = None
    steps: Mapping[Literal["start", "middle", "end"], Text]
    film: bool = False
    reviewed: Text | None = None

    @model_validator(mode="after")
    def _agrees(self) -> Picture:
        if set(self.steps) != set(self.poses()) - {"mistake"}:
            raise ValueError("steps: give each pose its caption, and no other")
        surfaces = set(planes(self.props)) if self._walls() else set()
        for arrow in self.arrows:
            if not (is_point(arrow.point) or arrow.point in self.props):
                raise ValueError(f"arrows: '{arrow.point}' is no place on the body and no prop")
            if arrow.step not in self.poses():
                raise ValueError(f"arrows: there is no step '{arrow.step}'")
        for step, pose in self.poses().items():
            if lost := set(pose.rest or {}) - surfaces:
                raise ValueError(f"{step}: '{lost.pop()}' is no surface: the floor, or a prop that carries")
            if lost := set(pose.props) - set(self.props):
                raise ValueError(f"{step}: there is no prop '{lost.pop()}'")
            if free := pose.held - set(flat(pose.angles)):
                raise ValueError(f"{step}: hold names {sorted(free)[0]}, which `angles` does not give")
        return self

    def _walls(self) -> bool:
        for name, prop in self.props.items():
            if isinstance(prop, Ball) and prop.wall and getattr(self.props.get(prop.wall), "kind", "") != "wall":
                raise ValueError(f"props: '{name}' lies at '{prop.wall}', which is no wall")
        return True

    def poses(self) -> dict[str, Pose]:
        """The poses in full, in order: what a later one does not say is as in the one before it."""
        return dict(self._poses())

    def _poses(self) -> Iterator[tuple[str, Pose]]:
        yield "start", self.start
        before = self.start
        if self.middle:
            before = self.middle.after(self.start)
            yield "middle", before
        end = self.end.after(before) if self.end else before
        if self.end:
            yield "end", end
        if self.mistake:
            yield "mistake", self.mistake.pose.after(end if self.mistake.start == "end" else self.start)

    def before(self, step: str) -> str | None:
        """The step from which another takes what it does not say; None for the start."""
        if step == "mistake" and self.mistake:
            return self.mistake.start if self.mistake.start in self.poses() else "start"
        return {"middle": "start", "end": "middle" if self.middle else "start"}.get(step)

    def drawn(self) -> dict[str, object]:
        """All that its drawing depends on: captions and reviews may change without a new drawing."""
        left_out = {"id", "shows", "order", "kind", "position", "equipment", "steps", "reviewed"}
        found = self.model_dump(mode="json", exclude=left_out, exclude_defaults=True)
        if self.mistake:
            found["mistake"].pop("what")
        return found


class NoPicture(Record):
    """What has no picture, and why."""

    id: Id
    why: Text
