"""What the lab lays over the posed figure: lines of pull as thick as their force, and levers.

Pure: returns items for the diagram (`Item` in `diagram/browser/types.d.ts`), in mm of the view.
"""

from __future__ import annotations

import math
from typing import Any

from components.lab.text import ELEMENT_NAMES, two_digits
from data.mechanics.lines import AXIS_OF, Lever, lever, pull
from data.mechanics.spread import Spread
from data.mechanics.stance import MAXIMUS, MEDIUS, MINIMUS
from data.mechanics.tilt import NOT_AT_THE_HIP, Arms

Item = dict[str, Any]
SHOWN = {
    "gluteus_maximus": MAXIMUS,
    "gluteus_medius": MEDIUS,
    "gluteus_minimus": MINIMUS,
    "tensor_fasciae_latae": ("tfl",),
}
THICK_PX_PER_N = 1 / 42
FRAMES = {
    "stance": {"x": (-130.0, 150.0), "whole": (-130.0, 225.0), "y": (-235.0, 215.0)},
    "tilt": {"x": (-115.0, 240.0), "whole": (-115.0, 240.0), "y": (-235.0, 215.0)},
}
INSET = (174.0, 132.0)
"""Where the axis stands in the inset of the tilt picture, mm."""
INSET_SIZE = 62.0
"""Half of its side."""


def stance(found: Spread, drop: float) -> list[Item]:
    """Gravity's lever and, where the pose can be held, every line of pull as thick as its force."""
    demand = found.answer.demand
    lever_mm = demand.lever_m * 1000
    items: list[Item] = [
        _line([(lever_mm, 150), (lever_mm, -70)], "weight", 5, head=True),
        _line([(0, 0), (lever_mm, 0)], "weight", 2, dash="5 4"),
        {"kind": "dot", "at": (0, 0), "tone": "weight", "r": 6},
        {"kind": "text", "at": (lever_mm, -50), "text": f"Weight, {lever_mm:.0f} mm from the hip", "tone": "weight"},
    ]
    if not found.answer.feasible:
        return items
    for structure, elements in SHOWN.items():
        tone = "lit" if structure == "tensor_fasciae_latae" else "muscle"
        for element in elements:
            force = found.answer.force(element)
            if force >= 2:
                items.append(_line(pull(element, "anterior", drop=drop), tone, 1.2 + force * THICK_PX_PER_N))
    force = found.answer.force("tfl")
    items.append({"kind": "text", "at": pull("tfl", "anterior", drop=drop)[1], "text": f"TFL {two_digits(force)} N"})
    return items


def tilt(element: str, axis: str, degrees: float, arms: Arms) -> list[Item]:
    """The line of pull on the tilted pelvis and its lever arm: in the picture for flexion, else in an inset."""
    if element in NOT_AT_THE_HIP:
        words = "Vastus lateralis starts here, below the hip: no lever arm"
        return [
            {"kind": "dot", "at": (6, -60), "tone": "zero", "r": 7},
            {"kind": "text", "at": (6, -60), "text": words},
        ]
    side = pull(element, "lateral", tilt=degrees)
    items = [_line(side, "lit", 6), {"kind": "dot", "at": (0, 0), "tone": "weight", "r": 6}]
    arm = f"{arms.about(axis) + 0.0:.0f} mm"
    found = lever(element, axis, degrees)
    if axis == "flexion":
        return [*items, *_arm(found, (0.0, 0.0), 1.0), {"kind": "text", "at": _middle(found, (0, 0), 1), "text": arm}]
    x, y = INSET
    h = INSET_SIZE
    scale = 1.0 if axis == "rotation" else 0.62
    shift = (0.0, 30.0) if axis == "rotation" else (28.0, 0.0)
    centre = (x + shift[0], y + shift[1])
    box = [(x - h, y - h), (x + h, y - h), (x + h, y + h), (x - h, y + h), (x - h, y - h)]
    seen = {"above": "Seen from above", "anterior": "Seen from the front"}[AXIS_OF[axis]]
    return [
        *items,
        _line(box, "zero", 1),
        _line([_at(centre, scale, found.start), _at(centre, scale, found.end)], "zero", 2),
        *_arm(found, centre, scale),
        {"kind": "dot", "at": centre, "tone": "weight", "r": 6},
        {"kind": "text", "at": (x, y - h), "text": f"{seen}: {ELEMENT_NAMES[element]}, lever arm {arm}", "below": True},
    ]


def _arm(found: Lever, centre: tuple[float, float], scale: float) -> list[Item]:
    """The way from the axis to the line, and how much of the pull runs across: the longer its arrow the more."""
    along = math.dist(found.start, found.end) or 1.0
    unit = [(a - b) / along for a, b in zip(found.start, found.end, strict=True)]
    tip = tuple(f + 110 * found.across * u for f, u in zip(found.foot, unit, strict=True))
    return [
        _line([centre, _at(centre, scale, found.foot)], "weight", 3, dash="5 4"),
        _line([_at(centre, scale, found.foot), _at(centre, scale, (tip[0], tip[1]))], "lit", 4, head=True),
    ]


def _at(centre: tuple[float, float], scale: float, p: tuple[float, float]) -> tuple[float, float]:
    return round(centre[0] + scale * p[0], 1), round(centre[1] + scale * p[1], 1)


def _middle(found: Lever, centre: tuple[float, float], scale: float) -> tuple[float, float]:
    return centre[0] + scale * found.foot[0] / 2, centre[1] + scale * found.foot[1] / 2


def _line(points: list[tuple[float, float]], tone: str, width: float, *, dash: str = "", head: bool = False) -> Item:
    return {"kind": "line", "points": points, "tone": tone, "width": round(width, 1), "dash": dash, "head": head}
