"""The references in formats that reference managers read: BibTeX and RIS."""

from __future__ import annotations

import re
from collections.abc import Iterable

from data.reference import Reference


def bibtex(references: Iterable[Reference]) -> str:
    """BibTeX, one `@misc` entry each: the whole citation as `note`, with doi and year where they are known.

    Citations are kept as written (we do not guess at authors and titles); what was not verified says so.
    """
    entries = []
    for r in references:
        fields = {"note": r.citation, "year": r.year, "doi": r.doi, "annote": _state(r)}
        lines = [f"  {k} = {{{_braced(str(v))}}}" for k, v in fields.items() if v]
        entries.append(f"@misc{{{r.id},\n" + ",\n".join(lines) + "\n}\n")
    return "\n".join(entries)


def ris(references: Iterable[Reference]) -> str:
    """RIS, one `GEN` record each, with the same contents."""
    records = []
    for r in references:
        rows = [("TY", "GEN"), ("ID", r.id), ("TI", r.citation), ("PY", r.year), ("DO", r.doi), ("N1", _state(r))]
        records.append("".join(f"{k}  - {v}\r\n" for k, v in rows if v) + "ER  - \r\n")
    return "\r\n".join(records)


def sample_size(reference: Reference) -> int | None:
    """The first whole number in what is known of the sample, or None: '22 cyclists' is 22, 'not seen' is None."""
    found = re.search(r"\d[\d,]*", reference.n or "")
    return int(found.group().replace(",", "")) if found else None


def _state(reference: Reference) -> str:
    return f"Verification: {reference.verification}. {reference.verification_note}"


def _braced(text: str) -> str:
    """Text that cannot break out of a BibTeX field."""
    return text.replace("\\", "/").replace("{", "(").replace("}", ")")
