"""The roller in a figure, and the places to keep it off: schematic traces. Pure, no Streamlit."""

from __future__ import annotations

from typing import Any

import numpy as np

from data.outlines import View, load_view
from data.section import CONTACT_MM, direction, skin_point, under_roller

RADIUS_MM = 70.0
"""A common foam roller is about 14 cm thick."""
HALF_CONTACT_MM = CONTACT_MM / 2
"""The bar in a long view is the stretch of the thigh that a roller presses, not its whole thickness."""
SEEN_MM = 38.0
"""So much of the roller is in the picture of a section."""
KEEP_OFF = ("popliteal_fossa", "femoral_neurovascular_bundle", "greater_trochanter", "common_fibular_nerve")
"""Behind the knee, the front of the groin, the side hip bump when sore, the fibular head."""
ZONE_MM = {"femoral_neurovascular_bundle": (26.0, -4.0), "common_fibular_nerve": (22.0, -445.0)}
"""Where a zone is not at the mark's label: its radius and its height."""


def across(view: View, side: str) -> list[dict[str, Any]]:
    """A roller that touches the skin of a section from `side`, and the straight way from there to the bone."""
    x, y = skin_point(view, side)
    dx, dy = direction(view, side)
    turn = np.linspace(0, 2 * np.pi, 73)
    circle = np.column_stack(
        [x + dx * RADIUS_MM + RADIUS_MM * np.cos(turn), y + dy * RADIUS_MM + RADIUS_MM * np.sin(turn)]
    )
    deep = under_roller(view, side)[-1].depth_mm
    return [_trace("roller", circle), _trace("roller_way", np.array([[x, y], [x - dx * deep, y - dy * deep]]))]


def room(view: View, side: str) -> tuple[float, float, float, float]:
    """How far a view of a section must reach beyond its window for the roller: left, right, below, above, mm."""
    x, y = skin_point(view, side)
    dx, dy = direction(view, side)
    left, right = view.window.x
    low, high = view.window.y
    return (
        max(0.0, left - (x - SEEN_MM)) if dx < 0 else 0.0,
        max(0.0, x + SEEN_MM - right) if dx > 0 else 0.0,
        max(0.0, low - (y - SEEN_MM)) if dy < 0 else 0.0,
        max(0.0, y + SEEN_MM - high) if dy > 0 else 0.0,
    )


def along(view: View, section: str) -> list[dict[str, Any]]:
    """The stretch that a roller presses, across a long view at the level of a section, and the zones to keep off."""
    level = load_view(section).level or 0.0
    points = np.vstack([r for s in view.shapes if not s.context for r in s.outline()])
    near = points[np.abs(points[:, 1] - level) < HALF_CONTACT_MM]
    left, right = near[:, 0].min() - 22, near[:, 0].max() + 22
    low, high = level - HALF_CONTACT_MM, level + HALF_CONTACT_MM
    bar = np.array([[left, low], [right, low], [right, high], [left, high], [left, low]])
    return [*_zones(view), _trace("roller", bar)]


def _zones(view: View) -> list[dict[str, Any]]:
    turn = np.linspace(0, 2 * np.pi, 37)
    zones = []
    for id_ in KEEP_OFF:
        for shape in view.of(id_)[:1]:
            radius, height = ZONE_MM.get(id_, (20.0, shape.label[1]))
            line = np.vstack(shape.outline())
            x = float(line[np.abs(line[:, 1] - height).argmin(), 0]) if id_ in ZONE_MM else shape.label[0]
            circle = np.column_stack([x + radius * np.cos(turn), height + radius * np.sin(turn)])
            zones.append(_trace("zone", circle))
    return zones


def _trace(kind: str, line: np.ndarray[Any, np.dtype[np.float64]]) -> dict[str, Any]:
    trace: dict[str, Any] = {
        "type": "scatter",
        "mode": "lines",
        "x": np.round(line[:, 0], 1).tolist(),
        "y": np.round(line[:, 1], 1).tolist(),
        "hoverinfo": "skip",
        "meta": {"kind": kind},
    }
    if kind != "roller_way":
        trace["fill"] = "toself"
    return trace
