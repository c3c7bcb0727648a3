"""The page as it is laid out: what stands where, and in which size. It measures first, then draws."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from typing import Any

from fpdf import FPDF
from fpdf.enums import MethodReturnValue

from components.handout.ink import LEAST_NAME as BOX_SIZE
from components.handout.ink import draw_code, draw_plate
from components.handout.letters import POINT, clean, load, needs_shaping, right_to_left, weight
from components.plate.plate import plate
from data.catalog import Catalog
from data.handout import MOST_STRUCTURES, Handout, Line, references, stops, title

MARGIN = 13.0
LEFT_WIDE = 80.0
"""Width of the column with the drawing, mm."""
GUTTER = 7.0
LEAST_PLATE = 80.0
"""A drawing less tall than this (mm) is not worth its place."""
CODE = 25.0
"""Side of the QR code, mm."""
SMALL = 6.8
DISCLAIMER = "For learning, not a diagnosis."
CREDIT = "Drawn after BodyParts3D, © The Database Center for Life Science."
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


def printable(line: Line) -> Line:
    """A line with signs that can be printed."""
    return Line(line.kind, clean(line.text))


class Page:
    """One page: what does not depend on the size of the type is measured once."""

    def __init__(self, handout: Handout, catalog: Catalog) -> None:
        self.handout = handout
        self.pdf = FPDF(unit="mm", format=handout.paper)
        self.pdf.set_margin(0)
        self.pdf.set_auto_page_break(False)
        self.pdf.c_margin = 0
        self.title = clean(title(handout, catalog))
        self.pdf.set_title(f"HipChain: {self.title}")
        self.pdf.set_lang("en")
        self.pdf.set_creation_date(_midday(handout))
        self.pdf.add_page()
        load(self.pdf)
        self.wide = self.pdf.w - 2 * MARGIN
        self.column = MARGIN + LEFT_WIDE + GUTTER, self.wide - LEFT_WIDE - GUTTER
        self.name = clean(f"For {handout.name.strip()}") if handout.name.strip() else ""
        self.title_size = next((s for s in (20, 17, 14) if self._width(self.title, s, "B") <= self.wide), 14)
        self.title_tall = self._height(self.wide, self.title, self.title_size, "B", 1.15)
        self.name_wide = self.wide - 66
        name_tall = self._height(self.name_wide, self.name, 10, "", 1.25) if self.name else 0.0
        self.top = MARGIN - 3 + self.title_tall + max(name_tall, 4.5) + 6
        sources = references(handout, catalog)
        self.foot = clean(f"References. {sources} {CREDIT}") if sources else CREDIT
        self.bottom = self.pdf.h - MARGIN + 3 - self._height(self.wide, self.foot, SMALL, "", 1.25) - 6.5
        self.stops = [printable(line) for line in stops(catalog)]
        stop_tall = sum(self._line_height(w, LEFT_WIDE - 6, BOX_SIZE) for w in self.stops) + 3
        self.box = self.bottom - (CODE + 5 if handout.link else 0) - stop_tall
        self.plate = plate(handout.view, _shown(handout, catalog))
        said = [self.plate.title]
        if self.plate.covered:
            said.append("Dashed: lies under other tissue.")
        if self.plate.absent:
            said.append(f"Not in this picture: {', '.join(catalog.short_name(i) for i in self.plate.absent)}.")
        self.caption = clean(". ".join([said[0], " ".join(said[1:])]) if said[1:] else said[0])
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
        draw_plate(self.pdf, self.plate, MARGIN + (LEFT_WIDE - wide) / 2, self.top, wide)
        self._text(MARGIN, self.top + tall + 1.5, LEFT_WIDE, self.caption, BOX_SIZE, "", 1.25, align="C")
        y = self.box
        for line in self.stops:
            y = self._put(line, MARGIN + 3, y + (1.5 if line is self.stops[0] else 0), LEFT_WIDE - 6, BOX_SIZE)
        self.pdf.set_line_width(0.6)
        self.pdf.set_draw_color(0)
        self.pdf.rect(MARGIN, self.box, LEFT_WIDE, y - self.box + 1.5)
        if link := self.handout.link:
            draw_code(self.pdf, link, MARGIN, self.bottom - CODE - 1, CODE)
            self.pdf.link(MARGIN, self.bottom - CODE - 1, CODE, CODE, link)
            x, wide = MARGIN + CODE + 2, LEFT_WIDE - CODE - 2
            words = "Scan to open this page's choice in HipChain: pictures and evidence."
            y = self.bottom - CODE + 1
            y += self._text(x, y, wide, words, BOX_SIZE, "", 1.3) + 1
            self._text(x, y, wide, clean(link), 6.2, "", 1.2)

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
        self.pdf.set_font("body", weight(text, style), size)
        self.pdf.set_text_shaping(any(needs_shaping(c) for c in text))

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
        side = align or ("R" if right_to_left(text) else "L")
        before = self.pdf.get_y()
        self.pdf.multi_cell(wide, size * POINT * lead, text, align=side, new_x="LEFT", new_y="NEXT")
        return float(self.pdf.get_y() - before)


def _shown(handout: Handout, catalog: Catalog) -> tuple[str, ...]:
    """What the drawing marks: what was chosen, or the first structures of the chain."""
    if handout.structures or not handout.chain:
        return handout.structures
    nodes = (n.structure for n in catalog.chains[handout.chain].nodes if n.structure)
    return tuple(dict.fromkeys(nodes))[:MOST_STRUCTURES]


def _day(date: datetime.date) -> str:
    return f"{date.day} {date:%B %Y}"


def _midday(handout: Handout) -> datetime.datetime:
    return datetime.datetime.combine(handout.date, datetime.time(12), datetime.UTC)
