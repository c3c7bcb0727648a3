"""A home plan: which exercise falls on which day of six weeks. Pure; nothing of it is stored."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from data.exercise import Exercise

DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
        "sun": "Sunday"}  # fmt: skip
"""Days of the week by the id that an address names, in the order of `datetime.date.weekday`."""
WEEKS = 6
"""How long a plan runs: after six to eight weeks one judges whether it helps."""


@dataclass(frozen=True)
class Plan:
    """The days of the week that somebody has for exercises, and the Monday with which the six weeks begin.

    Raises ValueError for a day that there is not, for none at all, and for a start that is not a Monday.
    """

    days: tuple[str, ...]
    start: datetime.date

    def __post_init__(self) -> None:
        if not self.days or not set(self.days) <= DAYS.keys():
            raise ValueError(f"the days of a plan are some of {', '.join(DAYS)}")
        if self.start.weekday():
            raise ValueError("a plan begins on a Monday")


def next_monday(today: datetime.date) -> datetime.date:
    """The Monday after a day, or that day where it is one."""
    return today + datetime.timedelta(days=-today.weekday() % 7)


def weekdays(exercise: Exercise, days: Iterable[str]) -> tuple[int, ...]:
    """On which of the free days an exercise is done, 0 Monday to 6 Sunday.

    No more days than it is meant for, as far apart as they can be, over the end of the week too: what is done on three
    days at most has a day between two sessions, on two days at most two, as the exercise's `rest` says.
    """
    free = sorted({list(DAYS).index(day) for day in days})
    most = exercise.days_per_week[1]
    apart = {1: 3, 2: 3, 3: 2}.get(most, 1)
    for count in range(min(most, len(free)), 0, -1):
        spread = [c for c in combinations(free, count) if _gap(c) >= apart]
        if spread:
            return max(spread, key=_gap)  # of equals the first: the week's earlier days
    return ()


def _gap(days: tuple[int, ...]) -> int:
    """The least number of days from one session to the next, week after week."""
    return min((b - a) % 7 or 7 for a, b in zip(days, (*days[1:], days[0]), strict=True))


def dates(exercise: Exercise, plan: Plan) -> tuple[datetime.date, ...]:
    """Every day of the six weeks on which an exercise is done."""
    on = weekdays(exercise, plan.days)
    every = (plan.start + datetime.timedelta(days=n) for n in range(7 * WEEKS))
    return tuple(day for day in every if day.weekday() in on)


def too_few(exercise: Exercise, days: Iterable[str]) -> str | None:
    """A sentence where the free days do not reach what an exercise is meant for; else None."""
    found, (least, most) = len(weekdays(exercise, days)), exercise.days_per_week
    if found >= least:
        return None
    why = " with the rest that it wants between" if most <= 3 and len(set(days)) > found else ""
    return f"{exercise.name} is meant for {exercise.days}; of the days chosen {found} fit{why}."
