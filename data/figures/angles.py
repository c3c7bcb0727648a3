"""Solved angles in words: few, rounded to 5 degrees, only those that carry the meaning."""

from __future__ import annotations

from collections.abc import Iterator

from data.figures.forward import body
from data.figures.nouns import side
from data.figures.pose import Picture
from data.figures.step import Step

SEEN_FROM = 12.0
"""An angle that is smaller is not worth a word, in degrees; so is a change."""
LEVEL = 3.0
"""A pelvis is level within so many degrees."""
BENT = {
    ("hip", "flex"): ("bent", "taken back"),
    ("hip", "abd"): ("out to the side", "across the middle"),
    ("hip", "rot"): ("turned in", "turned out"),
    ("knee", "flex"): ("bent", ""),
    ("spine", "flex"): ("rounded", "arched"),
    ("root", "lean"): ("leaning forward", "leaning back"),
    ("elbow", "flex"): ("bent", ""),
}
"""What an angle above and below zero is called."""
PLACED = {"out to the side", "across the middle"}
"""What is said after the number."""


def starting(picture: Picture, step: Step, most: int) -> Iterator[str]:
    """How the figure is bent in the start: what a pose holds, or hips and knees where that says nothing."""
    if level_matters(picture, step):
        yield pelvis(tip(step))
    legs = {f"{j}_{s}.flex" for j in ("hip", "knee") for s in "lr"}
    for names in (step.pose.held, legs):
        if told := list(said(picture, step, [n for n in body().names if n in names], most)):
            yield from told
            return


def level_matters(picture: Picture, step: Step) -> bool:
    """Whether it is said that the pelvis is level or not."""
    return picture.level or ("root.tip" in step.pose.held and picture.kind != "roll" and picture.position == "standing")


def said(picture: Picture, step: Step, names: list[str], most: int, before: Step | None = None) -> Iterator[str]:
    """Angles in words, both sides together where they are the same; what bends from the step before says so."""
    values = {n: rounded(step, n) for n in names}
    told = 0
    for name, value in values.items():
        joint, axis = name.split(".")
        base, _, letter = joint.partition("_")
        same = bool(letter) and values.get(f"{base}_l.{axis}") == values.get(f"{base}_r.{axis}")
        straight = before is not None and base in ("hip", "knee") and axis == "flex" and abs(value) < SEEN_FROM
        how = (
            f"come{'' if same else 's'} straight"
            if straight
            else _how(base, axis, value, rounded(before, name) if before else None, many=same)
        )
        if told == most or not how or (abs(value) < SEEN_FROM and not straight) or (same and letter == "r"):
            continue
        told += 1
        one = f"the {side(picture, letter)} {base}" if letter else {"root": "the body", "spine": "the back"}[base]
        yield f"{f'{base}s' if same else one} {how}"


def _how(base: str, axis: str, value: int, before: int | None, *, many: bool) -> str:
    """'bent 45 degrees', '30 degrees out to the side', 'bends to 90 degrees'; empty where there is no word."""
    words = BENT.get((base, axis), ("", ""))[value < 0]
    if before is None or words not in ("bent", "leaning forward", "leaning back"):
        return f"{abs(value)} degrees {words}" if words in PLACED else words and f"{words} {abs(value)} degrees"
    if words == "bent":
        return f"{'bend' if value > before else 'straighten'}{'' if many else 's'} to {value} degrees"
    return f"{words.replace('leaning', 'leans')} {abs(value)} degrees"


def rounded(step: Step, name: str) -> int:
    """A solved angle, to 5 degrees."""
    return 5 * round(float(step.angles[body().index(name)]) / 5)


def tip(step: Step) -> float:
    """How far the pelvis is tipped to the left, in degrees."""
    return float(step.angles[body().index("root.tip")])


def pelvis(now: float, before: float | None = None) -> str:
    """Whether the pelvis is level, and whether it was."""
    if abs(now) < LEVEL:
        return "the pelvis" + ("" if before is None else " stays" if abs(before) < LEVEL else " comes") + " level"
    return f"the pelvis {5 * round(abs(now) / 5) or 5} degrees lower on the {'left' if now > 0 else 'right'}"


def bends(name: str, before: Step, step: Step) -> bool:
    """Whether an angle changes so far that it is worth a word."""
    n = body().index(name)
    return name not in body().names[:3] and abs(float(step.angles[n] - before.angles[n])) > SEEN_FROM
