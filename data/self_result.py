"""What a self-check comes to: the screen it is at, and what the answers together suggest. Pure: nothing is kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from data.about import Age, Place
from data.catalog import Catalog
from data.model import Urgency
from data.self_check import Direction, Level, Outcome, SelfTest, SoftFlag
from data.stop_flag import StopFlag, fitting

GATE, STOP, TEST, RESULT = "gate", "stop", "test", "result"
"""The screens, in the order in which they come."""


@dataclass(frozen=True)
class Finding:
    """One answer that speaks for or against an outcome."""

    test: SelfTest
    answer: str
    weight: int


@dataclass(frozen=True)
class Weighed:
    """One outcome with what speaks for and against it. `rolling` are the structures that may be offered to a roller.

    `exercises` are those that may be offered; `left_out` those that hurt in a test, among them and their next steps.
    """

    outcome: Outcome
    level: Level
    towards: tuple[Finding, ...]
    away: tuple[Finding, ...]
    rolling: tuple[str, ...]
    exercises: tuple[str, ...]
    left_out: tuple[str, ...]


@dataclass(frozen=True)
class Result:
    """What a self-check comes to. With `stops` or `unanswered` flags there are no outcomes: the gate comes first."""

    stops: tuple[StopFlag, ...]
    unanswered: tuple[StopFlag, ...]
    outcomes: tuple[Weighed, ...] = ()
    soft: tuple[SoftFlag, ...] = ()
    notes: tuple[str, ...] = ()
    answered: int = 0

    @property
    def raised(self) -> tuple[Weighed, ...]:
        """The outcomes for which enough tests agree."""
        return tuple(w for w in self.outcomes if w.level is Level.RAISED)

    @property
    def see_someone_first(self) -> bool:
        """Whether everything else can wait until someone has looked at it."""
        return any(s.see_someone_first for s in self.soft)


def result(
    answers: Mapping[str, str],
    flags: Mapping[str, bool],
    content: Catalog,
    place: Place | None = None,
    age: Age | None = None,
) -> Result:
    """Weigh answers (test id to answer id) behind the gate (flag id to yes).

    A stopping flag wins over any answers, whether asked at the gate or met in a test, and whatever place and age; a
    flag that fits them and has no answer keeps the gate shut. Unknown ids count as not answered.
    """
    check = content.self_check
    given = [(t, a) for t in check.tests if (a := t.answer(answers.get(t.id, "")))]
    met = {a.flag for _, a in given if a.flag} | {f for f, yes in flags.items() if yes is True}
    urgency = list(Urgency)
    known = content.stop_flags.values()
    stops = tuple(sorted((f for f in known if f.stops and f.id in met), key=lambda f: urgency.index(f.urgency)))
    unanswered = tuple(f for f in fitting(known, place, age) if not isinstance(flags.get(f.id), bool))
    if stops or unanswered:
        return Result(stops, unanswered)
    soft = tuple(s for s in check.soft if s.flag in met)
    off = {s for flag in soft for s in flag.no_rolling}
    sore = {e for _, a in given for e in a.leaves_out}

    def findings(outcome: Outcome, direction: Direction) -> tuple[Finding, ...]:
        return tuple(
            Finding(test, answer.label, p.weight)
            for test, answer in given
            for p in answer.points
            if p.chain == outcome.id and p.direction is direction
        )

    weighed = []
    for outcome in check.outcomes:
        towards, away = findings(outcome, Direction.TOWARDS), findings(outcome, Direction.AWAY)
        lead = sum(f.weight for f in towards) - sum(f.weight for f in away)
        agree = len(towards) >= check.rules.agreeing_tests and lead >= check.rules.lead
        right_kind = not outcome.needs_one_of or any(f.test.id in outcome.needs_one_of for f in towards)
        level = (
            Level.RAISED if agree and right_kind else Level.OPEN if towards else Level.AWAY if away else Level.SILENT
        )
        rolling = tuple(r for r in outcome.rolling if r not in off)
        offered = tuple(e for e in outcome.exercises if e not in sore)
        steps = (content.exercises[e].next_step.exercise for e in offered)
        left_out = tuple(dict.fromkeys(e for e in (*outcome.exercises, *steps) if e in sore))
        weighed.append(Weighed(outcome, level, towards, away, rolling, offered, left_out))
    notes = tuple(dict.fromkeys(a.note for _, a in given if a.note))
    return Result((), (), tuple(weighed), soft, notes, len(given))


def screen(
    answers: Mapping[str, str],
    flags: Mapping[str, bool],
    content: Catalog,
    at: int | None,
    place: Place | None = None,
    age: Age | None = None,
) -> tuple[str, int]:
    """The screen that may be shown, and the number of the test where it is one.

    `at` is where the reader wants to be: None is the gate, 0 the first test, the number of tests the result. Whatever
    is wanted, a stop comes first, then the gate; and no test may be passed that has no answer yet.
    """
    found = result(answers, flags, content, place, age)
    if found.stops:
        return STOP, 0
    if found.unanswered or at is None:
        return GATE, 0
    tests = content.self_check.tests
    first_open = next((n for n, t in enumerate(tests) if t.id not in answers), len(tests))
    wanted = max(0, min(at, first_open))
    return (RESULT, 0) if wanted == len(tests) else (TEST, wanted)
