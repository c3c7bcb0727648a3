"""The references in formats that reference managers read (BibTeX, RIS), and as the rows of a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

from data.reference import Kind, Reference, family

BIBTEX = {
    Kind.ARTICLE: "article", Kind.BOOK: "book", Kind.CHAPTER: "incollection", Kind.GUIDANCE: "online",
    Kind.THESIS: "phdthesis", Kind.WEB: "online",
}  # fmt: skip
HOLDER = {Kind.ARTICLE: "journal", Kind.CHAPTER: "booktitle", Kind.THESIS: "school"}
"""The BibTeX field for what holds a source of each kind; the holder of any other kind is its `organization`."""
RIS = {
    Kind.ARTICLE: "JOUR", Kind.BOOK: "BOOK", Kind.CHAPTER: "CHAP", Kind.GUIDANCE: "ELEC", Kind.THESIS: "THES",
    Kind.WEB: "ELEC",
}  # fmt: skip
_SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\textbraceleft{}", "}": r"\textbraceright{}", "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}", **{c: f"\\{c}" for c in "&%$#_"},
}  # fmt: skip
_IN_ADDRESS = {"\\": "%5C", "{": "%7B", "}": "%7D"}


def bibtex(references: Iterable[Reference]) -> str:
    """BibTeX, one entry each. How far a source was checked is in `annote`, which no ordinary style prints."""
    entries = []
    for r in references:
        people = [_person(a) for a in r.authors] + (["others"] if r.more_authors else [])
        holder = HOLDER.get(r.kind, "organization")
        body = _corporate(r)
        fields = {
            "author": " and ".join(people) or (body and f"{{{_latex(body)}}}"),
            "title": _title(r.title),
            "shorttitle": _latex(r.short_title),
            holder: _latex(r.container),
            "publisher": _latex(r.publisher),
            "edition": _latex(r.edition),
            "year": _latex(str(r.year or "")),
            "volume": _latex(r.volume),
            "number": _latex(r.issue),
            "pages": re.sub(r"^(\w+)-(\w+)$", r"\1--\2", _latex(r.pages)),
            "doi": _address(r.doi),
            "pmid": _address(r.pmid),
            "url": _address(r.url),
            "urldate": str(r.seen or ""),
            "annote": _latex(_state(r)),
        }
        lines = [f"  {k} = {{{v}}}" for k, v in fields.items() if v]
        entries.append(f"@{BIBTEX[r.kind]}{{{r.id},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(entries)


def ris(references: Iterable[Reference]) -> str:
    """RIS, one record each, with the same contents; how far a source was checked is in the research notes, `RN`."""
    records = []
    for r in references:
        first, _, last = (r.pages or "").partition("-")
        more = " More authors than named here." if r.more_authors else ""
        people = [", ".join(_names(a)) for a in r.authors] or [_corporate(r)]
        rows = [
            ("TY", RIS[r.kind]), ("ID", r.id), *(("AU", p) for p in people), ("TI", r.title), ("ST", r.short_title),
            ("JO" if r.kind is Kind.ARTICLE else "T2", r.container), ("PB", r.publisher), ("ET", r.edition),
            ("PY", r.year), ("VL", r.volume), ("IS", r.issue), ("SP", first), ("EP", last), ("DO", r.doi),
            ("AN", r.pmid and f"PMID {r.pmid}"), ("UR", r.url), ("Y2", r.seen and f"{r.seen:%Y/%m/%d}"),
            ("RN", _state(r) + more),
        ]  # fmt: skip
        records.append("".join(f"{k}  - {_line(str(v))}\r\n" for k, v in rows if v) + "ER  - \r\n")
    return "\r\n".join(records)


def rows(references: Iterable[Reference]) -> list[dict[str, object]]:
    """The references as rows of a table: the citation in one line first, then every part."""
    found = []
    for r in references:
        parts = r.model_dump(mode="json")
        people = [*r.authors, *(["et al"] if r.more_authors else [])]
        del parts["more_authors"]
        found.append({"id": r.id, "citation": r.citation, **parts, "authors": "; ".join(people)})
    return found


def sample_size(reference: Reference) -> int | None:
    """The first whole number in what is known of the sample, or None: '22 cyclists' is 22, 'not seen' is None."""
    found = re.search(r"\d[\d,]*", reference.n or "")
    return int(found.group().replace(",", "")) if found else None


def _names(author: str) -> list[str]:
    """Family name and initials apart: 'van der Worp MP' is ['van der Worp', 'M. P.']."""
    name, initials = family(author)
    return [name, *([" ".join(f"{i}." for i in initials)] if initials else [])]


def _person(author: str) -> str:
    """A name for BibTeX, which parts names at commas and at `and`: a body without initials stays whole."""
    name, *initials = map(_latex, _names(author))
    whole = not initials or re.search(r",|\band\b", name)
    return ", ".join([f"{{{name}}}" if whole else name, *initials])


def _corporate(reference: Reference) -> str:
    """The body that wrote a source, or who stands behind guidance or a page that names no author."""
    unsigned = not reference.authors and reference.kind in (Kind.GUIDANCE, Kind.WEB)
    return reference.organisation or (reference.container if unsigned else None) or ""


def _state(reference: Reference) -> str:
    return f"Verification: {reference.verification}. {reference.verification_note}"


def _title(title: str) -> str:
    """A title whose capitals (all but the first letter) no style turns into small letters."""
    words = _line(title).split(" ")
    kept = [any(c.isupper() for c in (w if i else w.lstrip("[")[1:])) for i, w in enumerate(words)]
    return " ".join(f"{{{_latex(w)}}}" if keep else _latex(w) for w, keep in zip(words, kept, strict=True))


def _latex(text: str | None) -> str:
    """Text that LaTeX prints as it is and that cannot break out of a BibTeX field."""
    return "".join(_SPECIAL.get(c, c) for c in _line(text or ""))


def _address(text: str | None) -> str:
    """A DOI, a number or a URL, which are read as they stand; what could break out of the field is encoded."""
    return "".join(_IN_ADDRESS.get(c, c) for c in _line(text or ""))


def _line(text: str) -> str:
    """Text in one line without control characters."""
    return " ".join("".join(" " if unicodedata.category(c) == "Cc" else c for c in text).split())
