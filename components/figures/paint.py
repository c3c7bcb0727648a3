"""One step painted from back to front: props, shadows, body, clothes, tissues, lines, what goes around limbs."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from shapely import MultiPoint, Polygon

from components.figures.camera import SCALE, Camera, Sheet
from components.figures.clothes import clothes
from components.figures.lines import crease_paths, line_paths
from components.figures.loops import strips
from components.figures.marks import marks
from components.figures.paths import area_path, drawn, shape_path, smooth_path, straight_path
from components.figures.shadows import shadows
from components.figures.solids import Block, Globe, Solid
from components.figures.view import View
from data.figures.pose import Mark
from data.figures.props import Box

ROUND = {"roller", "roller_side", "weight", "weight_side"}


def painted(view: View, marked: tuple[Mark, ...], plan: Polygon | None) -> str:
    """The step as SVG elements. `plan` is the ground's floor plan, on which shadows fall."""
    loops = strips(view.step, view.near, view.camera, view.sheet)
    return "".join(
        [
            *_props(view, plan),
            *(drawn(f"{look}_side", shape_path(back)) for look, back, _ in loops),
            drawn("skin", area_path(view.body, view.sheet.density)),
            *clothes(view),
            *marks(view, marked),
            drawn("crease", crease_paths(view)),
            drawn("line", line_paths(view)),
            *(drawn(look, shape_path(front)) for look, _, front in loops),
        ]
    )


def _props(view: View, plan: Polygon | None) -> Iterator[str]:
    shaded = False
    for thing in view.things:
        if not shaded and not _lies_flat(thing):
            yield from _ground_shadow(view, plan)
            shaded = True
        yield from solid(thing, view.camera, view.sheet)
        if isinstance(thing, Block) and thing.look in ("box", "bed", "cushion"):
            low, high = thing.middle - thing.half, thing.middle + thing.half
            top = Polygon([(low[0], low[1]), (high[0], low[1]), (high[0], high[1]), (low[0], high[1])])
            for area in shadows(view.step.posed, [(float(high[2]), top)], view.camera, view.sheet):
                yield drawn("shadow", shape_path(area))
    if not shaded:
        yield from _ground_shadow(view, plan)


def _lies_flat(thing: Solid) -> bool:
    return isinstance(thing, Block) and thing.look in ("mat", "ground", "stripe")


def _ground_shadow(view: View, plan: Polygon | None) -> Iterator[str]:
    if plan is not None:
        for prop in view.step.props.values():
            if isinstance(prop, Box) and prop.z == 0 and prop.slab == prop.size[2]:
                x, y = prop.size[0] / 2, prop.size[1] / 2
                corners = [
                    (prop.at[0] + sx * x, prop.at[1] + sy * y) for sx, sy in ((-1, -1), (1, -1), (1, 1), (-1, 1))
                ]
                plan = plan.difference(Polygon(corners))
        for area in shadows(view.step.posed, [(0.0, plan)], view.camera, view.sheet):
            yield drawn("shadow", shape_path(area))


def _rounded(thing: Block, camera: Camera, sheet: Sheet) -> Iterator[str]:
    """A cushion: its outline without corners."""
    hull = MultiPoint(sheet.units(camera.seen(thing.corners))).convex_hull
    soft = min(thing.half) * SCALE
    path = shape_path(hull.buffer(-soft * 0.6).buffer(soft * 0.6), tolerance=0.1)
    yield drawn("cushion", path)
    yield drawn("edge", path)


def solid(thing: Solid, camera: Camera, sheet: Sheet) -> Iterator[str]:
    """A prop: its faces, then its edge."""
    if isinstance(thing, Block) and thing.look == "cushion":
        yield from _rounded(thing, camera, sheet)
        return
    for name, corners in thing.faces(camera):
        flat = sheet.units(camera.seen(corners))
        path = straight_path(flat)
        if isinstance(thing, Globe) or (name.endswith("_side") and not isinstance(thing, Block)):
            path = smooth_path(np.vstack([flat, flat[:1]]), tolerance=0.05)
        yield drawn(name, path)
        if isinstance(thing, Globe) or (name in ROUND and name.endswith("_side")):
            yield drawn("edge", path)
    if not isinstance(thing, Globe) and not _lies_flat(thing):
        hull = MultiPoint(sheet.units(camera.seen(thing.corners))).convex_hull
        yield drawn("edge", straight_path(np.array(hull.exterior.coords)))
