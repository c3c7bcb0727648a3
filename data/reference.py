"""A study or another source, and how much of it was seen."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from data.model import Id, Record, Text, Verification


class Reference(Record):
    """One source. An empty `doi` was not seen and must stay empty; `verification_note` says where we looked."""

    id: Id
    citation: Text
    year: Annotated[int, Field(ge=1800, le=2100)] | Text | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, Field(pattern=r"^\d+$")] | None = None
    study_type: Text
    n: Text | None = None
    finding: Text
    verification: Verification
    verification_note: Text
    caveat: Text | None = None

    @property
    def short(self) -> str:
        """First author and year: 'Klauser 2022'."""
        first = self.citation.split(",")[0].split(".")[0].split()
        name = first[:-1] if len(first) > 1 and first[-1].isupper() else first[:1]
        return f"{' '.join(name)} {self.year or ''}".strip()
