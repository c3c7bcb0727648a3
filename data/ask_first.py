"""Who should not roll at all without asking first."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.model import Id, Record, Text


class AskFirst(Record):
    """One reason to ask a doctor, nurse or physiotherapist before the first roll. The list is a floor: others exist."""

    id: Id
    who: Text
    why: Text
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
