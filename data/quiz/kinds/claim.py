"""Reason about a claim: what do studies make of it?"""

from __future__ import annotations

import random
import re

from data.catalog import Catalog
from data.claim import Claim
from data.quiz.choices import mixed
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question

NOT = {
    "supported": ("no_evidence", "refuted", "not_testable"),
    "partly_supported": ("no_evidence", "refuted"),
    "plausible": ("supported", "refuted", "not_testable"),
    "mixed": ("supported", "no_evidence", "refuted", "not_testable"),
    "weak": ("supported", "not_testable"),
    "no_evidence": ("supported", "not_testable"),
    "not_borne_out": ("supported", "not_testable"),
    "refuted": ("supported", "partly_supported", "plausible", "not_testable"),
    "reasonable_advice": ("refuted", "not_testable"),
}
"""For a verdict those that it surely is not; others are a matter of taste and no wrong answers."""
ADVICE = re.compile(r"(Do|Load|Loosen|Needle|Roll|Strengthen|Stretch|Test|Use)\b|.*\b(should|is fine)\b")
"""How a claim begins, or what it says, that is advice."""


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    return [c.id for c in about(options, catalog)]


def about(options: Options, catalog: Catalog) -> list[Claim]:
    """The claims on structures of a region that have at least two verdicts which are surely wrong."""
    mine = {s for s in catalog.structures if in_region(s, options.region)}
    return [c for c in catalog.claims.values() if mine & set(c.structures) and len(surely_not(c)) >= 2]


def ask(rest: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """What do studies make of a claim?"""
    claim = catalog.claims[rest]
    spare = "descriptive" if ADVICE.match(claim.text) else "reasonable_advice"
    words = {v: v.replace("_", " ").capitalize() for v in (str(claim.verdict), *surely_not(claim), spare)}
    return judged("claim", claim, words, "What do studies make of this {}?", draw)


def judged(kind: str, claim: Claim, words: dict[str, str], asked: str, draw: random.Random) -> Question:
    """A question on a claim; `words` are the answers by verdict, the right one first."""
    (right, said), *others = words.items()
    if len(others) < 3:
        raise KeyError(claim.id)
    choices = mixed((right, said), others, draw)
    prompt = f"“{claim.text}” {asked.format('advice' if ADVICE.match(claim.text) else 'claim')}"
    revisit = claim.structures[0] if claim.structures else None
    return Question(f"reason:{kind}.{claim.id}", Mode.REASON, prompt, (right,), choices, claim.reason, revisit=revisit)


def surely_not(claim: Claim) -> list[str]:
    """Verdicts that a claim surely has not; nothing is surely not refuted that a study speaks against."""
    right = str(claim.verdict)
    against = bool(claim.contradicting) and right != "supported"
    found = [v for v in NOT.get(right, ()) if not (v == "refuted" and against)]
    return [*found, "refuted"] if right == "no_evidence" and claim.no_study_found else found
