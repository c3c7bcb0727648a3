"""Pictures of exercises on paper: their first and last step in grey, as vector art, as large as the room allows."""

from __future__ import annotations

from io import BytesIO

from fpdf import FPDF

from components.figures import art
from components.figures.html import drawn
from data.catalog import Catalog

STEPS = ("start", "end")
GAP = 2.0
"""Between the two steps, mm."""
MOST = 0.21
"""How large a picture is at most: mm for each of its units, of which a metre has 200."""


def picture_of(exercise: str, catalog: Catalog) -> str | None:
    """The id of the picture that is printed of an exercise: its main one; None where none is drawn."""
    return next((p.id for p in drawn(exercise, catalog)), None)


def steps_tall(picture: str | None, wide: float, tall: float) -> float:
    """How much of the room the steps of a picture take from above, mm."""
    if picture is None:
        return 0.0
    scale, below = fitted(picture, wide, tall)
    count = len(_steps(picture)) if below else 1
    return count * art.size(picture)[1] * scale + (count - 1) * GAP


def draw_steps(document: FPDF, picture: str | None, x: float, y: float, wide: float, tall: float) -> None:
    """Draw the steps beside or below each other, whichever makes them larger, from the upper left corner at x, y."""
    if picture is None:
        return
    scale, below = fitted(picture, wide, tall)
    width, height = (side * scale for side in art.size(picture))
    for number, step in enumerate(_steps(picture)):
        dx, dy = (0.0, number * (height + GAP)) if below else (number * (width + GAP), 0.0)
        body = BytesIO(art.svg(picture, step, "grey").encode())
        document.image(body, x + dx, y + dy, width, height)


def _steps(picture: str) -> tuple[str, ...]:
    return tuple(s for s in STEPS if s in art.steps(picture))


def fitted(picture: str, wide: float, tall: float) -> tuple[float, bool]:
    """The scale (mm for each unit) with which the steps fit the room, and whether they stand below each other."""
    width, height = art.size(picture)
    count = len(_steps(picture))
    gaps = (count - 1) * GAP
    beside = min((wide - gaps) / count / width, tall / height, MOST)
    below = min(wide / width, (tall - gaps) / count / height, MOST)
    return max(beside, below), below > beside
