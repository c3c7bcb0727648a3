"""One pose as solved: its angles, where that puts the body, and where what rolls under it lies."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from data.figures.forward import Array, Posed, body, forward
from data.figures.key_pose import Pose
from data.figures.points import where
from data.figures.pose import Picture
from data.figures.props import Ball, Prop, Roller, planes

DIGITS = 2
"""Decimals of a kept angle."""
Kept = Mapping[str, Mapping[str, float]]
"""The angles of every step, by name."""


@dataclass(frozen=True)
class Step:
    """One solved pose: its angles, where its segments are, and what it asked for."""

    pose: Pose
    angles: Array
    posed: Posed
    props: Mapping[str, Prop]
    rolls: Mapping[str, Array]
    """Where the middle of each roller and ball lies."""


def moved(props: Mapping[str, Prop], pose: Pose) -> dict[str, Prop]:
    """The props as this pose has them."""
    found = dict(props)
    for name, change in pose.props.items():
        if change.under:
            found[name] = found[name].model_copy(update={"under": change.under})
    return found


def travelled(pose: Pose, before: Step) -> dict[str, Array]:
    """Where each roller and ball lies now; a ball at a wall that is not said to travel goes with the body."""
    found = {}
    for name, at in before.rolls.items():
        prop, change = before.props[name], pose.props.get(name)
        if not (isinstance(prop, Ball) and prop.wall) or (change and any(change.travel)):
            found[name] = at + np.array(change.travel if change else (0.0, 0.0, 0.0))
    return found


def rolled(props: Mapping[str, Prop], posed: Posed) -> dict[str, Array]:
    """Where the middle of each roller and ball lies: under the place that it carries, on the floor or at its wall."""
    found = {}
    for name, prop in props.items():
        if isinstance(prop, Roller | Ball):
            on = planes(props)[prop.wall] if isinstance(prop, Ball) and prop.wall else (np.array([0.0, 0.0, 1.0]), 0.0)
            middle = where(posed, prop.under)
            found[name] = middle + on[0] * (on[1] + prop.r - middle @ on[0])
    return found


def kept(steps: Mapping[str, Step]) -> dict[str, dict[str, float]]:
    """The angles of every step as they are kept: by name, what stands at rest left out."""
    tree = body()
    return {
        name: {
            n: round(float(q), DIGITS)
            for n, q, rest in zip(tree.names, step.angles, tree.rest, strict=True)
            if abs(q - rest) >= 0.5 * 10**-DIGITS
        }
        for name, step in steps.items()
    }


def brought_back(picture: Picture, angles: Kept) -> dict[str, Step]:
    """The steps of a picture from kept angles, by forward kinematics alone. KeyError where a step is missing."""
    tree = body()
    found: dict[str, Step] = {}
    for name, pose in picture.poses().items():
        q = np.array([angles[name].get(n, float(rest)) for n, rest in zip(tree.names, tree.rest, strict=True)])
        source = picture.before(name)
        posed, props = forward(q, picture.root), moved(picture.props, pose)
        lay = travelled(pose, found[source]) if source else {}
        found[name] = Step(pose, q, posed, props, rolled(props, posed) | lay)
    return found
