"""The tilt model's curves as a plotly figure dict: moment arm against tilt, one line per element. Pure."""

from __future__ import annotations

from functools import cache
from typing import Any

from components.lab.text import ELEMENT_NAMES, ENDS
from data.mechanics.tilt import MAIN, RANGE, curve

DASHES = ("solid", "dash", "dot")


@cache
def curves(axis: str, element: str, *, dark: bool) -> dict[str, Any]:
    """Moment arms (mm) against tilt (degrees); the chosen element stands out."""
    ink, quiet, lit = ("#e9e6df", "#8f8b80", "#4fd1bd") if dark else ("#22201c", "#8a8577", "#0b655a")
    traces = []
    for number, key in enumerate(sorted(MAIN, key=lambda e: e == element)):
        line = curve(key, axis, step=2.0)
        mine = key == element
        traces.append(
            {
                "type": "scatter",
                "mode": "lines",
                "name": ELEMENT_NAMES[key],
                "x": line[:, 0].tolist(),
                "y": line[:, 1].round(1).tolist(),
                "line": {"color": lit if mine else quiet, "width": 4 if mine else 1.6, "dash": DASHES[number % 3]},
                "hovertemplate": "%{fullData.name}: %{y:.0f} mm at %{x}°<extra></extra>",
            }
        )
    low, high = ENDS[axis]
    grid = {"gridcolor": "rgba(128,128,128,.25)", "zerolinecolor": quiet, "color": ink}
    return {
        "data": traces,
        "layout": {
            "height": 380,
            "margin": {"l": 50, "r": 10, "t": 10, "b": 44},
            "xaxis": grid | {"title": {"text": "Anterior pelvic tilt, degrees"}, "range": list(RANGE), "dtick": 10},
            "yaxis": grid | {"title": {"text": f"← {low}, mm, {high} →"}},
            "legend": {"orientation": "h", "y": -0.2, "font": {"color": ink}},
            "paper_bgcolor": "rgba(0,0,0,0)",
            "plot_bgcolor": "rgba(0,0,0,0)",
        },
    }
