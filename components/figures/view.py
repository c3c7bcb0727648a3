"""One step as the camera sees it: flesh and props by ray, with the part of the body that each ray meets."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from components.figures import march, solids
from components.figures.camera import Camera, Sheet
from components.figures.march import GROUPS, Ints
from components.figures.paths import Mask
from data.figures.forward import Array, body
from data.figures.points import flesh
from data.figures.step import Step

LIMBS = {
    "trunk": 0,
    "head": 1,
    "leg_l": 2,
    "foot_l": 2,
    "leg_r": 3,
    "foot_r": 3,
    "arm_l": 4,
    "hand_l": 4,
    "arm_r": 5,
    "hand_r": 5,
}
"""Which groups are one limb."""


@dataclass(frozen=True)
class View:
    """What is seen of one step."""

    step: Step
    camera: Camera
    sheet: Sheet
    flesh: march.Seen
    props: Array
    """How near the nearest prop is, by ray."""
    things: list[solids.Solid]

    @classmethod
    def of(cls, step: Step, camera: Camera, sheet: Sheet, ground: list[solids.Solid]) -> View:
        """Cast the rays. `ground` is what is drawn under everything else."""
        things = [*ground, *solids.ordered(solids.solids(step), camera)]
        return cls(
            step, camera, sheet, march.march(step.posed, camera, sheet), solids.nearest(things, camera, sheet), things
        )

    @cached_property
    def body(self) -> Mask:
        """Where the body is seen, and no prop hides it."""
        return (self.flesh.piece >= 0) & (self.flesh.near >= self.props - 0.002)

    @cached_property
    def near(self) -> Array:
        """How near the nearest thing is, body or prop."""
        return np.where(self.body, self.flesh.near, self.props)

    @cached_property
    def segment(self) -> Ints:
        """The segment that each ray meets; -1 for none."""
        return np.where(self.body, flesh().start.segments[self.flesh.piece], -1)

    @cached_property
    def group(self) -> Ints:
        """The group of flesh that each ray meets; -1 for none."""
        return np.where(self.body, march.piece_groups()[self.flesh.piece], -1)

    @cached_property
    def limb(self) -> Ints:
        """The limb that each ray meets; -1 for none."""
        return np.where(self.body, np.array([LIMBS[g] for g in GROUPS])[self.group], -1)

    @cached_property
    def part(self) -> Ints:
        """The part of a limb that each ray meets: trunk, head, thigh, shank, foot ...; -1 for none."""
        return np.where(self.body, _parts()[self.segment], -1)

    @cached_property
    def places(self) -> Array:
        """Where in the world each ray of the body meets it: rays of `body`, in order."""
        rows, columns = np.nonzero(self.body)
        seen = np.stack([self.sheet.columns()[columns], self.sheet.rows()[rows], self.flesh.near[self.body]], 1)
        found: Array = seen @ self.camera.basis
        return found

    def image(self, values: Array, empty: float = 0.0) -> Array:
        """Values of the body's rays as an image."""
        found = np.full(self.body.shape, empty)
        found[self.body] = values
        return found

    def local(self, segment: str) -> Array:
        """The body's places in a segment's own frame."""
        n = body().segment(segment)
        posed = self.step.posed
        found: Array = (self.places - posed.origin[n]) @ posed.turned[n]
        return found


def _parts() -> Ints:
    """A number for the part that each segment is of."""
    whole = {
        "pelvis": "trunk",
        "abdomen": "trunk",
        "thorax": "trunk",
        "neck": "trunk",
        "digits": "hand",
        "tips": "hand",
        "toes": "foot",
    }
    names = []
    for joint in body().joints:
        base, *side = joint.name.split("_")
        names.append("_".join([whole.get(base, base), *side]))
    known = list(dict.fromkeys(names))
    return np.array([known.index(n) for n in names])
