"""The body's side: the drawing is of a right limb, and its mirror image is a left one.

What is mirrored has its own name, `lateral-left`: so addresses, caches and what is loaded ahead keep the two apart, and
whoever asks for a drawing by its view's name gets the side that belongs to it. Origin of a left one: the left hip joint
centre; x still runs to the right of the page, in mm. The view is mirrored before it is drawn: light falls from the same
side of the page on both.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

import shapely
from shapely.affinity import scale

if TYPE_CHECKING:
    from data.outlines import Shape, View

Point = tuple[float, float]
RIGHT, LEFT = "right", "left"
SIDES = {RIGHT: "Right", LEFT: "Left"}
"""The subject's sides, each with its word; the first is how the drawing was drawn."""
_END = f"-{LEFT}"
_ACROSS = {"left": "right", "right": "left"}
"""Edges of the page that change places."""
_SWAPPED = {"R": "L", "L": "R"}
"""What stands at an edge of the page and names a side of the body itself: it changes its place and its name."""


def sided(view: str, side: str) -> str:
    """The name of a view on a side: `sided("lateral", "left")` is `lateral-left`."""
    return f"{view}{_END}" if side == LEFT else view


def side_of(view: str) -> str:
    """The side that a view's name says."""
    return LEFT if view.endswith(_END) else RIGHT


def plain(view: str) -> str:
    """The name of a view without its side."""
    return view.removesuffix(_END)


def flip(x: float) -> float:
    """The mirror image of an x, mm. Zero stays zero: no minus before it."""
    return 0.0 - x


def mirror(point: Iterable[float]) -> Point:
    """The mirror image of a point, mm."""
    x, y = point
    return flip(x), y


def placed(view: str, point: Iterable[float]) -> Point:
    """A point that is written for the right side, where it lies in a view of either side, mm."""
    x, y = point
    return mirror((x, y)) if side_of(view) == LEFT else (x, y)


def span(view: str, found: Iterable[float]) -> Point:
    """From where to where of x, written for the right side, in a view of either side, mm."""
    low, high = found
    return (flip(high), flip(low)) if side_of(view) == LEFT else (low, high)


def mirrored_area(found: shapely.Geometry) -> shapely.Geometry:
    """The mirror image of an area."""
    return scale(found, -1.0, 1.0, origin=(0.0, 0.0))


def mirrored_shape(shape: Shape) -> Shape:
    """The mirror image of a shape: all that it is drawn by, and nothing of what it is."""
    ways = {name: tuple(map(_way, getattr(shape, name))) for name in ("rings", "fibres", "contours", "hollows")}
    patches = tuple(p.model_copy(update={"where": _way(p.where)}) for p in shape.in_front_of)
    return shape.model_copy(update={**ways, "in_front_of": patches, "label": mirror(shape.label)})


def mirrored_view(view: View) -> View:
    """The mirror image of a view, with its words: what is the right one there is the left one here."""
    low, high = view.window.x
    marks: dict[str, str] = {_ACROSS.get(edge, edge): _SWAPPED.get(word, word) for edge, word in view.marks.items()}
    update: dict[str, Any] = {
        "view": sided(view.view, LEFT),
        "title": worded(view.title, LEFT),
        "window": view.window.model_copy(update={"x": (flip(high), flip(low))}),
        "marks": marks,
        "surround": tuple(map(mirrored_shape, view.surround)),
        "shapes": tuple(map(mirrored_shape, view.shapes)),
    }
    return view.model_copy(update=update)


def worded(text: str, side: str) -> str:
    """Words that begin with the right side, said of another."""
    return text.replace(SIDES[RIGHT], SIDES[side], 1) if text.startswith(SIDES[RIGHT]) else text


def _way(points: Iterable[Point]) -> tuple[Point, ...]:
    return tuple(map(mirror, points))
