"""Groups: which of four muscles belongs to the deep six, to the pes anserinus muscles, to the calf muscles ...

Only groups whose members all texts agree on are asked for, and of a group with a doubtful member not that one. Left out
are groups whose names tell (vasti, gluteals, iliopsoas) and those that are a matter of degree (hip abductors).
"""

from __future__ import annotations

import random
from collections.abc import Mapping

from data.catalog import Catalog
from data.quiz.choices import mixed, the
from data.quiz.muscles import listed, nearest, read_in
from data.quiz.places import in_region
from data.quiz.question import Mode, Options, Question
from data.wording import capital, ended, sentence, small

ASKED: Mapping[str, tuple[str, frozenset[str]]] = {
    "pes_anserinus_group": ("has a part in the pes anserinus", frozenset({"semimembranosus"})),
    "deep_six": ("belongs to the deep six that turn the thigh out", frozenset()),
    "calf": ("belongs to triceps surae", frozenset({"plantaris"})),
    "quadriceps": ("belongs to the quadriceps", frozenset()),
    "hamstrings": ("is a hamstring in every text", frozenset({"biceps_femoris_short_head", "adductor_magnus"})),
    "trochanter_group": (
        "ends at the greater trochanter",
        frozenset(
            {
                "quadratus_femoris", "gluteus_maximus", "vastus_lateralis", "vastus_intermedius",
                "obturator_externus",
            }
        ),
    ),
}  # fmt: skip
"""How a group is asked for, and what is neither asked for nor a wrong answer there: texts, or a fibre or two, differ.

Semimembranosus ends near the pes anserinus; vastus lateralis begins at the trochanter; gluteus maximus ends below it,
quadratus femoris behind it.
"""


NAMED = {"calf": "Triceps surae"}
"""How the reason names a group where the question has another word for it."""
# A muscle of the back is no likely mix-up with one of the hip, and would give the answer away.
BACK = frozenset({"longissimus_thoracis", "iliocostalis_lumborum", "multifidus", "quadratus_lumborum"})


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The subjects that can be asked for: a group and one of its members."""
    return [
        f"{g}.{m}"
        for g in ASKED
        if g in catalog.groups
        for m in _sure(g, catalog)
        if in_region(m, options.region) and len(wrong(g, catalog)) >= 3
    ]


def ask(subject: str, _options: Options, catalog: Catalog, draw: random.Random) -> Question:
    """Which of four muscles belongs to a group? `subject` is the group and the member that is right."""
    group, _, member = subject.partition(".")
    if group not in ASKED or member not in _sure(group, catalog):
        raise KeyError(subject)
    others = nearest(member, wrong(group, catalog), catalog)
    choices = mixed((member, catalog.name(member)), others, draw, sure=1)
    found = catalog.groups[group]
    asked, _ = ASKED[group]
    note = f" {found.note}" if found.note and group == "hamstrings" else ""
    return Question(
        f"together:group.{subject}",
        Mode.TOGETHER,
        f"Which of these {asked}?",
        (member,),
        choices,
        f"{NAMED.get(group, capital(found.name))}: {listed(_sure(group, catalog), catalog)}. {found.plain}{note} "
        f"{read_in(_read(group, catalog), catalog)}",
        misses={i: _elsewhere(i, "end" in asked or "anserinus" in asked, catalog) for i, _ in choices if i != member},
        revisit=member,
    )


def wrong(group: str, catalog: Catalog) -> list[str]:
    """The muscles that no text counts among a group's members."""
    members, doubtful = set(catalog.members(group)), ASKED[group][1]
    known = [s.id for s in catalog.structures.values() if s.deeper and s.deeper.compartment]
    return [i for i in known if i not in members | doubtful | BACK]


def _sure(group: str, catalog: Catalog) -> list[str]:
    """The members that are asked for."""
    return [m for m in catalog.members(group) if m in catalog.structures and m not in ASKED[group][1]]


def _read(group: str, catalog: Catalog) -> list[str]:
    return [s.reference for s in catalog.groups[group].checked.sources if "members" in s.fields or "plain" in s.fields]


def _elsewhere(muscle: str, ends: bool, catalog: Catalog) -> str:
    """Where a wrong answer ends, where the group is one of ends, or what it is."""
    found = catalog.structures[muscle]
    if ends:
        return ended(f"{capital(the(muscle, catalog))} ends elsewhere: {small((found.insertion or '').split(';')[0])}")
    return sentence(f"{catalog.name(muscle)}: {small(found.plain)}")
