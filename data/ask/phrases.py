"""Phrases of lay words, found in a question: all words of a phrase near each other, in any order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Generic, TypeVar

from data.ask.words import Word, stem, tokens
from data.lay_word import LayWord

Owner = TypeVar("Owner")
SLACK, WIDER = 4, 2
"""How many other words may stand between those of a phrase: so many, and so many more for each of its parts."""
SPOILT = 3
"""How near a phrase of `unless` must stand to spoil a match."""
PART = re.compile(r"\{[^{}]*\}|[^\s{}]+")
Part = frozenset[str] | tuple[str, ...] | str
"""A part of a phrase: stems of which any is enough, stems that follow each other, or the id of another lay word."""


@dataclass(frozen=True)
class Match:
    """Where something fits: first and last place, and every place that is used."""

    first: int
    last: int
    used: frozenset[int]


@dataclass(frozen=True)
class Phrase:
    """One phrase. `key` are stems of which one must be in a question before the phrase is looked for."""

    parts: tuple[Part, ...]
    key: frozenset[str] = frozenset()


def phrase(text: str) -> Phrase:
    """A phrase as it is written in content: '{swollen} calf|leg', 'tight it_band'."""
    parts: list[Part] = []
    for part in PART.findall(text):
        if part.startswith("{"):
            parts.append(part[1:-1])
        elif part.startswith("age:"):
            parts.append(frozenset({part}))
        elif "|" in part:
            parts.append(frozenset(stem(t) for option in part.split("|") for t in tokens(option)))
        elif "_" in part:
            parts.append(tuple(stem(t) for t in tokens(part.replace("_", " "))))
        else:
            parts.extend(frozenset({stem(t)}) for t in tokens(part))
    keys = [p if isinstance(p, frozenset) else frozenset(p[-1:]) for p in parts if not isinstance(p, str)]
    return Phrase(tuple(parts), min(keys, key=len) if keys else frozenset())


class Shelf(Generic[Owner]):
    """Phrases of several owners, by the stems of their keys: of thousands a question has a few dozen."""

    def __init__(self, phrases: Mapping[Owner, Iterable[Phrase]]) -> None:
        self._phrases = [(owner, each) for owner, own in phrases.items() for each in own]
        self._by_stem: dict[str, list[int]] = defaultdict(list)
        for n, (_, each) in enumerate(self._phrases):
            for known in each.key:
                self._by_stem[known].append(n)

    def found(self, stems: Iterable[str]) -> Mapping[Owner, Sequence[Phrase]]:
        """By owner those of which a key is among some stems, in the order that they were given in."""
        found: dict[Owner, list[Phrase]] = defaultdict(list)
        for n in sorted({n for known in stems for n in self._by_stem.get(known, ())}):
            owner, each = self._phrases[n]
            found[owner].append(each)
        return found


class Phrasebook:
    """The phrases of all lay words, and by which stems they can be found."""

    def __init__(self, lay_words: Mapping[str, LayWord]) -> None:
        self._written = {id_: [phrase(t) for t in w.words] for id_, w in lay_words.items()}
        self._keys: dict[str, frozenset[str]] = {}
        self.meanings = Shelf({id_: [self._keyed(p) for p in phrases] for id_, phrases in self._written.items()})
        spoiling = {id_: [self._keyed(phrase(_in_a_row(t))) for t in w.unless] for id_, w in lay_words.items()}
        self.unless = Shelf(spoiling)

    def _keyed(self, sought: Phrase) -> Phrase:
        """A phrase with its key: where it names only other lay words, the key of the one that is found by fewest."""
        if sought.key:
            return sought
        return Phrase(sought.parts, min((self._key(p) for p in sought.parts if isinstance(p, str)), key=len))

    def _key(self, id_: str) -> frozenset[str]:
        if id_ not in self._keys:
            keys = (self._keyed(p).key for p in self._written.get(id_, ()))
            self._keys[id_] = frozenset(s for key in keys for s in key)
        return self._keys[id_]


@dataclass
class Reading:
    """One question while phrases are looked for in it; what was found of a lay word is kept."""

    question: Sequence[Word]
    book: Phrasebook
    _found: dict[str, list[Match]] = field(default_factory=dict)

    @cached_property
    def places(self) -> Mapping[str, Sequence[int]]:
        """Where each stem stands."""
        found: dict[str, list[int]] = defaultdict(list)
        for word in self.question:
            for known in {word.stem, *word.also}:
                found[known].append(word.at)
        return found

    @cached_property
    def _sought(self) -> Mapping[str, Sequence[Phrase]]:
        return self.book.meanings.found(self.places)

    @cached_property
    def _spoiling(self) -> Mapping[str, Sequence[Phrase]]:
        return self.book.unless.found(self.places)

    def meanings(self) -> dict[str, list[Match]]:
        """Every lay word that fits, and where, in the order of the ids."""
        return {id_: found for id_ in sorted(self._sought) if (found := self.meaning(id_))}

    def meaning(self, id_: str) -> list[Match]:
        """Everywhere that a lay word fits."""
        if id_ not in self._found:
            matches = {m for p in self._sought.get(id_, ()) for m in self.matches(p)}
            spoilers = [m for p in self._spoiling.get(id_, ()) for m in self.matches(p)] if matches else []
            kept = (m for m in matches if not any(_spoils(s, m) for s in spoilers))
            self._found[id_] = sorted(kept, key=lambda m: (m.first, m.last))
        return self._found[id_]

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

    def _stems(self, stems: frozenset[str] | tuple[str, ...]) -> list[Match]:
        if isinstance(stems, tuple):
            starts = [p for p in self.places.get(stems[0], ()) if self._follow(p, stems)]
            return [Match(p, p + len(stems) - 1, frozenset(range(p, p + len(stems)))) for p in starts]
        places = sorted(p for known in stems for p in self.places.get(known, ()))
        return [Match(p, p, frozenset({p})) for p in places]

    def _follow(self, start: int, stems: tuple[str, ...]) -> bool:
        return all(start + n in self.places.get(known, ()) for n, known in enumerate(stems))


def _in_a_row(text: str) -> str:
    """What spoils a match stands as it is written: 'fall in' is not 'in a fall'."""
    return text if "{" in text else "_".join(text.split())


def denied(match: Match, question: Sequence[Word]) -> bool:
    """Whether a word of it is denied by a word that is no part of it: 'no fever' is, 'does not heal' is not."""
    deniers = {question[at].denier for at in match.used} - {None}
    return bool(deniers - match.used)


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
