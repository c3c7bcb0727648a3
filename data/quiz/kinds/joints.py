"""Joints: which of four muscles crosses hip and knee, or one of them and not the other?

What reaches the knee only through the iliotibial band (gluteus maximus, tensor fasciae latae) is neither asked nor
offered.
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from data.catalog import Catalog
from data.quiz.choices import mixed, the
from data.quiz.muscles import nearest, read_in, stands
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.wording import capital

BY_THE_BAND = frozenset({"gluteus_maximus", "tensor_fasciae_latae"})
LIMB = ("hip", "knee", "ankle")
ASKED: Mapping[tuple[str, ...], str] = {
    ("hip", "knee"): "both hip and knee",
    ("knee", "ankle"): "both knee and ankle",
    ("hip",): "the hip but not the knee",
    ("knee",): "the knee but not the hip",
    ("ankle",): "the ankle but not the knee",
}
"""What is asked of a muscle that crosses these joints."""
ABOVE_ANKLE = {**ASKED, ("knee",): "the knee but not the ankle"}
"""What is said of a muscle where the ankle was asked for."""


def crossed(catalog: Catalog) -> Mapping[str, tuple[str, ...]]:
    """The joints of the limb that each muscle surely crosses."""
    found: dict[str, tuple[str, ...]] = {}
    for s in catalog.structures.values():
        moved = {a.joint for a in s.deeper.at_joints} if s.deeper else set()
        joints = tuple(j for j in LIMB if j in moved)
        if joints in ASKED and s.id not in BY_THE_BAND:
            found[s.id] = joints
    return found


def fits(asked: tuple[str, ...], joints: tuple[str, ...]) -> bool:
    """Whether a muscle that crosses some joints is a right answer for what is asked."""
    if len(asked) == 2:
        return set(asked) <= set(joints)
    other = "hip" if asked == ("knee",) else "knee"
    return asked[0] in joints and other not in joints


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for."""
    return [i for i in crossed(catalog) if _telling(i, catalog) and in_region(i, options.region)]


def ask(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """Which of four muscles crosses the joints that `subject` crosses?"""
    known = crossed(catalog)
    asked = known[subject]
    if not _telling(subject, catalog):
        raise KeyError(subject)
    wrong = nearest(subject, (i for i, j in known.items() if not fits(asked, j)), catalog)
    choices = mixed((subject, catalog.name(subject)), wrong, draw, sure=1)
    found = catalog.structures[subject]
    both = f"Begins: {found.origin}. Ends: {found.insertion}."
    read = read_in(stands(found, "origin"), catalog)
    return Question(
        f"together:joints.{subject}",
        Mode.TOGETHER,
        f"Which of these crosses {ASKED[asked]}?",
        (subject,),
        choices,
        f"{_crosses(subject, asked, catalog)} {both} {read}",
        misses={
            i: _crosses(i, known[i], catalog, ABOVE_ANKLE if "ankle" in asked else ASKED)
            for i, _ in choices
            if i != subject
        },
        revisit=subject,
    )


def _telling(muscle: str, catalog: Catalog) -> bool:
    """Whether a muscle of the same group would be a wrong answer: otherwise there is little to be mixed up."""
    known, group = crossed(catalog), catalog.structures[muscle].quiz_group
    mates = catalog.members(group) if group else ()
    return any(i in known and not fits(known[muscle], known[i]) for i in mates)


def _crosses(
    muscle: str, joints: tuple[str, ...], catalog: Catalog, said: Mapping[tuple[str, ...], str] = ASKED
) -> str:
    return f"{capital(the(muscle, catalog))} {'cross' if muscle.endswith('i') else 'crosses'} {said[joints]}."
