"""The pictures of an exercise as files: its steps in one SVG, and the same as PNG. Pure."""

from __future__ import annotations

from html import escape
from io import BytesIO

from fpdf import FPDF

from components.figures import art
from components.figures.html import STEPS, in_words
from components.shared import raster
from data.figures.pose import Picture

GAP = 16
"""Between two steps, in the units of the pictures."""
INK = "light"
DOTS = 3.0
"""Dots of the PNG for each unit."""


def svg(picture: Picture) -> str:
    """The steps beside each other as one SVG document, with what they show in words."""
    parts = []
    for x, step in _places(picture):
        inner = art.svg(picture.id, step, INK)
        parts.append(f'<g transform="translate({x} 0)">{inner[inner.index(">") + 1 : inner.rindex("</svg>")]}</g>')
    width, height = _whole(picture)
    words = escape(in_words(picture))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img"><title>{words}</title><rect width="{width}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>'
    )


def png(picture: Picture) -> bytes:
    """The steps beside each other on white, as a PNG."""
    width, height = _whole(picture)
    wide, tall = art.size(picture.id)
    document = FPDF(unit="pt", format=(width, height))
    document.set_auto_page_break(False)
    document.set_margin(0)
    document.add_page()
    for x, step in _places(picture):
        document.image(BytesIO(art.svg(picture.id, step, INK).encode()), x=x, y=0, w=wide, h=tall)
    return raster.pngs(bytes(document.output()), DOTS, mode="RGB")[0]


def _places(picture: Picture) -> list[tuple[int, str]]:
    wide = art.size(picture.id)[0]
    steps = [s for s in STEPS if s in art.steps(picture.id)]
    return [(n * (wide + GAP), step) for n, step in enumerate(steps)]


def _whole(picture: Picture) -> tuple[int, int]:
    wide, tall = art.size(picture.id)
    return len(_places(picture)) * (wide + GAP) - GAP, tall
