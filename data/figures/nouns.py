"""The names that places of the figure have in a sentence: `knee_l` is 'left knee', or 'top knee' for who lies on it."""

from __future__ import annotations

from collections.abc import Iterable

from data.figures.pose import Picture

PARTS = {
    "knee": ("knee", "patella", "kneecap", "outer_knee", "inner_knee"),
    "heel": ("heel",),
    "foot": ("ball", "sole", "toes", "midtoes", "bigtoe", "instep"),
    "ankle": ("malleolus",),
    "lower leg": ("shank", "calf", "calflow"),
    "thigh": ("thigh", "quad", "ham"),
    "buttock": ("buttock", "mid_buttock", "upper_buttock", "sit_bone"),
    "hip": ("hipside", "groin", "asis", "side_hip", "front_hip"),
    "waist": ("waist",),
    "back": ("low_back",),
    "ribs": ("ribs", "chest", "belly"),
    "shoulder": ("yoke", "deltoid"),
    "head": ("skull", "jaw", "nape", "nose", "ear"),
    "elbow": ("upperarm",),
    "forearm": ("forearm", "forelow"),
    "hand": ("palm", "palm2", "palm3", "thenar"),
    "thumb": ("thumb",),
    "fingertips": ("fingers", "fingers2", "middlefinger", "littlefinger", "tip1", "tip2", "tip3", "tip4"),
}
"""What a piece of flesh or a spot is called."""
NAME = {piece: noun for noun, pieces in PARTS.items() for piece in pieces}
PELVIS = {"hip", "buttock"}
MANY = {"foot": "feet", "fingertips": "fingertips", "ribs": "ribs", "thigh": "thighs"}
SINGLE = {"head", "back", "ribs", "waist"}
"""Of which there is one, or both sides go together."""


def noun(point: str) -> str:
    """What a place is called, without its side."""
    return NAME.get(point.partition("@")[0].rpartition("_")[0], "body")


def side(picture: Picture, letter: str) -> str:
    """A side in words: who lies on one has a top and a lower leg."""
    low = {"right_side": "r", "left_side": "l"}.get(picture.root)
    if low and picture.position == "lying":
        return "lower" if letter == low else "top"
    return {"l": "left", "r": "right"}[letter]


def sided(picture: Picture, point: str) -> str:
    """A place with its side: 'left knee'."""
    name = noun(point)
    letter = point.partition("@")[0][-1]
    return name if name in SINGLE or letter not in "lr" else f"{side(picture, letter)} {name}"


def together(picture: Picture, points: Iterable[str]) -> str:
    """Several places as a list of words, both sides of one as many: 'forearms and left foot'."""
    sides: dict[str, set[str]] = {}
    for point in points:
        sides.setdefault(noun(point), set()).add(point.partition("@")[0][-1])
    found = []
    for name, letters in sides.items():
        if name in SINGLE:
            found.append(name)
        elif len(letters) == 2:
            found.append(MANY.get(name, f"{name}s"))
        else:
            found.append(f"{side(picture, next(iter(letters)))} {name}")
    first = found[0].partition(" ")[0] + " " if found else ""
    if first.strip() in ("left", "right", "top", "lower") and all(f.startswith(first) for f in found):
        found = [found[0], *(f.removeprefix(first) for f in found[1:])]
    return listed(found)


def listed(words: list[str]) -> str:
    """'a, b and c'."""
    return f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
