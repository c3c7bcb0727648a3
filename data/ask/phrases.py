"""Phrases of lay words, found in a question: all words of a phrase near each other, in any order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from data.ask.words import Word, words

SLACK, WIDER = 4, 2
"""How many other words may stand between those of a phrase: so many, and so many more for each of its parts."""
SPOILT = 3
"""How near a phrase of `unless` must stand to spoil a match."""
PART = re.compile(r"\{[^{}]*\}|[^\s{}]+")


@dataclass(frozen=True)
class Match:
    """Where something fits: first and last place, and every place that is used."""

    first: int
    last: int
    used: frozenset[int]


@dataclass(frozen=True)
class Phrase:
    """One phrase: its parts are stems, any of which is enough, or the id of another lay word."""

    parts: tuple[frozenset[str] | str, ...]

    @property
    def length(self) -> int:
        """How many parts it has: the more, the surer what is meant."""
        return len(self.parts)


def phrase(text: str) -> Phrase:
    """A phrase as it is written in content: '{swollen} calf|leg'."""
    parts: list[frozenset[str] | str] = []
    for part in PART.findall(text):
        if part.startswith("{"):
            parts.append(part[1:-1])
        elif part.startswith("age:"):
            parts.append(frozenset({part}))
        elif "|" in part:
            parts.append(frozenset(w.stem for option in part.split("|") for w in words(option)))
        else:
            parts.extend(frozenset({w.stem}) for w in words(part))
    return Phrase(tuple(parts))


@dataclass
class Reading:
    """One question while phrases are looked for in it; what was found of a lay word is kept."""

    question: Sequence[Word]
    meanings: Mapping[str, Iterable[Phrase]]
    unless: Mapping[str, Iterable[Phrase]]
    found: dict[str, list[Match]] = field(default_factory=dict)

    @cached_property
    def places(self) -> dict[str, list[int]]:
        """Where each stem stands."""
        found: dict[str, list[int]] = {}
        for word in self.question:
            for stem in {word.stem, *word.also}:
                found.setdefault(stem, []).append(word.at)
        return found

    def meaning(self, id_: str) -> list[Match]:
        """Everywhere that a lay word fits."""
        if id_ not in self.found:
            self.found[id_] = []  # while it is being looked for: a circle finds nothing
            matches = {m for p in self.meanings.get(id_, ()) for m in self.matches(p)}
            spoilers = [s for p in self.unless.get(id_, ()) for s in self.matches(p)] if matches else []
            kept = (m for m in matches if not any(_spoils(s, m) for s in spoilers))
            self.found[id_] = sorted(kept, key=lambda m: (m.first, m.last))
        return self.found[id_]

    def matches(self, sought: Phrase) -> list[Match]:
        """Everywhere that a phrase fits."""
        options: list[list[Match]] = []
        for part in sought.parts:
            here = self.meaning(part) if isinstance(part, str) else self._stems(part)
            if not here:
                return []
            options.append(here)
        rarest = min(range(len(options)), key=lambda n: len(options[n]))
        others = [o for n, o in enumerate(options) if n != rarest]
        return [m for start in options[rarest] if (m := _joined(start, others))]

    def _stems(self, stems: frozenset[str]) -> list[Match]:
        places = sorted(p for s in stems for p in self.places.get(s, ()))
        return [Match(p, p, frozenset({p})) for p in places]


def _joined(start: Match, others: list[list[Match]]) -> Match | None:
    """One match with the nearest of each other part; None where they stand too far apart."""
    first, last, used = start.first, start.last, start.used
    for options in others:
        near = bisect_left(options, first, key=lambda m: m.first)
        around = [m for m in options[max(0, near - 4) : near + 4] if not m.used & used]
        if not around:
            return None
        best = min(around, key=lambda m: max(m.last, last) - min(m.first, first))
        first, last, used = min(first, best.first), max(last, best.last), used | best.used
    return Match(first, last, used) if last - first + 1 - len(used) <= SLACK + WIDER * (len(others) + 1) else None


def _spoils(spoiler: Match, match: Match) -> bool:
    return spoiler.first <= match.last + SPOILT and spoiler.last >= match.first - SPOILT


def denied(match: Match, question: Sequence[Word]) -> bool:
    """Whether a word of it is denied by a word that is no part of it: 'no fever' is, 'does not heal' is not."""
    deniers = {question[at].denier for at in match.used} - {None}
    return bool(deniers - match.used)
