"""What a pose asks for as one list of errors, each over how much of it is borne, with how they change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TypeGuard

import numpy as np

from data.figures import clear
from data.figures.forward import Array, Body, Posed, body
from data.figures.key_pose import Pose, flat
from data.figures.places import Places
from data.figures.points import Points, flesh, points
from data.figures.props import Ball, Plane, Prop, Roller, planes
from data.figures.skeleton import skeleton

CONTACT, SUNK, PLACE, OVERLAP, BALANCE = 0.0015, 0.001, 0.004, 0.004, 0.015
"""How much of an error counts as one, in metres: resting or meeting, sinking in, out of place, overlapping, falling."""
ASKED, HELD = 0.8, 0.1
"""The same for angles, in degrees: one that a pose asks for, and one that carries its meaning."""
Row = tuple[Array, Array]


class Contacts:
    """All that one pose asks for. `before` is the pose before, `still` where what rolls lies.

    Without `rolling` the body is not held over what rolls: its contacts say where it is.
    """

    def __init__(
        self,
        pose: Pose,
        props: Mapping[str, Prop],
        before: tuple[Array, Posed] | None,
        still: Mapping[str, Array],
        *,
        rolling: bool = True,
    ) -> None:
        tree = body()
        self.props, self.still = props, still
        self.pose = pose
        self.wanted = tree.rest.copy() if before is None else before[0].copy()
        self.soft = tree.soft * (1 if before is None else 0.6)
        self._ask(tree)
        on = planes(props)
        self.rest = [(on[k], points(names)) for k, names in (pose.rest or {}).items() if names]
        touch = pose.touch or ()
        self.touch = (Places([t[0] for t in touch], props), Places([t[1] for t in touch], props)) if touch else None
        self.gap = np.array([t[2] if len(t) > 2 else 0.0 for t in touch])
        self.keep = points(pose.keep) if pose.keep and before else None
        self.kept = self.keep.at(before[1]) if self.keep and before else None
        self.at = [
            (points([n]), [(i, v) for i, v in enumerate(xyz) if v is not None]) for n, xyz in (pose.at or {}).items()
        ]
        self.rolls = [
            (points([p.under]), still[n], _across(p, on))
            for n, p in props.items()
            if rolling and rolls(p) and n in still
        ]

    def _ask(self, tree: Body) -> None:
        for name, value in flat(self.pose.about).items():
            self.wanted[tree.index(name)] = value
        for name, value in flat(self.pose.angles).items():
            self.wanted[tree.index(name)], self.soft[tree.index(name)] = value, ASKED
        for name in self.pose.held:
            self.soft[tree.index(name)] = HELD

    def miss(self, q: Array, posed: Posed) -> Row:
        """All errors, and how they change: rows by angles."""
        rows = [*self._resting(posed), *self._placed(posed), *self._clear(posed)]
        if self.pose.balance and any(normal[2] > 0.5 for (normal, _), _ in self.rest):
            rows.append(self._balance(posed))
        rows.append(((q - self.wanted) / self.soft, np.diag(1 / self.soft)))
        return np.concatenate([r for r, _ in rows]), np.concatenate([j for _, j in rows])

    def _resting(self, posed: Posed) -> Iterator[Row]:
        for (normal, away), places in self.rest:
            at = places.at(posed)
            yield (at @ normal - away - places.radius) / CONTACT, (normal @ places.moves(posed, at)) / CONTACT
        if self.touch:
            one, two = self.touch
            a, b = one.at(posed), two.at(posed)
            far = np.maximum(np.linalg.norm(a - b, axis=1), 1e-6)
            way = (a - b) / far[:, None]
            change = np.einsum("ni,nij->nj", way, one.moves(posed, a) - two.moves(posed, b))
            yield (far - one.radius - two.radius - self.gap) / CONTACT, change / CONTACT

    def _placed(self, posed: Posed) -> Iterator[Row]:
        if self.keep and self.kept is not None:
            at = self.keep.at(posed)
            moves = self.keep.moves(posed, at)
            yield (at - self.kept).ravel() / CONTACT, moves.reshape(-1, moves.shape[2]) / CONTACT
        for place, wanted in self.at:
            at = place.at(posed)
            moves = place.moves(posed, at)[0]
            which = [i for i, _ in wanted]
            yield (at[0][which] - [v for _, v in wanted]) / PLACE, moves[which] / PLACE
        for place, middle, across in self.rolls:
            at = place.at(posed)
            yield across @ (at[0] - middle) / PLACE, across @ place.moves(posed, at)[0] / PLACE

    def _clear(self, posed: Posed) -> Iterator[Row]:
        whole = flesh()
        starts, ends = whole.start.at(posed), whole.end.at(posed)
        deep, s, t, way = clear.overlaps(starts, ends)
        hit = np.flatnonzero(deep > 0)
        left, right, _ = clear.pairs()
        if hit.size:
            one, two = left[hit], right[hit]
            a = starts[one] + s[hit, None] * (ends - starts)[one]
            b = starts[two] + t[hit, None] * (ends - starts)[two]
            segments = whole.start.segments
            moves = Points(segments[one], a, deep[hit]).moves(posed, a) - Points(segments[two], b, deep[hit]).moves(
                posed, b
            )
            yield deep[hit] / OVERLAP, -np.einsum("ni,nij->nj", way[hit], moves) / OVERLAP
        skin = clear.skin()
        at = skin.at(posed)
        for deep, way in (
            *clear.sunk(at, skin.radius, self.props),
            *clear.rolled_over(posed, at, self.props, self.still),
        ):
            sunk = np.flatnonzero(deep > clear.SINK)
            if sunk.size:
                moves = Points(skin.segments[sunk], at[sunk], deep[sunk]).moves(posed, at[sunk])
                yield (deep[sunk] - clear.SINK) / SUNK, -np.einsum("ni,nij->nj", way[sunk], moves) / SUNK

    def _balance(self, posed: Posed) -> Row:
        at, moves = middle_of_mass(posed)
        carry = [p for (normal, _), p in self.rest if normal[2] > 0.5]
        base = [p.at(posed) for p in carry]
        under = [p.moves(posed, b) for p, b in zip(carry, base, strict=True)]
        off = at - np.concatenate(base).mean(0)
        change = moves - np.concatenate(under).mean(0)
        return off[:2] / BALANCE, change[:2] / BALANCE


def rolls(prop: Prop) -> TypeGuard[Roller | Ball]:
    """Whether a prop rolls under the body."""
    return isinstance(prop, Roller | Ball)


def _across(prop: Roller | Ball, on: Mapping[str, Plane]) -> Array:
    """The directions in which a body stays where a roller or ball is, as rows."""
    if isinstance(prop, Roller):
        return np.array([[-np.sin(np.radians(prop.axis)), np.cos(np.radians(prop.axis)), 0]])
    normal = on[prop.wall][0] if prop.wall else np.array([0.0, 0.0, 1.0])
    along = np.array([-normal[1], normal[0], 0]) if prop.wall else np.array([1.0, 0, 0])
    return np.stack([along, np.cross(normal, along)])


def middle_of_mass(posed: Posed) -> Row:
    """The centre of mass, and how it moves with each angle."""
    places, mass = _masses()
    at = places.at(posed)
    return mass @ at, np.einsum("n,nij->ij", mass, places.moves(posed, at))


def _masses() -> tuple[Points, Array]:
    bones, rows = skeleton(), []
    for n, joint in enumerate(body().joints):
        segment = bones.segments.get(joint.name) or bones.segments[joint.name[:-2]]
        mirror = -1 if segment.sided and joint.name.endswith("_r") else 1
        x, y, z = segment.com
        rows.append((n, (x, y * mirror, z), segment.mass))
    mass = np.array([r[2] for r in rows])
    return Points(np.array([r[0] for r in rows]), np.array([r[1] for r in rows], float), mass), mass / mass.sum()
