"""The home plan, page two of a handout: exercises with pictures, how hard, when to stop, six weeks to tick."""

from __future__ import annotations

import datetime
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from fpdf import FPDF

from components.handout.figure import draw_steps, picture_of, steps_tall
from components.handout.letters import POINT
from components.handout.sheet import DISCLAIMER, MARGIN, DoesNotFitError, Sheet, day, printable
from data.catalog import Catalog
from data.exercise import Exercise
from data.handout import Handout, Line
from data.plan import DAYS, WEEKS, Plan, schedule
from data.plan_words import plan_lines, plan_rules

TITLE = "Home plan"
SIZES = (9.5, 9.0, 8.5, 8.0, 7.5)
"""Type sizes tried, pt."""
PICTURES = ((96.0, 48.0), (80.0, 38.0), (66.0, 30.0), (58.0, 25.0), (50.0, 21.0), (42.0, 18.0))
"""Room for the pictures of an exercise, width and height in mm: the first with which all fits."""
GUTTER = 5.0
ROW, HEAD = 7.6, 6.0
"""Height of a week in the grid, and of the row with its days, mm."""
WEEK_WIDE, PAIN_WIDE = 30.0, 19.0
BOX = 3.7
"""Side of a box to tick at most, mm."""
BETWEEN = 0.6
"""Between two boxes of a day, mm."""
SOURCES = "References: on the first page."
UNREVIEWED = "Pictures: drawn from a model; no physiotherapist has reviewed the poses yet."


@dataclass(frozen=True)
class _Row:
    """One exercise as it stands on the page."""

    number: int
    exercise: Exercise
    picture: str | None
    lines: tuple[Line, ...]


class PlanPage(Sheet):
    """The second page of a document."""

    def __init__(self, pdf: FPDF, handout: Handout, catalog: Catalog) -> None:
        super().__init__(pdf, TITLE, handout.name, handout.date)
        if handout.plan is None:
            raise ValueError("a handout without a plan has no second page")
        self.plan: Plan = handout.plan
        self.rules = [printable(line) for line in plan_rules(handout, catalog)]
        self.rows = self._rows(handout, catalog, brief=False)
        self.brief = self._rows(handout, catalog, brief=True)
        shown = [catalog.pictures[row.picture] for row in self.rows if row.picture]
        unreviewed = [UNREVIEWED] if any(not picture.reviewed for picture in shown) else []
        self.foot = " ".join([DISCLAIMER, SOURCES, *unreviewed])
        self.grid_tall = HEAD + WEEKS * ROW
        self.grid = self.pdf.h - MARGIN - 5 - self.grid_tall

    @staticmethod
    def _rows(handout: Handout, catalog: Catalog, *, brief: bool) -> list[_Row]:
        return [
            _Row(
                n + 1,
                catalog.exercises[id_],
                picture_of(id_, catalog),
                tuple(map(printable, plan_lines(n, handout, catalog, brief=brief))),
            )
            for n, (id_, _) in enumerate(handout.exercises)
        ]

    def draw(self) -> None:
        """Draw the page, with the largest pictures and type with which it fits. Raises DoesNotFitError."""
        rows, size, room = self.largest()
        self.head()
        y = self.top
        for line in self.rules:
            y = self.put(line, MARGIN, y, self.wide, size)
        y += 2
        spare = self.grid - 9 - y - sum(self._tall(row, size, room) for row in rows)
        for row in rows:
            y = self._exercise(row, y, size, room) + min(3.0, spare / len(rows))
        self._grid()
        self.text(MARGIN, self.pdf.h - MARGIN - 1, self.wide, self.foot, 6.8, "", 1.25)

    def largest(self) -> tuple[list[_Row], float, tuple[float, float]]:
        """The first words, pictures and type that fit: shorter words only where nothing else helps.

        Both are found by halving: smaller pictures, like smaller type, never need more room.
        """
        for rows in (self.rows, self.brief):
            number = bisect_left(PICTURES, True, key=partial(self.fits, rows, SIZES[-1]))
            if number < len(PICTURES):
                room = PICTURES[number]
                return rows, SIZES[bisect_left(SIZES, True, key=lambda s: self.fits(rows, s, room))], room
        raise DoesNotFitError("The home plan does not fit on one page in readable type: choose fewer exercises.")

    def fits(self, rows: Sequence[_Row], size: float, room: tuple[float, float]) -> bool:
        """Whether the rules and all rows end above the grid with pictures and type so large."""
        tall = sum(self.line_height(line, self.wide, size) for line in self.rules) + 2
        return self.top + tall + sum(self._tall(row, size, room) for row in rows) <= self.grid - 9

    def _words_tall(self, row: _Row, size: float, room: tuple[float, float]) -> float:
        wide = self.wide - room[0] - GUTTER
        return sum(self.line_height(line, wide, size) for line in row.lines)

    def _tall(self, row: _Row, size: float, room: tuple[float, float]) -> float:
        return max(steps_tall(row.picture, *room), self._words_tall(row, size, room)) + 2

    def _exercise(self, row: _Row, y: float, size: float, room: tuple[float, float]) -> float:
        draw_steps(self.pdf, row.picture, MARGIN, y, *room)
        at = y
        for line in row.lines:
            at = self.put(line, MARGIN + room[0] + GUTTER, at, self.wide - room[0] - GUTTER, size)
        return y + self._tall(row, size, room)

    def _grid(self) -> None:
        """Six weeks by seven days; in each day a box for every exercise that falls on it, with its number."""
        found = schedule([row.exercise for row in self.rows], self.plan.days)
        on = {row.number: found[row.exercise.id] for row in self.rows}
        wide = (self.wide - WEEK_WIDE - PAIN_WIDE) / len(DAYS)
        self.text(MARGIN, self.grid - 6.5, self.wide, "Tick what you did, by its number", 9, "B", 1.2)
        self.pdf.set_line_width(0.2)
        self.pdf.set_draw_color(120)
        for n, name in enumerate(DAYS.values()):
            self.text(MARGIN + WEEK_WIDE + n * wide, self.grid + 1, wide, name[:3], 8, "B", 1.2, align="C")
        pain = self.pdf.w - MARGIN - PAIN_WIDE
        self.text(pain, self.grid + 1, PAIN_WIDE, "Worst pain", 8, "B", 1.2, align="R")
        for week in range(WEEKS):
            y = self.grid + HEAD + week * ROW
            self.rule(y, 0.2)
            first = self.plan.start + datetime.timedelta(weeks=week)
            self.text(MARGIN, y + 0.8, WEEK_WIDE, f"Week {week + 1}", 8, "B", 1.2)
            self.text(MARGIN, y + 4.0, WEEK_WIDE, f"from {day(first)}", 6.4, "", 1.2)
            self.text(pain, y + 2.2, PAIN_WIDE, "of 10", 8, "", 1.2, align="R")
            self.pdf.line(pain + 3, y + ROW - 1.8, pain + PAIN_WIDE - 9, y + ROW - 1.8)
            for n in range(len(DAYS)):
                todo = [number for number, days in on.items() if n in days]
                for number, (x, side) in zip(todo, boxes(len(todo), wide), strict=True):
                    self._box(MARGIN + WEEK_WIDE + n * wide + x, y + (ROW - side) / 2, side, number)
        self.rule(self.grid + self.grid_tall, 0.2)

    def _box(self, x: float, y: float, side: float, number: int) -> None:
        self.pdf.set_draw_color(0)
        self.pdf.set_line_width(0.25)
        self.pdf.rect(x, y, side, side)
        self.pdf.set_font("body", "", 6.5)
        self.pdf.set_text_color(90)
        wide = self.pdf.get_string_width(str(number))
        self.pdf.text(x + (side - wide) / 2, y + side / 2 + 6.5 * POINT * 0.36, str(number))


def boxes(count: int, wide: float) -> list[tuple[float, float]]:
    """Where the boxes of a day begin and how large they are, mm: beside each other within its width."""
    step = min(BOX + BETWEEN, wide / count) if count else 0.0
    return [((wide - count * step + BETWEEN) / 2 + n * step, step - BETWEEN) for n in range(count)]
