"""Where a reader is in the chains, and how that is written in the address. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from components.shared.side import read_side
from data.catalog import Catalog
from data.chain import Chain, Step
from data.outlines.side import RIGHT


@dataclass(frozen=True)
class Place:
    """Where the reader is: chain, step, and the link that is open. `tissue` was tapped last.

    `side` is the one that the picture shows.
    """

    chain: Chain
    step: Step
    edge: str | None = None
    tissue: str | None = None
    side: str = RIGHT

    @property
    def number(self) -> int:
        """The step's place in the story, from 0."""
        return self.chain.steps.index(self.step)

    @property
    def shown(self) -> str:
        """The link that is explained: the open one, else the step's first."""
        return self.edge or self.step.edges[0]

    def at(self, number: int) -> Place:
        """Another step of the same story."""
        return replace(self, step=self.chain.steps[number % len(self.chain.steps)], edge=None, tissue=None)


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Place, list[str]]:
    """The place that query parameters name (`chain`, `step`, `edge`), and a note for each that is not known."""
    notes = []
    chains = catalog.chains
    wanted = params.get("chain")
    if wanted is not None and wanted not in chains:
        notes.append("The link names a chain that HipChain does not have; the first is shown.")
    chain = chains.get(wanted or "", chains["weak_glute_med"])
    steps = {s.id: s for s in chain.steps}
    edge = params.get("edge")
    known = {e.id for e in chain.edges}
    if edge is not None and edge not in known:
        notes.append("The link names an arrow that this chain does not have; it was ignored.")
        edge = None
    name = params.get("step")
    if name is not None and name not in steps:
        notes.append("The link names a step that this chain does not have; the first is shown.")
    step = steps.get(name or "", chain.steps[0])
    if edge is not None and edge not in step.edges:
        step = next(s for s in reversed(chain.steps) if edge in s.edges)
    return Place(chain, step, edge, side=read_side(params, notes)), notes


def write(place: Place) -> dict[str, str]:
    """The query parameters of a place; the side goes along by itself."""
    params = {"chain": place.chain.id, "step": place.step.id}
    return params | ({"edge": place.edge} if place.edge else {})
