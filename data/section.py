"""What a roller presses in a cross-section: the tissues on the straight way from the skin to the bone."""

from __future__ import annotations

from dataclasses import dataclass

import shapely
import shapely.affinity

from data.outlines import View
from data.outlines.side import LEFT, side_of

SIDES: dict[str, tuple[float, float]] = {"outer": (-1, 0), "front": (0, 1), "inner": (1, 0), "back": (0, -1)}
"""The sides a roller can come from, as directions in the section's plane (x to the inner side of a right limb, y to
the front)."""
_FAR_MM = 300.0
_INTO_MM = 6.0
_THIN_MM = 0.8
_MIDLINE_MM = 81.0
"""A section whose skin reaches the middle of the body is open there."""
CONTACT_MM = 60.0
"""So wide is the strip of skin that a roller presses: half of it lies to either side of the straight way."""


@dataclass(frozen=True)
class Pressed:
    """One tissue on the way: how deep below the skin it begins and how thick it is there, mm."""

    id: str
    depth_mm: float
    thickness_mm: float


@dataclass(frozen=True)
class Beside:
    """A marked place in the strip that a roller presses: how far aside of the straight way, how deep it begins, mm."""

    id: str
    aside_mm: float
    depth_mm: float


def sides(view: View) -> list[str]:
    """The sides from which skin can be reached in a section (at the hip the inner side is the middle of the body)."""
    left, _, right, _ = view.surround[0].area().bounds
    open_inside = (-left if side_of(view.view) == LEFT else right) > _MIDLINE_MM
    return [s for s in SIDES if not (s == "inner" and open_inside)]


def direction(view: View, side: str) -> tuple[float, float]:
    """From where a roller from `side` comes, on the page. Raises KeyError for an unknown side."""
    dx, dy = SIDES[side]
    return (-dx, dy) if side_of(view.view) == LEFT else (dx, dy)


def skin_point(view: View, side: str) -> tuple[float, float]:
    """The point of the skin that a roller from `side` touches first, mm."""
    ray = _ray(view, side)
    on_skin = ray.intersection(view.surround[0].area().boundary)
    start = shapely.Point(ray.coords[0])
    points = [shapely.Point(c) for part in shapely.get_parts(on_skin) for c in part.coords]
    nearest = min(points, key=start.distance)
    return float(nearest.x), float(nearest.y)


def under_roller(view: View, side: str) -> list[Pressed]:
    """The tissues from the skin to the first bone, in order; the bone comes last.

    The way is a straight line to the point of the femur that reaches furthest towards that side. Skin and fat are
    schematic. Tissue thinner than 0.8 mm on the way is left out. Raises KeyError for an unknown side.
    """
    ray = _ray(view, side)
    start = shapely.Point(skin_point(view, side))
    found = []
    for shape in (*view.surround[:1], *(s for s in view.shapes if not s.schematic)):
        for part in shapely.get_parts(shape.area().intersection(ray)):
            if part.geom_type == "LineString" and not part.is_empty:
                ends = sorted(start.distance(shapely.Point(c)) for c in (part.coords[0], part.coords[-1]))
                found.append((ends[0], ends[1], shape.id, shape.tissue))
    inside = [f for f in sorted(found) if f[2] != "skin"]
    bone = next(i for i, f in enumerate(inside) if f[3] == "bone")
    tissues = [Pressed(i, a, b - a) for a, b, i, _ in inside[: bone + 1] if b - a >= _THIN_MM]
    merged = {t.id: t for t in reversed(tissues)}  # a tissue met twice is named where it comes first
    tissues = [t for t in tissues if merged[t.id] is t]
    skin = min(2.0, tissues[0].depth_mm)
    fat = Pressed("subcutaneous_fat", skin, tissues[0].depth_mm - skin)
    return [Pressed("skin", 0.0, skin), *([fat] if fat.thickness_mm > _THIN_MM else []), *tissues]


def first_under(view: View, side: str, shift_mm: float = 0.0) -> str | None:
    """What lies first under skin and fat where a roller comes from `side`, moved along the skin by `shift_mm`.

    None where it misses the thigh. Raises KeyError for an unknown side.
    """
    dx, dy = direction(view, side)
    ray = shapely.affinity.translate(_ray(view, side), -dy * shift_mm, dx * shift_mm)
    start = shapely.Point(ray.coords[0])
    met = [(s.area().intersection(ray), s.id) for s in view.shapes if not s.schematic]
    ways = [(start.distance(way), id_) for way, id_ in met if way.length >= _THIN_MM]
    return min(ways)[1] if ways else None


def beside(view: View, side: str) -> list[Beside]:
    """The marked nerves, vessels, bumps and places in the strip that a roller presses, the nearest first.

    The strip is CONTACT_MM wide around the straight way and goes as deep as the first bone on it: what lies deeper is
    not pressed. A dot is as far aside as its middle (its drawn size means nothing), an area as its nearest edge.
    Raises KeyError for an unknown side.
    """
    x, y = skin_point(view, side)
    dx, dy = direction(view, side)
    bone = under_roller(view, side)[-1].depth_mm
    found: dict[str, Beside] = {}
    for shape in view.shapes:
        if shape.mark is None or shape.context:
            continue
        outline = [(float(px), float(py)) for ring in shape.outline() for px, py in ring]
        aside = [(px - x) * dy - (py - y) * dx for px, py in ([shape.label] if shape.mark == "dot" else outline)]
        depth = max(0.0, min((x - px) * dx + (y - py) * dy for px, py in outline))
        nearest = 0.0 if min(aside) < 0 < max(aside) else min(map(abs, aside))
        known = found.get(shape.id)
        if depth < bone and nearest <= CONTACT_MM / 2 and (known is None or nearest < known.aside_mm):
            found[shape.id] = Beside(shape.id, nearest, depth)
    return sorted(found.values(), key=lambda b: b.aside_mm)


def _ray(view: View, side: str) -> shapely.LineString:
    """From far outside to the femur, where it reaches furthest towards that side, and on into it."""
    dx, dy = direction(view, side)
    bones = {s.id: s for s in view.shapes if s.tissue == "bone"}
    femur = bones.get("femur", max(bones.values(), key=lambda b: float(b.area().area)))
    x, y = max((tuple(p) for ring in femur.outline() for p in ring), key=lambda p: p[0] * dx + p[1] * dy)
    return shapely.LineString([(x + dx * _FAR_MM, y + dy * _FAR_MM), (x - dx * _INTO_MM, y - dy * _INTO_MM)])
