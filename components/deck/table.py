"""Flash cards as plain tables, for every other program that learns by cards. Pure."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from components.shared.menu import DISCLAIMER
from data.deck import Card
from data.spreadsheet import csv_file

COLUMNS = ("key", "kind", "structure", "question", "answer", "detail", "sources", "note")


def csv(cards: Sequence[Card]) -> bytes:
    """The cards that need no picture, as CSV that a spreadsheet opens and runs nothing of."""
    return csv_file(_table(cards))


def tsv(cards: Sequence[Card]) -> bytes:
    """The same, parted by tabs and without a heading, as programs for flash cards import it: question, answer, key."""
    rows = (
        "\t".join(_row(text) for text in (c.question, " ".join(filter(None, [c.answer, c.detail])), c.key))
        for c in worded(cards)
    )
    return ("\n".join(rows) + "\n").encode()


def worded(cards: Sequence[Card]) -> list[Card]:
    """The cards that can be asked without their picture."""
    return [c for c in cards if c.picture is None]


def _row(text: str) -> str:
    return " ".join(text.split())


def _table(cards: Sequence[Card]) -> pd.DataFrame:
    rows = [
        (c.key, str(c.kind), c.structure, c.question, c.answer, c.detail, c.sources, DISCLAIMER) for c in worded(cards)
    ]
    return pd.DataFrame(rows, columns=list(COLUMNS))
