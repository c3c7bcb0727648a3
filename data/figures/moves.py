"""What moves from one step to the next, in words: the knee lifts, the body rolls to and fro, the pelvis stays."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from data.figures.angles import LEVEL, SEEN_FROM, bends, level_matters, pelvis, said, tip
from data.figures.forward import Array, body
from data.figures.key_pose import Pose
from data.figures.nouns import PELVIS, noun, side, sided
from data.figures.points import where
from data.figures.pose import Arrow, Picture
from data.figures.props import Ball, Bar, Roller
from data.figures.step import Step

STIRS = 0.012
"""A push under which a place goes less far is pressure, in metres."""


def moves(picture: Picture, before: Step, step: Step, name: str, most: int) -> Iterator[str]:
    """What moves, and where to."""
    arrows = [a for a in picture.arrows if a.step == name]
    tips = abs(tip(step) - tip(before)) > LEVEL
    for arrow in arrows:
        if arrow.by:
            yield _to_and_fro(picture, arrow.by)
        elif arrow.point in picture.props:
            tool = picture.props[arrow.point].kind
            yield f"the body leans into the {tool}" if arrow.push else f"the {tool} rolls under the body"
        elif noun(arrow.point) in PELVIS and tips:
            yield _tips(picture, before, step, arrow)
        else:
            yield _goes(picture, before, step, arrow)
    if level_matters(picture, step) and not (tips and any(noun(a.point) in PELVIS for a in arrows)):
        yield pelvis(tip(step), tip(before))
    bent = [n for n in body().names if bends(n, before, step)]
    legs = [n for n in bent if n.split("_")[0] in ("hip", "knee") and n.endswith("flex")]
    told = [n for n in bent if n in step.pose.held] or ([] if arrows else legs)
    leans = ["root.lean"] if picture.position == "standing" and "root.lean" in bent and _bows(before, step) else []
    told = [n for n in told if n != "root.lean"]
    yield from said(picture, step, list(dict.fromkeys([*leans, *told])), most, before)
    yield from _stays(step.pose)


def _tips(picture: Picture, before: Step, step: Step, arrow: Arrow) -> str:
    """How far one side of the pelvis lifts or drops, and whether that makes it level."""
    up = where(step.posed, arrow.point)[2] > where(before.posed, arrow.point)[2]
    far = 5 * round(abs(tip(step) - tip(before)) / 5) or 5
    letter = arrow.point.partition("@")[0][-1]
    level = ", to level" if abs(tip(step)) < LEVEL else ""
    return f"the {side(picture, letter)} side of the pelvis {'lifts' if up else 'drops'} {far} degrees{level}"


def _bows(before: Step, step: Step) -> bool:
    """Whether the chest leans with the pelvis, and not the pelvis alone."""
    chest = body().segment("thorax")
    one, two = before.posed.turned[chest][:, 2], step.posed.turned[chest][:, 2]
    return float(np.degrees(np.arccos(np.clip(one @ two, -1, 1)))) > SEEN_FROM


def _goes(picture: Picture, before: Step, step: Step, arrow: Arrow) -> str:
    """Where a place goes; a push under which it stays is pressure."""
    way = where(step.posed, arrow.point) - where(before.posed, arrow.point)
    if arrow.push and float(way @ np.array(arrow.push)) < STIRS * float(np.linalg.norm(arrow.push)):
        return f"pressure on the {sided(picture, arrow.point)}"
    mover, verb = _mover(picture, before, step, arrow.point), _direction(way, before, picture)
    if mover == "hips":
        first, _, rest = verb.partition(" ")
        verb = f"{first.removesuffix('s')} {rest}".strip()
    return f"the {mover} {verb}"


def _to_and_fro(picture: Picture, by: tuple[float, float, float]) -> str:
    along = "up and down" if abs(by[2]) > 0.5 * float(np.linalg.norm(by)) else "to and fro"
    tool = next((p.kind for p in picture.props.values() if isinstance(p, Roller | Ball | Bar)), None)
    who = {"ball": "the body rolls over the ball", "stick": "the stick rolls", "bar": "the bar moves"}
    return f"{who.get(tool or '', 'the body rolls over the roller')} {along}"


def _mover(picture: Picture, before: Step, step: Step, point: str) -> str:
    """What is said to move: the leg, where the hip turns, or where somebody stands and it swings below him."""
    letter = point.partition("@")[0][-1]
    turns = any(bends(f"hip_{letter}.{axis}", before, step) for axis in ("flex", "abd"))
    if noun(point) in ("lower leg", "heel", "foot", "ankle") and (turns or picture.position == "standing"):
        return f"{side(picture, letter)} leg"
    return "hips" if noun(point) in PELVIS else sided(picture, point)


def _direction(way: Array, before: Step, picture: Picture) -> str:
    """Where something goes: up or down, or as the body faces."""
    far = float(np.linalg.norm(way))
    if abs(way[2]) > 0.6 * far:
        return "lifts" if way[2] > 0 else "lowers"
    forward, left = before.posed.turned[0][:, 0], before.posed.turned[0][:, 1]
    ahead, aside = float(way @ forward), float(way @ left)
    if picture.position in ("standing", "sitting") and abs(aside) > abs(ahead):
        return f"moves out to the {'left' if aside > 0 else 'right'}"
    if abs(ahead) > 0.4 * far:
        return "moves forward" if ahead > 0 else "moves back"
    return "lifts" if way[2] > 0 else "lowers"


def _stays(pose: Pose) -> Iterator[str]:
    """What stays where it was: the pelvis, where that is asked."""
    if {noun(p) for p in pose.keep} & PELVIS:
        yield "the pelvis stays"
