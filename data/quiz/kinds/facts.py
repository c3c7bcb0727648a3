"""Facts: origin, insertion, nerve, movement or tissue of a structure."""

from __future__ import annotations

import random

from data.catalog import Catalog
from data.quiz.choices import mixed, the
from data.quiz.facts import fact, lesson, miss, wrong
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.wording import capital

FACTS = {
    "origin": "Where {does} {it} begin?",
    "insertion": "Where {does} {it} end?",
    "nerve": "Which nerve serves {it}?",
    "action": "Which of these movements {does} {it} make?",
    "tissue": "What is {it} made of?",
}


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    mine = [s for s in catalog.structures.values() if in_region(s.id, options.region)]
    return [f"{s.id}.{f}" for s in mine for f in FACTS if len(wrong(s, f, catalog)) >= 3]


def ask(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """One fact of a structure: `subject` is its id and the field, as in `soleus.nerve`."""
    id_, _, field = subject.partition(".")
    found = catalog.structures[id_]
    right = fact(found, field) if field in FACTS else None
    if right is None:
        raise KeyError(subject)
    others = wrong(found, field, catalog)
    near = list(others) if field in ("action", "tissue") else list(others)[:6]
    choices = mixed((right, capital(right)), [(t, capital(t)) for t in near], draw, sure=1)
    it = the(id_, catalog)
    prompt = FACTS[field].format(it=it, does="do" if it.endswith("i") else "does")
    misses = {t: miss(found, field, t, the(i, catalog) if i else None) for t, i in others.items()}
    why = lesson(found, field, catalog)
    return Question(f"facts:{subject}", Mode.FACTS, prompt, (right,), choices, why, misses=misses, revisit=id_)
