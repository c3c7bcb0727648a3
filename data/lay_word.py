"""A lay word: what people say when they mean something that the content names otherwise, and where that leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Annotated

from pydantic import Field, model_validator

from data.model import Id, Record, Text

if TYPE_CHECKING:
    from data.catalog import Catalog

REFERENCE = re.compile(r"\{([^{}]*)\}")
"""How a phrase names the words of another lay word: '{swollen} calf'."""
ANSWERS = (
    "structures", "bones", "context", "conditions", "claims", "conflicts", "myths", "chains", "exercises", "articles",
    "rolling_effects", "ask_first", "stop_flags",
)  # fmt: skip
"""The tables that a target may be in; on top come places that hurt, the self-check's tests and what it leaves out."""


class LayWord(Record):
    """One meaning and the ways in which people put it.

    A phrase of `words` fits when all its words stand near each other, in any order and any ending. `{other}` stands for
    any phrase of another lay word, `a|b` for either word, `it_band` for words that follow each other. Next to a phrase
    of `unless`, word for word, it does not fit. `means` are words of the content that are searched beside those of the
    reader. `targets` are the records that it leads to, the best first: a stop flag among them is shown above all else.
    `general` words only name a place or a part, not what is asked of it, and count less. `beyond` says that people ask
    this and nothing here answers it; the targets are then what is known nearby. `elsewhere` is a part of the body that
    is not ours.
    """

    id: Id
    words: Annotated[tuple[Text, ...], Field(min_length=1)]
    unless: tuple[Text, ...] = ()
    means: tuple[Text, ...] = ()
    targets: tuple[Text, ...] = ()
    general: bool = False
    beyond: bool = False
    elsewhere: bool = False

    @model_validator(mode="after")
    def _each_once(self) -> LayWord:
        for field in ("words", "unless", "means", "targets"):
            seen: set[str] = set()
            for text in getattr(self, field):
                plain = " ".join(text.lower().split())
                if not re.search(r"\w", plain):
                    raise ValueError(f"'{text}' in {field} holds no word: remove it")
                if plain in seen:
                    raise ValueError(f"'{text}' stands twice in {field}: keep one")
                seen.add(plain)
        return self

    @property
    def named(self) -> set[str]:
        """The lay words that its phrases name."""
        return {name for text in (*self.words, *self.unless) for name in REFERENCE.findall(text)}


def tables(catalog: Catalog) -> Mapping[str, frozenset[str]]:
    """The ids that a target may have, by table."""
    check = catalog.self_check
    return {
        **{table: frozenset(getattr(catalog, table)) for table in ANSWERS},
        "places": frozenset(catalog.pain_places),
        "tests": frozenset(t.id for t in check.tests),
        "left_out": frozenset(t.id for t in check.left_out),
    }


def loose(catalog: Catalog) -> Iterator[tuple[str, tuple[str, str]]]:
    """Targets and lay words that are named and are not there, or are named in a circle: id, (field, message)."""
    words, known = catalog.lay_words, tables(catalog)
    for each in words.values():
        for target in each.targets:
            places = [t for t, ids in known.items() if target in ids]
            if not places:
                yield each.id, ("targets", f"'{target}' is in no table of the content: add it there or correct the id")
            elif len(places) > 1:
                yield each.id, ("targets", f"'{target}' is in {' and '.join(places)}: an answer needs one id")
        for other in sorted(each.named - set(words)):
            yield each.id, ("words", f"'{{{other}}}' is no lay word: add it or correct the id")
        if each.id in _below(each.id, words):
            yield each.id, ("words", "names itself, by way of others: a circle can never fit")


def _below(id_: str, words: Mapping[str, LayWord]) -> set[str]:
    found: set[str] = set()
    todo: Iterable[str] = [id_]
    while todo:
        new = {n for i in todo if i in words for n in words[i].named} - found
        found |= new
        todo = new
    return found
