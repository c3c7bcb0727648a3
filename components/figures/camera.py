"""The parallel camera and the sheet that it draws on: metres become SVG units, y down."""

from __future__ import annotations

from dataclasses import dataclass
from math import cos, radians, sin

import numpy as np

from data.figures.forward import Array

SCALE = 200.0
"""SVG units per metre."""


@dataclass(frozen=True)
class Camera:
    """Where right, up and the viewer are, as rows."""

    basis: Array

    @classmethod
    def at(cls, az: float, el: float) -> Camera:
        """A camera at an azimuth and a height in degrees."""
        a, e = radians(az), radians(el)
        viewer = np.array([cos(a) * cos(e), sin(a) * cos(e), sin(e)])
        right = np.array([-sin(a), cos(a), 0])
        return cls(np.stack([right, np.cross(viewer, right), viewer]))

    def seen(self, places: Array) -> Array:
        """Places as right, up, towards the viewer, in metres."""
        found: Array = places @ self.basis.T
        return found


@dataclass(frozen=True)
class Sheet:
    """The part of the view that is drawn, in metres, and how many rays are cast for one SVG unit."""

    left: float
    bottom: float
    right: float
    top: float
    density: float

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in SVG units."""
        return round((self.right - self.left) * SCALE), round((self.top - self.bottom) * SCALE)

    @property
    def rays(self) -> tuple[int, int]:
        """Rows and columns of rays."""
        wide, tall = self.size
        return int(tall * self.density), int(wide * self.density)

    @property
    def step(self) -> float:
        """How far apart rays are, in metres."""
        return 1 / SCALE / self.density

    def units(self, seen: Array) -> Array:
        """Seen places in SVG units."""
        found: Array = np.stack([(seen[..., 0] - self.left) * SCALE, (self.top - seen[..., 1]) * SCALE], -1)
        return found

    def columns(self) -> Array:
        """Where each column of rays stands, in metres."""
        return np.asarray(self.left + (np.arange(self.rays[1]) + 0.5) * self.step, np.float64)

    def rows(self) -> Array:
        """Where each row of rays stands, in metres."""
        return np.asarray(self.top - (np.arange(self.rays[0]) + 0.5) * self.step, np.float64)

    def window(self, low: Array, high: Array) -> tuple[slice, slice]:
        """The rows and columns of rays between two seen places."""
        rows, columns = self.rays
        x0, x1 = (int((v - self.left) / self.step) for v in (low[0], high[0]))
        y0, y1 = (int((self.top - v) / self.step) for v in (high[1], low[1]))
        return slice(max(y0, 0), min(max(y1 + 2, 0), rows)), slice(max(x0, 0), min(max(x1 + 2, 0), columns))
