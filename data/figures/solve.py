"""Finds the angles of a pose: those it asks for are kept, the others give way until every contact is met."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from data.figures.contacts import Contacts, Row
from data.figures.forward import Array, body, forward
from data.figures.key_pose import Pose
from data.figures.pose import Picture
from data.figures.props import Box, Prop
from data.figures.step import Step, moved, rolled, travelled

ROUNDS = 120
ENOUGH = 1e-4
"""How little, as a share, a round must mend for the solver to stop."""
STRIDE = 25.0
"""The most that one round turns a joint, in degrees."""


def solve(picture: Picture) -> dict[str, Step]:
    """Every pose of a picture, solved in order: what a later one leaves free begins where the one before has it."""
    found: dict[str, Step] = {}
    for name, pose in picture.poses().items():
        before = picture.before(name)
        found[name] = settled(picture, pose, found[before] if before else None)
    return found


def settled(picture: Picture, pose: Pose, before: Step | None) -> Step:
    """One pose, solved from the one before."""
    props = moved(picture.props, pose)
    still = travelled(pose, before) if before else {}
    asked = Contacts(pose, props, (before.angles, before.posed) if before else None, still)
    tree = body()
    first = np.clip(asked.wanted, tree.low + 1e-3, tree.high - 1e-3)
    if before is None:
        first[2] += {"stand": 90}.get(picture.root, 20) + 100 * max((_top(p) for p in props.values()), default=0)
    q = least(lambda x: asked.miss(x, forward(x, picture.root)), first)
    posed = forward(q, picture.root)
    return Step(pose, q, posed, props, rolled(props, posed) | still)


def _top(prop: Prop) -> float:
    return prop.top if isinstance(prop, Box) and prop.kind in ("table", "chair") else 0.0


def least(miss: Callable[[Array], Row], q: Array) -> Array:
    """The angles with the least sum of squared errors within their limits (Levenberg and Marquardt's way)."""
    tree = body()
    error, change = miss(q)
    cost, damp, still = float(error @ error), 1e-2, 0
    for _ in range(ROUNDS):
        slope, bend = change.T @ error, change.T @ change
        stuck = ((q <= tree.low + 1e-6) & (slope > 0)) | ((q >= tree.high - 1e-6) & (slope < 0))
        free = np.flatnonzero(~stuck)
        part = bend[np.ix_(free, free)]
        step = np.zeros_like(q)
        step[free] = -np.linalg.solve(part + damp * np.diag(part.diagonal() + 1e-3), slope[free])
        step *= min(1.0, STRIDE / np.abs(step).max())
        new = np.clip(q + step, tree.low, tree.high)
        error_new, change_new = miss(new)
        cost_new = float(error_new @ error_new)
        if cost_new < cost:
            still = still + 1 if cost - cost_new < ENOUGH * cost else 0
            q, error, change, cost = new, error_new, change_new, cost_new
            damp = max(damp / 4, 1e-7)
        else:
            damp *= 5
        if still > 2 or damp > 1e7:
            break
    return q
