"""A condition: a story of pain that goes by one name. For learning; it is never said to be the reader's."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.claim import ClaimId
from data.model import Id, Record, Text, Verdict

AtLeastOne = Field(min_length=1)
View = Literal["anterior", "lateral", "posterior"]
Ids = tuple[Id, ...]


class ConditionKind(StrEnum):
    """What kind of trouble it is counted as."""

    OVERUSE = "overuse"
    TENDON = "tendon"
    SNAP = "snap"
    NERVE = "nerve"
    MUSCLE = "muscle"
    JOINT = "joint"
    REFERRED = "referred"
    BONE = "bone"
    MIXED = "mixed"


class Likelihood(StrEnum):
    """Whether pain there is the usual place or one of the others."""

    TYPICAL = "typical"
    POSSIBLE = "possible"


class Strength(StrEnum):
    """How sure we are, or that nobody looked: no study was found."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW_MODERATE = "low_moderate"
    LOW = "low"
    NO_DATA = "no_data"


class Spot(Record):
    """One place where it is felt: something drawn in that view, or a landmark of the pain map."""

    structure: Id | None = None
    landmark: Id | None = None
    view: View
    likelihood: Likelihood
    text: Text

    @model_validator(mode="after")
    def _is_one_place(self) -> Spot:
        if (self.structure is None) == (self.landmark is None):
            raise ValueError("give structure or landmark, one of them")
        return self


class Told(Record):
    """A part of a condition and the sources that it stands on; advice that no source was found for says so itself."""

    references: Ids = ()


class Plain(Told):
    """One sentence in plain words."""

    text: Text


class Story(Told):
    """How it usually begins, what makes it worse, what eases it."""

    onset: Text
    worse: Annotated[tuple[Text, ...], AtLeastOne]
    eases: Annotated[tuple[Text, ...], AtLeastOne]


class Figure(Record):
    """A figure with the one source that it comes from; `n` is whom it was measured in."""

    what: Text
    value: Text
    n: Text | None = None
    caveat: Text | None = None
    reference: Id


class Figured(Told):
    """A sentence or two, with the figures behind it."""

    text: Text
    figures: tuple[Figure, ...] = ()


class Tests(Figured):
    """How good the tests are; `self_check` are the tests of the self-check that touch on it."""

    self_check: Ids = ()


class Points(Told):
    """What points towards it and what points away."""

    towards: Annotated[tuple[Text, ...], Field(min_length=2)]
    away: Annotated[tuple[Text, ...], Field(min_length=2)]


class LookAlike(Told):
    """What to read next when the story does not fit, and what tells the two apart."""

    condition: Id
    apart: Text


class Help(Told):
    """What usually helps first, with what is known of it. `no_data` has no study; every other strength has one."""

    what: Text
    evidence: Text
    strength: Strength

    @model_validator(mode="after")
    def _strength_fits_the_sources(self) -> Help:
        if (self.strength is Strength.NO_DATA) == bool(self.references):
            raise ValueError("no_data means that no study was found: name a source or set no_data (not both)")
        return self


class ConditionRolling(Told):
    """What a roller does to the sore place (`verdict`, never milder than the cards), what studies of rolling found in
    people with this (`tried`), where the roller keeps off, and what may be rolled instead.
    """

    verdict: Verdict
    why: Text
    tried: Text
    do_not_roll: Annotated[Ids, AtLeastOne]
    may_roll: Ids = ()

    @model_validator(mode="after")
    def _not_both(self) -> ConditionRolling:
        if both := sorted({*self.do_not_roll} & {*self.may_roll}):
            raise ValueError(f"{', '.join(both)} cannot be both rolled and kept off")
        return self


class See(Told):
    """When to see someone: stop flags first, then what else."""

    flags: Annotated[Ids, AtLeastOne]
    others: Annotated[tuple[Text, ...], AtLeastOne]


class InChain(Record):
    """The chain that it is said to belong to, in the words of the story, and how well that holds."""

    chain: Id
    grade: Strength
    said: Text
    holds: Text
    supporting: Ids = ()
    contradicting: Ids = ()

    @model_validator(mode="after")
    def _grade_fits_the_studies(self) -> InChain:
        if (self.grade is Strength.NO_DATA) and (self.supporting or self.contradicting):
            raise ValueError("no_data means that no study was found: take the studies out or grade it")
        return self


class Part(Told):
    """One of several things that hide under one name."""

    id: Id
    name: Text
    spot: Text
    story: Text
    first: Text
    known: Text


class Words(Record):
    """What people call it, how they misspell it, and neighbours that they type and that have no page of their own."""

    also: Annotated[tuple[Text, ...], AtLeastOne]
    misspelt: tuple[Text, ...] = ()
    near: tuple[Text, ...] = ()


class Condition(Record):
    """One condition. `urgent` is ruled out before anything else is believed; `sure` is how sure we are of the page."""

    id: Id
    name: Text
    short_name: Text
    kind: ConditionKind
    urgent: bool = False
    plain: Plain
    spots: Annotated[tuple[Spot, ...], AtLeastOne]
    story: Story
    who: Figured
    points: Points
    parts: tuple[Part, ...] = ()
    look_alikes: Annotated[tuple[LookAlike, ...], Field(min_length=2)]
    tests: Tests
    helps: Annotated[tuple[Help, ...], AtLeastOne]
    exercises: Ids = ()
    rolling: ConditionRolling
    course: Figured
    see: See
    chains: tuple[InChain, ...] = ()
    structures: Annotated[Ids, AtLeastOne]
    bones: Ids = ()
    claims: tuple[ClaimId, ...] = ()
    sure: Strength
    sure_why: Text
    words: Words

    @property
    def about(self) -> frozenset[str]:
        """Every structure and bone that it is about, or felt at."""
        return frozenset({*self.structures, *self.bones, *(s.structure for s in self.spots if s.structure)})

    @property
    def figures(self) -> tuple[Figure, ...]:
        """Every figure of the page."""
        return (*self.who.figures, *self.tests.figures, *self.course.figures)

    def told(self) -> Iterator[tuple[str, Record, tuple[str, ...]]]:
        """Every part that states something, with the sources that it stands on: (field, part, references)."""
        for field in ("plain", "story", "who", "points", "tests", "rolling", "course", "see"):
            part = getattr(self, field)
            yield field, part, (*part.references, *(f.reference for f in getattr(part, "figures", ())))
        for field in ("parts", "look_alikes", "helps"):
            yield from ((field, each, each.references) for each in getattr(self, field))
        yield from (("chains", c, (*c.supporting, *c.contradicting)) for c in self.chains)

    @property
    def references(self) -> tuple[str, ...]:
        """Every source of the page, each once, in the order of reading."""
        return tuple(dict.fromkeys(r for _, _, references in self.told() for r in references))
