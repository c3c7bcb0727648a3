"""How well documents fit words: BM25 with names above sentences."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

from data.ask.documents import Document
from data.ask.words import STOP, stem, tokens

WEIGHTS = {"names": 4, "head": 3, "body": 1}
"""How often a word of each part of a document counts."""
SEVERAL = 3
"""So many words must be sought before it says something that a record holds them all."""
Scores = NDArray[np.float32]


def stems(text: str) -> list[str]:
    """The stems of a text that carry meaning."""
    return [stem(t) for t in tokens(text) if t not in STOP]


class Ranking:
    """BM25 over all documents."""

    def __init__(self, documents: Sequence[Document]) -> None:
        texts = [_weighted(d) for d in documents]
        self.size = len(texts)
        self.words = frozenset(s for t in texts for s in t)
        self._bm25 = bm25s.BM25()
        self._bm25.index(texts, show_progress=False)
        self._known: dict[str, Scores] = {}
        self._heads = [frozenset(s for text in (*d.names, d.head) for s in stems(text)) for d in documents]
        self._places: dict[str, list[int]] = defaultdict(list)
        for n, head in enumerate(self._heads):
            for known in head:
                self._places[known].append(n)

    def of(self, stem: str) -> Scores:
        """The score of every document for one stem."""
        if stem not in self._known:
            self._known[stem] = np.asarray(self._bm25.get_scores([stem]), dtype=np.float32)
        return self._known[stem]

    def scores(self, sought: Mapping[str, float]) -> Scores:
        """The score of every document for stems, each with its weight."""
        found: Scores = np.zeros(self.size, dtype=np.float32)
        for known in sought.keys() & self.words:
            found += self.of(known) * sought[known]
        return found

    def cover(self, sought: Collection[str]) -> Scores:
        """How much of what is sought, rare words counting more, stands in names and sentence: over half of it, to 1."""
        found: Scores = np.zeros(self.size, dtype=np.float32)
        whole = 0.0
        for known in sought:
            places = self._places.get(known, [])
            rarity = math.log(1 + self.size / (1 + len(places)))
            whole += rarity
            found[places] += rarity
        return np.maximum(0, 2 * found / whole - 1) if len(sought) >= SEVERAL else found * 0


def _weighted(document: Document) -> list[str]:
    parts: dict[str, Iterable[str]] = {"names": document.names, "head": [document.head], "body": [document.body]}
    return [s for part, texts in parts.items() for t in texts for s in stems(t) * WEIGHTS[part]]
