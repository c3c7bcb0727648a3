"""A popular article whose claims are examined."""

from __future__ import annotations

from data.model import Id, Record, Text


class Article(Record):
    """One popular article. `sells` names the treatment that it recommends and its publisher sells."""

    id: Id
    title: Text
    stance: Text
    sells: Text | None = None
