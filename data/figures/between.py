"""A figure on its way from one key pose to the next, with what stays in both kept: a planted foot does not slip."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from data.figures.contacts import Contacts
from data.figures.forward import Array, forward
from data.figures.key_pose import Pose
from data.figures.pose import Picture
from data.figures.solve import least
from data.figures.step import Step, rolled

GIVES = 3.0
"""How willingly an angle leaves its way from one pose to the next, in degrees."""
WAY = ("start", "middle", "end")


def between(picture: Picture, steps: Mapping[str, Step], part: float) -> Step:
    """The figure after a part of its way, 0 at the start and 1 at the end; KeyError for a picture without an end."""
    names = [n for n in WAY if n in steps]
    along = part * (len(names) - 1)
    first = min(int(along), len(names) - 2)
    return _between(picture, steps[names[first]], steps[names[first + 1]], along - first)


def _between(picture: Picture, before: Step, after: Step, part: float) -> Step:
    if part in (0, 1):
        return after if part else before
    pose = Pose(
        rest=dict(_rest(before.pose, after.pose, part)),
        touch=tuple(t for t in after.pose.touch or () if t in (before.pose.touch or ())),
        keep=after.pose.keep,
    )
    rolls = {n: before.rolls[n] + part * (after.rolls[n] - before.rolls[n]) for n in before.rolls}
    way = before.angles + part * (after.angles - before.angles)
    asked = Contacts(pose, before.props, (way, before.posed), rolls, rolling=False)
    asked.soft[:] = GIVES
    q: Array = least(lambda x: asked.miss(x, forward(x, picture.root)), way)
    posed = forward(q, picture.root)
    return Step(pose, q, posed, before.props, rolled(before.props, posed) | rolls)


def _rest(before: Pose, after: Pose, part: float) -> Iterator[tuple[str, tuple[str, ...]]]:
    """What rests on a surface in both poses; a place that moves along its piece of flesh is on its way."""
    for surface, there in (after.rest or {}).items():
        was = {p.partition("@")[0]: p for p in (before.rest or {}).get(surface, ())}
        same = set((before.rest or {}).get(surface, ()))
        found = [p for p in there if p in same]
        for place in there:
            piece, _, along = place.partition("@")
            if place not in same and piece in was and was[piece] not in there:
                start = float(was[piece].partition("@")[2] or 1)
                found.append(f"{piece}@{np.clip(start + part * (float(along or 1) - start), 0, 1):.3f}")
        if found:
            yield surface, tuple(found)
