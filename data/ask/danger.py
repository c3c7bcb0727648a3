"""Dangers first: the stop flags that the words of a question open.

Two things open a flag. A lay word with the flag among its targets, wherever it fits and is not denied ('no fever'). And
likeness: where a question is like what people in danger say, the flags that it is like most. In doubt a flag is shown:
a denial reaches three words and no further, and other people's dangers count like the reader's own.

What is said comes before what it may turn into: a later target of a lay word, or a flag that is merely like, stands
behind the first. Within both the order is that of urgency, then of how like the question is; signs that only change
the advice come last.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from data.ask.likeness import Likeness
from data.ask.phrases import denied
from data.ask.points import Meaning
from data.ask.words import Word
from data.model import Urgency
from data.stop_flag import StopFlag

ORDER = list(Urgency)
ONE = 1.5
"""What it counts to be like one flag above all, where to be like any danger counts 1."""
DANGER = 0.4
"""From here on a question is like a danger: low, because one shown in vain does less harm than one passed over."""
MOST = 3
"""So many flags are shown because of likeness."""
NEARLY = 0.35
"""From which share of the likest on another flag is shown too."""
LEAST = 0.08
"""A flag that is less like is not shown."""


def dangers(
    flags: Mapping[str, StopFlag], meant: Iterable[Meaning], asked: Sequence[Word], like: Likeness
) -> tuple[str, ...]:
    """The stop flags that fit: first what is said, the most urgent first."""
    found: dict[str, bool] = {}
    for meaning in meant:
        if denied(meaning.match, asked):
            continue
        for rank, target in enumerate(t for t in meaning.lay.targets if t in flags):
            found[target] = found.get(target, True) and rank > 0
    for rank, flag in enumerate(alike(like)):
        found.setdefault(flag, rank > 0)
    likeness = dict(like.flags)
    return tuple(
        sorted(
            found,
            key=lambda f: (not flags[f].stops, found[f], ORDER.index(flags[f].urgency), -likeness.get(f, 0.0), f),
        )
    )


def alike(like: Likeness) -> tuple[str, ...]:
    """The flags that a question is like, the likest first; none where it is calm or has hardly begun."""
    if not like.heard or not like.flags or like.danger + ONE * like.flags[0][1] <= DANGER:
        return ()
    least = max(LEAST, NEARLY * like.flags[0][1])
    return tuple(flag for n, (flag, score) in enumerate(like.flags[:MOST]) if n == 0 or score >= least)
