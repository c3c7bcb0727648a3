"""Names that begin like what is typed: what is found while a word is still unfinished ('sart')."""

from __future__ import annotations

from typing import NamedTuple

from data.ask.answer import Answer
from data.ask.documents import documents
from data.ask.words import tokens
from data.catalog import Catalog

KINDS = ("structure", "bone", "group", "condition", "chain", "exercise", "test", "left_out", "context", "place")
"""What has a name that people would type, in the order in which equals are shown."""
MOST = 6
FEWEST = 2
"""Letters from which names are sought: one letter begins too many."""
WORDS = 5
"""More words than this are a sentence."""


class _Name(NamedTuple):
    kind: str
    id: str
    words: tuple[str, ...]
    rank: int
    """0 for the name that stands on the card, then the others in their order."""


class Beginnings:
    """Every name of a catalog, ready to be begun."""

    def __init__(self, catalog: Catalog) -> None:
        self._names = [
            _Name(d.kind, d.id, tuple(tokens(name)), rank)
            for d in documents(catalog)
            if d.kind in KINDS
            for rank, name in enumerate(d.names)
        ]

    def of(self, question: str) -> tuple[Answer, ...]:
        """The records with a name in which every word of the question begins a word of its own, the nearest first."""
        typed = tokens(question)
        if not typed or len(typed) > WORDS or sum(map(len, typed)) < FEWEST:
            return ()
        best: dict[tuple[str, str], tuple[bool, bool, int, int, int]] = {}
        for name in self._names:
            if _begun(typed, name.words):
                whole = tuple(typed) != name.words
                behind = not _in_front(typed, name.words)
                here = (whole, behind, KINDS.index(name.kind), len(name.words), name.rank)
                best[name.kind, name.id] = min(best.get((name.kind, name.id), here), here)
        order = sorted(best, key=lambda found: best[found])[:MOST]
        return tuple(Answer(kind, id_, 1.0, matched=tuple(typed)) for kind, id_ in order)

    def group(self, question: str) -> Answer | None:
        """The group of which the question is a whole name: what it is comes before its members."""
        typed = tuple(tokens(question))
        found = next((n for n in self._names if n.kind == "group" and n.words == typed), None)
        return Answer("group", found.id, 1.0, matched=typed) if found else None

    def means(self, question: str, kind: str, id_: str) -> bool:
        """Whether the question is the beginning of a name of this record, so that it is meant by name."""
        typed = tokens(question)
        return bool(typed) and any(_in_front(typed, n.words) for n in self._names if (n.kind, n.id) == (kind, id_))


def _in_front(typed: list[str], words: tuple[str, ...]) -> bool:
    return " ".join(words).startswith(" ".join(typed))


def _begun(typed: list[str], words: tuple[str, ...]) -> bool:
    left = list(words)
    for start in sorted(typed, key=len, reverse=True):
        found = next((w for w in left if w.startswith(start)), None)
        if found is None:
            return False
        left.remove(found)
    return True
