"""A home plan: which exercise falls on which day of six weeks. Pure; nothing of it is stored."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations

from data.exercise import Exercise

DAYS = {"mon": "Monday", "tue": "Tuesday", "wed": "Wednesday", "thu": "Thursday", "fri": "Friday", "sat": "Saturday",
        "sun": "Sunday"}  # fmt: skip
"""Days of the week by the id that an address names, in the order of `datetime.date.weekday`."""
WEEKS = 6
"""How long a plan runs: after six to eight weeks one judges whether it helps."""

RESTING = 3
"""What is done on so many days a week at most wants a day between two sessions; on fewer, two (its `rest` says so)."""


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


def schedule(exercises: Sequence[Exercise], days: Iterable[str]) -> dict[str, tuple[int, ...]]:
    """On which of the free days each exercise is done, 0 Monday to 6 Sunday, by its id.

    What is done on three days at most wants rest between: all of that falls on the same days of the week, at least two
    apart over the end of the week too, so that no hard work stands on the day after other hard work. Of these, what
    wants two days between takes those that have them. The rest, which is light, may fall on any free day.
    """
    free = sorted({list(DAYS).index(day) for day in days})
    hard = [e for e in exercises if e.days_per_week[1] <= RESTING]
    sessions = _spread(free, max((e.days_per_week[1] for e in hard), default=0), 2)
    return {
        e.id: _spread(sessions, e.days_per_week[1], 3 if e.days_per_week[1] < RESTING else 2)
        if e in hard
        else _spread(free, e.days_per_week[1], 1)
        for e in exercises
    }


def _spread(days: Sequence[int], most: int, apart: int) -> tuple[int, ...]:
    """So many of some days, as many as may be and as far apart as they can be; of equals the week's earlier days."""
    for count in range(min(most, len(days)), 0, -1):
        if found := [c for c in combinations(days, count) if _gap(c) >= apart]:
            return max(found, key=_gap)
    return ()


def _gap(days: tuple[int, ...]) -> int:
    """The least number of days from one session to the next, week after week."""
    return min((b - a) % 7 or 7 for a, b in zip(days, (*days[1:], days[0]), strict=True))


def dates(on: Iterable[int], start: datetime.date) -> tuple[datetime.date, ...]:
    """Every day of the six weeks that falls on some days of the week."""
    wanted = set(on)
    every = (start + datetime.timedelta(days=n) for n in range(7 * WEEKS))
    return tuple(day for day in every if day.weekday() in wanted)


def too_few(exercise: Exercise, found: int, days: int) -> str | None:
    """A sentence where the `found` of so many free days do not reach what an exercise is meant for; else None."""
    least, most = exercise.days_per_week
    if found >= least:
        return None
    fit = "fits" if found == 1 else "fit"
    why = " with the rest that it wants between" if most <= RESTING and days > found else ""
    return f"{exercise.name} is meant for {exercise.days}; only {found} of the days chosen {fit}{why}."
