"""A stop flag: a sign that needs a person, not an app."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field

from data.about import Age, Place
from data.model import Id, Record, Text, Urgency
from data.reference import Kind, Reference


class StopFlag(Record):
    """One question of the gate. `stops` is false where the answer changes the advice but does not end the check.

    `sign` says in a few plain words what the reader would notice: for places without room for the question. `places`
    and `ages` are those to whom it is asked; in doubt it is asked: a danger that could fit is never left out.
    """

    id: Id
    name: Text
    sign: Text
    ask: Text
    why: Text
    urgency: Urgency
    action: Text
    places: Literal["all"] | Annotated[tuple[Place, ...], Field(min_length=1)]
    ages: Literal["all"] | Annotated[tuple[Age, ...], Field(min_length=1)]
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
    stops: bool

    def fits(self, place: Place | None, age: Age | None) -> bool:
        """Whether it is asked of someone of this age with pain in this place; None is 'not sure' and fits always."""
        here = place is None or self.places == "all" or place in self.places
        now = age is None or self.ages == "all" or age in self.ages
        return here and now

    def guided(self, references: Mapping[str, Reference]) -> bool:
        """Whether it cites public guidance: a reader must be able to read where a warning comes from."""
        return any(references[r].kind is Kind.GUIDANCE for r in self.references)


def fitting(flags: Iterable[StopFlag], place: Place | None = None, age: Age | None = None) -> tuple[StopFlag, ...]:
    """The flags that are asked for a place and an age, in the order given; all of them where neither is known."""
    return tuple(f for f in flags if f.fits(place, age))
