"""An exercise that may cut a chain: how to do it, the dose, and what was measured, study by study."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.model import Id, Record, Text


class Measured(Record):
    """One figure from one study. Figures of different studies are never put on one axis: methods differ."""

    structure: Id | None = None
    what: Text
    value: Text
    reference: Id


class Exercise(Record):
    """One exercise. `stage`: 1 learn, 2 build on the floor, 3 stand on one leg, 4 load and run."""

    id: Id
    name: Text
    how: Text
    use: Text
    dose: Text
    measured: tuple[Measured, ...] = ()
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
    caveat: Text
    stage: Annotated[int, Field(ge=1, le=4)]
