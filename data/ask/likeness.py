"""How alike a question is to what people say when they are in danger, and to what they say when they are not.

Phrases find what was thought of; people say it in words of which nobody thought. So every sentence of the sayings, and
every question, becomes a set of marks: its words, its pairs of neighbours, what its words stand for (the lay words of
one word), and which of these stand together. Ridge regression weighs each mark, once, when the index is made: how much
it speaks for danger at all, and for each stop flag. Nothing is learned from readers.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from data.ask.phrases import phrase
from data.ask.words import STOP, Word, stem, tokens
from data.lay_word import LayWord

SAYS = "cant no not never my is does how what why can should his her he she now been just wont down since had"
SILENT = STOP - frozenset(SAYS.split())
"""Small words that tell nothing here; those of `SAYS` do: 'should i' asks, 'he cant' reports."""
EMPTY_WORDS = """
ago aunt boy brother came child dad daughter day days father feel feeling feels felt female friend girl gran grandad
hes hour hours husband itd itll keeps kid last m man minute minutes month months mother mum nan partner shed shes
since sister someone something son theres theyre today tonight took tried week weeks went whats wife woman year years
yesterday youre
"""
EMPTY = STOP | frozenset(stem(word) for word in (*STOP, *EMPTY_WORDS.split()))
"""Stems that say nothing of a danger by themselves, however often people in danger say them: 'i have', 'since'."""
GENERAL_WORDS = """
ache aches aching air ankle arm arms autumn back bathroom belt big body bone bus buttock calf car cast catch catches
cell climb climbing clip colour complains dancer diver earlier egg evening everything fifteen firm foot fortnight
fresh give gives giving glute groin gun halfway ham hamstring hang heel high himself hip hurt hurts joint kitchen knee
later lean leg loo low mad mass metres missed muscle myself netball night nine nothing noticed nut onto open opened
pain painful pains pavement physio pill plate plum push quad related round shot shoulder shoulders side size skin
socket solid sore sprinter stair stairs stomach stone straight stress stuff swaps symptoms thigh toe toes toilet
trousers tummy twice upstairs waves wee yards
"""
GENERAL = frozenset(stem(word) for word in GENERAL_WORDS.split())
"""Stems of which one alone says nothing of a danger: where, who, when, that it hurts."""
SHORTEST = 3
"""Letters from which a word says something: 'yo' and 'pe' are also how others begin."""
ENOUGH = 3
"""So many general words speak like one that is not."""
NEIGHBOURS = TOGETHER = 0.7
"""What two neighbouring words count, and two meanings that stand together, where one word counts 1."""
RIDGE = 1.0
"""How much a single sentence is mistrusted."""
OFTEN = 2
"""A mark that stands in fewer sentences says nothing of others."""
Marks = dict[str, float]
Known = Sequence[tuple[Sequence[Word], frozenset[str]]]
"""Sentences as words, and the flags of each: none where it is calm."""


@dataclass(frozen=True)
class Likeness:
    """What a question is like: danger at all (1) or none (-1), and each flag, the likest first.

    `heard` is whether its words say enough to be like anything: 'i have' is how many a danger begins, and no danger.
    """

    danger: float
    flags: tuple[tuple[str, float], ...]
    heard: bool = True


class Sayings:
    """Everything that people said, weighed."""

    def __init__(self, known: Known, lay_words: Mapping[str, LayWord]) -> None:
        self._stands_for = _stands_for(lay_words)
        self._unless = {id_: [_stems(text) for text in lay.unless if "{" not in text] for id_, lay in lay_words.items()}
        self._flags = sorted({flag for _, flags in known for flag in flags})
        marks = [self.marks(asked) for asked, _ in known]
        often = Counter(mark for each in marks for mark in each)
        kept = sorted(mark for mark, times in often.items() if times >= OFTEN)
        self._place = {mark: n for n, mark in enumerate(kept)}
        self._rare = {mark: math.log((1 + len(known)) / (1 + often[mark])) for mark in kept}
        self._weights, self._mean = self._weigh(marks, [flags for _, flags in known])

    def marks(self, asked: Sequence[Word]) -> Marks:
        """The marks of a question: what is denied is another mark than what is said."""
        found: Marks = {}
        meant: set[str] = set()
        here = frozenset(word.stem for word in asked)
        for n, word in enumerate(asked):
            denied = "" if word.denier is None else "~"
            if word.text not in SILENT:
                found[denied + word.stem] = 1.0
            if n:
                found[f"{asked[n - 1].stem} {word.stem}"] = NEIGHBOURS
            meant.update(also for also in word.also if ":" in also)
            fits = (id_ for id_ in self._stands_for.get(word.stem, ()) if not any(u <= here for u in self._unless[id_]))
            meant.update(denied + id_ for id_ in fits)
        found.update({f"@{id_}": 1.0 for id_ in meant})
        found.update({f"@{one}@{other}": TOGETHER for one, other in combinations(sorted(meant), 2)})
        return found

    def like(self, asked: Sequence[Word]) -> Likeness:
        """What a question is like."""
        here, there = self._row(self.marks(asked))
        found = self._mean + there @ self._weights[here] if here else self._mean
        flags = sorted(zip(self._flags, found[1:].tolist(), strict=True), key=lambda f: (-f[1], f[0]))
        return Likeness(float(found[0]), tuple(flags), self._hears(asked))

    def _hears(self, asked: Sequence[Word]) -> bool:
        """Whether a known word says something, or several general ones do; no little word, number or letter does."""
        said = {
            w.stem for w in asked if len(w.text) >= SHORTEST and not w.text.isdigit() and w.text not in STOP
        } - EMPTY
        known = {s for s in said if s in self._place or f"~{s}" in self._place}
        return bool(known - GENERAL) or len(known) >= ENOUGH

    def _row(self, marks: Marks) -> tuple[list[int], NDArray[np.float32]]:
        """The places of the marks that are known, and what each counts; all together have the length 1."""
        here = [mark for mark in marks if mark in self._place]
        row = np.array([marks[mark] * self._rare[mark] for mark in here], dtype=np.float32)
        return [self._place[mark] for mark in here], row / max(float(np.linalg.norm(row)), 1e-9)

    def _weigh(self, marks: Sequence[Marks], flags: Sequence[frozenset[str]]) -> tuple[NDArray[np.float32], ...]:
        rows = np.zeros((len(marks), len(self._place)), dtype=np.float32)
        for n, each in enumerate(marks):
            here, there = self._row(each)
            rows[n, here] = there
        told = np.array([[1.0 if f else -1.0, *(float(x in f) for x in self._flags)] for f in flags], dtype=np.float32)
        mean = told.mean(axis=0)
        alike = rows @ rows.T + RIDGE * np.eye(len(rows), dtype=np.float32)
        return rows.T @ np.linalg.solve(alike, told - mean), mean


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(token) for token in tokens(text.replace("_", " ")))


def _stands_for(lay_words: Mapping[str, LayWord]) -> Mapping[str, frozenset[str]]:
    """The lay words that lead nowhere by themselves, by each stem that is enough for them alone."""
    building = {id_: lay for id_, lay in lay_words.items() if not (lay.targets or lay.means or lay.elsewhere)}
    parts = {id_: [p[0] for text in lay.words if len(p := phrase(text).parts) == 1] for id_, lay in building.items()}

    def stems(id_: str) -> Iterable[str]:
        for part in parts.get(id_, ()):
            yield from stems(part) if isinstance(part, str) else part if isinstance(part, frozenset) else ()

    found: dict[str, set[str]] = defaultdict(set)
    for id_ in building:
        for known in stems(id_):
            if not known.isdigit():  # '38' is a fever or an age: what stands around it tells
                found[known].add(id_)
    return {known: frozenset(ids) for known, ids in found.items()}
