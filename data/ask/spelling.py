"""Slips of the finger and of spelling: an unknown word becomes the known one that is nearest to it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import process
from rapidfuzz.distance import OSA

from data.ask.words import stem

SHORTEST = 5
"""Letters of the shortest word that is put right: shorter ones have too many neighbours."""
LONGEST = 30
"""Letters of the longest."""


class Spelling:
    """The known words, and the nearest of them to an unknown one."""

    def __init__(self, words: Iterable[str]) -> None:
        self._known = frozenset(w for w in words if w.isalpha())
        self._stems = frozenset(stem(w) for w in self._known)
        self._by_first: dict[str, list[str]] = {}
        for word in sorted(self._known):
            if len(word) >= SHORTEST - 1:
                self._by_first.setdefault(word[0], []).append(word)
        self._nearest = lru_cache(maxsize=10_000)(self._near)

    def right(self, word: str) -> str | None:
        """The known word that is meant; None where it is known, with any ending, where it is short, or like none.

        One letter more, fewer, other or swapped in a word of five letters, two in one of nine; the first letter counts
        as right, because people seldom miss it and other words differ there.
        """
        if word in self._known or len(word) < SHORTEST or len(word) > LONGEST or not word.isalpha():
            return None
        return None if stem(word) in self._stems else self._nearest(word)

    def _near(self, word: str) -> str | None:
        found = process.extractOne(
            word, self._by_first.get(word[0], []), scorer=OSA.distance, score_cutoff=1 if len(word) < 8 else 2
        )
        return found[0] if found else None
