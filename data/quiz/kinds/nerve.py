"""Nerves and their muscles: what a nerve moves, and which of four muscles has another nerve than the rest."""

from __future__ import annotations

import random
from collections.abc import Mapping

from data.catalog import Catalog
from data.quiz.choices import mixed
from data.quiz.facts import shared
from data.quiz.muscles import listed, nearest, read_in, stands
from data.quiz.nerves import FAMILY, LEG, SHARED, SHIN, called, moved, moves, nerves, not_moved, whose
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.wording import small

ODD: Mapping[str, str] = {
    "gluteus_maximus": "superior_gluteal_nerve",
    "adductor_longus": "femoral_nerve",
    "gracilis": "femoral_nerve",
    "tensor_fasciae_latae": "femoral_nerve",
    "sartorius": "obturator_nerve",
    "obturator_internus": "obturator_nerve",
    "biceps_femoris_short_head": "tibial_nerve",
}
"""A muscle that lies among those of a nerve and has another one."""


class Moves:
    """Which of four muscles does a nerve move? A subject is the nerve and the muscle: `femoral_nerve.sartorius`."""

    def pool(self, options: Options, catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for: the parts of the family only below the knee, where there is no doubt."""
        return [
            f"{n}.{m}"
            for n in nerves(catalog)
            for m in moved(n, catalog)
            if _plain(n, m) and in_region(m, options.region)
        ]

    def ask(self, subject: str, _options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """Which of these does the nerve move?"""
        nerve, _, muscle = subject.partition(".")
        if nerve not in nerves(catalog) or muscle not in moved(nerve, catalog) or not _plain(nerve, muscle):
            raise KeyError(subject)
        wrong = _wrong(nerve, muscle, catalog)
        choices = mixed((muscle, catalog.name(muscle)), wrong, draw, sure=1)
        return Question(
            f"nerve:moves.{subject}",
            Mode.NERVE,
            f"Which of these muscles does the {small(called(nerve, catalog))} move?",
            (muscle,),
            choices,
            f"{_by(nerve, muscle, catalog)}{_all_of(nerve, catalog)} {_read(muscle, catalog)}",
            misses={i: whose(i, catalog) for i, _ in choices if i != muscle},
            revisit=nerve,
        )


class Odd:
    """Which of four muscles has another nerve than the three others? A subject is that muscle."""

    def pool(self, options: Options, catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for."""
        mine = [m for m, n in ODD.items() if n in catalog.structures and len(_trio(n, catalog)) >= 3]
        return [m for m in mine if in_region(m, options.region)]

    def ask(self, subject: str, _options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """Three are moved by one nerve: which is not?"""
        nerve = ODD[subject]
        others = [(i, catalog.name(i)) for i in _trio(nerve, catalog)]
        if len(others) < 3:
            raise KeyError(subject)
        choices = mixed((subject, catalog.name(subject)), others, draw)
        shown = (
            "the tibial part of the sciatic nerve"
            if nerve == "tibial_nerve"
            else f"the {small(called(nerve, catalog))}"
        )
        return Question(
            f"nerve:odd.{subject}",
            Mode.NERVE,
            f"Three of these are moved by {shown}. Which one is not?",
            (subject,),
            choices,
            f"{whose(subject, catalog)} {_read(subject, catalog)}",
            misses={i: whose(i, catalog) for i, _ in choices if i != subject},
            revisit=subject,
        )


def _plain(nerve: str, muscle: str) -> bool:
    """Whether a nerve has one name for a muscle: of the family, its two parts below the knee, the sciatic above it.

    Fibularis longus is asked for by the sciatic nerve: the name of the common fibular nerve would tell it.
    """
    below = "tibial_nerve" if muscle in LEG else "common_fibular_nerve" if muscle in SHIN else "sciatic_nerve"
    return nerve not in FAMILY or nerve == below


def _trio(nerve: str, catalog: Catalog) -> list[str]:
    """The muscles among which one is odd: of the tibial nerve those that it moves as a part of the sciatic nerve."""
    return [m for m in moved(nerve, catalog) if nerve != "tibial_nerve" or m not in LEG]


def _wrong(nerve: str, muscle: str, catalog: Catalog) -> list[tuple[str, str]]:
    """The likeliest first. A right answer with a word of the nerve's name needs a wrong one with it."""
    surely_not = not_moved(nerve, catalog)
    told = shared(catalog.name(nerve), catalog.name(muscle))
    same = [i for i in surely_not if told and told <= shared(catalog.name(nerve), catalog.name(i))]
    likely = nearest(muscle, surely_not, catalog)
    return list(dict.fromkeys([*((i, catalog.name(i)) for i in same[:1]), *likely]))


def _read(muscle: str, catalog: Catalog) -> str:
    return read_in(stands(catalog.structures[muscle], "nerve"), catalog)


def _by(nerve: str, muscle: str, catalog: Catalog) -> str:
    """By which part or branch of the sciatic nerve a muscle is moved; of other nerves nothing."""
    return f"{whose(muscle, catalog)} " if nerve in FAMILY else ""


def _all_of(nerve: str, catalog: Catalog) -> str:
    """All that a nerve moves; some have a second nerve."""
    all_ = moves(nerve, catalog)
    part = ", in whole or in part" if SHARED & set(all_) else ""
    return f"The {small(called(nerve, catalog))} moves{part}: {listed(all_, catalog)}."
