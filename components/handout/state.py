"""The handout's state in the URL: what was chosen, never what was typed about a person. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from components.plate.plate import layer_for, shows
from components.shared.side import on_side, read_side
from components.shared.url import VIEWS
from data.catalog import Catalog
from data.handout import MOST_EXERCISES, MOST_STRUCTURES
from data.outlines.side import RIGHT
from data.plan import DAYS

PAPERS = {"a4": "A4", "letter": "Letter"}


@dataclass(frozen=True)
class Choice:
    """What is chosen, apart from doses, note, name and first day. `plan` are the days of a home plan: none, no plan."""

    structures: tuple[str, ...] = ("iliotibial_band",)
    chain: str | None = None
    exercises: tuple[str, ...] = ()
    paper: str = "a4"
    view: str = "lateral"
    plan: tuple[str, ...] = ()
    side: str = RIGHT

    def but(self, **changes: Any) -> Choice:
        """The same choice with some fields changed."""
        return replace(self, **changes)


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Choice, list[str]]:
    """The choice that query parameters name, and a note for each that cannot be used."""
    choice, notes = Choice(), []

    def several(key: str, known: Mapping[str, object], most: int) -> tuple[str, ...] | None:
        if (text := params.get(key)) is None:
            return None
        wanted = [i for i in text.split(",") if i]
        found = tuple(dict.fromkeys(i for i in wanted if i in known))
        if len(found) < len(set(wanted)) or len(found) > most:
            notes.append(f"Not all {key} of the link can be used; the others are shown.")
        return found[:most]

    structures = several("structures", catalog.structures, MOST_STRUCTURES)
    exercises = several("exercises", catalog.exercises, MOST_EXERCISES)
    days = set(several("plan", DAYS, len(DAYS)) or ())
    choice = choice.but(
        structures=choice.structures if structures is None else structures,
        exercises=exercises or (),
        plan=tuple(d for d in DAYS if d in days),
        side=read_side(params, notes),
    )
    for key, known in (("chain", catalog.chains), ("paper", PAPERS), ("view", VIEWS)):
        if (value := params.get(key)) is None:
            continue
        if value in known:
            choice = choice.but(**{key: value})
        else:
            notes.append(f"The link names a {key} that the handout does not have; the usual one is used.")
    return choice, notes


def write(choice: Choice) -> dict[str, str]:
    """The query parameters of a choice."""
    params = {"structures": ",".join(choice.structures), "paper": choice.paper, "view": choice.view}
    if choice.chain:
        params["chain"] = choice.chain
    if choice.exercises:
        params["exercises"] = ",".join(choice.exercises)
    if choice.plan:
        params["plan"] = ",".join(choice.plan)
    return on_side(params, choice.side)


def best_view(structures: tuple[str, ...]) -> str:
    """The view in which most of the chosen can be seen, the side first."""
    order = ("lateral", "anterior", "posterior")

    return max(order, key=lambda v: (sum(shows(v, layer_for(v, structures), i) for i in structures), -order.index(v)))


def link(choice: Choice, base: str) -> str:
    """The address that the QR code carries: this page with the same choice. Ids are safe in an address as they are."""
    return f"{base}/handout?" + "&".join(f"{k}={v}" for k, v in write(choice).items())
