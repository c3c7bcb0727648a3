"""What a home plan says: its rules, danger first, and each exercise whole. Pure."""

from __future__ import annotations

from data.catalog import Catalog
from data.exercise import STOP, shared_rule
from data.handout import TRAINING, Handout, Line, dosed, onward
from data.plan import RESTING, schedule, too_few

SAME_DAYS = "What wants a day of rest falls on the same days: keep the days between free of it."
GO_ON = "If it helps, go on after the six weeks."


def plan_rules(handout: Handout, catalog: Catalog) -> list[Line]:
    """What holds for the whole home plan, danger first: when to stop, the pain rule, how long, what is not reached."""
    chosen = [catalog.exercises[id_] for id_, _ in handout.exercises]
    rule = shared_rule(chosen) or STOP
    found = [Line("stop", "Before you begin, and whenever something changes: read “When to stop” on the first page.")]
    found.append(Line("care", rule))
    if sum(e.days_per_week[1] <= RESTING for e in chosen) > 1:
        found.append(Line("care", SAME_DAYS))
    found.append(Line("plain", f"{TRAINING} {GO_ON}"))
    days = handout.plan.days if handout.plan else ()
    on = schedule(chosen, days)
    return found + [Line("care", words) for e in chosen if (words := too_few(e, len(on[e.id]), len(set(days))))]


def plan_lines(number: int, handout: Handout, catalog: Catalog, *, brief: bool = False) -> list[Line]:
    """One exercise of the home plan (0 is the first): a typed dose takes the place of ours.

    `brief` leaves out the pause between sets and what comes next; how to do it, how hard and its caveat stay.
    """
    id_, typed = handout.exercises[number]
    exercise = catalog.exercises[id_]
    rule = shared_rule(catalog.exercises[i] for i, _ in handout.exercises)
    found = [Line("bold", f"{number + 1}  {dosed(exercise, typed.strip())}")]
    found.append(Line("plain", exercise.how))
    more = [] if brief else [onward(exercise, catalog)]
    found.append(Line("plain", " ".join([exercise.effort.words, *more])))
    return [*found, Line("care", exercise.caveat), *([] if rule else [Line("care", exercise.pain_rule.words)])]
