"""The handout as one page of PDF that prints well in grey. Pure: takes a handout, returns bytes."""

from __future__ import annotations

import datetime
import unicodedata
from collections.abc import Sequence
from functools import cache
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

from components.plate import LETTER_MM, Plate, plate
from data.catalog import Catalog
from data.handout import NOTE_LIMIT, Handout, Line, lines, references, stops, title

FONTS = Path(__file__).resolve().parent / "fonts"
MARGIN = 13.0
LEFT_WIDE = 74.0
"""Width of the column with the drawing, mm."""
SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Type sizes tried from the largest to the least that is still read with ease, pt."""
SMALL = 6.8
DISCLAIMER = "For learning, not a diagnosis. Drawn after BodyParts3D, © The Database Center for Life Science."
UNKNOWN = "□"
_SILENT = {0xFE0E, 0xFE0F, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, *range(0x1F3FB, 0x1F400)}
"""Joiners and variants that have no shape of their own: left out without a word."""


class DoesNotFitError(ValueError):
    """Raised when what was chosen does not fit on one page in readable type; the message says what to shorten."""


def pdf(handout: Handout, catalog: Catalog) -> bytes:
    """Lay the handout out on one page. Raises DoesNotFitError with a reason, KeyError for an id that is not known."""
    if len(handout.note) > NOTE_LIMIT:
        raise DoesNotFitError(
            f"The note has {len(handout.note):,} letters; a page holds {NOTE_LIMIT:,} at the very most."
        )
    words = [_printable(line) for line in lines(handout, catalog)]
    page = _Page(handout, catalog)
    try:
        for page.size in SIZES:
            if page.fits(words):
                return page.drawn(words)
    finally:
        _close(page.pdf)
    raise DoesNotFitError(_advice(handout))


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
def _known() -> frozenset[int]:
    with TTFont(FONTS / "DejaVuSans.ttf") as font:
        return frozenset(font.getBestCmap())


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
    document.add_font("body", "", FONTS / "DejaVuSans.ttf")
    document.add_font("body", "B", FONTS / "DejaVuSans-Bold.ttf")
    document.set_text_shaping(True)


def _close(document: FPDF) -> None:
    """Close the font files, which the library leaves open."""
    for font in document.fonts.values():
        if isinstance(font, TTFFont):
            font.ttfont.close()


class _Page:
    """One page at one type size."""

    def __init__(self, handout: Handout, catalog: Catalog) -> None:
        self.handout, self.catalog, self.size = handout, catalog, SIZES[0]
        self.pdf = FPDF(unit="mm", format=handout.paper)
        self.pdf.set_margin(0)
        self.pdf.set_auto_page_break(False)
        self.pdf.c_margin = 0
        self.pdf.set_title(f"HipChain: {title(handout, catalog)}")
        self.pdf.set_lang("en")
        self.pdf.set_creation_date(_midday(handout))
        self.pdf.add_page()
        _fonts(self.pdf)
        self.wide, self.tall = self.pdf.w - 2 * MARGIN, self.pdf.h
        self.top = MARGIN + 17
        foot = _clean(f"References: {references(handout, catalog)}") if references(handout, catalog) else ""
        self.foot = [t for t in (foot, f"{DISCLAIMER} {handout.date:%d %B %Y}.") if t]
        foot_tall = sum(self._height(self.wide, t, SMALL, "", 1.25) for t in self.foot) + 2
        self.bottom = self.tall - MARGIN + 3 - foot_tall

    def fits(self, words: Sequence[Line]) -> bool:
        """Whether both columns end above the foot, and the title in its line."""
        right = sum(self._line_height(w) for w in words)
        return right <= self.bottom - self.top and self._left_end() <= self.bottom

    def drawn(self, words: Sequence[Line]) -> bytes:
        """Draw everything and return the document."""
        self._head()
        self._left()
        y = self.top
        x, wide = MARGIN + LEFT_WIDE + 7, self.wide - LEFT_WIDE - 7
        for number, word in enumerate(words):
            y = self._put(word, x, y - (_LOOK["head"][0] * self.size / 10 if number == 0 else 0), wide)
        y = self.bottom + 2
        self.pdf.set_draw_color(120)
        self.pdf.set_line_width(0.2)
        self.pdf.line(MARGIN, y - 1.2, self.pdf.w - MARGIN, y - 1.2)
        for text in self.foot:
            y += self._text(MARGIN, y, self.wide, text, SMALL, "", 1.25)
        return bytes(self.pdf.output())

    def _head(self) -> None:
        name = _clean(self.handout.name.strip())[:60]
        self._text(
            MARGIN, MARGIN - 2, self.wide - 62, _clean(title(self.handout, self.catalog)), self._title_size(), "B", 1.15
        )
        if name:
            self._text(self.pdf.w - MARGIN - 60, MARGIN - 1, 60, f"For {name}", 10, "", 1.2, align="R")
        self._text(self.pdf.w - MARGIN - 60, MARGIN + 8, 60, "HipChain", 9, "B", 1.2, align="R")
        self.pdf.set_draw_color(0)
        self.pdf.set_line_width(0.5)
        self.pdf.line(MARGIN, self.top - 4, self.pdf.w - MARGIN, self.top - 4)

    def _title_size(self) -> float:
        return 18 if len(title(self.handout, self.catalog)) < 34 else 12

    def _plate(self) -> Plate:
        return plate(self.handout.view, self._shown())

    def _shown(self) -> tuple[str, ...]:
        if self.handout.structures or not self.handout.chain:
            return self.handout.structures
        nodes = (n.structure for n in self.catalog.chains[self.handout.chain].nodes if n.structure)
        return tuple(dict.fromkeys(nodes))[:4]

    def _plate_tall(self) -> float:
        left, bottom, right, top = self._plate().frame
        return LEFT_WIDE * (top - bottom) / (right - left)

    def _left_end(self) -> float:
        stop = sum(self._line_height(w, LEFT_WIDE - 6, 8.0) for w in stops(self.catalog))
        return self.top + self._plate_tall() + 5 + stop + 6 + 28

    def _left(self) -> None:
        y = self.top
        _plate(self.pdf, self._plate(), MARGIN, y, LEFT_WIDE)
        y += self._plate_tall() + 5
        start = y
        for line in stops(self.catalog):
            y = self._put(line, MARGIN + 3, y + (1.5 if y == start else 0), LEFT_WIDE - 6, 8.0)
        self.pdf.set_line_width(0.6)
        self.pdf.set_draw_color(0)
        self.pdf.rect(MARGIN, start, LEFT_WIDE, y - start + 1.5)
        if self.handout.link:
            _code(self.pdf, self.handout.link, MARGIN, self.bottom - 27, 26)
            words = "Scan to open this picture: tap any tissue, read the evidence."
            self._text(MARGIN + 29, self.bottom - 22, LEFT_WIDE - 29, words, 8, "", 1.3)

    def _put(self, line: Line, x: float, y: float, wide: float, size: float | None = None) -> float:
        size = size or self.size
        before, scale, style = _LOOK[line.kind]
        indent = 4.0 if line.kind == "item" else 0.0
        y += before * size / 10
        if indent:
            self.pdf.set_font("body", "", size)
            self.pdf.text(x + 0.6, y + size * 0.3528 * 1.02, "•")
        return y + self._text(x + indent, y, wide - indent, line.text, size * scale, style, 1.32)

    def _line_height(self, line: Line, wide: float | None = None, size: float | None = None) -> float:
        size, wide = size or self.size, wide or self.wide - LEFT_WIDE - 7
        before, scale, style = _LOOK[line.kind]
        indent = 4.0 if line.kind == "item" else 0.0
        return before * size / 10 + self._height(wide - indent, line.text, size * scale, style, 1.32)

    def _height(self, wide: float, text: str, size: float, style: str, lead: float) -> float:
        self.pdf.set_font("body", style, size)
        found: Any = self.pdf.multi_cell(
            wide, size * 0.3528 * lead, text, dry_run=True, output=MethodReturnValue.HEIGHT, padding=0
        )
        return float(found)

    def _text(
        self, x: float, y: float, wide: float, text: str, size: float, style: str, lead: float, align: str | None = None
    ) -> float:
        """Write a paragraph; return its height. Right-to-left text keeps to the right."""
        self.pdf.set_font("body", style, size)
        self.pdf.set_text_color(0)
        self.pdf.set_xy(x, y)
        side = align or ("R" if _right_to_left(text) else "L")
        before = self.pdf.get_y()
        self.pdf.multi_cell(wide, size * 0.3528 * lead, text, align=side, new_x="LEFT", new_y="NEXT")
        return float(self.pdf.get_y() - before)


_LOOK = {"head": (2.6, 1.22, "B"), "bold": (1.3, 1.0, "B"), "plain": (0.5, 1.0, ""), "item": (0.5, 1.0, "")}
"""For each kind of line: space before it (mm at 10 pt), size, weight."""


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
            context.add_item(path)
    document.set_draw_color(0)
    document.set_line_width(0.2)
    size = LETTER_MM * scale
    for name in found.names:
        document.line(*at(name.start), *at(name.end))
        document.set_font("body", "B", size / 0.3528)
        px, py = at(name.start)
        for n, row in enumerate(name.rows):
            shift = -document.get_string_width(row) - 0.6 if name.side == "left" else 0.6
            document.text(px + shift, py + size * (0.35 + n - (len(name.rows) - 1) / 2), row)


def _grey(value: float) -> str:
    return "#" + f"{round(value * 255):02x}" * 3


def _code(document: FPDF, link: str, x: float, y: float, side: float) -> None:
    """The link as a QR code, drawn as squares."""
    rows = list(segno.make_qr(link, error="m").matrix_iter(border=2))
    step = side / len(rows)
    document.set_fill_color(0)
    for r, row in enumerate(rows):
        for c, dark in enumerate(row):
            if dark:
                document.rect(x + c * step, y + r * step, step * 1.02, step * 1.02, style="F")


def _right_to_left(text: str) -> bool:
    strong = (unicodedata.bidirectional(c) for c in text)
    return next((d in ("R", "AL") for d in strong if d in ("L", "R", "AL")), False)


def _midday(handout: Handout) -> datetime.datetime:
    return datetime.datetime.combine(handout.date, datetime.time(12), datetime.UTC)
