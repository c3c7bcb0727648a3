"""What matched is marked: the reader's own words, wherever an answer says them. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from data.ask.words import STOP, stem, tokens

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SHORTEST = 3
"""Letters from which a beginning is marked within a word."""


def marked(text: str, words: Iterable[str]) -> str:
    """A text as escaped HTML, with every word marked that is one of `words` in any ending, or begins like one."""
    sought = [t for w in words for t in tokens(w) if t not in STOP]
    stems = frozenset(map(stem, sought))
    starts = tuple(t for t in sought if len(t) >= SHORTEST)
    parts, last = [], 0
    for found in WORD.finditer(text):
        here = tokens(found[0])
        if here and any(stem(t) in stems or t.startswith(starts) for t in here):
            parts += [escape(text[last : found.start()]), f"<mark>{escape(found[0])}</mark>"]
            last = found.end()
    return "".join([*parts, escape(text[last:])])


def said(text: str) -> str:
    """The first sentence of a text."""
    return re.split(r"(?<=[.!?])\s+(?=[A-Z0-9“])", text.strip(), maxsplit=1)[0]
