"""A question on which the articles disagree, its sides, and what we show."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from data.claim import ClaimId
from data.model import Id, Record, Text

ConflictId = Annotated[str, StringConstraints(pattern=r"^X\d{2}$")]


class Side(Record):
    """One side of a conflict and the articles that take it."""

    view: Text
    articles: Annotated[tuple[Id, ...], Field(min_length=1)]


class Conflict(Record):
    """A question on which the articles disagree; `resolution` is what we show, and why."""

    id: ConflictId
    question: Text
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
    resolution: Text
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
