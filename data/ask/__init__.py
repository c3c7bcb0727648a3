"""Ask: a question in anybody's words finds records, dangers first. `ask("why does rolling hurt")`."""

from __future__ import annotations

from functools import cache

from data.ask.answer import Answer, Asked
from data.ask.search import Index
from data.catalog import catalog

__all__ = ["Answer", "Asked", "Index", "ask", "index"]


@cache
def index() -> Index:
    """The index over the content in use, made once."""
    return Index(catalog())


def ask(question: str) -> Asked:
    """What a question finds: stop flags that its words open, then the records that fit best.

    Any text is a question, hostile ones included; of a very long one the first 10,000 characters are read.
    """
    return index().ask(question)
