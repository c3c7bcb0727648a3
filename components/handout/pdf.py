"""The handout as one page of PDF that prints well in grey. Pure: takes a handout, returns bytes."""

from __future__ import annotations

import datetime
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from functools import cache, partial
from io import BytesIO
from pathlib import Path
from typing import Any

import pypdfium2
import segno
from fontTools.ttLib import TTFont
from fpdf import FPDF
from fpdf.drawing import PaintedPath
from fpdf.enums import IntersectionRule, MethodReturnValue, StrokeCapStyle, StrokeJoinStyle
from fpdf.fonts import TTFFont

from components.plate.plate import LETTER_MM, ROW, Plate, plate
from data.catalog import Catalog
from data.handout import (
    DOSE_LIMIT,
    MOST_STRUCTURES,
    NAME_LIMIT,
    NOTE_LIMIT,
    Handout,
    Line,
    lines,
    references,
    stops,
    title,
)

FONTS = Path(__file__).resolve().parent / "fonts"
FILES = {"": "DejaVuSans.ttf", "B": "DejaVuSans-Bold.ttf"}
MARGIN = 13.0
LEFT_WIDE = 80.0
"""Width of the column with the drawing, mm."""
GUTTER = 7.0
LEAST_PLATE = 80.0
"""A drawing less tall than this (mm) is not worth its place."""
CODE = 25.0
"""Side of the QR code, mm."""
POINT = 0.3528
"""Millimetres in a point."""
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Type sizes tried from the largest to the least that is still read with ease, pt."""
BOX_SIZE = 8.0
"""Type of the stop box, pt: also the least size of a name in the drawing."""
SMALL = 6.8
DISCLAIMER = "For learning, not a diagnosis."
CREDIT = "Drawn after BodyParts3D, © The Database Center for Life Science."
UNKNOWN = "□"
_SILENT = {0xFE0E, 0xFE0F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x1F3FB, 0x1F400)}
"""Joiners and variants that have no shape of their own: left out without a word."""


class DoesNotFitError(ValueError):
    """Raised when what was chosen does not fit on one page in readable type; the message says what to shorten."""


def pdf(handout: Handout, catalog: Catalog) -> bytes:
    """Lay the handout out on one page. Raises DoesNotFitError with a reason, KeyError for an id that is not known."""
    _refuse_what_is_far_too_long(handout)
    page = _Page(handout, catalog)
    try:
        for plan, brief in ((True, False), (False, False), (False, True)):
            words = [_printable(line) for line in lines(handout, catalog, brief=brief, plan=plan)]
            # the largest of the sizes that fits, by halving: a smaller size never needs more room
            fitting = bisect_left(SIZES, True, key=partial(page.fits, words))
            if fitting < len(SIZES):
                return page.drawn(words, SIZES[fitting])
        raise DoesNotFitError(_advice(handout))
    finally:
        _close(page.pdf)


def _refuse_what_is_far_too_long(handout: Handout) -> None:
    """Before any heavy work."""
    typed = [("note", handout.note, NOTE_LIMIT), ("name", handout.name, NAME_LIMIT)]
    typed += [("dose", dose, DOSE_LIMIT) for _, dose in handout.exercises]
    for what, text, most in typed:
        if len(text) > most:
            raise DoesNotFitError(
                f"The {what} has {len(text):,} letters; a page holds {most:,} at the very most. Shorten the {what}."
            )


def png(document: bytes, dots_per_inch: int = 110) -> bytes:
    """The first page of a PDF as a PNG."""
    out = BytesIO()
    with pypdfium2.PdfDocument(document) as opened:
        opened[0].render(scale=dots_per_inch / 72).to_pil().convert("L").save(out, "PNG")
    return out.getvalue()


def plate_png(found: Plate, dots_per_mm: float = 2.4) -> bytes:
    """A plate alone as a PNG."""
    left, bottom, right, top = found.frame
    document = FPDF(unit="mm", format=(right - left, top - bottom))
    document.set_auto_page_break(False)
    document.add_page()
    _fonts(document)
    _plate(document, found, 0, 0, right - left)
    drawn = bytes(document.output())
    _close(document)
    return png(drawn, round(dots_per_mm * 25.4))


def missing(text: str) -> list[str]:
    """The signs of a text that the handout's letters do not have, each once; they are printed as a box."""
    return list(dict.fromkeys(c for c in text if not c.isspace() and ord(c) not in _SILENT and ord(c) not in _known()))


@cache
def _known(style: str = "") -> frozenset[int]:
    with TTFont(FONTS / FILES[style]) as font:
        return frozenset(font.getBestCmap())


def _weight(text: str, style: str) -> str:
    """Bold where the bold letters have every sign of a text (no Hebrew or Arabic), else regular, which has more."""
    return style if all(ord(c) in _known(style) for c in text if c != " ") else ""


def _clean(text: str) -> str:
    kept = (c if c.isspace() or ord(c) in _known() else UNKNOWN for c in text if ord(c) not in _SILENT)
    return "".join(" " if c.isspace() and c != " " else c for c in kept)


def _printable(line: Line) -> Line:
    return Line(line.kind, _clean(line.text))


def _advice(handout: Handout) -> str:
    parts = []
    if len(handout.note) > 300:
        parts.append(f"shorten the note ({len(handout.note):,} letters)")
    if len(handout.structures) > 1:
        parts.append(f"choose fewer structures ({len(handout.structures)} now)")
    if handout.exercises:
        parts.append(f"choose fewer exercises ({len(handout.exercises)} now)")
    if handout.chain:
        parts.append("leave out the chain")
    return f"This does not fit on one page in readable type: {', or '.join(parts) or 'choose less'}."


def _fonts(document: FPDF) -> None:
    for style, name in FILES.items():
        document.add_font("body", style, FONTS / name)


def _close(document: FPDF) -> None:
    """Close the font files, which the library leaves open."""
    for font in document.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()


class _Page:
    """One page: what does not depend on the size of the type is measured once."""

    def __init__(self, handout: Handout, catalog: Catalog) -> None:
        self.handout = handout
        self.pdf = FPDF(unit="mm", format=handout.paper)
        self.pdf.set_margin(0)
        self.pdf.set_auto_page_break(False)
        self.pdf.c_margin = 0
        self.title = _clean(title(handout, catalog))
        self.pdf.set_title(f"HipChain: {self.title}")
        self.pdf.set_lang("en")
        self.pdf.set_creation_date(_midday(handout))
        self.pdf.add_page()
        _fonts(self.pdf)
        self.wide = self.pdf.w - 2 * MARGIN
        self.column = MARGIN + LEFT_WIDE + GUTTER, self.wide - LEFT_WIDE - GUTTER
        self.name = _clean(f"For {handout.name.strip()}") if handout.name.strip() else ""
        self.title_size = next((s for s in (20, 17, 14) if self._width(self.title, s, "B") <= self.wide), 14)
        self.title_tall = self._height(self.wide, self.title, self.title_size, "B", 1.15)
        self.name_wide = self.wide - 66
        name_tall = self._height(self.name_wide, self.name, 10, "", 1.25) if self.name else 0.0
        self.top = MARGIN - 3 + self.title_tall + max(name_tall, 4.5) + 6
        sources = references(handout, catalog)
        self.foot = _clean(f"References. {sources} {CREDIT}") if sources else CREDIT
        self.bottom = self.pdf.h - MARGIN + 3 - self._height(self.wide, self.foot, SMALL, "", 1.25) - 6.5
        self.stops = [_printable(line) for line in stops(catalog)]
        stop_tall = sum(self._line_height(w, LEFT_WIDE - 6, BOX_SIZE) for w in self.stops) + 3
        self.box = self.bottom - (CODE + 5 if handout.link else 0) - stop_tall
        self.plate = plate(handout.view, _shown(handout, catalog))
        said = [self.plate.title]
        if self.plate.covered:
            said.append("Dashed: lies under other tissue.")
        if self.plate.absent:
            said.append(f"Not in this picture: {', '.join(catalog.short_name(i) for i in self.plate.absent)}.")
        self.caption = _clean(". ".join([said[0], " ".join(said[1:])]) if said[1:] else said[0])
        self.plate_tall = self.box - 3 - self._height(LEFT_WIDE, self.caption, BOX_SIZE, "", 1.25) - 1.5 - self.top

    def fits(self, words: Sequence[Line], size: float) -> bool:
        """Whether the words end above the foot at this size, and the drawing has room."""
        right = sum(self._line_height(w, self.column[1], size) for w in words)
        return right <= self.bottom - self.top and self.plate_tall >= LEAST_PLATE

    def drawn(self, words: Sequence[Line], size: float) -> bytes:
        """Draw everything and return the document."""
        self._head()
        self._left()
        y = self.top
        for number, word in enumerate(words):
            y = self._put(word, self.column[0], y - (_LOOK[word.kind][0] * size / 10 if number == 0 else 0),
                          self.column[1], size)  # fmt: skip
        y = self.bottom + 2
        self._rule(y, 0.2)
        y += 1 + self._text(MARGIN, y + 1, self.wide, DISCLAIMER, 8, "B", 1.3)
        self._text(MARGIN, y, self.wide, self.foot, SMALL, "", 1.25)
        return bytes(self.pdf.output())

    def _rule(self, y: float, thick: float) -> None:
        self.pdf.set_draw_color(0)
        self.pdf.set_line_width(thick)
        self.pdf.line(MARGIN, y, self.pdf.w - MARGIN, y)

    def _head(self) -> None:
        y = MARGIN - 3
        self._text(MARGIN, y, self.wide, self.title, self.title_size, "B", 1.15)
        y += self.title_tall + 0.5
        if self.name:
            self._text(MARGIN, y, self.name_wide, self.name, 10, "", 1.25, align="L")
        self._text(self.pdf.w - MARGIN - 64, y, 64, f"HipChain · {_day(self.handout.date)}", 9, "", 1.4, align="R")
        self._rule(self.top - 4, 0.5)

    def _left(self) -> None:
        left, bottom, right, top = self.plate.frame
        scale = min(LEFT_WIDE / (right - left), self.plate_tall / (top - bottom))
        wide, tall = scale * (right - left), scale * (top - bottom)
        _plate(self.pdf, self.plate, MARGIN + (LEFT_WIDE - wide) / 2, self.top, wide)
        self._text(MARGIN, self.top + tall + 1.5, LEFT_WIDE, self.caption, BOX_SIZE, "", 1.25, align="C")
        y = self.box
        for line in self.stops:
            y = self._put(line, MARGIN + 3, y + (1.5 if line is self.stops[0] else 0), LEFT_WIDE - 6, BOX_SIZE)
        self.pdf.set_line_width(0.6)
        self.pdf.set_draw_color(0)
        self.pdf.rect(MARGIN, self.box, LEFT_WIDE, y - self.box + 1.5)
        if link := self.handout.link:
            _code(self.pdf, link, MARGIN, self.bottom - CODE - 1, CODE)
            self.pdf.link(MARGIN, self.bottom - CODE - 1, CODE, CODE, link)
            x, wide = MARGIN + CODE + 2, LEFT_WIDE - CODE - 2
            words = "Scan to open this page's choice in HipChain: pictures and evidence."
            y = self.bottom - CODE + 1
            y += self._text(x, y, wide, words, BOX_SIZE, "", 1.3) + 1
            self._text(x, y, wide, _clean(link), 6.2, "", 1.2)

    def _put(self, line: Line, x: float, y: float, wide: float, size: float) -> float:
        before, scale, style, sign = _LOOK[line.kind]
        indent = INDENT if sign else 0.0
        y += before * size / 10
        if sign:
            self._letters(sign, size, "B")
            shift = (INDENT - self.pdf.get_string_width(sign)) / 2 - 0.3
            self.pdf.text(x + shift, y + size * POINT * 1.02, sign)
        return y + self._text(x + indent, y, wide - indent, line.text, size * scale, style, LEAD)

    def _line_height(self, line: Line, wide: float, size: float) -> float:
        before, scale, style, sign = _LOOK[line.kind]
        indent = INDENT if sign else 0.0
        return before * size / 10 + self._height(wide - indent, line.text, size * scale, style, LEAD)

    def _letters(self, text: str, size: float, style: str) -> None:
        """Set the letters for a text; joining and ordering them takes long and is for scripts that need it."""
        self.pdf.set_font("body", _weight(text, style), size)
        self.pdf.set_text_shaping(any(_needs_shaping(c) for c in text))

    def _width(self, text: str, size: float, style: str) -> float:
        self._letters(text, size, style)
        return float(self.pdf.get_string_width(text))

    def _height(self, wide: float, text: str, size: float, style: str, lead: float) -> float:
        self._letters(text, size, style)
        found: Any = self.pdf.multi_cell(
            wide, size * POINT * lead, text, dry_run=True, output=MethodReturnValue.HEIGHT, padding=0
        )
        return float(found)

    def _text(
        self, x: float, y: float, wide: float, text: str, size: float, style: str, lead: float, align: str | None = None
    ) -> float:
        """Write a paragraph; return its height. Right-to-left text keeps to the right."""
        self._letters(text, size, style)
        self.pdf.set_text_color(0)
        self.pdf.set_xy(x, y)
        side = align or ("R" if _right_to_left(text) else "L")
        before = self.pdf.get_y()
        self.pdf.multi_cell(wide, size * POINT * lead, text, align=side, new_x="LEFT", new_y="NEXT")
        return float(self.pdf.get_y() - before)


LEAD = 1.32
_LOOK = {
    "head": (2.6, 1.22, "B", ""),
    "bold": (1.3, 1.0, "B", ""),
    "plain": (0.5, 1.0, "", ""),
    "item": (0.5, 1.0, "", "•"),
    "do": (0.6, 1.0, "", "✓"),
    "stop": (0.6, 1.0, "B", "✗"),
    "care": (0.6, 1.0, "", "!"),
}
"""For each kind of line: space before it (mm at 10 pt), size, weight, and the sign of a list's point."""
INDENT = 5.0


def _shown(handout: Handout, catalog: Catalog) -> tuple[str, ...]:
    """What the drawing marks: what was chosen, or the first structures of the chain."""
    if handout.structures or not handout.chain:
        return handout.structures
    nodes = (n.structure for n in catalog.chains[handout.chain].nodes if n.structure)
    return tuple(dict.fromkeys(nodes))[:MOST_STRUCTURES]


def _plate(document: FPDF, found: Plate, x: float, y: float, wide: float) -> None:
    left, _, right, top = found.frame
    scale = wide / (right - left)

    def at(p: tuple[float, float]) -> tuple[float, float]:
        return x + (p[0] - left) * scale, y + (top - p[1]) * scale

    frame = (found.frame[3] - found.frame[1]) * scale
    with document.rect_clip(x, y, wide, frame), document.drawing_context() as context:
        for stroke in found.strokes:
            path = PaintedPath()
            path.style.fill_color = None if stroke.fill is None else _grey(stroke.fill)
            path.style.stroke_color = _grey(stroke.grey) if stroke.width else None
            path.style.stroke_width = max(stroke.width * scale, 0.05)
            path.style.stroke_join_style = StrokeJoinStyle.ROUND
            path.style.stroke_cap_style = StrokeCapStyle.ROUND
            path.style.stroke_dash_pattern = [1.4, 0.9] if stroke.dash else None
            path.style.intersection_rule = IntersectionRule.EVENODD
            path.style.auto_close = stroke.closed
            for ring in stroke.rings:
                path.move_to(*at(ring[0]))
                for point in ring[1:]:
                    path.line_to(*at(point))
                if stroke.closed:
                    path.close()
            context.add_item(path, clone=False)  # a copy of every point is half the time
    size = max(LETTER_MM * scale, BOX_SIZE * POINT)
    for name in found.names:
        for ink, width in ((255, 0.7), (0, 0.2)):
            document.set_draw_color(ink)
            document.set_line_width(width)
            document.line(*at(name.start), *at(name.end))
        document.set_fill_color(0)
        document.set_draw_color(255)
        document.circle(*at(name.end), 0.5, style="DF")
        document.set_font("body", "B", size / POINT)
        px, py = at(name.start)
        for n, row in enumerate(name.rows):
            shift = -document.get_string_width(row) - 0.6 if name.side == "left" else 0.6
            document.text(px + shift, py + size * (0.35 + ROW * (n - (len(name.rows) - 1) / 2)), row)


def _grey(value: float) -> str:
    return "#" + f"{round(value * 255):02x}" * 3


def _code(document: FPDF, link: str, x: float, y: float, side: float) -> None:
    """The link as a QR code, drawn as squares; the paper around it is its quiet zone."""
    rows = list(segno.make_qr(link, error="m").matrix_iter(border=0))
    step = side / len(rows)
    document.set_fill_color(0)
    for r, row in enumerate(rows):
        for c, dark in enumerate(row):
            if dark:
                document.rect(x + c * step, y + r * step, step * 1.02, step * 1.02, style="F")


def _needs_shaping(letter: str) -> bool:
    return letter > "\u02ff" and (
        unicodedata.bidirectional(letter) in ("R", "AL", "AN") or unicodedata.combining(letter) != 0
    )


def _right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((d in ("R", "AL") for d in strong if d in ("L", "R", "AL")), False)


def _day(date: datetime.date) -> str:
    return f"{date.day} {date:%B %Y}"


def _midday(handout: Handout) -> datetime.datetime:
    return datetime.datetime.combine(handout.date, datetime.time(12), datetime.UTC)
