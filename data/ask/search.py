"""The index: from a question to records.

Three things lead to a record. Lay words whose targets it is among: what people mean. Its names: what it is called. The
words that it shares with the question, the rarer the more (BM25), where lay words add the words of the content to those
of the reader. Dangers come first and do not depend on any of this: see `data.ask.danger`.

Unknown: a question is unknown when no lay word and no name fits and shared words alone give less than `ENOUGH`; when
it names a part of the body that is not ours and none that is; when a lay word says that nothing here answers it and
nothing fits clearly better; or when no record reaches `FLOOR`. Then the answers are what is known nearby: three at
most, with scores of at most `NEARBY`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from data.ask.answer import Answer, Asked
from data.ask.danger import dangers
from data.ask.documents import Document, documents
from data.ask.likeness import Likeness, Sayings
from data.ask.phrases import Match, Phrasebook, Reading, Shelf, denied, phrase
from data.ask.points import Meaning, Tally, weight
from data.ask.ranking import Ranking
from data.ask.spelling import Spelling
from data.ask.words import STOP, Word, stem, tokens, words
from data.catalog import Catalog
from data.saying import CALM

MOST = 9
"""Answers that are returned: three are shown at once, the others when asked for."""
NEARBY = 0.3
FEW = 3
"""What is known nearby is shown in no more than this many answers."""
NEARLY = 0.5
"""From which share of its points on an answer of another kind takes the last of the first places."""
FLOOR = 3.0
"""Points below which nothing fits."""
ENOUGH = 6.5
"""Points from which on shared words are enough, where neither a lay word nor a name fits."""
CLEARLY = 1.5
"""By how much what is known must fit better than a lay word that says that nothing here answers it."""
CALM_KINDS = "structure bone context claim conflict chain exercise test left_out article"
PLAIN = frozenset(CALM_KINDS.split())
"""Kinds of records that tell of no danger in name and sentence."""
HALF = 12.0
"""The points at which a score is one half."""


class Index:
    """Everything that can be found in a catalog, ready to be asked."""

    def __init__(self, catalog: Catalog) -> None:
        self._flags = catalog.stop_flags
        self._lay = catalog.lay_words
        self._documents: Sequence[Document] = documents(catalog)
        self._ranking = Ranking(self._documents)
        self._places: dict[str, list[int]] = defaultdict(list)
        for n, document in enumerate(self._documents):
            if document.part is None:
                self._places[document.id].append(n)
        self._book = Phrasebook(self._lay)
        named = enumerate(self._documents)
        self._names = Shelf({n: [phrase(name) for name in (*d.names, *d.slips)] for n, d in named})
        texts = [t for w in self._lay.values() for t in (*w.words, *w.means)]
        texts += [t for d in self._documents for t in (*d.names, d.head, d.body)]
        self._spelling = Spelling({token for t in texts for token in tokens(t)} | STOP)
        self._sayings = Sayings(self._said(catalog), self._lay)

    def ask(self, question: str) -> Asked:
        """What a question finds."""
        asked = self._read(question)
        reading = Reading(asked, self._book)
        fits = reading.meanings()
        meant = [self._meaning(id_, matches, asked) for id_, matches in fits.items()]
        tally = Tally()
        for meaning in meant:
            tally.add_meaning(meaning, self._places)
        named = self._add_names(tally, reading)
        tally.add_words(asked, meant, self._ranking)
        best = self._best(tally)
        points = tally.points[best[0]] if best else 0
        unknown = points < FLOOR or _beyond(meant, named=named, sure=points > ENOUGH)
        answers = tuple(self._answer(n, tally, asked) for n in best)
        if unknown:
            answers = tuple(replace(a, score=round(a.score * NEARBY, 3)) for a in answers[:FEW])
        flags = dangers(self._flags, meant, asked, self._sayings.like(asked))
        return Asked(question, flags, answers, unknown)

    def like(self, question: str) -> Likeness:
        """What a question is like among what people say in danger, and when they are calm."""
        return self._sayings.like(self._read(question))

    def _read(self, text: str, *, joined: bool = True) -> list[Word]:
        return [self._right(word) for word in words(text, joined=joined)]

    def _said(self, catalog: Catalog) -> list[tuple[list[Word], frozenset[str]]]:
        """What people said, and the flags of each sentence; what records say of themselves is calm."""
        flags: dict[str, set[str]] = defaultdict(set)
        for saying in catalog.sayings.values():
            for text in saying.said:
                flags[text] |= {saying.id} - {CALM}
        for document in self._documents:
            if document.kind in PLAIN:
                for text in filter(None, (*document.names[:1], document.head)):
                    flags.setdefault(text, set())
        # no mark of a sentence comes from a joined word
        return [(self._read(text, joined=False), frozenset(opened)) for text, opened in flags.items()]

    def _meaning(self, id_: str, matches: Iterable[Match], asked: Sequence[Word]) -> Meaning:
        """Its best match; one that is denied only where there is no other: 'no fever, but a hot joint'."""
        _, length, best = max(((not denied(m, asked), weight(m, asked), m) for m in matches), key=lambda t: t[:2])
        return Meaning(self._lay[id_], best, length)

    def _right(self, word: Word) -> Word:
        """A word with its slip put right; it stays as written for the reader."""
        right = self._spelling.right(word.text)
        return replace(word, stem=stem(right)) if right else word

    def _add_names(self, tally: Tally, reading: Reading) -> bool:
        """Add what names give, the longest of a record alone; whether there is any."""
        best: dict[int, int] = {}
        here = self._names.found(reading.places).items()
        for n, name in ((n, name) for n, names in here for name in names):
            for match in reading.matches(name):
                together = match.last - match.first < len(match.used) + 1
                if together and len(match.used) > best.get(n, 0):
                    best[n] = len(match.used)
                    tally.add_name(n, match)
                    break
        return bool(best)

    def _best(self, tally: Tally) -> list[int]:
        """The best documents, one for each record, and not three of one kind where another kind fits nearly as well."""
        best: dict[tuple[str, str], int] = {}
        for n in sorted(tally.points, key=lambda n: (-tally.points[n], n)):
            best.setdefault((self._documents[n].kind, self._documents[n].id), n)
            if len(best) == MOST:
                break
        order = list(best.values())
        kinds = [self._documents[n].kind for n in order]
        other = next((at for at, kind in enumerate(kinds) if kind != kinds[0]), 0)
        if other >= FEW and tally.points[order[other]] >= NEARLY * tally.points[order[FEW - 1]]:
            order.insert(FEW - 1, order.pop(other))
        return order

    def _answer(self, n: int, tally: Tally, asked: Sequence[Word]) -> Answer:
        document, points = self._documents[n], tally.points[n]
        marked = tuple(dict.fromkeys(asked[at].text for at in sorted(tally.places[n])))
        return Answer(document.kind, document.id, round(points / (points + HALF), 3), document.part, marked)


def _beyond(meant: Sequence[Meaning], *, named: bool, sure: bool) -> bool:
    """Whether what is meant lies outside of what is known here; `named` and `sure` are the names and words found."""
    ours = [m for m in meant if m.lay.targets and not m.lay.beyond]
    here = max((m.length for m in ours), default=0)
    if any(m.lay.beyond and m.length > here - CLEARLY for m in meant):
        return True
    covered = {at for m in ours for at in m.match.used}
    away = any(m.lay.elsewhere and not m.match.used <= covered for m in meant)
    if away:
        return not (named or any(m.lay.general for m in ours))
    return not (here or named or sure or any(m.lay.means for m in meant))
