"""A group of structures that go by one name."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.model import Id, Record, Text


class Group(Record):
    """One group; a structure is in one group at most."""

    id: Id
    name: Text
    structures: Annotated[tuple[Id, ...], Field(min_length=2)]
