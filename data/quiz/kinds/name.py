"""Name: say what is marked in the picture."""

from __future__ import annotations

import random

from data.catalog import Catalog
from data.quiz.choices import mixed, the
from data.quiz.places import SEEN_MM, distance, members, places, subjects
from data.quiz.question import Mode, Options, Question
from data.visibility import regions, room_mm, spot


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    return subjects(options, catalog, SEEN_MM)


def ask(subject: str, options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """What is marked in the picture?"""
    mine = members(subject, catalog)
    view, layer, lit = draw.choice(places(mine, options, SEEN_MM))
    group = catalog.groups.get(subject)
    if group:
        others = [
            (g.id, g.name)
            for g in catalog.groups.values()
            if g.asked and g.id != subject and not _said_of(lit, g.name, catalog)
        ]
        choices = mixed((subject, group.name), others, draw)
        question = "To which group does the marked tissue belong?"
        why = f"It is {the(lit, catalog)}. {catalog.structures[lit].plain}"
    else:
        near = [(i, catalog.name(i)) for i in _neighbours(lit, view, layer, catalog)]
        choices = mixed((lit, catalog.name(lit)), near, draw)
        question, why = "What is marked?", catalog.structures[lit].plain
    return Question(f"name:{subject}", Mode.NAME, question, (subject,), choices, why, view, layer, lit, revisit=lit)


def _said_of(id_: str, group: str, catalog: Catalog) -> bool:
    """Whether a structure's own words liken it to a group: adductor magnus is half a hamstring."""
    found = catalog.structures[id_]
    return group.casefold().rstrip("s") in " ".join([found.plain, *(s.name for s in found.synonyms)]).casefold()


def _neighbours(id_: str, view: str, layer: str, catalog: Catalog) -> list[str]:
    """Structures near one in the picture, the nearest first; from other views where too few are seen."""
    at = spot(view, layer, id_)
    seen = [i for i in regions(view, layer) if i in catalog.structures and i != id_ and room_mm(view, layer, i) > 2]
    near = sorted(seen, key=lambda i: distance(at, spot(view, layer, i)))[:6]
    group = catalog.structures[id_].quiz_group
    more = [i for i in (*(catalog.members(group) if group else ()), *catalog.structures) if i != id_]
    return list(dict.fromkeys([*near, *more]))[: max(6, len(near))]
