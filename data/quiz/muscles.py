"""What several kinds of question on muscles share: the likeliest mix-ups first, and where an answer was read. Pure."""

from __future__ import annotations

from collections.abc import Iterable

from data.catalog import Catalog
from data.quiz.facts import heights
from data.structure import Structure
from data.wording import small

SOURCES_MOST = 3
NEAREST = 6
"""Wrong answers are drawn from so many, the most tempting first."""


def nearest(found: str, others: Iterable[str], catalog: Catalog) -> list[tuple[str, str]]:
    """The most tempting of others with their names: those of the same group, then by height in the body."""
    group = catalog.structures[found].quiz_group
    mates = set(catalog.members(group)) if group else set()
    ranked = sorted((i for i in others if i != found), key=lambda i: (i not in mates, abs(_middle(i) - _middle(found))))
    return [(i, catalog.name(i)) for i in ranked[:NEAREST]]


def listed(ids: Iterable[str], catalog: Catalog) -> str:
    """Names in a row within a sentence: 'gracilis; adductor longus'."""
    return "; ".join(small(catalog.name(i)) for i in ids)


def read_in(references: Iterable[str], catalog: Catalog) -> str:
    """Where something was read, as a sentence: 'Source: Ellis 2006.'"""
    short = list(dict.fromkeys(catalog.short(r) for r in references))[:SOURCES_MOST]
    return f"Source{'s' if len(short) > 1 else ''}: {'; '.join(short)}." if short else ""


def stands(found: Structure, field: str) -> list[str]:
    """The references in which a field of a record was read."""
    return [s.reference for s in found.checked.standing(field)] if found.checked else []


def _middle(structure: str) -> float:
    span = heights(structure)
    return sum(span) / 2 if span else 0.0
