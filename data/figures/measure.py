"""How well a solved pose keeps what it asks for: contacts in millimetres, angles in degrees, from the angles alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.figures import clear
from data.figures.forward import Posed, body, forward
from data.figures.key_pose import flat
from data.figures.places import Places
from data.figures.points import flesh, points
from data.figures.pose import Picture
from data.figures.props import planes
from data.figures.step import Step, moved

CONTACT_MM, DRIFT, HELD_DRIFT, THROUGH_MM = 5.0, 3.0, 0.6, 5.0
"""The most that a contact may be off, an angle asked for, one that carries the meaning, and flesh in the floor."""


@dataclass(frozen=True)
class Measured:
    """The errors of one pose by what they are of, and the worst of them."""

    contacts: dict[str, float]
    drift: dict[str, float]
    held: dict[str, float]
    through: float
    limits: tuple[str, ...]
    """Angles outside their limits."""
    overlap: float

    @property
    def contact(self) -> float:
        """The worst contact, in mm."""
        return max(self.contacts.values(), default=0.0)

    @property
    def drifted(self) -> float:
        """The angle furthest from what was asked, in degrees."""
        return max(self.drift.values(), default=0.0)

    def problems(self) -> Iterator[str]:
        """What is over its limit, in words."""
        yield from (f"contact {n}: {v:.1f} mm" for n, v in self.contacts.items() if v > CONTACT_MM)
        yield from (f"asked {n}: {v:.1f} degrees off" for n, v in self.drift.items() if v > DRIFT)
        yield from (f"hold {n}: {v:.1f} degrees off" for n, v in self.held.items() if v > HELD_DRIFT)
        yield from (f"{n} is outside its limits" for n in self.limits)
        if self.through > THROUGH_MM:
            yield f"{self.through:.1f} mm through the floor, a wall or a box"


def measure(picture: Picture, steps: dict[str, Step]) -> dict[str, Measured]:
    """The errors of every pose of a picture."""
    return {name: measured(picture, steps, name) for name in picture.poses()}


def measured(picture: Picture, steps: dict[str, Step], name: str) -> Measured:
    """The errors of one pose."""
    step = steps[name]
    posed = forward(step.angles, picture.root)
    tree, asked = body(), flat(step.pose.angles)
    off = {n: abs(float(step.angles[tree.index(n)]) - v) for n, v in asked.items()}
    source = picture.before(name)
    before = steps[source] if source else step
    whole = flesh()
    deep = clear.overlaps(whole.start.at(posed), whole.end.at(posed))[0]
    out = (step.angles < tree.low - 0.01) | (step.angles > tree.high + 0.01)
    return Measured(
        contacts=dict(_contacts(picture, step, posed, before, name)),
        drift=off,
        held={n: off[n] for n in sorted(step.pose.held)},
        through=float(clear.depths(posed, step.props, step.rolls).max() * 1000),
        limits=tuple(n for n, o in zip(tree.names, out, strict=True) if o),
        overlap=max(0.0, float(deep.max() * 1000)),
    )


def _contacts(picture: Picture, step: Step, posed: Posed, before: Step, name: str) -> Iterator[tuple[str, float]]:
    on = planes(moved(picture.props, step.pose))
    for surface, names in (step.pose.rest or {}).items():
        normal, away = on[surface]
        places = points(names)
        for n, off in zip(names, places.at(posed) @ normal - away - places.radius, strict=True):
            yield f"{n} on {surface}", abs(float(off)) * 1000
    for touch in step.pose.touch or ():
        pair = Places(touch[:2], step.props)
        a, b = pair.at(posed)
        gap = touch[2] if len(touch) > 2 else 0.0
        yield f"{touch[0]} to {touch[1]}", abs(float(np.linalg.norm(a - b) - pair.radius.sum() - gap)) * 1000
    if name != "start" and step.pose.keep:
        kept = points(step.pose.keep)
        there = kept.at(forward(before.angles, picture.root))
        for n, off in zip(step.pose.keep, np.linalg.norm(kept.at(posed) - there, axis=1), strict=True):
            yield f"{n} stays", float(off) * 1000
