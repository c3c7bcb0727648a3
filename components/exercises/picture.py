"""The pictures of an exercise as files: its steps in one SVG, and the same as PNG. Pure."""

from __future__ import annotations

from html import escape
from io import BytesIO

from fpdf import FPDF

from components.figures import art
from components.figures.html import STEPS, UNREVIEWED, in_words
from components.shared import raster
from components.shared.menu import DISCLAIMER
from data.figures.pose import Picture

GAP = 16
"""Between two steps, in the units of the pictures."""
INK = "light"
DOTS = 3.0
"""Dots of the PNG for each unit."""
LETTER, ROW, EDGE = 10.0, 14, 4
"""The words below the steps: size at most, from row to row, room beside, in the units of the pictures."""


def said(picture: Picture) -> tuple[str, ...]:
    """What stands below the steps: a file goes on its way without the page around it."""
    return (f"HipChain. {DISCLAIMER}", *(() if picture.reviewed else (UNREVIEWED,)))


def svg(picture: Picture) -> str:
    """The steps beside each other as one SVG document, with what they show in words."""
    parts = []
    for x, step in _places(picture):
        inner = art.svg(picture.id, step, INK)
        parts.append(f'<g transform="translate({x} 0)">{inner[inner.index(">") + 1 : inner.rindex("</svg>")]}</g>')
    width, height = _whole(picture)
    words, below = escape(in_words(picture)), escape(" ".join(said(picture)))
    letter = _letter(picture, width)
    for n, row in enumerate(said(picture)):
        y = art.size(picture.id)[1] + ROW * (n + 1)
        parts.append(
            f'<text x="{EDGE}" y="{y}" font-family="DejaVu Sans, Verdana, sans-serif" font-size="{letter:.2f}" '
            f'fill="#222">{escape(row)}</text>'
        )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" height="{height}" '
        f'role="img"><title>{words}</title><desc>{below}</desc>'
        f'<rect width="{width}" height="{height}" fill="#fff"/>{"".join(parts)}</svg>'
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
    document.set_font("Helvetica", size=_letter(picture, width))
    document.set_text_color(34)
    for n, row in enumerate(said(picture)):
        document.text(EDGE, tall + ROW * (n + 1), row)
    words = " ".join(said(picture))
    return raster.pngs(bytes(document.output()), DOTS, mode="RGB", said=words)[0]


def _letter(picture: Picture, width: float) -> float:
    return min(LETTER, (width - 2 * EDGE) / (0.62 * max(map(len, said(picture)))))


def _places(picture: Picture) -> list[tuple[int, str]]:
    wide = art.size(picture.id)[0]
    steps = [s for s in STEPS if s in art.steps(picture.id)]
    return [(n * (wide + GAP), step) for n, step in enumerate(steps)]


def _whole(picture: Picture) -> tuple[int, int]:
    wide, tall = art.size(picture.id)
    return len(_places(picture)) * (wide + GAP) - GAP, tall + ROW * len(said(picture)) + EDGE
