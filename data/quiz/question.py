"""A question, and what may be asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any


class Mode(StrEnum):
    """How a question is asked."""

    FIND = "find"
    NAME = "name"
    FACTS = "facts"
    REASON = "reason"
    STORY = "story"
    ATTACH = "attach"
    TOGETHER = "together"
    NERVE = "nerve"
    NEAR = "near"


class Level(StrEnum):
    """Whether groups of muscles are asked for, or single structures."""

    GROUPS = "groups"
    SINGLE = "single"


REGIONS = {"all": (-500.0, 190.0), "hip": (-60.0, 190.0), "thigh": (-330.0, -60.0), "knee": (-500.0, -330.0)}
"""Heights in mm; a structure belongs to every region in which a good part of it lies."""


@dataclass(frozen=True)
class Options:
    """What the reader wants to practise. `layer` is a layer's name or 'all'."""

    modes: tuple[Mode, ...] = tuple(Mode)
    region: str = "all"
    layer: str = "all"
    level: Level = Level.SINGLE

    def but(self, **changes: Any) -> Options:
        """The same options with some changed."""
        return replace(self, **changes)


@dataclass(frozen=True)
class Question:
    """One question. `id` is `mode:subject`, the same for ever: its progress is kept under it.

    `choices` are pairs of id and words in the order shown (empty for Find until letters are asked for). `answers` are
    the ids that are right. `view`, `layer` and `lit` say what the picture shows (`view` None: no picture). `why`
    explains the right answer; `misses` says for a wrong choice what is wrong with it. `told` is a story in rows, each
    with its title, and `condition` the one to read about afterwards. `footprint` is
    the attachment that the picture marks.
    """

    id: str
    mode: Mode
    prompt: str
    answers: tuple[str, ...]
    choices: tuple[tuple[str, str], ...]
    why: str
    view: str | None = None
    layer: str = "surface"
    lit: str | None = None
    misses: Mapping[str, str] | None = None
    revisit: str | None = None
    """The structure to look at again after a miss."""
    told: tuple[tuple[str, str], ...] = ()
    condition: str | None = None
    footprint: str | None = None
    hurt: bool = False
    """Whether it is about a hurt nerve: the answer then says that it is no diagnosis."""

    def right(self, chosen: str) -> bool:
        """Whether a choice (an id) is right."""
        return chosen in self.answers
