"""What the browser's history calls what is shown: the part, or the record that the link names. Pure."""

from __future__ import annotations

from components.evidence import trials
from components.evidence.state import PARTS
from data.catalog import Catalog


def title(part: str, focus: str | None, catalog: Catalog) -> str:
    """'Evidence: myths', or the record by its name."""
    if focus is None:
        return f"Evidence: {PARTS[part].lower()}"
    if part == "claims":
        return f"Claim: {catalog.claims[focus].text}"
    if part == "conflicts":
        return catalog.conflicts[focus].question
    if part == "myths":
        return catalog.myths[focus].title
    if part == "exercises":
        return catalog.exercises[focus].name
    if part == "tests":
        return trials.named(focus, catalog)[0]
    return f"Source: {catalog.short(focus)}"
