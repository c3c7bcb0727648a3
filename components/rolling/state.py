"""Where the roller is, in the address: level, side and structure. And every structure as a table. Pure."""

from __future__ import annotations

from collections.abc import Mapping

import pandas as pd

from components.card.text import CONFIDENCE
from components.shared import url
from components.shared.palette import ROLLING, TISSUE
from components.shared.side import NAME
from components.shared.url import SECTIONS, State
from data.catalog import Catalog
from data.outlines import load_view
from data.section import SIDES, sides

SIDE_NAMES = {"outer": "Outer", "front": "Front", "inner": "Inner", "back": "Back"}
START = "axial_mid_thigh"
FROM = "from"
"""Names where the roller comes from. In old links this was `side`, which is now the side of the body."""
WHOLE = "first"
"""Names the whole list of those who should ask before they roll."""


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[State, str, list[str]]:
    """The state, where the roller comes from and notes for a reader, from query parameters."""
    known = catalog.known
    if params.get(NAME) in SIDES:  # an old link: it named no side of the body
        params = {FROM: params[NAME], **{name: value for name, value in params.items() if name != NAME}}
    state, notes = url.read(params, known, catalog.chains, catalog.structures)
    if state.view not in SECTIONS:
        state = state.but(view=START, layer="surface")
    possible = sides(load_view(state.view))
    side = params.get(FROM, "outer")
    if side not in possible:
        notes.append("A roller cannot come from the side that the link names; the outer side is shown.")
        side = "outer"
    return state.but(colour="rolling", hidden=(), presenter=False), side, notes


def place(view: str, side: str) -> str:
    """A level and side in words: 'Outer side, mid-thigh'."""
    return f"{SIDE_NAMES[side]} side, {SECTIONS[view].lower()}"


def named(params: Mapping[str, str], catalog: Catalog) -> tuple[str | None, str | None, list[str]]:
    """The effect of rolling and the reason to ask first that a link names (`?effect=range`, `?ask=pregnant`), and a
    note for each that is not known. `ask=first` names the whole list.
    """
    effect, ask = params.get("effect"), params.get("ask")
    notes = []
    if effect is not None and effect not in catalog.rolling_effects:
        notes.append("The link names an effect of rolling that HipChain does not have; all are shown.")
        effect = None
    if ask is not None and ask not in {WHOLE, *catalog.ask_first}:
        notes.append("The link names a reason to ask first that HipChain does not have; all are listed.")
        ask = None
    return effect, ask, notes


def write(state: State, side: str) -> dict[str, str]:
    """The query parameters of a state and of where the roller comes from; the side of the body goes along."""
    wanted = url.write(state)
    if side not in sides(load_view(state.view)):
        side = "outer"
    return {k: wanted[k] for k in ("structure", "view", "layer")} | {FROM: side}


def nearest(y_mm: float) -> str:
    """The section whose level lies nearest to a height."""
    return min(SECTIONS, key=lambda s: abs((load_view(s).level or 0.0) - y_mm))


def moved(view: str, side: str) -> dict[str, str]:
    """A roller moved elsewhere: the structure is again the one that decides there."""
    return {k: v for k, v in write(State(view=view), side).items() if k != "structure"}


def table(catalog: Catalog) -> pd.DataFrame:
    """Every structure as a row: name, verdict, tissue, region, confidence, reason, where, dose, what instead."""
    rows = [
        {
            "Structure": s.name,
            "Rolling": f"{ROLLING[s.rolling.verdict].icon} {ROLLING[s.rolling.verdict].word}",
            "When it hurts": ROLLING[s.rolling.when_painful].word if s.rolling.when_painful else "",
            "Tissue": TISSUE[s.tissue].word,
            "Region": s.group.capitalize(),
            "Confidence": CONFIDENCE[s.confidence].removesuffix(" confidence"),
            "Reason": s.rolling.reason,
            "Where": s.rolling.how_to.where if s.rolling.how_to else "",
            "Dose": s.rolling.how_to.dose if s.rolling.how_to else "",
            "Instead": s.rolling.instead or "",
        }
        for s in catalog.structures.values()
    ]
    return pd.DataFrame(rows)
