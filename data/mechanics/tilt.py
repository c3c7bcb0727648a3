"""Pelvic tilt: how the moment arms about the hip change when the pelvis tips forward over a vertical thigh."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.mechanics.geometry import load_geometry, place

MAIN = (
    "glmed1", "glmed2", "glmed3", "glmin1", "glmin2", "glmin3", "tfl",
    "glmax1", "glmax2", "sart", "recfem", "piri",
)  # fmt: skip
"""The twelve elements that are shown."""
NOT_AT_THE_HIP = {"vaslat": "vastus_lateralis"}
"""Elements that start on the thigh and so have no moment arm about the hip: exactly zero, in any position."""
RANGE = (-10, 30)
"""Degrees of anterior tilt over which the lines of action were checked."""
AXES = ("flexion", "abduction", "rotation")


@dataclass(frozen=True)
class Arms:
    """Moment arms of one element in mm: flexion, adduction and internal rotation are positive."""

    flexion_mm: float
    adduction_mm: float
    rotation_mm: float

    def about(self, axis: str) -> float:
        """The arm about an axis of `AXES`, mm, abduction positive. Raises KeyError for another axis."""
        return {"flexion": self.flexion_mm, "abduction": -self.adduction_mm, "rotation": self.rotation_mm}[axis]


def arms(tilt: float, geometry: str = "lai_uhlrich") -> dict[str, Arms]:
    """Moment arms of every element at an anterior tilt in degrees. The thigh stays vertical, so the hip flexes by it.

    Raises ValueError outside -45 to 60 degrees, KeyError for an unknown geometry.
    """
    if not -45 <= tilt <= 60:
        raise ValueError("tilt is an angle in degrees: -45 to 60")
    found = load_geometry(geometry)
    rows = place(found, flexion=tilt).arms_mm
    result = {e: Arms(*map(float, row)) for e, row in zip(found.ids, rows, strict=True)}
    return result | {e: Arms(0.0, 0.0, 0.0) for e in NOT_AT_THE_HIP}


def curve(element: str, axis: str, geometry: str = "lai_uhlrich", step: float = 1.0) -> NDArray[np.float64]:
    """(N, 2): tilt in degrees over `RANGE` and the moment arm in mm; abduction is shown positive.

    Raises KeyError for an unknown element, axis or geometry.
    """
    tilts = np.arange(RANGE[0], RANGE[1] + step / 2, step)
    found = [arms(float(t), geometry)[element].about(axis) for t in tilts]
    return np.column_stack([tilts, found])


def path_change_mm(element: str, *, flexion: float = 0.0, adduction: float = 0.0, rotation: float = 0.0) -> float:
    """By how much an element's path grows against the neutral position, in mm; the same in every attachment beyond.

    Raises KeyError for an unknown element.
    """
    geometry = load_geometry()
    number = {e: n for n, e in enumerate(geometry.ids)}[element]
    moved = place(geometry, flexion, adduction, rotation).lengths_mm[number]
    return float(moved - place(geometry).lengths_mm[number])
