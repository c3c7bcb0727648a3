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
    """One source, in parts. A part that was not seen stays empty; `verification_note` says where we looked.

    `authors` are 'Family AB', in order; `more_authors` says that there are more than were seen. A body that wrote it
    is its `organisation` instead (no comma: RIS would part the name there). `container` is the journal, book or site
    that holds it. `seen` is the day on which a page was read. A `title` in square brackets is our description of a
    source whose title was not seen; a `short_title` stands for a title whose first words say too little.
    """

    id: Id
    kind: Kind = Kind.ARTICLE
    authors: tuple[Text, ...] = ()
    more_authors: bool = False
    organisation: Annotated[str, Field(pattern=r"^\S[^,]+$")] | None = None
    title: Text
    short_title: Text | None = None
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

    @model_validator(mode="after")
    def _is_by_people_or_by_a_body(self) -> Reference:
        if self.more_authors and not self.authors:
            raise ValueError("more_authors needs an author who was seen")
        if self.organisation and self.authors:
            raise ValueError("people wrote it or an organisation, not both: keep authors or organisation")
        return self

    @property
    def citation(self) -> str:
        """The whole citation in one line, in Vancouver style as far as its parts are known."""
        return " ".join(_stop(part) for part in (self._people, self.title, self._place, self._address) if part)

    @property
    def short(self) -> str:
        """First author and year, 'Klauser 2022'; without one the body, or words of the title."""
        name = family(self.authors[0])[0] if self.authors else self.organisation or self._words
        return f"{name} {self.year or ''}".strip()

    @property
    def _words(self) -> str:
        """What a source without an author is called by: its short title or first words, after its holder."""
        words = self.title.strip("[]").split()
        words = (words[1:] if words[0] in ("A", "An", "The") else words)[:4]
        while len(words) > 1 and words[-1] in _SMALL:
            words.pop()
        name = self.short_title or " ".join(words).rstrip(",:;.")
        name = name[0].upper() + name[1:]
        held = self.container and self.kind in (Kind.GUIDANCE, Kind.WEB, Kind.CHAPTER)
        return f"{self.container}, {name}" if held else name

    @property
    def _people(self) -> str:
        return ", ".join([*self.authors, *(["et al"] if self.more_authors else [])]) or self.organisation or ""

    @property
    def _place(self) -> str:
        """The journal with year;volume(issue):pages, or the book with edition, publisher and year."""
        where = f"{self.volume or ''}{f'({self.issue})' if self.issue else ''}"
        when = ";".join(filter(None, [str(self.year or ""), where]))
        when += f":{self.pages}" if self.pages and when else self.pages or ""
        if self.kind is Kind.ARTICLE:
            return " ".join(filter(None, [_stop(self.container or ""), when]))
        holder = f"In: {self.container}" if self.kind is Kind.CHAPTER and self.container else self.container
        made = "; ".join(filter(None, [self.publisher, when]))
        return " ".join(_stop(p) for p in [holder, self.edition and f"{self.edition} ed", made] if p)

    @property
    def _address(self) -> str:
        """Where to find a source without a DOI (a DOI is shown as a link of its own)."""
        if self.doi:
            return ""
        return f"PMID {self.pmid}" if self.pmid else f"Available from: {self.url}" if self.url else ""


_SMALL = {"a", "an", "and", "are", "by", "for", "how", "in", "is", "of", "on", "or", "the", "to", "with", "within"}


def family(author: str) -> tuple[str, str]:
    """The family name and the initials of 'van der Worp MP'; an author without initials is all family name."""
    name, _, initials = author.rpartition(" ")
    return (name, initials) if name and initials.isupper() and len(initials) <= 4 else (author, "")


def _stop(part: str) -> str:
    """A part with the full stop that ends it, unless it ends a question or a full stop stands there."""
    return part if not part or part[-1] in ".?!" else f"{part}."
