"""What is laid over the picture and what is shown of it, mirrored: both are written for the right side. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from data.outlines.side import flip, mirror

Item = dict[str, Any]
POINTS = ("at", "from", "to")
"""What of an item (`Item` in `browser/types.d.ts`) is a point."""


def mirrored(items: Sequence[Mapping[str, Any]]) -> list[Item]:
    """The mirror image of what is laid over: arrows bend to their other side, words stay as they are."""
    return [_mirrored(item) for item in items]


def mirrored_frame(frame: Mapping[str, Sequence[float]]) -> dict[str, Sequence[float]]:
    """The mirror image of what is shown: `x` and `whole` from the other end."""
    return {key: [flip(high), flip(low)] if key != "y" else (low, high) for key, (low, high) in frame.items()}


def _mirrored(item: Mapping[str, Any]) -> Item:
    found = dict(item) | {key: mirror(item[key]) for key in POINTS if key in item}
    if "points" in item:
        found["points"] = [mirror(point) for point in item["points"]]
    if item["kind"] == "arrow":
        found["flipped"] = True
    return found
