"""Making questions: which there are for some options, and each from its id. The same seed makes the same question."""

from __future__ import annotations

import random
from functools import lru_cache
from typing import Protocol

from data.case import CaseKind
from data.catalog import Catalog
from data.quiz.kinds import (
    attach,
    case,
    claim,
    compartment,
    facts,
    find,
    group,
    joints,
    link,
    name,
    need,
    nerve,
    roller,
    root,
    story,
)
from data.quiz.question import Mode, Options, Question


class Kind(Protocol):
    """What every file in `kinds/` offers."""

    def pool(self, options: Options, catalog: Catalog, /) -> list[str]:
        """The subjects that can be asked for."""

    def ask(self, subject: str, options: Options, catalog: Catalog, draw: random.Random, /) -> Question:
        """The question on a subject. Raises KeyError where there is none."""


KINDS: dict[Mode, dict[str, Kind]] = {
    Mode.FIND: {"": find},
    Mode.NAME: {"": name},
    Mode.FACTS: {"": facts},
    Mode.REASON: {"roller.": roller, "link.": link, "claim.": claim, "need.": need},
    Mode.STORY: {"": story},
    Mode.ATTACH: {"": attach},
    Mode.TOGETHER: {"compartment.": compartment, "inside.": compartment.Inside(), "joints.": joints, "group.": group},
    Mode.NERVE: {
        "lesion.": case.Cases(CaseKind.LESION), "moves.": nerve.Moves(), "odd.": nerve.Odd(), "roots.": root.Roots(),
        "lead.": root.Lead(), "skin.": root.Skin(),
    },
    Mode.NEAR: {"passage.": case.Cases(CaseKind.PASSAGE), "layer.": case.Cases(CaseKind.LAYER)},
}  # fmt: skip
"""The kinds of question of each mode, by what their subjects begin with."""


def pool(options: Options, catalog: Catalog) -> list[str]:
    """The ids of every question that the options allow, in a fixed order."""
    return list(_pool(options, catalog))


@lru_cache(maxsize=64)
def _pool(options: Options, catalog: Catalog) -> tuple[str, ...]:
    """Every touch of a quiz's choices, and each answer, asks for the same ones; to find them takes 50 ms."""
    return tuple(
        f"{mode}:{start}{subject}"
        for mode, kinds in KINDS.items()
        if mode in options.modes
        for start, kind in kinds.items()
        for subject in kind.pool(options, catalog)
    )


def ask(id_: str, options: Options, catalog: Catalog, seed: int) -> Question:
    """Make one question. Raises KeyError for an id that there is not."""
    mode, _, subject = id_.partition(":")
    if mode not in KINDS:
        raise KeyError(id_)
    for start, kind in KINDS[Mode(mode)].items():
        if subject.startswith(start):
            return kind.ask(subject.removeprefix(start), options, catalog, random.Random(f"{id_}{seed}"))
    raise KeyError(id_)
