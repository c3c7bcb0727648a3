"""What stands over the drawing as a plotly figure: a plain dict per view and layer, ready to be served as JSON. Pure.

Names with their leaders, and rollers: what is typographic or changes. The anatomy itself is drawn here, too, as
traces from back to front, but reaches the browser as SVG (`plate/art.py`). `meta.kind` says what a trace is (`fill`,
`patch`, `fibre`, `label`, ...), `meta.id` to which structure it belongs.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

import numpy as np
import shapely

from components.drawing import rollers
from components.drawing.footprints import footprint_anchors, footprint_regions, footprint_traces, roomy
from components.drawing.labels import Anchor
from components.drawing.names import DENSITIES, WINDOW, anchors, crowded, edges, moved_anchor, names, section_names
from components.drawing.over import Laid, best, laid_anchors, laid_over, laid_regions, taken_over
from components.drawing.traces import Trace, body, mark, patches_after
from components.shared.palette import CONTEXT, INKS, OVERLAY, QUIET, Ink
from components.shared.url import LAYERS
from data.catalog import Catalog
from data.footprint import ATTACHMENTS, BONES
from data.outlines import Shape, View
from data.outlines.over import named, parted
from data.outlines.pose import Mover, Pose
from data.visibility import shown, uncovered

DEPTHS = list(LAYERS)
SECTION_SIZE = 0.6
"""Distances between names in a section: it is shown more than twice as large as a long view."""
FAR_SIDE = "hip_bone_left"
"""Left out of account, and off the edge, where the screen is narrow."""


@dataclass(frozen=True)
class Drawn:
    """A view and layer drawn at rest: the costly part, which every pose shares. `seen` is what of each lies open.

    `layer` is the name of the drawing (`deep`, `attachments`, `deep+nerves`), `laid` what is laid over the `ground`,
    which is the drawing of the layer alone. `prints` are the footprints that lie over bare bones.
    """

    view: View
    layer: str
    bodies: Sequence[Shape]
    marks: Sequence[Shape]
    seen: Mapping[str, shapely.Geometry]
    anchors: Sequence[Anchor]
    prints: Sequence[Trace] = ()
    laid: Sequence[Laid] = ()
    ground: Drawn | None = None

    @cached_property
    def named(self) -> frozenset[str]:
        """The ids of which some part can be seen: what has a name, and is reached by keys."""
        return frozenset(anchor.id for anchor in self.anchors)

    @cached_property
    def traces(self) -> Sequence[Trace]:
        """The anatomy from back to front. It costs most by far: who asks only where something lies goes without."""
        if self.ground:  # the same, but for the marks that gave way
            left = {m.id for m in self.marks}
            return [
                t for t in self.ground.traces if t["meta"]["id"] in left or not t["meta"]["kind"].startswith("mark_")
            ]
        found: list[Trace] = []
        for number, shape in enumerate(self.bodies):
            found += body(shape)
            for above in patches_after(self.bodies, number):
                found += above
        for shape in self.marks:
            found += mark(shape)
        return [*found, *self.prints]


def build(
    view: View, layer: str, catalog: Catalog, roller: str | None = None, pose: Pose | None = None
) -> dict[str, Any]:
    """Build the figure of one view and layer: `data`, `layout`, and what the browser needs under `hipchain`.

    `roller` draws one: in a section the side that it comes from, in a long view the section at whose level it lies.
    `pose` moves what it moves in the drawing; without one nothing is moved.
    """
    return finish(draw(view, layer, catalog), catalog, roller, pose)


def draw(view: View, layer: str, catalog: Catalog) -> Drawn:
    """Draw the shapes of a view and layer at rest; the layer of attachments has their footprints on bare bones."""
    bare = layer == ATTACHMENTS
    shapes = [*view.surround, *shown(view, BONES if bare else layer)]
    bodies = [s for s in shapes if not s.schematic or s in view.surround]
    marks = [s for s in shapes if s.schematic and s not in view.surround and not bare]
    seen = uncovered(bodies, WINDOW)
    found = anchors(bodies, marks, seen, catalog, view.level is not None)
    if not bare:
        return Drawn(view, layer, bodies, marks, seen, found)
    found = footprint_anchors(view.view, found, catalog)
    seen |= footprint_regions(view.view)
    return Drawn(view, layer, bodies, marks, seen, found, footprint_traces(view.view, catalog))


def lay_over(ground: Drawn, kinds: Sequence[str], catalog: Catalog) -> Drawn:
    """The same drawing with some kinds laid over it; they take the place of the marks of what they show."""
    laid = laid_over(ground.view.view, ground.layer, kinds, ground.bodies)
    shown_here = taken_over(laid)
    marks = [m for m in ground.marks if m.id not in shown_here]
    anchored = [*laid_anchors(laid, catalog), *(a for a in ground.anchors if a.id not in shown_here)]
    seen = {**ground.seen, **laid_regions(laid)}
    layer = named(ground.layer, kinds)
    return replace(ground, layer=layer, marks=marks, seen=seen, anchors=anchored, laid=laid, ground=ground)


def finish(drawn: Drawn, catalog: Catalog, roller: str | None = None, pose: Pose | None = None) -> dict[str, Any]:
    """Names and roller over what was drawn, put into a pose (see `build`)."""
    view, bodies, shapes = drawn.view, drawn.bodies, [*drawn.bodies, *drawn.marks]
    mover = Mover(view.view, pose or Pose())
    traces: list[Trace] = []
    if roller:
        traces += rollers.across(view, roller) if view.level is not None else rollers.along(view, roller)
    core = _extent((s for s in bodies if s.id != FAR_SIDE), mover)
    section = view.level is not None
    room = rollers.room(view, roller) if section and roller else (0.0, 0.0, 0.0, 0.0)
    core = [core[0] - room[0], core[1] + room[1]]
    everything = _extent(bodies, mover)
    whole = [everything[0] - room[0], everything[1] + room[1]]
    low, high = _height(bodies) if section and not roller else view.window.y
    tall = [low - room[2], high + room[3]]
    size = SECTION_SIZE if section else 1.0
    rests = mover.pose.seen(view.view) == Pose()
    laid = [piece.shape for piece in drawn.laid]
    pieces = [piece.shape for piece in best(drawn.laid).values()]
    placed = drawn.anchors if rests else [moved_anchor(a, [*pieces, *shapes], mover) for a in drawn.anchors]
    for density, (gap, most) in DENSITIES.items():
        if section:
            traces += section_names(density, placed, edges(bodies, size, mover), everything, _height(bodies), most)
            continue
        near = edges([*(s for s in bodies if s.id != FAR_SIDE), *laid], size, mover)
        far = near if density == "narrow" else edges([*bodies, *laid], size, mover)
        bare = parted(drawn.layer)[0] == ATTACHMENTS
        wanted = roomy(placed) if bare and density == "narrow" else placed
        apart = max(gap, crowded(wanted, density, most)) if laid else gap
        traces += names(density, wanted, near, far, view.window.y, apart * size, most)
    known = {i: catalog.name(i) for i in dict.fromkeys([*(s.id for s in shapes), *(a.id for a in drawn.anchors)])}
    visible = [a.id for a in sorted(placed, key=lambda a: -a.y)]
    return {
        "data": traces,
        "layout": _layout(view),
        "hipchain": {
            "view": view.view,
            "layer": drawn.layer,
            "title": view.title,
            "marks": dict(view.marks),
            "names": known,
            "order": list(dict.fromkeys(visible)),
            "extent": {"x": core, "whole": whole, "y": tall},
            "tall": 95 if section else 150,
            "section": section,
            "overlay": OVERLAY,
            "warning": INKS["rolling"]["avoid"].light,
        },
    }


def classes(ids: Iterable[str], tissues: Mapping[str, str], catalog: Catalog) -> dict[str, dict[str, str]]:
    """For each colour mode, the ink key of every id. Context shapes and bones keep their anatomy ink in every mode.

    The keys are the modes; the chain mode has one entry per chain, written `chain:<chain id>`.
    """
    ids = list(ids)
    known = {i: catalog.structures[i] for i in ids if i in catalog.structures}
    base = {i: ("context_" if i in catalog.context else "") + tissues[i] for i in ids}
    result = {
        "anatomy": base,
        "rolling": base | {i: f"rolling.{s.rolling.verdict}" for i, s in known.items()},
        "tissue": base | {i: f"tissue.{s.tissue}" for i, s in known.items()},
    }
    for chain in catalog.chains:
        roles = {i: next((r.role for r in s.chains if r.chain == chain), "none") for i, s in known.items()}
        result[f"chain:{chain}"] = base | {i: f"chain.{role}" for i, role in roles.items()}
    return result


def inks() -> dict[str, dict[str, str]]:
    """Every ink by key: `light` and `dark` fill, and `pattern`."""
    table = {k: _ink(i) for k, i in INKS["anatomy"].items()}
    table |= {f"context_{k}": _ink(i) for k, i in CONTEXT.items()}
    table |= {f"quiet_{k}": _ink(i) for k, i in QUIET.items()}
    for mode in ("rolling", "tissue", "chain", "attachments"):
        table |= {f"{mode}.{k}": _ink(i) for k, i in INKS[mode].items()}
    return table


def _ink(ink: Ink) -> dict[str, str]:
    return {"light": ink.light, "dark": ink.dark, "pattern": ink.pattern}


def _layout(view: View) -> dict[str, Any]:
    x, y = view.window.x, view.window.y
    axis = {"visible": False, "fixedrange": True, "zeroline": False, "showgrid": False}
    return {
        "xaxis": axis | {"range": list(x)},
        "yaxis": axis | {"range": list(y), "scaleanchor": "x"},
        "margin": {"l": 0, "r": 0, "t": 0, "b": 0},
        "showlegend": False,
        "hovermode": False,
        "clickmode": "none",
        "dragmode": False,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "uirevision": view.view,
    }


def _extent(shapes: Iterable[Shape], mover: Mover) -> list[float]:
    """Leftmost and rightmost x of some shapes, mm."""
    xs = np.concatenate([mover.move(s, ring)[:, 0] for s in shapes for ring in s.outline()])
    return [round(float(xs.min()), 1), round(float(xs.max()), 1)]


def _height(shapes: Iterable[Shape]) -> list[float]:
    """Lowest and highest y of some shapes at rest, mm."""
    ys = np.concatenate([ring[:, 1] for s in shapes for ring in s.outline()])
    return [round(float(ys.min()), 1), round(float(ys.max()), 1)]
