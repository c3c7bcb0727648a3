"""What there is of each kind, in lines: how far references were seen, what verdicts claims have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from data.catalog import Catalog
from data.claim import Finding
from data.facts import counted
from data.model import Verification

SEEN = {
    Verification.FULL: "full",
    Verification.FINDING: "finding",
    Verification.CITATION: "citation",
    Verification.NONE: "not found",
}


def counts(catalog: Catalog) -> Iterator[str]:
    """One line for each kind of count."""
    c = catalog
    yield (
        f"{len(c.structures)} structures, {len(c.bones)} bones, {len(c.context)} context shapes, "
        f"{len(c.references)} references, {len(c.chains)} chains, {len(c.stop_flags)} stop flags, "
        f"{len(c.claims)} claims, {len(c.conflicts)} conflicts, {len(c.articles)} articles, {len(c.myths)} myths, "
        f"{len(c.changes)} changes, {len(c.conditions)} conditions at {len(c.pain_places)} places, "
        f"{len(c.pictures)} pictures."
    )
    seen = Counter(r.verification for r in c.references.values())
    yield f"references: {', '.join(f'{seen[state]} {word}' for state, word in SEEN.items())}."
    verdicts = Counter(claim.verdict for claim in c.claims.values())
    yield f"claims: {', '.join(f'{verdicts[verdict]} {verdict}' for verdict in Finding)}."
    yield f"{counted(c)}."
    guided = sum(f.guided(c.references) for f in c.stop_flags.values())
    yield f"stop flags with public guidance: {guided} of {len(c.stop_flags)}."
