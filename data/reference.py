"""A study or another source, and how much of it was seen."""

from __future__ import annotations

import datetime
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from data.model import Id, Record, Text, Verification


class Kind(StrEnum):
    """What a source is; reference managers want to know."""

    ARTICLE = "article"
    BOOK = "book"
    CHAPTER = "chapter"
    GUIDANCE = "guidance"
    THESIS = "thesis"
    WEB = "web"


class Reference(Record):
    """One source. An empty `doi` was not seen and must stay empty; `verification_note` says where we looked.

    `authors` are 'Family AB', in order; `more_authors` says that there are more than were seen. `container` is the
    journal, book or site that holds it. `seen` is the day on which a page was read.
    """

    id: Id
    kind: Kind = Kind.ARTICLE
    authors: tuple[Text, ...] = ()
    more_authors: bool = False
    title: Text | None = None
    container: Text | None = None
    year: Annotated[int, Field(ge=1800, le=2100)] | Text | None = None
    volume: Text | None = None
    issue: Text | None = None
    pages: Text | None = None
    edition: Text | None = None
    publisher: Text | None = None
    url: Annotated[str, Field(pattern=r"^https?://\S+$")] | None = None
    seen: datetime.date | None = None
    doi: Annotated[str, Field(pattern=r"^10\.\d{4,9}/\S+$")] | None = None
    pmid: Annotated[str, Field(pattern=r"^\d+$")] | None = None
    study_type: Text
    n: Text | None = None
    finding: Text
    verification: Verification
    verification_note: Text
    caveat: Text | None = None
    written: Annotated[Text | None, Field(alias="citation")] = None

    @model_validator(mode="after")
    def _has_a_name(self) -> Reference:
        if not (self.title or self.written):
            raise ValueError("give a title")
        return self

    @property
    def citation(self) -> str:
        """The whole citation in one line, Vancouver style as far as its parts are known."""
        if self.written:
            return self.written
        authors = ", ".join([*self.authors, *(["et al."] if self.more_authors else [])])
        issue = f"({self.issue})" if self.issue else ""
        pages = f":{self.pages}" if self.pages else ""
        place = f"{self.year or ''}{';' if self.volume else ''}{self.volume or ''}{issue}{pages}"
        holder = " ".join(filter(None, [self.container, self.edition, place]))
        parts = [authors, self.title, holder, self.publisher, None if self.doi else self.url]
        return " ".join(f"{p.rstrip('.')}." for p in parts if p)

    @property
    def short(self) -> str:
        """First author and year: 'Klauser 2022'; without an author the first words of the title."""
        if self.written:
            first = self.written.split(",")[0].split(".")[0].split()
        elif self.authors:
            first = self.authors[0].split()
        else:
            words = (self.container or self.title or "").split()
            return f"{' '.join(words[:4])} {self.year or ''}".strip()
        name = first[:-1] if len(first) > 1 and first[-1].isupper() else first[:1]
        return f"{' '.join(name)} {self.year or ''}".strip()
