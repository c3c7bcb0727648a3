"""Reason about a claim: what would it need most?"""

from __future__ import annotations

import random

from data.catalog import Catalog
from data.claim import Claim
from data.quiz.kinds.claim import about, judged, surely_not
from data.quiz.question import Options, Question

NEEDS = {
    "supported": "Nothing more: studies support it",
    "partly_supported": "Narrower words: only a part of it holds",
    "plausible": "A first test of the idea in people",
    "mixed": "Studies that agree with each other",
    "weak": "A larger study with a control group",
    "no_evidence": "Any study at all: none was found",
    "refuted": "Nothing: it is contradicted and should go",
    "not_testable": "Other words: as it stands it cannot be tested",
    "reasonable_advice": "A trial in people with the complaint",
    "repeated": "More articles that say the same",
}
"""What a claim with a verdict would need most; the last helps no claim."""


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    return [c.id for c in about(options, catalog) if _needy(c)]


def ask(rest: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """What would a claim need most?"""
    claim = catalog.claims[rest]
    if not _needy(claim):
        raise KeyError(rest)
    words = {v: NEEDS[v] for v in (str(claim.verdict), *surely_not(claim), "repeated")}
    return judged("need", claim, words, "What would this {} need most?", draw)


def _needy(claim: Claim) -> bool:
    """Whether what a claim needs follows from its verdict.

    It does not where something was looked into without evidence coming of it, or where studies speak only against it.
    """
    looked = claim.verdict == "no_evidence" and not claim.no_study_found
    against = claim.verdict == "weak" and claim.contradicting and not claim.supporting
    return str(claim.verdict) in NEEDS and not looked and not against
