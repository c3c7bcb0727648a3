"""A compensation chain as a graded graph: a story to examine, every link with the studies for and against it."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Literal

from pydantic import Field, model_validator

from data.model import Confidence, Id, Record, Text
from data.outlines.pose import Pose


class Grade(StrEnum):
    """How an arrow is drawn."""

    SOLID = "solid"
    DASHED = "dashed"
    STRUCK = "struck"


class Node(Record):
    """A link of the chain: a state, named after a structure where there is one.

    `short` is for the picture. `at` says where it is marked, in mm of a view; a structure without one is marked where
    its name points.
    """

    id: Id
    label: Text
    short: Text | None = None
    kind: Text
    structure: Id | None = None
    description: Text | None = None
    at: Mapping[str, tuple[float, float]] = {}


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
    def id(self) -> str:
        """How the link is named in steps and addresses: `cause>effect`."""
        return f"{self.source}>{self.target}"

    @property
    def grade(self) -> Grade:
        """Struck when refuted, solid when moderate or better and not mostly contradicted, dashed otherwise."""
        if self.confidence is Confidence.REFUTED:
            return Grade.STRUCK
        sure = self.confidence in (Confidence.HIGH, Confidence.MODERATE)
        return Grade.SOLID if sure and len(self.supporting) >= len(self.contradicting) else Grade.DASHED


class Step(Record):
    """One screen of the story: a short text, a view of the (posed) figure, and the arrows that it is about."""

    id: Id
    title: Text
    text: Text
    view: Literal["anterior", "lateral", "posterior"]
    layer: Literal["surface", "deep", "deepest", "bones"]
    pose: Pose = Pose()
    focus: Literal["whole", "hip", "knee"] = "whole"
    lit: Id | None = None
    edges: Annotated[tuple[Text, ...], Field(min_length=1)]


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
    """One chain: nodes, graded edges, where it can be cut, and what the story gets wrong. `rank` orders the chains."""

    id: Id
    rank: int
    name: Text
    title: Text
    articles: tuple[Id, ...]
    confidence: Confidence
    plain: Text
    nodes: Annotated[tuple[Node, ...], Field(min_length=2)]
    edges: Annotated[tuple[Edge, ...], Field(min_length=1)]
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
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
        told, known = {e for step in self.steps for e in step.edges}, {e.id for e in self.edges}
        if unknown := sorted(told - known):
            raise ValueError(f"no edge is {', '.join(unknown)}: write the ids of two joined nodes as cause>effect")
        if untold := sorted(known - told):
            raise ValueError(f"no step tells {', '.join(untold)}: add it to a step")
        if len({step.id for step in self.steps}) < len(self.steps):
            raise ValueError("two steps have the same id; steps are addresses")
        return self

    def node(self, id_: str) -> Node:
        """The node with an id; raises KeyError where there is none."""
        return {n.id: n for n in self.nodes}[id_]

    def edge(self, id_: str) -> Edge:
        """The edge with an id (`cause>effect`); raises KeyError where there is none."""
        return {e.id: e for e in self.edges}[id_]

    def steps_about(self, structure: str) -> list[Step]:
        """The steps that tell a structure's links."""
        mine = {n.id for n in self.nodes if n.structure == structure}
        return [s for s in self.steps if any({*e.split(">")} & mine for e in s.edges)]
