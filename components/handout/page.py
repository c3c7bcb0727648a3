"""The page as it is laid out: what stands where, and in which size. It measures first, then draws."""

from __future__ import annotations

from collections.abc import Sequence

from components.handout.figure import draw_steps, picture_of, steps_tall
from components.handout.ink import LEAST_NAME as BOX_SIZE
from components.handout.ink import draw_code, draw_plate
from components.handout.letters import clean
from components.handout.sheet import DISCLAIMER, LOOK, MARGIN, SMALL, Sheet, document, printable
from components.plate.plate import plate
from components.shared.menu import CREDIT_LICENSED
from data.catalog import Catalog
from data.handout import MOST_STRUCTURES, Handout, Line, references, stops, title

LEFT_WIDE = 80.0
"""Width of the column with the drawing, mm."""
GUTTER = 7.0
LEAST_PLATE = 80.0
"""A drawing less tall than this (mm) is not worth its place."""
CODE = 25.0
"""Side of the QR code, mm."""
FIGURE_TALL = 21.0
"""Room for the picture of an exercise between its lines, mm."""


class Page(Sheet):
    """One page: what does not depend on the size of the type is measured once."""

    def __init__(self, handout: Handout, catalog: Catalog) -> None:
        self.handout = handout
        self.catalog = catalog
        said = title(handout, catalog)
        super().__init__(document(handout.paper, clean(said), handout.date), said, handout.name, handout.date)
        self.column = MARGIN + LEFT_WIDE + GUTTER, self.wide - LEFT_WIDE - GUTTER
        sources = references(handout, catalog)
        self.foot = clean(f"References. {sources}") if sources else ""
        self.bottom = self.pdf.h - MARGIN + 3 - self.height(self.wide, self.foot, SMALL, "", 1.25) - 6.5
        self.stops = [printable(line) for line in stops(catalog)]
        stop_tall = sum(self.line_height(w, LEFT_WIDE - 6, BOX_SIZE) for w in self.stops) + 3
        self.box = self.bottom - (CODE + 5 if handout.link else 0) - stop_tall
        self.plate = plate(handout.pictured, _shown(handout, catalog))
        more = ["Dashed: lies under other tissue."] if self.plate.covered else []
        if self.plate.absent:
            more.append(f"Not in this picture: {', '.join(catalog.short_name(i) for i in self.plate.absent)}.")
        self.caption = clean(". ".join([self.plate.title, *([" ".join(more)] if more else [])]))
        self.plate_tall = self.box - 3 - self.height(LEFT_WIDE, self.caption, BOX_SIZE, "", 1.25) - 1.5 - self.top

    def line_height(self, line: Line, wide: float, size: float) -> float:
        """The height of a line, or of the picture of an exercise."""
        if line.kind != "figure":
            return super().line_height(line, wide, size)
        return steps_tall(picture_of(line.text, self.catalog), wide, FIGURE_TALL) + 1

    def put(self, line: Line, x: float, y: float, wide: float, size: float) -> float:
        """Write a line, or draw the picture of an exercise; return where it ends."""
        if line.kind != "figure":
            return super().put(line, x, y, wide, size)
        draw_steps(self.pdf, picture_of(line.text, self.catalog), x, y + 1, wide, FIGURE_TALL)
        return y + self.line_height(line, wide, size)

    def fits(self, words: Sequence[Line], size: float) -> bool:
        """Whether the words end above the foot at this size, and the drawing has room."""
        right = sum(self.line_height(w, self.column[1], size) for w in words)
        return right <= self.bottom - self.top and self.plate_tall >= LEAST_PLATE

    def draw(self, words: Sequence[Line], size: float) -> None:
        """Draw everything."""
        self.head()
        self._left()
        y = self.top
        for number, word in enumerate(words):
            y = self.put(word, self.column[0], y - (LOOK[word.kind][0] * size / 10 if number == 0 else 0),
                          self.column[1], size)  # fmt: skip
        y = self.bottom + 2
        self.rule(y, 0.2)
        self.text(MARGIN + 58, y + 1, self.wide - 58, CREDIT_LICENSED, SMALL, "", 1.5, align="R")
        y += 1 + self.text(MARGIN, y + 1, 58, DISCLAIMER, 8, "B", 1.3)
        self.text(MARGIN, y, self.wide, self.foot, SMALL, "", 1.25)

    def _left(self) -> None:
        left, bottom, right, top = self.plate.frame
        scale = min(LEFT_WIDE / (right - left), self.plate_tall / (top - bottom))
        wide, tall = scale * (right - left), scale * (top - bottom)
        draw_plate(self.pdf, self.plate, MARGIN + (LEFT_WIDE - wide) / 2, self.top, wide)
        self.text(MARGIN, self.top + tall + 1.5, LEFT_WIDE, self.caption, BOX_SIZE, "", 1.25, align="C")
        y = self.box
        for line in self.stops:
            y = self.put(line, MARGIN + 3, y + (1.5 if line is self.stops[0] else 0), LEFT_WIDE - 6, BOX_SIZE)
        self.pdf.set_line_width(0.6)
        self.pdf.set_draw_color(0)
        self.pdf.rect(MARGIN, self.box, LEFT_WIDE, y - self.box + 1.5)
        if link := self.handout.link:
            draw_code(self.pdf, link, MARGIN, self.bottom - CODE - 1, CODE)
            self.pdf.link(MARGIN, self.bottom - CODE - 1, CODE, CODE, link)
            x, wide = MARGIN + CODE + 2, LEFT_WIDE - CODE - 2
            words = "Scan to open this page's choice in HipChain: pictures and evidence."
            y = self.bottom - CODE + 1
            y += self.text(x, y, wide, words, BOX_SIZE, "", 1.3) + 1
            self.text(x, y, wide, clean(link), 6.2, "", 1.2)


def _shown(handout: Handout, catalog: Catalog) -> tuple[str, ...]:
    """What the drawing marks: what was chosen, or the first structures of the chain."""
    if handout.structures or not handout.chain:
        return handout.structures
    nodes = (n.structure for n in catalog.chains[handout.chain].nodes if n.structure)
    return tuple(dict.fromkeys(nodes))[:MOST_STRUCTURES]
