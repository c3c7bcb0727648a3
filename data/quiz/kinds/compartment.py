"""Compartments: in which one does a muscle lie, and which muscle lies in it? Two kinds, asked both ways.

Only muscles that all texts put in the same place are asked for or offered. Left out: pectineus (medial or anterior),
adductor magnus (its hamstring part), tensor fasciae latae, gluteus medius and minimus (two groups here, three layers
elsewhere), iliacus and psoas major (with the anterior thigh in many texts), obturator externus (medial thigh, or deep
group of the buttock).
"""

from __future__ import annotations

import random

from data.catalog import Catalog
from data.deeper import Compartment
from data.quiz.choices import mixed, the
from data.quiz.muscles import listed, nearest, read_in, stands
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.wording import capital

NAMES = {
    "gluteal_superficial": "superficial group of the buttock",
    "gluteal_deep": "deep group of the buttock",
    "anterior_thigh": "anterior compartment of the thigh",
    "medial_thigh": "medial compartment of the thigh",
    "posterior_thigh": "posterior compartment of the thigh",
    "superficial_posterior_leg": "superficial posterior compartment of the leg",
    "deep_posterior_leg": "deep posterior compartment of the leg",
    "lateral_leg": "lateral compartment of the leg",
    "anterior_leg": "anterior compartment of the leg",
}
BUTTOCK = ("gluteal_superficial", "gluteal_deep")
THIGH = ("anterior_thigh", "medial_thigh", "posterior_thigh")
LEG = ("superficial_posterior_leg", "deep_posterior_leg", "lateral_leg", "anterior_leg")
DISPUTED = frozenset(
    {
        "pectineus", "adductor_magnus", "tensor_fasciae_latae", "gluteus_medius", "gluteus_minimus", "iliacus",
        "psoas_major", "obturator_externus",
    }
)  # fmt: skip
WHOLE = frozenset({"gluteal_deep", "posterior_thigh", "superficial_posterior_leg"})
"""Places of which every muscle is listed here; of the others some have no card, or no sure place."""


def sure(catalog: Catalog) -> dict[str, Compartment]:
    """The muscles that all texts put in one place, and the place."""
    said = {s.id: s.deeper.compartment for s in catalog.structures.values() if s.deeper and s.deeper.compartment}
    return {i: c for i, c in said.items() if c in NAMES and i not in DISPUTED}


def others(compartment: str) -> list[tuple[str, str]]:
    """The places that are offered beside one, those of the same part of the body first, and how they are called."""
    near = next(part for part in (BUTTOCK, THIGH, LEG) if compartment in part)
    rest = (*THIGH, *BUTTOCK) if near is not LEG else THIGH
    return [(c, capital(NAMES[c])) for c in dict.fromkeys([*near, *rest]) if c != compartment][:4]


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    return [i for i in sure(catalog) if not _named(i, catalog) and in_region(i, options.region)]


def ask(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """In which compartment does a muscle lie?"""
    known = sure(catalog)
    mine = known[subject]
    if _named(subject, catalog):
        raise KeyError(subject)
    choices = mixed((mine, capital(NAMES[mine])), others(mine), draw, sure=1)
    return Question(
        f"together:compartment.{subject}",
        Mode.TOGETHER,
        f"In which compartment or group {'do' if subject.endswith('i') else 'does'} {the(subject, catalog)} lie?",
        (mine,),
        choices,
        _why(subject, catalog),
        misses={c: _filled(c, catalog) for c, _ in choices if c != mine},
        revisit=subject,
    )


def _filled(compartment: str, catalog: Catalog) -> str:
    """What surely lies in a compartment."""
    inside = [i for i, c in sure(catalog).items() if c == compartment]
    if not inside:
        return "Nothing that has a card here lies there."
    return f"There{_some(compartment)} {'lie' if len(inside) > 1 else 'lies'}: {listed(inside, catalog)}."


def _some(compartment: str) -> str:
    """What tells that a list is not all that lies in a place."""
    return "" if compartment in WHOLE else ", among others,"


def _why(muscle: str, catalog: Catalog) -> str:
    """Where it lies, with what, and where that was read."""
    known = sure(catalog)
    mates = [i for i, c in known.items() if c == known[muscle] and i != muscle]
    many = muscle.endswith("i")
    some = _some(known[muscle]).rstrip(",")
    beside = f" With {'them' if many else 'it'}{some}: {listed(mates, catalog)}." if mates else ""
    where = f"{capital(the(muscle, catalog))} {'lie' if many else 'lies'} in the {NAMES[known[muscle]]}.{beside}"
    return f"{where} {read_in(stands(catalog.structures[muscle], 'compartment'), catalog)}"


class Inside:
    """The other way round: which of four muscles lies in a compartment?"""

    def pool(self, options: Options, catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for: not where the name tells."""
        return [i for i in pool(options, catalog) if not _told(i, catalog)]

    def ask(self, subject: str, _options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """Which muscle lies in the compartment of `subject`?"""
        known = sure(catalog)
        mine = known[subject]
        if _told(subject, catalog):
            raise KeyError(subject)
        wrong = nearest(subject, (i for i, c in known.items() if c != mine), catalog)
        wrong.sort(key=lambda w: not (mine in BUTTOCK and known[w[0]] in BUTTOCK))  # the other group is the likeliest
        choices = mixed((subject, catalog.name(subject)), wrong, draw, sure=1)
        return Question(
            f"together:inside.{subject}",
            Mode.TOGETHER,
            f"Which of these lies in the {NAMES[mine]}?",
            (subject,),
            choices,
            _why(subject, catalog),
            misses={i: f"That is in the {NAMES[known[i]]}." for i, _ in choices if i != subject},
            revisit=subject,
        )


def _told(muscle: str, catalog: Catalog) -> bool:
    """Whether a name tells one of four muscles: gluteus maximus lies in the buttock."""
    return "glute" in catalog.name(muscle).casefold() or _named(muscle, catalog)


def _named(muscle: str, catalog: Catalog) -> bool:
    """Whether a name is that of its compartment: tibialis anterior."""
    return "anterior" in catalog.name(muscle).casefold()
