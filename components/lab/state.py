"""The lab's state and its place in the URL. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from data.mechanics.stance import Stance
from data.mechanics.tilt import MAIN
from data.outlines.side import RIGHT, SIDES

PARTS = {"stance": "Single-leg stance", "tilt": "Pelvic tilt", "limits": "The models and their limits"}
WHO = {"medius": "Gluteus medius alone", "both": "Medius and minimus", "all": "All hip muscles alike"}
AXES = {"rotation": "Turning in", "flexion": "Flexion", "abduction": "Abduction"}
RANGES = {"strength": (30, 100), "lean": (0, 20), "drop": (0, 10), "mass": (40, 130), "tilt": (-10, 30)}
"""Percent, degrees, degrees, kg, degrees."""
ELEMENTS = (*MAIN, "vaslat")


@dataclass(frozen=True)
class Lab:
    """What is set: `strength` in percent of full, `who` is weak, angles in degrees, `mass` in kg.

    `side` is the one that the picture shows.
    """

    part: str = "stance"
    strength: int = 100
    who: str = "medius"
    lean: int = 0
    drop: int = 0
    mass: int = 75
    tilt: int = 0
    axis: str = "rotation"
    element: str = "tfl"
    side: str = RIGHT

    def but(self, **changes: Any) -> Lab:
        """The same state with some fields changed."""
        return replace(self, **changes)

    @property
    def stance(self) -> Stance:
        """The stance to solve."""
        left = self.strength / 100
        return Stance(
            medius=left if self.who in ("medius", "both") else 1.0,
            minimus=left if self.who == "both" else 1.0,
            all_muscles=left if self.who == "all" else 1.0,
            lean=self.lean,
            drop=self.drop,
            mass_kg=self.mass,
        )


CHOICES: Mapping[str, tuple[str, ...]] = {
    "part": tuple(PARTS), "who": tuple(WHO), "axis": tuple(AXES), "element": ELEMENTS,
    "side": tuple(SIDES),
}  # fmt: skip


def read(params: Mapping[str, str]) -> tuple[Lab, list[str]]:
    """The state that query parameters name, and a note for each that cannot be used."""
    found: dict[str, object] = {}
    notes = []
    for field in fields(Lab):
        text = params.get(field.name)
        if text is None:
            continue
        if field.name in CHOICES:
            if text in CHOICES[field.name]:
                found[field.name] = text
                continue
        elif text.isascii() and text.removeprefix("-").isdigit() and len(text) < 5:
            low, high = RANGES[field.name]
            if low <= int(text) <= high:
                found[field.name] = int(text)
                continue
        notes.append(f"The link's {field.name} is not one that the lab has; the usual one is used instead.")
    return Lab().but(**found), notes


def write(lab: Lab) -> dict[str, str]:
    """The query parameters of a state: the part, and what differs from the start."""
    start = Lab()
    changed = {f.name: str(getattr(lab, f.name)) for f in fields(Lab) if getattr(lab, f.name) != getattr(start, f.name)}
    return {"part": lab.part} | changed
