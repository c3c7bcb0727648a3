"""A stop flag: a sign that needs a person, not an app."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.model import Id, Record, Text, Urgency


class StopFlag(Record):
    """One question of the gate. `stops` is false where the answer changes the advice but does not end the check.

    `sign` says in a few plain words what the reader would notice: for places without room for the question.
    """

    id: Id
    name: Text
    sign: Text
    ask: Text
    why: Text
    urgency: Urgency
    action: Text
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
    stops: bool
