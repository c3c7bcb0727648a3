"""Pictures as written in data/content/figures: the poses of a figure, what it rests on, what works, and captions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Literal

from pydantic import Field, field_validator, model_validator

from data.figures.key_pose import Pose, flat
from data.figures.props import Ball, Bar, Prop, Wall, planes
from data.figures.skeleton import Vector, is_point, skeleton
from data.model import Id, Record, Text

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
    """A tissue that is marked on one side: it works, is pressed or stretched, or is to be kept off."""

    structure: Id
    side: Literal["l", "r"]
    as_: Annotated[Literal["works", "pressed", "stretched", "keep_off"], Field(alias="as")] = "works"

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
        for problem in self._problems():
            raise ValueError(problem)
        return self

    def _problems(self) -> Iterator[str]:
        """What disagrees within the picture."""
        poses = self.poses()
        if set(self.steps) != set(poses) - {"mistake"}:
            yield "steps: give each pose its caption, and no other"
        for name, prop in self.props.items():
            if isinstance(prop, Ball) and prop.wall and not isinstance(self.props.get(prop.wall), Wall):
                yield f"props: '{name}' lies at '{prop.wall}', which is no wall"
        for arrow in self.arrows:
            if not (is_point(arrow.point) or arrow.point in self.props):
                yield f"arrows: '{arrow.point}' is no place on the body and no prop"
            if arrow.step not in poses:
                yield f"arrows: there is no step '{arrow.step}'"
        for step, pose in poses.items():
            yield from (f"{step}: {problem}" for problem in self._lost(pose))

    def _lost(self, pose: Pose) -> Iterator[str]:
        """What a pose names that is not there."""
        for surface in set(pose.rest or {}) - set(planes(self.props)):
            yield f"'{surface}' is no surface: the floor, or a prop that carries"
        for prop in set(pose.props) - set(self.props):
            yield f"there is no prop '{prop}'"
        for place in (p for touch in pose.touch or () for p in touch[:2]):
            if not (is_point(place) or isinstance(self.props.get(place.partition("@")[0]), Bar)):
                yield f"touch '{place}' is no place on the body and no bar or stick"
        for free in sorted(pose.held - set(flat(pose.angles))):
            yield f"hold names {free}, which `angles` does not give"

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
