"""A compensation chain as a graded graph: a story to examine, every link with the studies for and against it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from data.model import Confidence, Id, Record, Text


class Grade(StrEnum):
    """How an arrow is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    STRUCK = "struck"


class Node(Record):
    """A link of the chain: a state, named after a structure where there is one."""

    id: Id
    label: Text
    kind: Text
    structure: Id | None = None
    description: Text | None = None


class Edge(Record):
    """A proposed mechanism from one node to another."""

    source: Annotated[Id, Field(alias="from")]
    target: Annotated[Id, Field(alias="to")]
    mechanism: Text
    confidence: Confidence
    supporting: tuple[Id, ...] = ()
    contradicting: tuple[Id, ...] = ()
    note: Text | None = None

    @property
    def grade(self) -> Grade:
        """Struck when refuted, solid when moderate or better and not mostly contradicted, dashed otherwise."""
        if self.confidence is Confidence.REFUTED:
            return Grade.STRUCK
        sure = self.confidence in (Confidence.HIGH, Confidence.MODERATE)
        return Grade.SOLID if sure and len(self.supporting) >= len(self.contradicting) else Grade.DASHED


class Breaker(Record):
    """Where a chain can be cut, and with which progression."""

    breaks: Id
    action: Text
    progression: Annotated[tuple[Text, ...], Field(min_length=1)]
    exercises: tuple[Id, ...] = ()
    evidence: Text
    references: tuple[Id, ...] = ()
    confidence: Confidence
    numbers: Mapping[str, Text] = {}


class Chain(Record):
    """One chain: nodes, graded edges, where it can be cut, and what the story gets wrong."""

    id: Id
    name: Text
    title: Text
    articles: tuple[Id, ...]
    confidence: Confidence
    plain: Text
    nodes: Annotated[tuple[Node, ...], Field(min_length=2)]
    edges: Annotated[tuple[Edge, ...], Field(min_length=1)]
    entry_points: tuple[Id, ...]
    breakers: tuple[Breaker, ...]
    self_check_signs: tuple[Text, ...]
    not_supported: Annotated[tuple[Text, ...], Field(min_length=1)]
    counterpoints: tuple[Text, ...]

    @model_validator(mode="after")
    def _joined_up(self) -> Chain:
        nodes = {n.id for n in self.nodes}
        used = {*self.entry_points, *(b.breaks for b in self.breakers)}
        used |= {e.source for e in self.edges} | {e.target for e in self.edges}
        if missing := sorted(used - nodes):
            raise ValueError(f"no node has the id {', '.join(missing)}: add the node or correct the id")
        return self
