"""The address bar is the state: what is selected and how it is shown is read from the URL and written back to it.

`/?structure=iliotibial_band&view=lateral&layer=surface&colour=anatomy&chain=weak_glute_med` restores a screen on a cold
server. Parameters come from strangers: whatever is not known falls back to the default, with a note for the reader.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from components.shared.palette import MODES
from components.shared.side import on_side, read_side
from data.footprint import ATTACHMENTS, BONES
from data.outlines import AXIAL_VIEWS, LONG_VIEWS
from data.outlines.over import KINDS, named
from data.outlines.side import RIGHT, sided

VIEWS = LONG_VIEWS
SECTIONS = AXIAL_VIEWS
"""Cuts across the limb; they have no layers."""
LAYERS = {"surface": "Surface", "deep": "Deep", "deepest": "Deepest", "bones": "Bones"}
NOTHING = "none"
"""Written as `structure=none` when the reader has cleared the selection; a missing `structure` means the default."""

MOST_NOTES = 2
"""More notes than this are drawn together: they would push the page down."""


@dataclass(frozen=True)
class State:
    """One screen of Explore. `structure` is None when nothing is selected; `hidden` are ids taken off the drawing.

    `compare` is the id of what the selected structure is compared with. A `group` is lit where no structure is
    selected: what selects one, or clears the selection, ends it. `also` are the kinds that are laid over the layer, in
    the order of `KINDS`. `side` is the side of the body that the picture shows.
    """

    structure: str | None = "iliotibial_band"
    view: str = "lateral"
    layer: str = "surface"
    colour: str = "anatomy"
    chain: str = "weak_glute_med"
    hidden: tuple[str, ...] = ()
    compare: str | None = None
    group: str | None = None
    also: tuple[str, ...] = ()
    presenter: bool = False
    side: str = RIGHT

    def but(self, **changes: Any) -> State:
        """The same state with some fields changed."""
        if "structure" in changes:
            changes.setdefault("group", None)
        return replace(self, **changes)

    def coloured(self, colour: str) -> State:
        """The same state in another colour mode; attachments lie on the bare bones, seen from a side."""
        if colour != ATTACHMENTS:
            return self.but(colour=colour)
        return self.but(colour=colour, layer=BONES, view=self.view if self.view in VIEWS else State.view)

    @property
    def pictured(self) -> str:
        """The name of the view on its side: what is drawn, and by what the picture is asked for."""
        return sided(self.view, self.side)

    @property
    def bare(self) -> bool:
        """Whether the bones are shown with all attachments."""
        return self.colour == ATTACHMENTS and self.layer == BONES and self.view in VIEWS

    @property
    def over(self) -> tuple[str, ...]:
        """What is laid over the layer where the state shows it: a section has nothing over it."""
        return self.also if self.view in VIEWS else ()

    @property
    def drawing(self) -> str:
        """The name of the drawing that is shown: its layer, or the bones with all attachments; what is laid over it."""
        return named(ATTACHMENTS if self.bare else self.layer, self.over)


def read(
    params: Mapping[str, str],
    structures: Collection[str],
    chains: Collection[str],
    comparable: Collection[str] | None = None,
    groups: Collection[str] = (),
) -> tuple[State, list[str]]:
    """Read a state from query parameters; return it with one note per parameter that could not be used.

    `structures` and `chains` are the ids that may be named, `comparable` those that may stand beside another (None: all
    of `structures`), `groups` those that may be lit where no structure is named. A note never repeats a bad value: it
    is a stranger's text.
    """
    start, notes = State(), []
    found: dict[str, object] = {}
    allowed: dict[str, Collection[str]] = {
        "structure": {*structures, NOTHING},
        "view": {**VIEWS, **SECTIONS},
        "layer": LAYERS,
        "colour": MODES,
        "chain": chains,
        "compare": structures if comparable is None else comparable,
        "group": groups,
    }
    for key, values in allowed.items():
        value = params.get(key)
        if value is None:
            continue
        if value in values:
            found[key] = None if (key, value) == ("structure", NOTHING) else value
        else:
            what = "structure to compare with" if key == "compare" else key
            notes.append(f"The link names a {what} that HipChain does not have; the usual one is shown instead.")
    if raw := params.get("hide"):
        wanted = raw.split(",")
        found["hidden"] = tuple(dict.fromkeys(i for i in wanted if i in structures))
        if any(i not in structures for i in wanted):
            notes.append("The link hides a structure that HipChain does not have; it was ignored.")
    if raw := params.get("also"):
        asked = raw.split(",")
        found["also"] = tuple(kind for kind in KINDS if kind in asked)
        if any(kind not in KINDS for kind in asked):
            notes.append("The link lays something over the picture that HipChain does not have; it was ignored.")
    found["side"] = read_side(params, notes)
    found["presenter"] = params.get("presenter") == "1"
    return start.but(**_agreed(found, "structure" in params)), notes


def _agreed(found: dict[str, object], named: bool) -> dict[str, object]:
    """What rules out what: a section has no layers; a group is lit where no structure is `named`."""
    if found.get("view") in SECTIONS:
        found["layer"] = "surface"
    if named:
        found.pop("group", None)
    elif "group" in found:
        found["structure"] = None
    return found


def write(state: State) -> dict[str, str]:
    """Return the query parameters of a state; defaults that say nothing stay out."""
    shown = {"group": state.group} if state.group else {"structure": state.structure or NOTHING}
    params = {**shown, "view": state.view, "layer": state.layer}
    if state.colour != "anatomy":
        params["colour"] = state.colour
    if state.colour == "chain":
        params["chain"] = state.chain
    if state.hidden:
        params["hide"] = ",".join(state.hidden)
    if state.compare:
        params["compare"] = state.compare
    if state.also:
        params["also"] = ",".join(state.also)
    if state.presenter:
        params["presenter"] = "1"
    return on_side(params, state.side)


def in_short(notes: Sequence[str]) -> Sequence[str]:
    """What of the link could not be used, in few sentences."""
    if len(notes) > MOST_NOTES:
        return [f"The link names {len(notes)} things that HipChain does not have; the usual ones are shown instead."]
    return notes
