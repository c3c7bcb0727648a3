"""What a home plan says: its rules, danger first, and each exercise whole. Pure."""

from __future__ import annotations

from data.catalog import Catalog
from data.exercise import STOP, shared_rule
from data.handout import TRAINING, Handout, Line
from data.plan import too_few
from data.wording import ended


def plan_rules(handout: Handout, catalog: Catalog) -> list[Line]:
    """What holds for the whole home plan, danger first: when to stop, the pain rule, how long, what is not reached."""
    chosen = [catalog.exercises[id_] for id_, _ in handout.exercises]
    rule = shared_rule(chosen) or STOP
    found = [Line("stop", "Before you begin, and whenever something changes: read “When to stop” on the first page.")]
    found += [Line("care", rule), Line("plain", TRAINING)]
    days = handout.plan.days if handout.plan else ()
    return found + [Line("care", words) for e in chosen if (words := too_few(e, days))]


def plan_lines(number: int, handout: Handout, catalog: Catalog, *, brief: bool = False) -> list[Line]:
    """One exercise of the home plan (0 is the first): a typed dose takes the place of ours.

    `brief` leaves out the pause between sets and what comes next; how to do it, how hard and its caveat stay.
    """
    id_, typed = handout.exercises[number]
    exercise = catalog.exercises[id_]
    rule = shared_rule(catalog.exercises[i] for i, _ in handout.exercises)
    often = exercise.days.replace(" days", "")
    found = [Line("bold", f"{number + 1}  {exercise.name}: {typed.strip() or exercise.dose} ({often})")]
    found.append(Line("plain", exercise.how))
    following = ended(exercise.following(catalog.exercises))
    more = "" if brief else f" Rest: {ended(exercise.rest)} Next: {following}"
    found.append(Line("plain", exercise.effort.words + more))
    return [*found, Line("care", exercise.caveat), *([] if rule else [Line("care", exercise.pain_rule.words)])]
