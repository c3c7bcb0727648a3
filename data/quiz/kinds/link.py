"""Reason about a chain: which of its links is the weakest?"""

from __future__ import annotations

import random
import re

from data.catalog import Catalog
from data.chain import Chain
from data.model import Confidence
from data.quiz.choices import mixed
from data.quiz.question import Mode, Options, Question
from data.wording import capital, ended


def pool(_options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    return [c.id for c in catalog.chains.values() if _weakest(c)]


def ask(rest: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """The weakest link of a chain, among better supported ones."""
    chain = catalog.chains[rest]
    weakest, better = _weakest(chain), _better(chain)
    if not weakest:
        raise KeyError(rest)
    right = draw.choice(weakest)

    def said(edge: str) -> str:
        ends = (chain.node(chain.edge(edge).source).label, chain.node(chain.edge(edge).target).label)
        return " → ".join(re.sub(r" \([^)]*\)", "", label) for label in ends)  # '(claim)' would tell

    def noted(edge: str) -> str:
        return ended(chain.edge(edge).note or chain.edge(edge).mechanism)

    choices = mixed((right, said(right)), [(e, said(e)) for e in better], draw)
    misses = {e: f"That one is better supported. {capital(noted(e))}" for e in better}
    why = noted(right)
    prompt = f"Which of these links of “{chain.name}” is the weakest?"
    return Question(f"reason:link.{rest}", Mode.REASON, prompt, (right,), choices, why, misses=misses)


def _better(chain: Chain) -> list[str]:
    """The links with at least some support: by confidence, as hardly any chain has three solid ones."""
    return [e.id for e in chain.edges if e.confidence not in (Confidence.LOW, Confidence.REFUTED)]


def _weakest(chain: Chain) -> list[str]:
    """The refuted links, else those of low confidence; none where there are too few better ones to choose among."""
    refuted = [e.id for e in chain.edges if e.confidence is Confidence.REFUTED]
    low = [e.id for e in chain.edges if e.confidence is Confidence.LOW]
    return (refuted or low) if len(_better(chain)) >= 3 else []
