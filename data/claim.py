"""A claim that popular articles make or people ask about, who says what of it, and what studies make of it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import StringConstraints, model_validator

from data.model import Id, Record, Text, Verification
from data.reference import Reference

ClaimId = Annotated[str, StringConstraints(pattern=r"^C\d{3}$")]


class Finding(StrEnum):
    """What studies make of a claim.

    `no_evidence` means that nobody looked, so no study is for or against; `not_borne_out` that somebody did, and the
    claim did not hold; `refuted` that it cannot be so.
    """

    SUPPORTED = "supported"
    PARTLY_SUPPORTED = "partly_supported"
    PLAUSIBLE = "plausible"
    MIXED = "mixed"
    WEAK = "weak"
    NO_EVIDENCE = "no_evidence"
    NOT_BORNE_OUT = "not_borne_out"
    REFUTED = "refuted"
    REASONABLE_ADVICE = "reasonable_advice"
    NOT_TESTABLE = "not_testable"
    DESCRIPTIVE = "descriptive"


EITHER = ("supporting", "contradicting")
RESTS_ON: Mapping[Finding, tuple[tuple[tuple[str, ...], bool], ...]] = {
    Finding.SUPPORTED: ((("supporting",), True),),
    Finding.PARTLY_SUPPORTED: ((("supporting",), True),),
    Finding.MIXED: ((("supporting",), True), (("contradicting",), True)),
    Finding.WEAK: ((EITHER, True),),
    Finding.NO_EVIDENCE: ((EITHER, False),),
    Finding.NOT_BORNE_OUT: ((("supporting",), False), (("contradicting",), True)),
    Finding.REFUTED: ((("contradicting",), True),),
}
"""Which lists of studies a verdict needs (True) or must not have; what is not named here may have any."""
MISSING = {True: "needs a study in", False: "must have none in"}


class Voice(StrEnum):
    """How an article speaks of a claim: says it, says a part of it, only implies it, denies it."""

    SUPPORTS = "supports"
    QUALIFIES = "qualifies"
    IMPLIES = "implies"
    REJECTS = "rejects"


class Stance(Record):
    """What one article makes of a claim; `note` is what it says instead of the whole claim."""

    article: Id
    stance: Voice
    note: Text | None = None

    @model_validator(mode="after")
    def _says_which_part(self) -> Stance:
        if self.stance in (Voice.QUALIFIES, Voice.IMPLIES) and not self.note:
            raise ValueError(f"'{self.stance}' needs a note: what the article does say")
        return self


class Claim(Record):
    """One claim in our own words. `supporting`, `contradicting` and `related` are references.

    `said_by` are the articles that speak of it; what no article says but people ask has the `question` instead, in the
    words in which it is asked.
    """

    id: ClaimId
    topic: Id
    text: Text
    verdict: Finding
    reason: Text
    said_by: tuple[Stance, ...] = ()
    question: Text | None = None
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
    def _comes_from_somewhere(self) -> Claim:
        if not (self.said_by or self.question):
            raise ValueError("name an article in said_by, or give the question that people ask")
        return self

    @model_validator(mode="after")
    def _rests_on_something(self) -> Claim:
        if bool(self.references) == self.no_study_found:
            raise ValueError("name at least one reference, or set no_study_found: true (not both)")
        return self

    @model_validator(mode="after")
    def _verdict_fits_the_studies(self) -> Claim:
        if len(set(self.references)) < len(self.references):
            raise ValueError("a reference stands twice: it is for the claim, against it, or bears on it")
        listed = {"supporting": self.supporting, "contradicting": self.contradicting}
        for fields, wanted in RESTS_ON.get(self.verdict, ()):
            if any(listed[f] for f in fields) != wanted:
                raise ValueError(
                    f"'{self.verdict}' {MISSING[wanted]} {' or '.join(fields)}: judge again or move studies"
                )
        return self

    def unseen(self, references: Mapping[str, Reference]) -> tuple[str, str] | None:
        """Where it rests on what nobody has seen: (field, message); None where all is well.

        Nothing rests on a source of which nothing was seen; one whose result was not seen carries nothing alone.
        """
        for field in ("supporting", "contradicting"):
            found = [references[r] for r in getattr(self, field) if r in references]
            if hollow := [r.id for r in found if r.verification is Verification.NONE]:
                return field, f"nothing of '{hollow[0]}' was seen: move it to related or drop it"
            if found and all(r.verification is Verification.CITATION for r in found):
                return field, "no result was seen of any of these: add a study whose finding was seen, or move them"
        return None
