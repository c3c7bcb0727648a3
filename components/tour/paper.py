"""A tour on paper: a small picture and a line for every stop, in grey, on as many pages as it takes. Pure.

Every page says what the app says at its foot: for learning only, when to stop, and whose drawing it is.
"""

from __future__ import annotations

import datetime
from collections.abc import Iterator, Sequence

from components.handout.figure import draw_steps
from components.handout.ink import draw_code, draw_plate
from components.handout.letters import clean, close
from components.handout.sheet import DISCLAIMER, MARGIN, SMALL, Sheet, document
from components.plate.plate import plate
from components.shared.menu import CREDIT_LICENSED, STOP_LABEL
from components.tour.picture import Shown, shown
from components.tour.title import title
from data.catalog import Catalog
from data.handout import SOON
from data.model import Urgency
from data.tour import Stop, Tour

WIDE, TALL = 36.0, 39.0
"""The room for a picture, mm."""
BETWEEN = 5.0
CODE = 30.0
"""Side of the code, mm."""
LONGEST_CODE = 700
"""A link of more characters makes a code too fine to be scanned from paper."""
WORDS = WIDE + 7
"""Where the words begin, from the margin, mm."""


class _Block:
    """One stop: its words and its picture."""

    def __init__(self, number: int, stop: Stop, catalog: Catalog) -> None:
        self.title = clean(f"{number}. {title(stop)}")
        self.line = clean(stop.line)
        self.picture = shown(stop, catalog)

    def tall(self, sheet: Sheet) -> float:
        """How much of the page it takes, mm."""
        wide = sheet.wide - WORDS
        words = sheet.height(wide, self.title, 9.5, "B", 1.25) + 1.5
        words += sheet.height(wide, self.line, 12.5, "", 1.35) if self.line else 0.0
        return max(words, TALL if self.picture else 16.0) + BETWEEN

    def draw(self, sheet: Sheet, y: float) -> None:
        """Draw it from y downwards."""
        if self.picture:
            _draw(sheet, self.picture, y)
        x, wide = MARGIN + WORDS, sheet.wide - WORDS
        y += sheet.text(x, y, wide, self.title, 9.5, "B", 1.25) + 1.5
        if self.line:
            sheet.text(x, y, wide, self.line, 12.5, "", 1.35)


def pdf(tour: Tour, link: str, date: datetime.date, catalog: Catalog) -> bytes:
    """The tour as a document; `link` opens it, and is empty where it would open here only."""
    found = document("A4", clean(tour.name), date)
    try:
        sheet = Sheet(found, tour.name, "", date)
        blocks = [_Block(number, stop, catalog) for number, stop in enumerate(tour.stops, 1)]
        foot = _signs(catalog)
        pages = list(_pages(sheet, blocks, link, foot))
        for number, page in enumerate(pages, 1):
            if number > 1:
                sheet = Sheet(found, tour.name, "", date)
            sheet.head()
            y = sheet.top + (_code(sheet, link) if number == 1 else 0.0)
            for block in page:
                block.draw(sheet, y)
                y += block.tall(sheet)
            _foot(sheet, foot, f"Page {number} of {len(pages)}")
        return bytes(found.output())
    finally:
        close(found)


def _pages(sheet: Sheet, blocks: Sequence[_Block], link: str, foot: str) -> Iterator[list[_Block]]:
    """What stands on which page."""
    room = _bottom(sheet, foot) - sheet.top
    left, page = room - (_code_tall(link)), list[_Block]()
    for block in blocks:
        tall = block.tall(sheet)
        if page and tall - BETWEEN > left:
            yield page
            left, page = room, []
        page.append(block)
        left -= tall
    yield page


def _code_tall(link: str) -> float:
    if not link:
        return 0.0
    return CODE + 5 if len(link) <= LONGEST_CODE else 10.0


def _code(sheet: Sheet, link: str) -> float:
    """The link as a code, with what it opens; a long one in words only. Returns the room that it takes, mm."""
    if link and len(link) <= LONGEST_CODE:
        draw_code(sheet.pdf, link, MARGIN, sheet.top, CODE)
        sheet.pdf.link(MARGIN, sheet.top, CODE, CODE, link)
        x, wide = MARGIN + WORDS, sheet.wide - WORDS
        y = sheet.top + sheet.text(x, sheet.top, wide, "Scan to play this tour in HipChain.", 10, "", 1.3) + 1
        sheet.text(x, y, wide, clean(link), 6.2, "", 1.2)
    elif link:
        words = "This tour's link is too long for a code; who made it can send it. Here it can be tapped."
        sheet.text(MARGIN, sheet.top, sheet.wide, words, 9, "", 1.3)
        sheet.pdf.link(MARGIN, sheet.top, sheet.wide, 6, link)
    return _code_tall(link)


def _draw(sheet: Sheet, picture: Shown, y: float) -> None:
    """A picture with its upper left corner at the margin, as large as its room allows."""
    if picture.figure:
        draw_steps(sheet.pdf, picture.figure, MARGIN, y, WIDE, TALL)
        return
    found = plate(picture.view, picture.marked)
    left, bottom, right, top = found.frame
    wide = min(WIDE, TALL * (right - left) / (top - bottom))
    draw_plate(sheet.pdf, found, MARGIN + (WIDE - wide) / 2, y, wide, names=False)


def _signs(catalog: Catalog) -> str:
    """The signs that cannot wait, in one line, and where all are."""
    urgent = [f.sign for f in catalog.stop_flags.values() if f.stops and f.urgency is Urgency.EMERGENCY]
    return clean(f"{SOON[Urgency.EMERGENCY]}: {'; '.join(dict.fromkeys(urgent))}. All signs: HipChain, “{STOP_LABEL}”.")


def _bottom(sheet: Sheet, foot: str) -> float:
    return sheet.pdf.h - MARGIN + 3 - sheet.height(sheet.wide, foot, 7.5, "", 1.3) - 7


def _foot(sheet: Sheet, foot: str, page: str) -> None:
    y = _bottom(sheet, foot) + 1
    sheet.rule(y, 0.2)
    sheet.text(MARGIN + 62, y + 1.2, sheet.wide - 62, f"{CREDIT_LICENSED} {page}", SMALL, "", 1.5, align="R")
    y += 1 + sheet.text(MARGIN, y + 1, 62, DISCLAIMER, 8, "B", 1.3)
    sheet.text(MARGIN, y, sheet.wide, foot, 7.5, "", 1.3)
