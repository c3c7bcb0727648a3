"""The letters of the handout: which there are, what they lack, and how a script is set."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.fonts import TTFFont

FONTS = Path(__file__).resolve().parent / "fonts"
FILES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
POINT = 0.3528
"""Millimetres in a point."""
UNKNOWN = "□"
_SILENT = {0xFE0E, 0xFE0F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x1F3FB, 0x1F400)}
"""Joiners and variants that have no shape of their own: left out without a word."""


def missing(text: str) -> list[str]:
    """The signs of a text that the handout's letters do not have, each once; they are printed as a box."""
    return list(dict.fromkeys(c for c in text if not c.isspace() and ord(c) not in _SILENT and ord(c) not in _known()))


@cache
def _known(style: str = "") -> frozenset[int]:
    with TTFont(FONTS / FILES[style]) as font:
        return frozenset(font.getBestCmap())


def weight(text: str, style: str) -> str:
    """Bold where the bold letters have every sign of a text (no Hebrew or Arabic), else regular, which has more."""
    return style if all(ord(c) in _known(style) for c in text if c != " ") else ""


def clean(text: str) -> str:
    """The text with signs that can be printed: a box for each that the letters lack, every kind of space as one."""
    kept = (c if c.isspace() or ord(c) in _known() else UNKNOWN for c in text if ord(c) not in _SILENT)
    return "".join(" " if c.isspace() and c != " " else c for c in kept)


def load(document: FPDF) -> None:
    """Add both weights to a document, under the name `body`."""
    for style, name in FILES.items():
        document.add_font("body", style, FONTS / name)


def close(document: FPDF) -> None:
    """Close the font files, which the library leaves open."""
    for font in document.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()


def needs_shaping(letter: str) -> bool:
    """Whether a letter joins, stacks or runs from right to left."""
    return letter > "\u02ff" and (
        unicodedata.bidirectional(letter) in ("R", "AL", "AN") or unicodedata.combining(letter) != 0
    )


def right_to_left(text: str) -> bool:
    """Whether a text begins from the right."""
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((d in ("R", "AL") for d in strong if d in ("L", "R", "AL")), False)
