"""Find: tap a structure in the picture, or answer by letters."""

from __future__ import annotations

import random

from data.catalog import Catalog
from data.quiz.choices import the
from data.quiz.places import FINGER_MM, distance, members, places, subjects
from data.quiz.question import Mode, Options, Question
from data.visibility import regions, room_mm, spot


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    return subjects(options, catalog, FINGER_MM)


def ask(subject: str, options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """Where is this? Answered by tapping it."""
    mine = members(subject, catalog)
    view, layer, _ = draw.choice(places(mine, options))
    seen = tuple(i for i in mine if room_mm(view, layer, i) > 0)
    group = catalog.groups.get(subject)
    prompt = f"Tap one of these: {group.name}" if group else f"Tap {the(subject, catalog)}"
    first = catalog.structures[seen[0]]
    why = f"{first.plain} {first.find_it}"
    if group:
        why = f"Seen here: {'; '.join(catalog.name(i).lower() for i in seen)}."
    return Question(f"find:{subject}", Mode.FIND, prompt, seen, (), why, view, layer, revisit=seen[0])


def letters(question: Question, catalog: Catalog, seed: int) -> dict[str, str]:
    """For a Find question: letters A to D for four structures in the picture, one of them right (id by letter).

    This is how a question is answered without pointing; the letters stand in the picture.
    """
    if question.view is None:
        raise KeyError(question.id)
    draw = random.Random(f"letters{question.id}{seed}")
    seen = [
        i for i in regions(question.view, question.layer)
        if i in catalog.structures and room_mm(question.view, question.layer, i) > 4 and i not in question.answers
    ]  # fmt: skip
    right = next(a for a in question.answers if room_mm(question.view, question.layer, a) >= FINGER_MM)
    at = spot(question.view, question.layer, right)
    near = sorted(seen, key=lambda i: distance(at, spot(question.view or "", question.layer, i)))[:5]
    chosen = [right, *draw.sample(near, min(3, len(near)))]
    draw.shuffle(chosen)
    return dict(zip("ABCD", chosen, strict=False))
