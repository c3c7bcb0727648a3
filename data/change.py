"""What we corrected, and why: one record for each verdict that changed."""

from __future__ import annotations

import datetime
from collections.abc import Collection, Mapping
from enum import StrEnum

from pydantic import model_validator

from data.chain import Grade
from data.claim import Finding
from data.model import Confidence, Id, Record, Text, Urgency, Verdict


class Of(StrEnum):
    """What kind of record a change is about; the value names its table in the catalog."""

    CLAIM = "claims"
    CONFLICT = "conflicts"
    MYTH = "myths"
    ROLLING_EFFECT = "rolling_effects"
    STRUCTURE = "structures"
    CHAIN = "chains"
    STOP_FLAG = "stop_flags"
    EXERCISE = "exercises"
    REFERENCE = "references"


VERDICTS: Mapping[Of, Collection[str]] = {
    Of.CLAIM: set(Finding),
    Of.STRUCTURE: {*Verdict, *Confidence},
    Of.CHAIN: {*Grade, *Confidence},
    Of.STOP_FLAG: set(Urgency),
}
"""The verdicts that a kind of record may have; other kinds have none, and `old` and `new` are their words."""


class Change(Record):
    """One correction. `old` and `new` are verdicts (a chain has them per link, `edge`); both are left out where a
    fact was put right without a change of verdict. `old` alone is left out where the record is new.
    """

    id: Id
    date: datetime.date
    kind: Of
    record: Text
    edge: Text | None = None
    what: Text
    old: Text | None = None
    new: Text | None = None
    why: Text
    references: tuple[Id, ...] = ()

    @model_validator(mode="after")
    def _verdicts_are_known(self) -> Change:
        if self.edge and self.kind is not Of.CHAIN:
            raise ValueError("only a chain has an edge")
        if self.old and not self.new:
            raise ValueError("say what it is now: add new")
        if self.old and self.old == self.new:
            raise ValueError("old and new are the same: leave both out where only a fact was put right")
        known = VERDICTS.get(self.kind)
        for verdict in filter(None, (self.old, self.new)):
            if known is not None and verdict not in known:
                raise ValueError(f"'{verdict}' is no verdict of {self.kind}: choose one of {', '.join(sorted(known))}")
        return self
