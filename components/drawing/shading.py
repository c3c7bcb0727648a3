"""Light, shade, fibres and tendon of one shape: plain geometry in millimetres, no colours and no plotly.

Everything is clipped to the shape's own outline, so it can be laid over the fill in any colour mode.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import LineString, Polygon

Line = NDArray[np.float64]
"""An (N, 2) array of points in mm."""

FIBRE_GAP_MM = 3.4
"""Distance between neighbouring fibre lines at the widest part of a belly."""
ALONG = 25
"""Samples along a guide."""
OVERSHOOT = 0.08
"""How far (as a fraction of the length) guides are prolonged past both ends, so that shading reaches the outline."""


@dataclass(frozen=True)
class Guides:
    """A belly's own coordinates: `at(t, s)` is the point at fraction t across and s along (0 = origin)."""

    grid: NDArray[np.float64]

    @classmethod
    def through(cls, lines: Sequence[Line]) -> Guides | None:
        """Build from guide lines ordered across the belly; None when there are fewer than two."""
        if len(lines) < 2:
            return None
        return cls(np.stack([_resample(line, ALONG) for line in lines]))

    def at(self, t: float, s: NDArray[np.float64]) -> Line:
        """Points at fraction `t` across (may leave 0..1) for every fraction in `s` along (may leave 0..1)."""
        last = len(self.grid) - 1
        place = t * last
        low = int(np.clip(np.floor(place), 0, last - 1))
        line = self.grid[low] + (place - low) * (self.grid[low + 1] - self.grid[low])
        step = s * (ALONG - 1)
        left = np.clip(np.floor(step), 0, ALONG - 2).astype(int)
        part = (step - left)[:, None]
        points: Line = line[left] * (1 - part) + line[left + 1] * part
        return points

    def width(self) -> float:
        """Greatest distance between the two outer guides, mm."""
        return float(np.hypot(*(self.grid[-1] - self.grid[0]).T).max())

    def strip(self, t0: float, t1: float, s0: float = -OVERSHOOT, s1: float = 1 + OVERSHOOT) -> Polygon:
        """The strip between two fractions across, from s0 to s1 along."""
        s = np.linspace(s0, s1, ALONG)
        across = np.linspace(t0, t1, 9)
        rim = [self.at(t0, s)]
        rim.append(np.array([self.at(t, np.array([s1]))[0] for t in across]))
        rim.append(self.at(t1, s[::-1]))
        rim.append(np.array([self.at(t, np.array([s0]))[0] for t in across[::-1]]))
        return shapely.make_valid(Polygon(np.vstack(rim)))


def area(rings: Sequence[Line]) -> shapely.Geometry:
    """The area inside rings by the even-odd rule (a ring within a ring is a hole)."""
    whole: shapely.Geometry = Polygon()
    for ring in rings:
        whole = whole.symmetric_difference(shapely.make_valid(Polygon(ring)))
    return whole


def fibres(guides: Guides, inside: shapely.Geometry, tendon: tuple[float, float]) -> list[Line]:
    """Fibre lines that follow the guides; they start and end in a ragged row, short of the tendons."""
    count = int(np.clip(guides.width() / FIBRE_GAP_MM, 4, 22))
    room = inside.buffer(-0.5)
    lines = []
    for number, t in enumerate(np.linspace(-0.06, 1.06, count)):
        ragged = 0.035 * ((number * 7) % 5) / 4  # a fixed pattern: the same drawing on every machine
        start = max(tendon[0] * 0.8, -OVERSHOOT) + ragged if tendon[0] else -OVERSHOOT + ragged
        stop = 1 - tendon[1] * 0.8 - ragged if tendon[1] else 1 + OVERSHOOT - ragged
        line = LineString(guides.at(float(t), np.linspace(start, stop, ALONG)))
        lines += _lines(line.intersection(room))
    return lines


def highlights(guides: Guides, inside: shapely.Geometry) -> list[list[Line]]:
    """Nested light strips along the belly, widest first: light falls from the upper left of the page."""
    return [rings(guides.strip(a, b).intersection(inside)) for a, b in _lit(guides)]


def shadows(guides: Guides, inside: shapely.Geometry) -> list[list[Line]]:
    """Nested dark strips along the two sides of the belly."""
    glazes = []
    for left, right in ((0.2, 0.8), (0.1, 0.9)):
        both = shapely.union_all([guides.strip(-0.5, left), guides.strip(right, 1.5)])
        glazes.append(rings(both.intersection(inside)))
    return glazes


def tendons(guides: Guides, inside: shapely.Geometry, tendon: tuple[float, float]) -> list[list[Line]]:
    """Pale ends of a belly, as nested areas so that muscle fades into tendon."""
    glazes = []
    for reach in (1.0, 0.75):
        ends = []
        if tendon[0]:
            ends.append(guides.strip(-0.5, 1.5, -OVERSHOOT, tendon[0] * reach))
        if tendon[1]:
            ends.append(guides.strip(-0.5, 1.5, 1 - tendon[1] * reach, 1 + OVERSHOOT))
        if ends:
            glazes.append(rings(shapely.union_all(ends).intersection(inside)))
    return glazes


def cushion(inside: shapely.Geometry, inset_mm: float) -> list[Line]:
    """The shape shrunk by `inset_mm` and moved a little towards the light: what makes bone look round."""
    small = shapely.affinity.translate(inside.buffer(-inset_mm), -0.25 * inset_mm, 0.25 * inset_mm)
    return rings(small.intersection(inside))


def hollow(ring: Line) -> list[list[Line]]:
    """A dip in a bone as nested areas: the whole of it, then the wall that the light from the upper left misses."""
    whole = shapely.make_valid(Polygon(ring))
    deep = 0.3 * float(np.sqrt(whole.area))
    return [[ring], rings(whole.difference(shapely.affinity.translate(whole, 0.7 * deep, -deep)))]


def rim(inside: shapely.Geometry, width_mm: float) -> list[Line]:
    """The outermost `width_mm` of a shape, as rings whose holes run the other way round."""
    return rings(inside.difference(inside.buffer(-width_mm)))


def simplified(ring: Line, tolerance_mm: float = 0.12) -> Line:
    """The same curve with fewer points: nowhere further off than the tolerance."""
    line = shapely.simplify(LineString(ring), tolerance_mm)
    return np.asarray(line.coords)


def _lit(guides: Guides) -> tuple[tuple[float, float], ...]:
    """Where the light falls across a belly, nearer to whichever side lies to the left on the page."""
    left_first = guides.grid[0, :, 0].mean() <= guides.grid[-1, :, 0].mean()
    bands = ((0.23, 0.66), (0.32, 0.52))
    return bands if left_first else tuple((1 - b, 1 - a) for a, b in bands)


def _resample(line: Line, count: int) -> Line:
    """`count` points at equal distances along a line, the two ends prolonged straight by the overshoot."""
    steps = np.hypot(*np.diff(line, axis=0).T)
    along = np.concatenate([[0.0], np.cumsum(steps)])
    at = np.linspace(0, along[-1], count)
    return np.column_stack([np.interp(at, along, line[:, 0]), np.interp(at, along, line[:, 1])])


def _lines(geometry: shapely.Geometry) -> list[Line]:
    parts = shapely.get_parts(geometry)
    return [np.asarray(p.coords) for p in parts if p.geom_type == "LineString" and p.length > 3]


def rings(geometry: shapely.Geometry) -> list[Line]:
    """Outer rings one way round, holes the other, so that a non-zero fill leaves the holes open."""
    found = []
    for part in shapely.get_parts(shapely.get_parts(geometry)):
        if part.geom_type == "Polygon" and part.area > 2:
            part = shapely.orient_polygons(part)
            found += [np.asarray(r.coords) for r in (part.exterior, *part.interiors)]
    return found
