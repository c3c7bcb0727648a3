"""A structure of the hip or thigh, with everything its card says; bones and context have shorter records."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from data.deeper import Deeper
from data.how_to import HowTo, Place
from data.model import Confidence, Id, Record, Role, Text, Tissue, Verdict

AtLeastOne = Field(min_length=1)


class SynonymKind(StrEnum):
    """What kind of other name it is."""

    TA98 = "ta98"
    VARIANT = "variant"
    EPONYM = "eponym"
    EVERYDAY = "everyday"
    ABBREVIATION = "abbreviation"


class Synonym(Record):
    """Another name of the very same thing: never a disease of it, a part of it, or the region around it."""

    name: Text
    kind: SynonymKind


class Stands(Record):
    """Where some fields of a record were read: a source, the place in it, and the names of the fields."""

    reference: Id
    where: Text
    fields: Annotated[tuple[Text, ...], AtLeastOne]


class Checked(Record):
    """When a record was last read against sources, and where each of its facts stands."""

    date: datetime.date
    sources: Annotated[tuple[Stands, ...], AtLeastOne]

    def standing(self, field: str) -> list[Stands]:
        """The sources in which a field was read."""
        return [s for s in self.sources if field in s.fields]


class OutOfReach(Record):
    """A nerve or vessel that lies near, and why a roller does not press it there."""

    structure: Id
    why: Text


class Rolling(Record):
    """The rolling verdict with its reason; `when_painful` is the verdict when the place hurts.

    `keep_off` are the places that the cautions forbid. `out_of_reach` gives the reason why a nerve or vessel close by
    needs no caution. `references` are those of the limits and of the dose.
    """

    verdict: Verdict
    reason: Text
    when_painful: Verdict | None = None
    how_to: HowTo | None = None
    instead: Text | None = None
    cautions: Text
    keep_off: tuple[Place, ...] = ()
    out_of_reach: tuple[OutOfReach, ...] = ()
    references: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _says_what_to_do(self) -> Rolling:
        if self.how_to is None and self.instead is None:
            raise ValueError("give how_to (how to roll it) or instead (what to do in its place)")
        if self.verdict in (Verdict.AVOID, Verdict.NOT_APPLICABLE) and self.how_to is not None:
            raise ValueError("what is to be avoided has no how_to: say under instead what to do")
        return self


class ChainRole(Record):
    """The part a structure is given in one chain."""

    chain: Id
    role: Role
    note: Text | None = None


class KeyNumber(Record):
    """A measured figure with its unit and the reference that it rests on."""

    what: Text
    value: Text
    unit: Text
    reference: Id


class Structure(Record):
    """One tappable structure. `confidence` is that of the rolling verdict; `checked` says where the anatomy stands.

    `ta2` is the number of its entry in Terminologia Anatomica 2, whose English and Latin are then given to the letter;
    what has no entry there has no number, and no Latin that is not found elsewhere.
    """

    id: Id
    name: Text
    short_name: Text | None = None
    ta2: Annotated[int, Field(ge=1)] | None = None
    ta2_english: Text | None = None
    latin: Text | None = None
    synonyms: tuple[Synonym, ...] = ()
    group: Text
    quiz_group: Id | None = None
    tissue: Tissue
    schematic: bool = False
    origin: Text | None = None
    insertion: Text | None = None
    nerve: Text | None = None
    blood: Text | None = None
    actions: Annotated[tuple[Text, ...], AtLeastOne]
    plain: Text
    find_it: Text
    rolling: Rolling
    confidence: Confidence
    references: Annotated[tuple[Id, ...], AtLeastOne]
    chains: tuple[ChainRole, ...] = ()
    key_numbers: tuple[KeyNumber, ...] = ()
    deeper: Deeper | None = None
    checked: Checked | None = None

    @property
    def sources(self) -> tuple[Id, ...]:
        """The references of the record, of its limits and dose, and of its deeper part, each once."""
        deeper = self.deeper.references() if self.deeper else []
        return tuple(dict.fromkeys([*self.references, *self.rolling.references, *deeper]))

    @model_validator(mode="after")
    def _true_to_anatomy(self) -> Structure:
        if self.id == "iliotibial_band" and self.tissue is not Tissue.FASCIA:
            raise ValueError("the iliotibial band is fascia: set tissue to fascia")
        if self.id == "vastus_lateralis" and any("hip" in action.lower() for action in self.actions):
            raise ValueError("vastus lateralis does not cross the hip: take the hip out of its actions")
        if self.tissue is Tissue.MUSCLE and not (self.origin and self.insertion and self.nerve and self.blood):
            raise ValueError("a muscle needs origin, insertion, nerve and blood")
        return self


class Bone(Record):
    """The short card of a bone; `rolling` says why one does not roll it."""

    id: Id
    name: Text
    ta2: Annotated[int, Field(ge=1)] | None = None
    ta2_english: Text | None = None
    latin: Text | None = None
    synonyms: tuple[Synonym, ...] = ()
    plain: Text
    find_it: Text
    rolling: Text
    references: Annotated[tuple[Id, ...], AtLeastOne]
    checked: Checked | None = None


class Context(Record):
    """Something drawn for orientation: named on hover, with one sentence."""

    id: Id
    name: Text
    ta2: Annotated[int, Field(ge=1)] | None = None
    ta2_english: Text | None = None
    latin: Text | None = None
    tissue: Tissue
    plain: Text
    checked: Checked | None = None
