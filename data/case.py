"""A question of the quiz that no field of a record makes: its words, the answer, and what is surely none."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.model import Id, Record, Text


class CaseKind(StrEnum):
    """What is asked: the nerve that is hurt, what passes where, or what lies over what."""

    LESION = "lesion"
    PASSAGE = "passage"
    LAYER = "layer"


class Case(Record):
    """One question. `answer` and `wrong` are structures; a wrong one is wrong by every text that was read.

    A case of the kind `layer` says what the answer is neighbour to (`of`) and how it `lies` to that.
    """

    id: Id
    kind: CaseKind
    prompt: Text
    of: Id | None = None
    lies: Literal["over", "under", "beside"] | None = None
    answer: Id
    wrong: Annotated[tuple[Id, ...], Field(min_length=3)]
    why: Text
    references: Annotated[tuple[Id, ...], Field(min_length=1)]

    @property
    def structures(self) -> tuple[str, ...]:
        """What it is about: the answer, and what that lies next to."""
        return (self.answer, self.of) if self.of else (self.answer,)

    @model_validator(mode="after")
    def _asks_one_thing(self) -> Case:
        if self.answer in self.wrong or len(set(self.wrong)) < len(self.wrong):
            raise ValueError("the answer is no wrong one, and each wrong one stands once")
        if (self.kind is CaseKind.LAYER) != (self.of is not None) or (self.of is None) != (self.lies is None):
            raise ValueError("a layer says `of` what it is asked and how the answer `lies`; other kinds say neither")
        return self
