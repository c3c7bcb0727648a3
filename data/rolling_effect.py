"""Something that rolling changes, or does not, and for how long."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.model import Id, Record, Text


class RollingEffect(Record):
    """One effect with the references that it rests on."""

    id: Id
    what: Text
    how_long: Text
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
