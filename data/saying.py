"""A saying: sentences in which people tell of one danger, or of none, in their own words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import Field

from data.model import Id, Record, Text

if TYPE_CHECKING:
    from data.catalog import Catalog

CALM = "calm"
"""The id of the sentences that tell of no danger."""


class Saying(Record):
    """Sentences of one kind. `id` is the stop flag that they open, or `calm`; `said` are whole sentences.

    A sentence that opens several flags stands under each. What is asked is compared with all of them
    (`data/ask/likeness.py`), so odd wordings teach more than well-known ones.
    """

    id: Id
    said: Annotated[tuple[Text, ...], Field(min_length=1)]


def stray(catalog: Catalog) -> Iterator[tuple[str, tuple[str, str]]]:
    """Sayings of a flag that is not there, told twice, or both calm and a danger: id, (field, message)."""
    sayings: Mapping[str, Saying] = catalog.sayings
    calm = {_plain(text) for text in sayings[CALM].said} if CALM in sayings else set()
    for each in sayings.values():
        if each.id != CALM and each.id not in catalog.stop_flags:
            yield each.id, ("id", f"'{each.id}' is no stop flag: correct the id, or write '{CALM}'")
        seen: set[str] = set()
        for text in map(_plain, each.said):
            if text in seen:
                yield each.id, ("said", f"'{text}' stands twice: keep one")
            if each.id != CALM and text in calm:
                yield each.id, ("said", f"'{text}' is also said to be calm: keep one")
            seen.add(text)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
