"""An exercise that may cut a chain: how to do it, how much, how hard, when to stop, and what was measured."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.model import Id, Record, Text
from data.wording import capital


class Measured(Record):
    """One figure from one study. Figures of different studies are never put on one axis: methods differ.

    `spread` is what the study gives beside the figure (SD, range); where it gives none, `no_spread` says so.
    """

    structure: Id | None = None
    what: Text
    value: Text
    spread: Text | None = None
    no_spread: Text | None = None
    reference: Id

    @model_validator(mode="after")
    def _says_how_far_people_differ(self) -> Measured:
        if (self.spread is None) == (self.no_spread is None):
            raise ValueError("give spread (SD, range), or no_spread with the reason why there is none")
        return self


STOP = "Pain in the groin or deep in the hip, tingling, numbness or a knee that gives way: stop, and read When to stop."
"""What no exercise is done through, said with every pain rule: the same for all, so that it is said once."""


class PainRule(Record):
    """Which pain is never accepted, how much of the other is, of 10, and by when it must be back to what it was."""

    limit: Annotated[int, Field(ge=0, le=5)]
    settles: Text

    @property
    def words(self) -> str:
        """The rule in words, danger first: what stops you, what is accepted, and what to do where it is not kept."""
        return (
            f"{STOP} Other pain up to {self.limit} of 10 is accepted if it is back to usual {self.settles}. "
            "If not, do half; if half is too much, leave it out and show it to someone."
        )


class Effort(Record):
    """How hard a set is meant to be, and where to stop it: mostly by the repetitions that are left."""

    level: Literal["easy", "light", "somewhat hard", "hard"]
    stop: Text

    @property
    def words(self) -> str:
        """'Light. You could do five or more ...'."""
        return f"{self.level.capitalize()}. {self.stop}"


class NextStep(Record):
    """When to go on, and to which exercise; without one, `when` says how this one goes on."""

    when: Text
    exercise: Id | None = None


class Exercise(Record):
    """One exercise. `stage`: 1 learn, 2 build on the floor, 3 stand on one leg, 4 load and run.

    `days_per_week` is least and most. `dose_references` are what days, effort, rest, pain rule and step up rest on;
    the exact numbers are chosen within them.
    """

    id: Id
    name: Text
    how: Text
    use: Text
    dose: Text
    days_per_week: tuple[Annotated[int, Field(ge=1, le=7)], Annotated[int, Field(ge=1, le=7)]]
    effort: Effort
    rest: Text
    pain_rule: PainRule
    next_step: NextStep
    dose_references: Annotated[tuple[Id, ...], Field(min_length=1)]
    measured: tuple[Measured, ...] = ()
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
    caveat: Text
    stage: Annotated[int, Field(ge=1, le=4)]

    @model_validator(mode="after")
    def _days_in_order(self) -> Exercise:
        if self.days_per_week[0] > self.days_per_week[1]:
            raise ValueError("days_per_week is [least, most]")
        return self

    @property
    def days(self) -> str:
        """'2–3 days a week', '2 days a week'."""
        least, most = self.days_per_week
        return f"{least} days a week" if least == most else f"{least}–{most} days a week"

    def following(self, exercises: Mapping[str, Exercise]) -> str:
        """When to go on, and to what: with the name of the next exercise, where there is one."""
        step = self.next_step
        return f"{step.when} → {exercises[step.exercise].name}" if step.exercise else step.when

    def training(self, exercises: Mapping[str, Exercise], *, with_pain: bool = True) -> list[tuple[str, str]]:
        """What a plan needs, as pairs of a name and words: the same wherever an exercise is shown.

        `with_pain` is False where the rule stands once for several exercises.
        """
        pain = [("Pain", self.pain_rule.words)] if with_pain else []
        return [
            ("Dose", capital(f"{self.dose}, {self.days}")),
            ("How hard", self.effort.words),
            ("Rest", self.rest),
            *pain,
            ("Next", self.following(exercises)),
        ]


def shared_rule(exercises: Iterable[Exercise]) -> str | None:
    """The pain rule's words where all of several exercises have the same one, so that it is said once; else None."""
    rules = {e.pain_rule.words for e in exercises}
    return rules.pop() if len(rules) == 1 else None
