"""Forward kinematics: from angles to where every segment is, and how that moves when an angle changes.

World: metres, z up, the floor at 0. Angles in degrees, the place of the pelvis in centimetres.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from math import cos, radians, sin

import numpy as np
from numpy.typing import NDArray

from data.figures.skeleton import SIDES, Segment, angles, skeleton

Array = NDArray[np.float64]
PLACE = ("root.x", "root.y", "root.z")
ROOTS: dict[str, Array] = {
    "stand": np.eye(3),
    "supine": np.array([[0, -1, 0], [0, 0, -1], [1, 0, 0.0]]),
    "prone": np.array([[0, 1, 0], [0, 0, -1], [-1, 0, 0.0]]),
    "right_side": np.array([[1, 0, 0], [0, 0, -1], [0, 1, 0.0]]),
    "left_side": np.array([[1, 0, 0], [0, 0, 1], [0, -1, 0.0]]),
}
"""How the body lies before its angles are set. Columns: where its forward, left and headward axes point."""


@dataclass(frozen=True)
class Turn:
    """One rotation of a segment: about which of its axes, which way, by how much of which angle."""

    axis: int
    sign: float
    angle: int
    share: float


@dataclass(frozen=True)
class Joint:
    """A segment of one side: its parent, where it hangs there, and its turns."""

    name: str
    parent: int
    at: Array
    turns: tuple[Turn, ...]


@dataclass(frozen=True)
class Body:
    """The kinematic tree with the order of its angles."""

    names: tuple[str, ...]
    low: Array
    high: Array
    soft: Array
    rest: Array
    joints: tuple[Joint, ...]
    above: NDArray[np.bool_]
    """Segments by hinges: whether a hinge moves a segment."""
    shares: Array
    """Hinges by angles: radians that a hinge turns when an angle grows by a degree."""

    def index(self, angle: str) -> int:
        """Where an angle stands; ValueError for an unknown one."""
        return self.names.index(angle)

    def segment(self, name: str) -> int:
        """Where a segment stands; StopIteration for an unknown one."""
        return next(n for n, j in enumerate(self.joints) if j.name == name)


@dataclass(frozen=True)
class Posed:
    """Where every segment is: its axes as columns, its joint; and the hinges between them."""

    turned: Array
    origin: Array
    axes: Array
    pivots: Array

    def place(self, segment: int, local: Array) -> Array:
        """A place of a segment's own frame in the world."""
        found: Array = self.origin[segment] + self.turned[segment] @ local
        return found


@cache
def body() -> Body:
    """The tree of the one figure."""
    bones, axes = skeleton(), angles()
    names = (*PLACE, *axes)
    joints: list[Joint] = []
    for side, mirror in ((None, 1.0), *SIDES.items()):
        for name, segment in bones.segments.items():
            if segment.sided == bool(side):
                joints.append(_joint(name, segment, side, mirror, names, joints))
    above = np.zeros((len(joints), sum(len(j.turns) for j in joints)), bool)
    shares = np.zeros((above.shape[1], len(names)))
    hinge = 0
    for n, joint in enumerate(joints):
        if joint.parent >= 0:
            above[n] = above[joint.parent]
        for turn in joint.turns:
            above[n, hinge] = True
            shares[hinge, turn.angle] = radians(turn.share)
            hinge += 1
    spans = [axis.limits for axis in axes.values()]
    return Body(
        names=names,
        low=np.array([-900.0] * 3 + [s[0] for s in spans]),
        high=np.array([900.0] * 3 + [s[1] for s in spans]),
        soft=np.array([60.0] * 3 + [a.soft for a in axes.values()]),
        rest=np.array([0.0] * 3 + [a.rest for a in axes.values()]),
        joints=tuple(joints),
        above=above,
        shares=shares,
    )


def _joint(
    name: str, segment: Segment, side: str | None, mirror: float, names: tuple[str, ...], known: list[Joint]
) -> Joint:
    """A segment with its parent looked up, mirrored where it stands on the right."""
    sided = skeleton().segments
    turns = []
    for text in segment.turns:
        axis, angle, *share = text.split()
        sign = -1.0 if axis[0] == "-" else 1.0
        letter = "xyz".index(axis[-1])
        joint, _, which = angle.partition(".")
        full = f"{joint}_{side}.{which}" if side else angle
        sign *= mirror if letter != 1 else 1.0
        turns.append(Turn(letter, sign, names.index(full), float(share[0] if share else 1)))
    parent = -1
    if segment.parent:
        above = f"{segment.parent}_{side}" if side and sided[segment.parent].sided else segment.parent
        parent = next(n for n, j in enumerate(known) if j.name == above)
    x, y, z = segment.at
    at = np.array([x, y * mirror, z - (skeleton().length(segment.down) if segment.down else 0)])
    return Joint(f"{name}_{side}" if side else name, parent, at, tuple(turns))


def _turned(frame: Array, axis: int, degrees: float) -> Array:
    """A frame turned about one of its own axes."""
    c, s = cos(radians(degrees)), sin(radians(degrees))
    found = frame.copy()
    a, b = frame[:, (axis + 1) % 3], frame[:, (axis + 2) % 3]
    found[:, (axis + 1) % 3] = c * a + s * b
    found[:, (axis + 2) % 3] = c * b - s * a
    return found


def forward(q: Array, root: str) -> Posed:
    """Where every segment is for these angles, in the order of `body().names`."""
    tree = body()
    turned, origin = np.empty((len(tree.joints), 3, 3)), np.empty((len(tree.joints), 3))
    axes, pivots = np.empty((tree.above.shape[1], 3)), np.empty((tree.above.shape[1], 3))
    hinge = 0
    for n, joint in enumerate(tree.joints):
        if joint.parent < 0:
            frame, here = ROOTS[root], q[:3] / 100
        else:
            frame = turned[joint.parent]
            here = origin[joint.parent] + frame @ joint.at
        for turn in joint.turns:
            axes[hinge], pivots[hinge] = frame[:, turn.axis] * turn.sign, here
            frame = _turned(frame, turn.axis, turn.sign * turn.share * q[turn.angle])
            hinge += 1
        turned[n], origin[n] = frame, here
    return Posed(turned, origin, axes, pivots)


def moves(posed: Posed, segments: NDArray[np.intp], places: Array) -> Array:
    """How places on segments move, in metres, when each angle grows by one: places x 3 x angles."""
    tree = body()
    arm = places[:, None, :] - posed.pivots[None]
    ax, ay, az = posed.axes.T
    ux, uy, uz = arm[..., 0], arm[..., 1], arm[..., 2]
    sweep = np.stack([ay * uz - az * uy, az * ux - ax * uz, ax * uy - ay * ux], 1)
    sweep *= tree.above[segments][:, None, :]
    found: Array = sweep @ tree.shares
    found[:, 0, 0] = found[:, 1, 1] = found[:, 2, 2] = 0.01
    return found
