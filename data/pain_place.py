"""The pain map: a place that hurts, which stop signs come first there, and which conditions to read, in what order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.about import Place
from data.condition import View
from data.model import Id, Record, Text
from data.stop_flag import StopFlag

AtLeastOne = Field(min_length=1)


class Landmark(Record):
    """A spot on the body that has no outline of its own: where it is in a view, mm, and the drawn thing beside it."""

    id: Id
    name: Text
    view: View
    at: tuple[float, float]
    near: Id
    text: Text


class Listed(Record):
    """A condition to read at a place. `first` is less common, but is ruled out before the rest is believed."""

    condition: Id
    why: Text
    first: bool = False


class PlaceWords(Record):
    """What people call a place, and how they misspell it."""

    also: Annotated[tuple[Text, ...], AtLeastOne]
    misspelt: tuple[Text, ...] = ()


class PainPlace(Record):
    """One of the fourteen places. A tap on one of `structures` opens it; `not_here` hurts here and has no page yet.

    `ask_first` are the stop flags that stand first here; all others that fit the place still come before any condition.
    """

    id: Place
    name: Text
    view: View
    landmark: Id | None = None
    structures: Annotated[tuple[Id, ...], AtLeastOne]
    plain: Text
    ask_first: Annotated[tuple[Id, ...], AtLeastOne]
    ask_why: Text
    conditions: Annotated[tuple[Listed, ...], AtLeastOne]
    not_here: Annotated[tuple[Text, ...], AtLeastOne]
    references: Annotated[tuple[Id, ...], AtLeastOne]
    words: PlaceWords

    @model_validator(mode="after")
    def _each_once(self) -> PainPlace:
        for field, ids in (
            ("conditions", [c.condition for c in self.conditions]),
            ("ask_first", self.ask_first),
            ("structures", self.structures),
        ):
            if len({*ids}) < len(ids):
                raise ValueError(f"{field} names something twice")
        return self

    @property
    def in_order(self) -> tuple[Listed, ...]:
        """The conditions in the order of reading: what is ruled out first, then the commonest."""
        return tuple(sorted(self.conditions, key=lambda c: not c.first))

    def flags(self, flags: Mapping[str, StopFlag]) -> tuple[StopFlag, ...]:
        """Every stop flag that fits the place: those that stand first here in their order, then the others."""
        fitting = [f.id for f in flags.values() if f.fits(self.id, None)]
        return tuple(flags[i] for i in dict.fromkeys([*self.ask_first, *fitting]))


class PainMap(Record):
    """All places and landmarks."""

    id: Literal["pain_map"]
    landmarks: Annotated[tuple[Landmark, ...], AtLeastOne]
    places: Annotated[tuple[PainPlace, ...], AtLeastOne]

    @model_validator(mode="after")
    def _whole(self) -> PainMap:
        ids = [p.id for p in self.places]
        if sorted(ids) != sorted(Place):
            raise ValueError(f"the places are those of data/about.py, each once: {', '.join(Place)}")
        if len({m.id for m in self.landmarks}) < len(self.landmarks):
            raise ValueError("a landmark is there twice; ids are unique")
        return self


def opened_by(places: Iterable[PainPlace], structure: str) -> tuple[PainPlace, ...]:
    """The places that a tap on something drawn may open, those in which it stands first before the others."""
    found = [p for p in places if structure in p.structures]
    return tuple(sorted(found, key=lambda p: p.structures.index(structure)))
