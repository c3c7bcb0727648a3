"""The days of a home plan as a calendar file (iCalendar), made from a maintained library. Pure: returns bytes."""

from __future__ import annotations

import datetime

from icalendar import Calendar, Event

from components.handout.sheet import DISCLAIMER
from data.catalog import Catalog
from data.handout import Handout
from data.plan import dates, schedule
from data.plan_words import plan_lines, plan_rules

PRODUCT = "-//HipChain//Home plan//EN"


def ics(handout: Handout, catalog: Catalog) -> bytes:
    """One event for each day on which something is done, all day long, with dose, how to, and the pain rule.

    Nothing typed about a person goes in but the doses. An event's id is its day and exercises, so that importing the
    same plan twice makes no doubles. Raises ValueError for a handout without a plan.
    """
    if handout.plan is None:
        raise ValueError("a handout without a plan has no calendar")
    on: dict[datetime.date, list[int]] = {}
    week = schedule([catalog.exercises[id_] for id_, _ in handout.exercises], handout.plan.days)
    for number, (id_, _) in enumerate(handout.exercises):
        for date in dates(week[id_], handout.plan.start):
            on.setdefault(date, []).append(number)
    rules = " ".join(line.text for line in plan_rules(handout, catalog) if line.kind in ("stop", "care"))
    found = Calendar.new(prodid=PRODUCT, name="Home plan", uid="home-plan@hipchain")
    stamp = datetime.datetime.combine(handout.date, datetime.time(12), datetime.UTC)
    for date, numbers in sorted(on.items()):
        names = [catalog.exercises[handout.exercises[n][0]].name for n in numbers]
        said = ["\n".join(line.text for line in plan_lines(n, handout, catalog)) for n in numbers]
        words = [rules, *said, *([handout.link] if handout.link else []), DISCLAIMER]
        ids = "-".join(handout.exercises[n][0] for n in numbers)
        event = Event.new(
            uid=f"{date:%Y%m%d}-{ids}@hipchain",
            start=date,
            end=date + datetime.timedelta(days=1),
            summary=f"Exercises: {', '.join(names)}",
            description="\n\n".join(words),
            stamp=stamp,
        )
        event.add("TRANSP", "TRANSPARENT")  # an exercise does not make the day busy
        found.add_component(event)
    return bytes(found.to_ical())
