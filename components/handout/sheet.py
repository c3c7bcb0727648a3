"""A sheet of paper and the ways to set type on it: lengths in mm from its upper left corner, type in points."""

from __future__ import annotations

import datetime
from typing import Any

from fpdf import FPDF
from fpdf.enums import MethodReturnValue

from components.handout.letters import POINT, clean, load, needs_shaping, right_to_left, weight
from data.handout import Line

MARGIN = 13.0
LEAD = 1.32
INDENT = 5.0
SMALL = 6.8
DISCLAIMER = "For learning, not a diagnosis."
LOOK = {
    "head": (2.6, 1.22, "B", ""),
    "bold": (1.3, 1.0, "B", ""),
    "plain": (0.5, 1.0, "", ""),
    "item": (0.5, 1.0, "", "•"),
    "do": (0.6, 1.0, "", "✓"),
    "stop": (0.6, 1.0, "B", "✗"),
    "care": (0.6, 1.0, "", "!"),
}
"""For each kind of line: space before it (mm at 10 pt), size, weight, and the sign of a list's point."""


class DoesNotFitError(ValueError):
    """Raised when what was chosen does not fit on one page in readable type; the message says what to shorten."""


def printable(line: Line) -> Line:
    """A line with signs that can be printed."""
    return Line(line.kind, clean(line.text))


def document(paper: str, title: str, date: datetime.date) -> FPDF:
    """An empty document with the handout's letters; its date is the handout's, so that it is made twice the same."""
    found = FPDF(unit="mm", format=paper)
    found.set_margin(0)
    found.set_auto_page_break(False)
    found.c_margin = 0
    found.set_title(f"HipChain: {title}")
    found.set_lang("en")
    found.set_creation_date(datetime.datetime.combine(date, datetime.time(12), datetime.UTC))
    load(found)
    return found


class Sheet:
    """The page of a document that was added last."""

    def __init__(self, pdf: FPDF, title: str, name: str, date: datetime.date) -> None:
        self.pdf = pdf
        self.pdf.add_page()
        self.wide = self.pdf.w - 2 * MARGIN
        self.title = clean(title)
        self.name = clean(f"For {name.strip()}") if name.strip() else ""
        self.date = date
        self._heights: dict[tuple[float, str, float, str, float], float] = {}
        self._title_size = next((s for s in (20, 17, 14) if self.width(self.title, s, "B") <= self.wide), 14)
        self._title_tall = self.height(self.wide, self.title, self._title_size, "B", 1.15)
        self._name_wide = self.wide - 66
        name_tall = self.height(self._name_wide, self.name, 10, "", 1.25) if self.name else 0.0
        self.top = MARGIN - 3 + self._title_tall + max(name_tall, 4.5) + 6
        """Where what stands below the head begins."""

    def head(self) -> None:
        """Title, name, date and the rule below them."""
        y = MARGIN - 3
        self.text(MARGIN, y, self.wide, self.title, self._title_size, "B", 1.15)
        y += self._title_tall + 0.5
        if self.name:
            self.text(MARGIN, y, self._name_wide, self.name, 10, "", 1.25, align="L")
        self.text(self.pdf.w - MARGIN - 64, y, 64, f"HipChain · {day(self.date)}", 9, "", 1.4, align="R")
        self.rule(self.top - 4, 0.5)

    def rule(self, y: float, thick: float) -> None:
        """A line across the page."""
        self.pdf.set_draw_color(0)
        self.pdf.set_line_width(thick)
        self.pdf.line(MARGIN, y, self.pdf.w - MARGIN, y)

    def put(self, line: Line, x: float, y: float, wide: float, size: float) -> float:
        """Write a line, or a point of a list with its sign; return where it ends."""
        before, scale, style, sign = LOOK[line.kind]
        indent = INDENT if sign else 0.0
        y += before * size / 10
        if sign:
            self._letters(sign, size, "B")
            shift = (INDENT - self.pdf.get_string_width(sign)) / 2 - 0.3
            self.pdf.text(x + shift, y + size * POINT * 1.02, sign)
        return y + self.text(x + indent, y, wide - indent, line.text, size * scale, style, LEAD)

    def line_height(self, line: Line, wide: float, size: float) -> float:
        """The height of a line, or of a point of a list, mm."""
        before, scale, style, sign = LOOK[line.kind]
        indent = INDENT if sign else 0.0
        return before * size / 10 + self.height(wide - indent, line.text, size * scale, style, LEAD)

    def _letters(self, text: str, size: float, style: str) -> None:
        """Set the letters for a text; joining and ordering them takes long and is for scripts that need it."""
        self.pdf.set_font("body", weight(text, style), size)
        self.pdf.set_text_shaping(any(needs_shaping(c) for c in text))

    def width(self, text: str, size: float, style: str) -> float:
        """The width of words in one row, mm."""
        self._letters(text, size, style)
        return float(self.pdf.get_string_width(text))

    def height(self, wide: float, text: str, size: float, style: str, lead: float) -> float:
        """The height of a paragraph, mm: measured once, however often a layout is tried."""
        key = wide, text, size, style, lead
        if (known := self._heights.get(key)) is not None:
            return known
        self._letters(text, size, style)
        found: Any = self.pdf.multi_cell(
            wide, size * POINT * lead, text, dry_run=True, output=MethodReturnValue.HEIGHT, padding=0
        )
        self._heights[key] = float(found)
        return self._heights[key]

    def text(
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


def day(date: datetime.date) -> str:
    """'5 December 2026'."""
    return f"{date.day} {date:%B %Y}"
