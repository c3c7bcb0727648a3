"""The diagram on a Streamlit page: a `st.components.v2` component that mounts plotly.js and reports taps."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import streamlit as st

from components.diagram import assets, pen
from components.diagram.kept_ink import ink_on
from components.diagram.mirror import mirrored, mirrored_frame
from components.diagram.style import style
from components.plate import still
from components.shared.address import embedded, presenting
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.outlines.over import named
from data.outlines.pose import Pose
from data.outlines.side import LEFT, sided

_HERE = Path(__file__).resolve().parent
_mount = st.components.v2.component(
    "hipchain.diagram",
    html=(_HERE / "diagram.html").read_text(encoding="utf-8"),
    css=style(),
    js=(_HERE / "loader.js").read_text(encoding="utf-8"),
    isolate_styles=False,  # measured: a shadow root hides the plot from keyboard tools and probes
)


TALLEST_MM = 10_000
"""No drawing is taller: a height beyond it, or none at all (not a number), was not tapped."""


@dataclass(frozen=True)
class Pick:
    """One tap: what was hit (None for beside everything), all that lies under it, surface first, and its y in mm.

    `edge` is the arrow that was hit, where arrows are drawn; the rest then says what was selected before. `named` says
    that it was chosen by name, by a page that embeds this one: what the picture does not show is to be turned to. `on`
    is what the point itself lay on, where something small within a finger's reach beside it was taken as hit.
    """

    id: str | None
    stack: tuple[str, ...]
    y: float | None = None
    edge: str | None = None
    named: bool = False
    on: str | None = None


def read_pick(value: object, known: Collection[str], edges: Collection[str] = ()) -> Pick | None:
    """Make a pick from what the browser sent; None when it is not one. Ids that are not `known` are dropped."""
    if not isinstance(value, Mapping):
        return None
    raw = value.get("stack")
    stack = tuple(i for i in raw if isinstance(i, str) and i in known) if isinstance(raw, list) else ()
    hit = value.get("id")
    if hit is not None and (not isinstance(hit, str) or hit not in known):
        return None
    edge = value.get("edge")
    if edge is not None and (not isinstance(edge, str) or edge not in edges):
        return None
    on = value.get("on")
    on = on if isinstance(on, str) and on in known else None
    return Pick(hit, stack, _height(value.get("y")), edge, value.get("named") is True, on)


def _height(value: object) -> float | None:
    """A height in mm that the drawing could have; None for everything else that a stranger may send."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    return float(value) if -TALLEST_MM < value < TALLEST_MM else None


def diagram(
    state: State,
    known: Collection[str],
    on_pick: Callable[[Pick], None],
    *,
    key: str = "diagram",
    roller: str | None = None,
    names: bool = True,
    quiet: bool = False,
    hint: bool = False,
    peek: Mapping[str, str] | None = None,
    pose: Pose | None = None,
    extra: Sequence[Mapping[str, Any]] = (),
    about: str = "",
    frame: Mapping[str, Sequence[float]] | None = None,
    sliders: Mapping[str, str] | None = None,
    near: Sequence[tuple[str, str, Pose]] | None = None,
    group: str | None = None,
    lit: Sequence[str] = (),
    ink: str = "",
) -> None:
    """Draw the diagram for a state; `on_pick` is called with every tap.

    `roller` draws one (see `figure.build`), `names` writes the names beside it, `quiet` takes the names on hover away
    as well (quiz), `hint` invites a first tap. `peek` shows the head of what is selected at the picture's foot where
    its card is out of sight (`heads`: the address of all heads, `card`: finds the card). `pose` poses the figure;
    `extra` are arrows and lines laid over it (`Item` in `browser/types.d.ts`), which `about` puts into words. `frame`
    fixes what is shown, whatever the pose (both in mm of the right side: on the left they are mirrored):
    `x`, `whole` (each [from, to], mm; `x` where the screen is narrow) and `y`. `sliders` are those of the page that
    pose the figure while they are dragged: which angle of the pose each sets, by its label. `near` are the drawings
    that may be asked for next (view, layer, pose); without them, where names are written, the other views and layers.
    `lit` are the members of a `group`, painted where no structure is selected. `ink` are strokes to begin with, as the
    pen packs them (`pen/packed.js`); where none are given, what a tour's stop has kept.
    """

    left, choices = state.side == LEFT, f"{key}_choices"
    ink = ink or ("" if quiet else ink_on(pen.drawing(state, pose)))
    arrows = [str(item["id"]) for item in extra if item["kind"] == "arrow"]

    def picked() -> None:
        pick = read_pick(getattr(st.session_state.get(key), "pick", None), known, arrows)
        if pick is not None:
            st.session_state[choices] = st.session_state.get(choices, 0) + pick.named
            on_pick(pick)

    mode = f"chain:{state.chain}" if state.colour == "chain" else state.colour
    near = near if near is not None else _beside(state) if names and not quiet else ()
    fixed = frame is not None and not names  # what the figure adds to the drawing is then the same in every pose
    data: dict[str, Any] = {
        "script": assets.script_url(),
        "plotly": assets.plotly_url(),
        "figure": assets.figure_url(state.pictured, state.drawing, roller, None if fixed else pose),
        "art": assets.art_url(state.pictured, state.drawing, pose),
        "near": [_addresses(sided(view, state.side), layer, posed) for view, layer, posed in near],
        "sliders": {"angles": sliders, "pose": vars(pose or Pose()), "art": assets.art_url(state.pictured, state.layer)}
        if sliders
        else None,
        "mode": mode,
        "selected": state.structure,
        "lit": {"group": group, "ids": list(lit)} if group else None,
        "hidden": list(state.hidden),
        "names": names,
        "quiet": quiet,
        "hint": hint,
        "peek": peek,
        "extra": mirrored(extra) if left else list(extra),
        "about": about,
        "frame": mirrored_frame(frame) if left and frame else frame,
        "pen": pen.wanted(state, pose, ink) if (presenting() or ink) and not quiet else None,
        "still": {"src": still.picture_url(state), "alt": still.picture_text(state)},
        "heard": _heard(choices) if embedded() else None,
    }
    _mount(key=key, data=data, on_pick_change=picked)


def _heard(choices: str) -> dict[str, object]:
    """What this run draws from: so many choices by name, kept under this key, and what the address says."""
    return {"picks": st.session_state.get(choices, 0), "said": st.query_params.to_dict()}


def _addresses(view: str, layer: str, pose: Pose) -> dict[str, str]:
    """Where the browser finds a drawing and the names over it."""
    return {"art": assets.art_url(view, layer, pose), "figure": assets.figure_url(view, layer)}


def _beside(state: State) -> list[tuple[str, str, Pose]]:
    """The other views of a layer, and the other layers of a view; a section has neither."""
    if state.view in SECTIONS:
        return []
    views = [(view, state.drawing, Pose()) for view in VIEWS if view != state.view]
    layers = [named(layer, state.over) for layer in LAYERS if layer != state.layer]
    return [*views, *((state.view, layer, Pose()) for layer in layers)]
