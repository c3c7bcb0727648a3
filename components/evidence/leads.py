"""What stands above each part of the evidence, as Markdown. Pure."""

from __future__ import annotations

from components.evidence.state import cited
from data.catalog import Catalog


def page(catalog: Catalog) -> str:
    """What the whole page holds."""
    return (
        f"What {len(catalog.articles)} popular articles claim about the iliotibial band, rolling and hips, what else "
        f"people ask, and what {cited(catalog)} sources make of it. The articles disagree; so do the studies. Both are "
        "shown."
    )


def part(name: str, catalog: Catalog) -> str:
    """What one part holds; nothing where that says itself."""
    states = [str(r.verification) for r in catalog.references.values()]
    return {
        "conflicts": (
            "Questions on which the articles disagree. **Three of the articles sell the treatment that they "
            "recommend**; it says so beside their names."
        ),
        "exercises": "How each is done, how much of it, when to stop, and what was measured, each in its own study.",
        "tests": "How much the tests of the self-check are worth, and those that we left out.",
        "changes": (
            "Where we had judged wrongly, or a study came in that we did not know, it says so here, newest first. "
            "A claim's own page shows its changes too."
        ),
        "references": (
            f"**{states.count('full')} of {len(states)} sources were fully checked**, {states.count('none')} could "
            "not be found and are marked, the rest were seen in part. Most checks reached abstracts, not full texts."
        ),
    }.get(name, "")
