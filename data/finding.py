"""What the two hip models say about a claim, in one line."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field

from data.model import Id, Record, Text


class Bearing(StrEnum):
    """What a finding does to a claim."""

    SUPPORTS = "supports"
    LIMITS = "limits"
    CONTRADICTS = "contradicts"
    OUTSIDE = "outside"


class Finding(Record):
    """One finding of a model and the claims that it bears on."""

    id: Id
    model: Literal["stance", "tilt"]
    bearing: Bearing
    text: Text
    detail: Text
    claims: Annotated[tuple[Text, ...], Field(min_length=1)]
