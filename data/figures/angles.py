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
    ("hip", "flex"): ("bent {} degrees", "taken back {} degrees"),
    ("hip", "abd"): ("{} degrees out to the side", "{} degrees across the middle"),
    ("hip", "rot"): ("turned in {} degrees", "turned out {} degrees"),
    ("knee", "flex"): ("bent {} degrees", ""),
    ("spine", "flex"): ("rounded {} degrees", "arched {} degrees"),
    ("root", "lean"): ("leaning forward {} degrees", "leaning back {} degrees"),
    ("root", "turn"): ("turned {} degrees to the left", "turned {} degrees to the right"),
    ("root", "tip"): ("leaning {} degrees to the left", "leaning {} degrees to the right"),
    ("elbow", "flex"): ("bent {} degrees", ""),
}
"""What an angle above and below zero is called."""
ROLLED = {
    "prone": ("rolled {} degrees onto the right side", "rolled {} degrees onto the left side"),
    "supine": ("rolled {} degrees onto the left side", "rolled {} degrees onto the right side"),
    "right_side": ("rolled {} degrees back", "rolled {} degrees forward"),
    "left_side": ("rolled {} degrees forward", "rolled {} degrees back"),
}
"""The same for the turn of who lies, by how one lies."""


def starting(picture: Picture, step: Step, most: int) -> Iterator[str]:
    """How the figure is bent in the start: what a pose holds, or hips and knees where that says nothing."""
    if level_matters(picture, step):
        yield pelvis(tip(step))
    legs = {f"{j}_{s}.flex" for j in ("hip", "knee") for s in "lr"}
    held = step.pose.held - ({"root.tip"} if picture.position == "standing" else set())
    for names in (held, legs):
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
            else _how(_words(picture, base, axis), value, rounded(before, name) if before else None, many=same)
        )
        if told == most or not how or (abs(value) < SEEN_FROM and not straight) or (same and letter == "r"):
            continue
        told += 1
        one = f"the {side(picture, letter)} {base}" if letter else {"root": "the body", "spine": "the back"}[base]
        yield f"{f'{base}s' if same else one} {how}"


def _words(picture: Picture, base: str, axis: str) -> tuple[str, str]:
    known = ROLLED if (base, axis) == ("root", "turn") else {}
    return known.get(picture.root) or BENT.get((base, axis), ("", ""))


def _how(either: tuple[str, str], value: int, before: int | None, *, many: bool) -> str:
    """'bent 45 degrees', '30 degrees out to the side', 'bends to 90 degrees'; empty where there is no word."""
    words = either[value < 0]
    if before is not None and words.startswith("bent"):
        words = f"{'bend' if value > before else 'straighten'}{'' if many else 's'} to {{}} degrees"
    elif before is not None:
        words = words.replace("leaning", "leans")
    return words.format(abs(value))


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
