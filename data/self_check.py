"""The self-check as content: eight tests, what their answers point to, and the words for every outcome."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.model import Id, Record, Text, Urgency
from data.outlines.pose import Pose

SOMETHING_ELSE = "something_else"
"""The outcome that is none of the chains."""
NOT_SURE, SKIP = "not_sure", "skip"
"""Answers that every test takes; they carry no points."""
AtLeastOne = Field(min_length=1)


class Direction(StrEnum):
    """Whether an answer speaks for an outcome or against it."""

    TOWARDS = "towards"
    AWAY = "away"


class Level(StrEnum):
    """What the answers together make of an outcome: enough agree, some do, they speak against it, they are silent."""

    RAISED = "raised"
    OPEN = "open"
    AWAY = "away"
    SILENT = "silent"


class Points(Record):
    """What one answer adds to one outcome: a chain's id or `something_else`; 1 is a hint, 2 a better one."""

    chain: Id
    direction: Direction
    weight: Annotated[int, Field(ge=1, le=2)]


class Answer(Record):
    """One answer. `flag` is the stop flag that it amounts to; `note` is said in the result whatever else comes out.

    `leaves_out` are exercises that the result must not offer after this answer: their movement hurt.
    """

    id: Id
    label: Text
    points: tuple[Points, ...] = ()
    flag: Id | None = None
    note: Text | None = None
    leaves_out: tuple[Id, ...] = ()


class Picture(Record):
    """What our own drawing shows beside a test. Nothing is marked where a mark would suggest an answer."""

    view: Literal["anterior", "lateral", "posterior"]
    layer: Literal["surface", "deep", "deepest", "bones"]
    structure: Id | None = None
    pose: Pose = Pose()


class Accuracy(Record):
    """How good a test is; sensitivity and specificity only where a study measured them, with what it measured."""

    plain: Text
    sensitivity: Text | None = None
    specificity: Text | None = None
    measured: Text | None = None

    @model_validator(mode="after")
    def _all_or_nothing(self) -> Accuracy:
        if len({f is None for f in (self.sensitivity, self.specificity, self.measured)}) > 1:
            raise ValueError("give sensitivity, specificity and measured (of what) together, or none of them")
        return self


class AlsoCalled(Record):
    """What a test is called where it is taught and examined."""

    name: Text
    kind: Literal["eponym", "clinical", "abbreviation"]


class SelfTest(Record):
    """One test or question. `stop_if` is None only where nothing is moved.

    `also_called` are the names that students search; a test that has none says why in `unnamed`. `first` is said before
    the answers, where an answer needs it.
    """

    id: Id
    name: Text
    also_called: tuple[AlsoCalled, ...] = ()
    unnamed: Text | None = None
    kind: Literal["question", "test"]
    first: Text | None = None
    how: Annotated[tuple[Text, ...], AtLeastOne]
    cheating: Text
    stop_if: Text | None = None
    picture: Picture
    answers: Annotated[tuple[Answer, ...], Field(min_length=2)]
    accuracy: Accuracy
    means: Text
    references: Annotated[tuple[Id, ...], AtLeastOne]

    @model_validator(mode="after")
    def _answers_are_clear(self) -> SelfTest:
        ids = [a.id for a in self.answers]
        if len({*ids, NOT_SURE, SKIP}) != len(ids) + 2:
            raise ValueError(f"answers need ids of their own; {NOT_SURE} and {SKIP} are always there")
        for answer in self.answers:
            if len({p.chain for p in answer.points}) != len(answer.points):
                raise ValueError(f"answer '{answer.id}' points twice to the same outcome: keep one")
        if self.kind == "test" and self.stop_if is None:
            raise ValueError("a test that moves something needs stop_if: when to stop")
        if self.kind == "test" and bool(self.also_called) == bool(self.unnamed):
            raise ValueError("give also_called, the names under which a test is examined, or unnamed: why it has none")
        return self

    def answer(self, id_: str) -> Answer | None:
        """The answer of an id; None for `not_sure`, `skip` and anything unknown."""
        return next((a for a in self.answers if a.id == id_), None)


class Outcome(Record):
    """What is said about one chain, or about something else. At least one agreeing test must be in `needs_one_of`.

    `raised` is said in place of the usual words where enough tests agree.
    """

    id: Id
    name: Text
    plain: Text
    raised: Text | None = None
    needs_one_of: tuple[Id, ...] = ()
    try_first: Text
    exercises: tuple[Id, ...] = ()
    rolling: tuple[Id, ...] = ()
    how_long: Text
    see_someone: Text
    references: Annotated[tuple[Id, ...], AtLeastOne]


class Rules(Record):
    """When an outcome is raised: so many tests must agree, and towards must lead away by so many points."""

    agreeing_tests: Annotated[int, Field(ge=2)]
    lead: Annotated[int, Field(ge=1)]
    explained: Annotated[tuple[Text, ...], AtLeastOne]


class Urgent(Record):
    """The words for one group of stop flags: the group's title, and what holds besides each flag's own action."""

    title: Text
    now: Text


class SoftFlag(Record):
    """What a flag that does not stop changes: advice, where the roller keeps off, what to read, what comes first."""

    flag: Id
    advice: Text
    no_rolling: tuple[Id, ...] = ()
    structure: Id | None = None
    see_someone_first: bool = False
    references: Annotated[tuple[Id, ...], AtLeastOne]


class LeftOut(Record):
    """A test that is often recommended and not asked for here: what it is used for, and why it is left out."""

    id: Id
    name: Text
    also_called: tuple[AlsoCalled, ...] = ()
    used_for: Text
    why: Text
    references: Annotated[tuple[Id, ...], AtLeastOne]


class SelfCheck(Record):
    """The whole self-check: gate, tests, rules, outcomes, and what was left out.

    `call_now` stands before the first question: when not to read on.
    """

    id: Literal["self_check"]
    call_now: Text
    urgent: Mapping[Urgency, Urgent]
    soft: tuple[SoftFlag, ...]
    tests: Annotated[tuple[SelfTest, ...], AtLeastOne]
    rules: Rules
    levels: Mapping[Level, Text]
    nothing_agrees: Text
    retest: Text
    outcomes: Annotated[tuple[Outcome, ...], AtLeastOne]
    left_out: tuple[LeftOut, ...]

    @model_validator(mode="after")
    def _complete(self) -> SelfCheck:
        for words, table, needed in (("urgent", self.urgent, Urgency), ("levels", self.levels, Level)):
            if missing := [str(u) for u in needed if u not in table]:
                raise ValueError(f"{words} has no words for {', '.join(missing)}")
        tests, outcomes = {t.id for t in self.tests}, {o.id for o in self.outcomes}
        if len(tests) != len(self.tests) or len(outcomes) != len(self.outcomes):
            raise ValueError("a test or an outcome is there twice; ids are unique")
        if SOMETHING_ELSE not in outcomes:
            raise ValueError(f"outcomes must have {SOMETHING_ELSE}")
        pointed = {p.chain for t in self.tests for a in t.answers for p in a.points}
        if unknown := sorted(pointed - outcomes):
            raise ValueError(f"answers point to {', '.join(unknown)}, which is no outcome: add it or correct the id")
        if unknown := sorted({n for o in self.outcomes for n in o.needs_one_of} - tests):
            raise ValueError(f"needs_one_of names {', '.join(unknown)}, which is no test")
        return self
