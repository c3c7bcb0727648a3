"""Story: a condition's typical story, told without its name; which of four names goes with it?

For learning: a story is never said to be the reader's. A name is a wrong answer only where the records tell the two
apart: most of what is told is in no line of the other's record, place and strain are not both the same, and no record
says that the two cannot be told apart or go together.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from functools import cache

from data.catalog import Catalog
from data.condition import Condition, Likelihood, Spot
from data.quiz.choices import mixed
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.wording import capital, ended, sentence

PROMPT = "Which name goes with this story?"
BEGINS, FELT, WORSE, EASES, ALSO = "Begins", "Felt", "Worse with", "Eases with", "Also"
TELLING = 3
"""So many things that are told must be in no line of a wrong answer's record."""
BOTH = re.compile(r"cannot be told apart|can be both|have both|often together")
"""What a record says of a look-alike that is then no wrong answer."""
_ASIDE = re.compile(r" \([^)]*\)")
_NO_TELL = re.compile(
    r"(?:with|from|than|that|then|this|them|they|when|where|often|less|more|most|much|some|sometimes|about|"
    r"after|before|into|over|under|other|others|pain|pains|problems|sources|syndrome|related|typical|same|"
    r"each|every|very|also|people|what|which|brings|bring|hurt|hurts|feels|felt|first|long|usually|within|"
    r"minutes|half|hour|seldom)$"
)
"""Words that tell nothing, in a line or in a name."""


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    mine = [c for c in catalog.conditions.values() if any(in_region(i, options.region) for i in _drawn(c, catalog))]
    return [c.id for c in mine if len(wrong(c, catalog)) >= 3]


def ask(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """Which name goes with the story? `subject` is the id of the condition."""
    found = catalog.conditions[subject]
    others = wrong(found, catalog)
    if len(others) < 3:
        raise KeyError(subject)
    near = list(others)[: max(3, sum(a.condition in others for a in found.look_alikes))]
    choices = mixed((found.id, found.name), [(i, catalog.conditions[i].name) for i in near], draw)
    return Question(
        f"story:{subject}",
        Mode.STORY,
        PROMPT,
        (found.id,),
        choices,
        f"Points towards it: {'; '.join(found.points.towards)}.",
        misses={i: sentence(others[i]) for i, _ in choices if i in others},
        told=told(found),
        condition=found.id,
    )


def told(found: Condition) -> tuple[tuple[str, str], ...]:
    """The story in rows: how it begins, where it is felt, what makes it worse and what eases it, never by name."""
    rows: dict[str, list[str]] = {}
    for row, line in _lines(found):
        rows.setdefault(row, []).append(line)
    return tuple((row, capital(ended("; ".join(lines)))) for row, lines in rows.items())


def wrong(found: Condition, catalog: Catalog) -> dict[str, str]:
    """The conditions that the story surely does not fit, look-alikes first, each with what tells it apart."""
    apart = {a.condition: a.apart for a in found.look_alikes}
    beside = {c.condition: c.why for p in catalog.places_of(found.id) for c in p.conditions if c.condition != found.id}
    return {i: words for i, words in {**apart, **beside, **apart}.items() if clear(found, catalog.conditions[i])}


@cache
def clear(found: Condition, other: Condition) -> bool:
    """Whether the story of one condition can be told from another's record."""
    said = [a.apart for x, y in ((found, other), (other, found)) for a in x.look_alikes if a.condition == y.id]
    if any(BOTH.search(words) for words in said):
        return False
    here = shared(found, other)
    both = {row for row, _ in here}
    if _at(found) & _at(other):  # felt at the very same place: then one word of the strain in common is too much
        both |= {FELT} | ({WORSE} if _strain(found) & _strain(other) else set())
    telling = sum(row != EASES and bool(_stems(line)) for row, line in _lines(found)) - len(here)
    return telling >= TELLING and telling > len(here) and not {FELT, WORSE} <= both


def shared(found: Condition, other: Condition) -> list[tuple[str, str]]:
    """What is told of one condition that another's record has in the same row too: (row, line).

    What eases is told and does not count: rest eases nearly everything.
    """
    lines = other.story.worse + other.points.towards
    known = {
        BEGINS: _parts(other.story.onset),
        FELT: [p for s in other.spots for p in _parts(s.text)],
        WORSE: [p for line in lines for p in _parts(line)],
        ALSO: [p for line in lines for p in _parts(line)],
    }
    return [(row, line) for row, line in _lines(found) if any(_alike(line, k) for k in known.get(row, ()))]


def names(found: Condition, line: str) -> bool:
    """Whether a line gives the answer away: a word of the name that is a choice, or what people call it."""
    said = line.casefold()
    called = any(name.casefold() in said for name in (found.short_name, *found.words.also))
    return called or bool(_stems(found.name) & _stems(line))


def _lines(found: Condition) -> Iterator[tuple[str, str]]:
    """What is told, row by row, each thing by itself: without asides, and nothing with a word of the names.

    Where the beginning or the place would give the name away, what points towards it is told instead.
    """
    felt = (s.text.split(";")[0] for s in _typical(found) if not s.text.startswith("the same place"))
    rows = {BEGINS: (found.story.onset,), FELT: tuple(felt), WORSE: found.story.worse, EASES: found.story.eases}
    kept = {row: [p for line in lines for p in _parts(line) if not names(found, p)] for row, lines in rows.items()}
    if not kept[BEGINS] or not kept[FELT]:
        kept[ALSO] = [p for line in found.points.towards for p in _parts(line) if not names(found, p)]
    for row in (BEGINS, FELT, WORSE, ALSO, EASES):
        yield from ((row, line) for line in dict.fromkeys(kept.get(row, ())))


def _typical(found: Condition) -> list[Spot]:
    return [s for s in found.spots if s.likelihood is Likelihood.TYPICAL]


def _at(found: Condition) -> set[str | None]:
    """What is drawn at the places where it is usually felt, and their landmarks."""
    return {s.structure or s.landmark for s in _typical(found)}


def _strain(found: Condition) -> frozenset[str]:
    return frozenset(stem for line in found.story.worse for stem in _stems(line))


def _drawn(found: Condition, catalog: Catalog) -> list[str]:
    """What is drawn where it is usually felt."""
    return [s.structure or catalog.landmarks[str(s.landmark)].near for s in _typical(found)]


def _parts(line: str) -> list[str]:
    """The things that a line tells, one by one."""
    return _ASIDE.sub("", line).rstrip(".").split("; ")


@cache
def _alike(one: str, other: str) -> bool:
    """Whether two lines tell the same: half of the telling words of the shorter one are in the other."""
    a, b = _stems(one), _stems(other)
    return bool(a & b) and 2 * len(a & b) >= min(len(a), len(b))


@cache
def _stems(text: str) -> frozenset[str]:
    """Beginnings of the words that tell something: 'running' and 'runs' are alike, and so are 'snap' and 'snapping'."""
    return frozenset(w[:4] for w in re.findall(r"[a-z]{4,}", text.casefold()) if not _NO_TELL.match(w))
