"""Dangers first: the stop flags that the words of a question open.

A lay word with a stop flag among its targets opens that flag wherever it fits and is not denied ('no fever'). In doubt
a flag is shown: a denial reaches three words and no further, and other people's dangers count like the reader's own.
Flags stand in the order of urgency, those that only change the advice last, then of how much of the question speaks for
them.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from data.ask.phrases import denied
from data.ask.points import Meaning
from data.ask.words import Word
from data.model import Urgency
from data.stop_flag import StopFlag

ORDER = list(Urgency)


def dangers(flags: Mapping[str, StopFlag], meant: Iterable[Meaning], asked: Sequence[Word]) -> tuple[str, ...]:
    """The stop flags that fit, the most urgent first."""
    found: dict[str, float] = {}
    for meaning in meant:
        if denied(meaning.match, asked):
            continue
        for target in meaning.lay.targets:
            if target in flags:
                found[target] = max(found.get(target, 0.0), meaning.length)
    return tuple(sorted(found, key=lambda f: (not flags[f].stops, ORDER.index(flags[f].urgency), -found[f], f)))
