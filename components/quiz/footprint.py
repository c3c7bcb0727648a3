"""The one footprint that a question marks on the bare bones, laid over the picture. Pure."""

from __future__ import annotations

from typing import Any

from components.drawing import shading
from data.footprint import BONES, areas
from data.outlines import load_view
from data.visibility import shown


def marked(footprint: str, view: str) -> list[dict[str, Any]]:
    """A filled outline for each part of the footprint that is seen: which end it is, the question says."""
    return [
        {
            "kind": "line",
            "points": [(round(float(x), 1), round(float(y), 1)) for x, y in shading.simplified(ring)],
            "tone": "lit",
            "width": 2.5,
            "filled": True,
        }
        for ring in shading.rings(areas(view)[footprint])
    ]


def landmarks(view: str) -> tuple[str, ...]:
    """What is marked on the bones: taken off, so that only the footprint is."""
    return tuple(s.id for s in shown(load_view(view), BONES) if s.schematic)
