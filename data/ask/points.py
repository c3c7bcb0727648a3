"""How much speaks for each document: what people mean, what it is called, the words that it shares with a question."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from data.ask.phrases import Match
from data.ask.ranking import Ranking, stems
from data.ask.words import STOP, Word, stem
from data.lay_word import LayWord

MEANT = 7.0
"""What a lay word gives to its first target; each further word that fits gives `LONGER`, each later target less."""
NAMED = 2.5
"""What a name gives that stands in the question."""
LONGER = 2.5
LATER = 0.06
LITTLE = 0.3
"""What a small word counts in a phrase: 'before or after' says less than 'sciatic nerve'."""
GENERAL = 0.45
"""The weight of a lay word that only names a place or a part."""
ADDED = 0.5
"""The weight of a word that a lay word adds, where one of the reader's own has 1."""
COVERED = 8.0
"""What a record gets whose name or one sentence holds every word of the question."""
SLIP = 0.8
"""The weight of a word that was put right."""


@dataclass(frozen=True)
class Meaning:
    """A lay word that fits a question, its best match, and how much speaks for it: words, small ones counting less."""

    lay: LayWord
    match: Match
    length: float


def weight(match: Match, asked: Sequence[Word]) -> float:
    """How much a match says: one for a word that carries meaning, little for one that does not."""
    return sum(LITTLE if asked[at].text in STOP else 1.0 for at in match.used)


@dataclass
class Tally:
    """The points of documents by number, and the places of the words that led to them."""

    points: dict[int, float] = field(default_factory=lambda: defaultdict(float))
    places: dict[int, set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, document: int, points: float, used: Iterable[int] = ()) -> None:
        """Add points to a document, and the words that gave them."""
        self.points[document] += points
        self.places[document].update(used)

    def add_meaning(self, meaning: Meaning, places: Mapping[str, Sequence[int]]) -> None:
        """Add what a lay word gives to the documents of its targets."""
        worth = (MEANT + LONGER * (meaning.length - 1)) * (GENERAL if meaning.lay.general else 1)
        for rank, target in enumerate(meaning.lay.targets):
            for document in places.get(target, ()):
                self.add(document, worth * (1 - LATER * min(rank, 8)), meaning.match.used)

    def add_name(self, document: int, match: Match) -> None:
        """Add what a name gives."""
        self.add(document, NAMED + LONGER * (len(match.used) - 1), match.used)

    def add_words(self, asked: Sequence[Word], meant: Iterable[Meaning], ranking: Ranking) -> None:
        """Add what the words of the question give, and those that lay words stand for."""
        sought = {w.stem: SLIP if w.stem != stem(w.text) else 1.0 for w in asked if w.text not in STOP}
        for added in (s for m in meant for text in m.lay.means for s in stems(text)):
            sought.setdefault(added, ADDED)
        own = {w.stem for w in asked if w.text not in STOP}
        scores = ranking.scores(sought) + COVERED * ranking.cover(own)
        fitting = (scores > 0).nonzero()[0]
        for document, score in zip(fitting.tolist(), scores[fitting].tolist(), strict=True):
            self.points[document] += score
        for word in asked:
            if word.text not in STOP and word.stem in ranking.words:
                for found in ranking.of(word.stem).nonzero()[0].tolist():
                    self.places[found].add(word.at)
