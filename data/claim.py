"""What the popular articles say: claims with verdicts, the conflicts between articles, the articles, and myths."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from data.model import Id, Record, Text

ClaimId = Annotated[str, StringConstraints(pattern=r"^C\d{3}$")]
ConflictId = Annotated[str, StringConstraints(pattern=r"^X\d{2}$")]


class Finding(StrEnum):
    """What studies make of a claim."""

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    PLAUSIBLE = "plausible"
    MIXED = "mixed"
    WEAK = "weak"
    NO_EVIDENCE = "no_evidence"
    REFUTED = "refuted"
    REASONABLE_ADVICE = "reasonable_advice"
    NOT_TESTABLE = "not_testable"
    DESCRIPTIVE = "descriptive"


class Stance(Record):
    """What one article makes of a claim: 'supports', 'rejects', or a shade between."""

    article: Id
    stance: Text


class Claim(Record):
    """One claim in our own words. `supporting`, `contradicting` and `related` are references."""

    id: ClaimId
    topic: Id
    text: Text
    verdict: Finding
    reason: Text
    said_by: Annotated[tuple[Stance, ...], Field(min_length=1)]
    conflicts_with: tuple[ClaimId, ...] = ()
    supporting: tuple[Id, ...] = ()
    contradicting: tuple[Id, ...] = ()
    related: tuple[Id, ...] = ()
    no_study_found: bool = False
    structures: tuple[Id, ...] = ()
    chains: tuple[Id, ...] = ()

    @property
    def references(self) -> tuple[str, ...]:
        """Every reference named, those for it first."""
        return (*self.supporting, *self.contradicting, *self.related)

    @model_validator(mode="after")
    def _rests_on_something(self) -> Claim:
        if bool(self.references) == self.no_study_found:
            raise ValueError("name at least one reference, or set no_study_found: true (not both)")
        return self


class Side(Record):
    """One side of a conflict and the articles that take it."""

    view: Text
    articles: Annotated[tuple[Id, ...], Field(min_length=1)]


class Conflict(Record):
    """A question on which the articles disagree; `resolution` is what we show, and why."""

    id: ConflictId
    question: Text
    sides: Annotated[tuple[Side, ...], Field(min_length=2)]
    resolution: Text
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]


class Article(Record):
    """One popular article. `sells` names the treatment that it recommends and its publisher sells."""

    id: Id
    title: Text
    stance: Text
    sells: Text | None = None


class Myth(Record):
    """A story that many tell, against what was found."""

    id: Id
    title: Text
    said: Text
    found: Text
    claims: Annotated[tuple[ClaimId, ...], Field(min_length=1)]
    references: Annotated[tuple[Id, ...], Field(min_length=1)]
