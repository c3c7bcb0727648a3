"""A story that many tell, against what was found."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.claim import ClaimId
from data.model import Id, Record, Text


class Myth(Record):
    """A story that many tell, against what was found."""

    id: Id
    title: Text
    said: Text
    found: Text
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
