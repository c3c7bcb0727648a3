"""The drawing as a plate for paper: greys, the chosen tissue hatched and named. Pure; written as SVG or onto a PDF."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from html import escape

import numpy as np
import shapely
from shapely.affinity import rotate
from shapely.geometry import LineString, MultiLineString, box

from components.assets import drawn, visible
from components.figure import Drawn
from components.traces import lines
from components.url import LAYERS
from data.catalog import catalog
from data.outlines import load_view

Ring = list[tuple[float, float]]
GREYS = {"muscle": 0.90, "bone": 0.985, "disc": 0.94, "fascia": 0.96, "ligament": 0.96, "skin": 0.97, "fat": 0.96}
HATCH_MM = 4.2
ANGLES = (45, -45, 0, 90)
"""Direction of the hatching, by order of choice: in grey print the tissues are told apart by it."""
MARGIN_MM = 88.0
"""Room for names at the sides of the drawing."""
LETTER_MM = 15.0
"""Size of the names, in mm of the view."""
WRAP = 11
"""Names are broken after about so many letters."""


@dataclass(frozen=True)
class Stroke:
    """A path in mm of the view, y up: filled with a grey (None: not), with a line of a grey and a width in mm."""

    rings: Sequence[Ring]
    fill: float | None
    grey: float
    width: float
    closed: bool
    dash: bool = False


@dataclass(frozen=True)
class Name:
    """A name beside the drawing, its leader's two ends in mm of the view."""

    rows: tuple[str, ...]
    start: tuple[float, float]
    end: tuple[float, float]
    side: str


@dataclass(frozen=True)
class Plate:
    """A finished plate: its frame in mm (left, bottom, right, top), strokes from back to front, names."""

    frame: tuple[float, float, float, float]
    strokes: Sequence[Stroke]
    names: Sequence[Name] = field(default=())
    title: str = ""


def layer_for(view: str, chosen: Sequence[str]) -> str:
    """The outermost layer in which most of the chosen can be seen."""
    return max(LAYERS, key=lambda la: (sum(i in visible(view, la) for i in chosen), -list(LAYERS).index(la)))


@lru_cache(maxsize=64)
def plate(view: str, chosen: tuple[str, ...]) -> Plate:
    """Make the plate of a view with up to four structures marked; what lies deeper than the layer is dashed.

    Raises KeyError for an unknown view.
    """
    found = load_view(view)
    layer = layer_for(view, chosen)
    strokes = list(_ground(drawn(view, layer)))
    names = []
    for number, id_ in enumerate(chosen):
        shapes = found.of(id_)
        if not shapes:
            continue
        seen = id_ in visible(view, layer)
        for shape in shapes:
            rings = [[(float(x), float(y)) for x, y in ring] for ring in shape.outline()]
            if shape.mark == "dot":
                x, y = shape.label
                strokes.append(Stroke([_circle(x, y, 6.0)], 1.0, 0.0, 1.2, True))
                strokes.append(Stroke([_circle(x, y, 2.4)], 0.0, 0.0, 0.6, True))
            elif shape.mark == "line":
                strokes.append(Stroke(rings, None, 1.0, 4.4, False))
                strokes.append(Stroke(rings, None, 0.0, 2.4, False, not seen))
            else:
                strokes.append(Stroke(_hatch(shape.area(), ANGLES[number % 4]), None, 0.0, 0.55, False))
                strokes.append(Stroke(rings, None, 1.0, 3.4, True))
                strokes.append(Stroke(rings, None, 0.0, 1.9, True, not seen))
        names.append((id_, shapes[0].label))
    wide, tall = found.window.x, found.window.y
    frame = (wide[0] - MARGIN_MM, tall[0] + 6, wide[1] + MARGIN_MM, tall[1])
    return Plate(frame, strokes, _names(names, frame), found.title)


def svg(found: Plate) -> str:
    """The plate as an SVG document, one unit per mm."""
    left, bottom, right, top = found.frame
    parts = []
    for stroke in found.strokes:
        path = "".join("M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in r) + ("Z" if stroke.closed else "") for r in stroke.rings)  # fmt: skip # noqa: E501
        fill = "none" if stroke.fill is None else _hex(stroke.fill)
        dash = ' stroke-dasharray="6 4"' if stroke.dash else ""
        parts.append(
            f'<path d="{path}" fill="{fill}" fill-rule="evenodd" stroke="{_hex(stroke.grey)}" '
            f'stroke-width="{stroke.width}" stroke-linejoin="round"{dash}/>'
        )
    for name in found.names:
        (ax, ay), (bx, by) = name.start, name.end
        anchor = "end" if name.side == "left" else "start"
        parts.append(f'<path d="M{ax:.1f} {-ay:.1f}L{bx:.1f} {-by:.1f}" stroke="#000" stroke-width="0.8"/>')
        x = ax + (-3 if name.side == "left" else 3)
        for n, row in enumerate(name.rows):
            y = -ay + LETTER_MM * (0.35 + n - (len(name.rows) - 1) / 2)
            parts.append(
                f'<text x="{x:.1f}" y="{y:.1f}" font-family="sans-serif" font-size="{LETTER_MM}" font-weight="700" '
                f'text-anchor="{anchor}">{escape(row)}</text>'
            )
    wide, tall = right - left, top - bottom
    size = f'width="{wide:.0f}mm" height="{tall:.0f}mm"'
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{left:.0f} {-top:.0f} {wide:.0f} {tall:.0f}" '
        f'{size} role="img"><title>{escape(found.title)}</title>'
        f'<rect x="{left:.0f}" y="{-top:.0f}" width="{wide:.0f}" height="{tall:.0f}" fill="#fff"/>'
        f"{''.join(parts)}</svg>"
    )


def _ground(found: Drawn) -> list[Stroke]:
    """The anatomy in pale greys with fine lines."""
    strokes = []
    for trace in found.traces:
        kind, meta = trace["meta"]["kind"], trace["meta"]
        rings = [[(float(x), float(y)) for x, y in line] for line in lines(trace)]
        if kind in ("fill", "patch"):
            fill = GREYS.get(meta["tissue"], 0.95) + (0.03 if meta["context"] else 0.0)
            strokes.append(Stroke(rings, min(fill, 1.0), 0.45, 0.0 if kind == "patch" else 0.5, True))
        elif kind in ("fibre", "contour", "edge"):
            strokes.append(
                Stroke(rings, None, 0.72 if kind == "fibre" else 0.45, 0.3 if kind == "fibre" else 0.5, False)
            )
    return strokes


def _hatch(area: shapely.Geometry, angle: float) -> list[Ring]:
    """Parallel lines across an area."""
    if area.is_empty:
        return []
    x0, y0, x1, y1 = area.bounds
    centre, reach = ((x0 + x1) / 2, (y0 + y1) / 2), float(np.hypot(x1 - x0, y1 - y0)) / 2 + HATCH_MM
    rows = np.arange(-reach, reach, HATCH_MM)
    grid = MultiLineString([LineString([(centre[0] - reach, centre[1] + r), (centre[0] + reach, centre[1] + r)]) for r in rows])  # fmt: skip # noqa: E501
    cut = rotate(grid, angle, origin=centre).intersection(area.buffer(-0.8))
    return [[(float(x), float(y)) for x, y in part.coords] for part in shapely.get_parts(cut) if part.length > 1]


def _names(wanted: Sequence[tuple[str, tuple[float, float]]], frame: tuple[float, float, float, float]) -> list[Name]:
    """Names at the nearer side, each at its structure's height where there is room."""
    middle = (frame[0] + frame[2]) / 2
    placed: list[Name] = []
    for side, edge, inner in (("left", frame[0], MARGIN_MM), ("right", frame[2], -MARGIN_MM)):
        mine = sorted((w for w in wanted if (w[1][0] < middle) == (side == "left")), key=lambda w: -w[1][1])
        last = frame[3]
        for id_, (x, y) in mine:
            rows = _broken(catalog().short_name(id_))
            half = LETTER_MM * len(rows) / 2 + 3
            at = max(min(y, last - half), frame[1] + half)
            last = at - half
            placed.append(Name(rows, (edge + inner - (2.0 if inner > 0 else -2.0), at), (x, y), side))
    return placed


def _broken(text: str) -> tuple[str, ...]:
    rows = [""]
    for word in text.split():
        if rows[-1] and len(rows[-1]) + len(word) + 1 > WRAP:
            rows.append(word)
        else:
            rows[-1] = f"{rows[-1]} {word}".strip()
    return tuple(rows)


def _circle(x: float, y: float, r: float) -> Ring:
    ring = box(x, y, x, y).centroid.buffer(r).exterior.coords
    return [(float(a), float(b)) for a, b in ring]


def _hex(grey: float) -> str:
    return "#" + f"{round(grey * 255):02x}" * 3
