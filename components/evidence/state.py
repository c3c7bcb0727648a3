"""What of the evidence is shown: the part and record of the address, the filters, and the claims as a table. Pure."""

from __future__ import annotations

from collections.abc import Collection, Mapping

import pandas as pd

from components.evidence.figure import topic_name
from components.shared.palette import FINDING
from data.catalog import Catalog
from data.claim import Claim, Stance

PARTS = {
    "claims": "Claims",
    "conflicts": "Conflicts",
    "myths": "Myths",
    "exercises": "Exercises",
    "tests": "Tests",
    "references": "References",
    "changes": "What we changed, and why",
}
FIRST = 40
"""How many claims are shown at once."""


ASKED = "asked"
"""Stands in the list of articles for what none of them says but people ask."""


def choice(params: Mapping[str, str], catalog: Catalog) -> tuple[str, str | None, str | None]:
    """Which part and which record the query parameters name: (part, id or None, note or None).

    `?claim=C015`, `?conflict=X01`, `?myth=knots`, `?exercise=clam`, `?test=t3`, `?reference=pepper2021` open one
    record, `?part=myths` a part. `?article=s000` opens the claims; which of them, `article` says.
    """
    check = catalog.self_check
    tables: dict[str, tuple[str, Collection[str]]] = {
        "claim": ("claims", catalog.claims),
        "conflict": ("conflicts", catalog.conflicts),
        "myth": ("myths", catalog.myths),
        "exercise": ("exercises", catalog.exercises),
        "test": ("tests", {*(t.id for t in check.tests), *(t.id for t in check.left_out)}),
        "reference": ("references", catalog.references),
    }
    for key, (part, table) in tables.items():
        if (wanted := params.get(key)) is not None:
            if wanted in table:
                return part, wanted, None
            return part, None, f"The link names a {key} that HipChain does not have; all are shown."
    if (wanted := params.get("article")) is not None and wanted not in catalog.articles:
        return "claims", None, "The link names an article that HipChain does not have; all claims are shown."
    part = params.get("part", "claims")
    if part in PARTS:
        return part, None, None
    return "claims", None, "The link names a part that HipChain does not have; the claims are shown."


def article(params: Mapping[str, str], catalog: Catalog) -> str | None:
    """The article whose claims the query parameters ask for."""
    wanted = params.get("article")
    return wanted if wanted in catalog.articles else None


def chosen(
    catalog: Catalog, words: str, topics: list[str], verdicts: list[str], articles: list[str], structures: list[str]
) -> list[Claim]:
    """The claims that pass every filter; an empty filter lets all pass. `words` must all occur in its words."""
    wanted = words.casefold().split()
    return [
        c
        for c in catalog.claims.values()
        if all(w in f"{c.id} {c.text} {c.reason} {c.question or ''}".casefold() for w in wanted)
        and (not topics or c.topic in topics)
        and (not verdicts or c.verdict in verdicts)
        and (not articles or ({s.article for s in c.said_by} or {ASKED}) & set(articles))
        and (not structures or set(c.structures) & set(structures))
    ]


def claims_table(claims: list[Claim]) -> pd.DataFrame:
    """Claims as rows for a download."""
    rows = [
        {
            "id": c.id,
            "topic": topic_name(c.topic),
            "claim": c.text,
            "verdict": FINDING[c.verdict].word,
            "reason": c.reason,
            "people ask": c.question or "",
            "said by": "; ".join(_said(s) for s in c.said_by),
            "studies for": "; ".join(c.supporting),
            "studies against": "; ".join(c.contradicting),
            "bearing on it": "; ".join(c.related),
            "no study found": c.no_study_found,
        }
        for c in claims
    ]
    return pd.DataFrame(rows)


def _said(stance: Stance) -> str:
    return f"{stance.article}: {stance.stance}" + (f" ({stance.note})" if stance.note else "")


def cited(catalog: Catalog) -> int:
    """How many sources bear on what is said: those of claims, conflicts and myths, not of anatomy."""
    tables = (catalog.claims, catalog.conflicts, catalog.myths)
    return len({r for table in tables for record in table.values() for r in record.references})
