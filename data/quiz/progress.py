"""When each question comes back: scheduling by FSRS (the `fsrs` library), and progress as a file.

Times are always passed in, aware and in UTC; days are those of the reader's own clock.
"""

from __future__ import annotations

import random
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Annotated, Any, Literal

from fsrs import Card, Rating, Scheduler, State
from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError, model_validator

SESSION = 10
LIMIT_BYTES = 400_000
"""A larger file is not read: all questions together take less."""
ROUNDS_MOST = 1_000_000
REMIND = 5
"""After so many rounds a reader is asked to take the progress along as a file."""
_SCHEDULER = Scheduler(enable_fuzzing=False, maximum_interval=3650)
"""Without fuzz the same answers give the same dates; ten years at most, so that a date stays in range."""
_FIRST, _LAST = date(2025, 1, 1), date(2100, 1, 1)
_STABILITY_MAX = 100_000.0


class Kept(BaseModel):
    """What is kept of one question: the state of its FSRS card."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    state: Literal[1, 2, 3]
    step: Annotated[int, Field(ge=0, le=10)] | None
    stability: Annotated[float, Field(gt=0, le=_STABILITY_MAX, allow_inf_nan=False)]
    difficulty: Annotated[float, Field(ge=1, le=10, allow_inf_nan=False)]
    due: AwareDatetime
    last_review: AwareDatetime

    @model_validator(mode="after")
    def _can_be_scheduled(self) -> Kept:
        if (self.step is None) != (self.state == State.Review.value):
            raise ValueError("a card has a step while it is learned, and none afterwards")
        if not all(_FIRST <= t.date() <= _LAST for t in (self.due, self.last_review)):  # beyond, UTC may overflow
            raise ValueError("a date out of range")
        return self


class Progress(BaseModel):
    """All that is kept: a card for each question answered, the days on which a round was finished, how many were.

    What a later version may add beside these is passed over, so that its files can still be read here.
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: Literal[1] = 1
    cards: Mapping[str, Kept] = {}
    days: tuple[date, ...] = ()
    rounds: Annotated[int, Field(ge=0, le=ROUNDS_MOST)] = 0


class UnreadableError(ValueError):
    """Raised for a file that is not progress of this quiz; the message says why in plain words."""


def answered(progress: Progress, question: str, right: bool, now: datetime) -> Progress:
    """The progress after an answer: right moves the question later, wrong brings it back soon."""
    now = _plausible(now)
    card = _card(progress.cards[question]) if question in progress.cards else Card(card_id=1)
    moved, _ = _SCHEDULER.review_card(card, Rating.Good if right else Rating.Again, now)
    return progress.model_copy(update={"cards": {**progress.cards, question: _kept(moved)}})


def finished(progress: Progress, now: datetime, zone: tzinfo = UTC) -> Progress:
    """The progress with one more round, and today among its days as the reader's clock has it."""
    days = _days([*progress.days, _today(now, zone)])
    return progress.model_copy(update={"days": days, "rounds": min(progress.rounds + 1, ROUNDS_MOST)})


def to_be_taken_along(progress: Progress) -> bool:
    """Whether the round just finished is one after which to take the progress along: the fifth, tenth, …"""
    return progress.rounds > 0 and progress.rounds % REMIND == 0


def streak(progress: Progress, now: datetime, zone: tzinfo = UTC) -> int:
    """On how many days in a row, up to today or yesterday, a session was finished."""
    day = _today(now, zone)
    days = set(progress.days)
    if day not in days:
        day -= timedelta(days=1)
    count = 0
    while day in days:
        count += 1
        day -= timedelta(days=1)
    return count


def due(progress: Progress, pool: Collection[str], now: datetime) -> list[str]:
    """The questions of a pool whose time has come, the longest overdue first."""
    waiting = [(progress.cards[q].due, q) for q in pool if q in progress.cards and progress.cards[q].due <= now]
    return [q for _, q in sorted(waiting)]


def session(progress: Progress, pool: Sequence[str], now: datetime, seed: int, length: int = SESSION) -> list[str]:
    """The questions of one session: due ones first, then new ones from every mode in turn, then what is due next."""
    draw = random.Random(seed)
    chosen = due(progress, pool, now)[:length]
    by_mode: dict[str, list[str]] = {}
    for question in pool:
        if question not in progress.cards:
            by_mode.setdefault(question.split(":")[0], []).append(question)
    turns = list(by_mode.values())
    draw.shuffle(turns)  # there may be more modes than room: none is always the last
    for fresh in turns:
        draw.shuffle(fresh)
    while len(chosen) < length and any(turns):
        for fresh in turns:
            if fresh and len(chosen) < length:
                chosen.append(fresh.pop())
    later = sorted((q for q in pool if q in progress.cards and q not in chosen), key=lambda q: progress.cards[q].due)
    return [*chosen, *later[: length - len(chosen)]]


def merged(one: Progress, other: Progress) -> Progress:
    """The progress of two devices: of each question the later answer, and the days of both (keep.js does the same)."""
    cards = dict(one.cards)
    for question, kept in other.cards.items():
        if question not in cards or cards[question].last_review < kept.last_review:
            cards[question] = kept
    return Progress(cards=cards, days=_days([*one.days, *other.days]), rounds=max(one.rounds, other.rounds))


def to_file(progress: Progress) -> str:
    """The progress as JSON, for the browser's store and for export."""
    return progress.model_dump_json()


def from_file(data: str | bytes, known: Collection[str]) -> Progress:
    """Read progress from JSON. Questions that are not `known` are dropped: the content may have changed.

    Raises UnreadableError for anything else than progress of this quiz.
    """
    if len(data) > LIMIT_BYTES:
        raise UnreadableError("The file is too large to be progress of this quiz.")
    try:
        found = Progress.model_validate_json(data)
    except (ValidationError, RecursionError) as error:
        raise UnreadableError("The file is not progress of this quiz, or it is damaged.") from error
    if "version" not in found.model_fields_set or (found.cards and not set(found.cards) & set(known)):
        raise UnreadableError("The file is not progress of this quiz: it holds none of its questions.")
    days = _days(d for d in found.days if _FIRST <= d <= _LAST)
    cards = {q: k for q, k in found.cards.items() if q in known}
    return Progress(cards=cards, days=days, rounds=found.rounds)


def _days(days: Iterable[date]) -> tuple[date, ...]:
    return tuple(sorted(set(days)))[-400:]


def _today(now: datetime, zone: tzinfo) -> date:
    return _plausible(now).astimezone(zone).date()


def _plausible(now: datetime) -> datetime:
    """The time in UTC; where the machine's clock is far off, the nearest time that progress can be kept for."""
    first, last = (datetime.combine(d, time(), UTC) for d in (_FIRST, _LAST - timedelta(days=1)))
    return min(max(now.astimezone(UTC), first), last)


def _card(kept: Kept) -> Card:
    return Card(
        card_id=1, state=State(kept.state), step=kept.step, stability=kept.stability, difficulty=kept.difficulty,
        due=kept.due.astimezone(UTC), last_review=kept.last_review.astimezone(UTC),
    )  # fmt: skip


def _kept(card: Card) -> Kept:
    fields: dict[str, Any] = {k: v for k, v in card.to_dict().items() if k != "card_id"}
    fields["stability"] = min(fields["stability"], _STABILITY_MAX)  # the library knows no upper bound
    fields["due"] = min(card.due, datetime.combine(_LAST, time(), UTC))
    return Kept.model_validate(fields)
