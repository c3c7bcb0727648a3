"""How well documents fit words: BM25 with names above sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import bm25s
import numpy as np
from numpy.typing import NDArray

from data.ask.documents import Document
from data.ask.words import STOP, stem, tokens

WEIGHTS = {"names": 4, "head": 3, "body": 1}
"""How often a word of each part of a document counts."""
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


def _weighted(document: Document) -> list[str]:
    parts: dict[str, Iterable[str]] = {"names": document.names, "head": [document.head], "body": [document.body]}
    return [s for part, texts in parts.items() for t in texts for s in stems(t) * WEIGHTS[part]]
