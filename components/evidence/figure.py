"""Claims by topic and verdict as a bar chart that also reads without colour: patterns, and a number in every part."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

from components.shared.palette import FINDING
from data.claim import Claim

Counts = dict[str, dict[str, int]]


def topic_name(topic: str) -> str:
    """A topic id as words: 'rolling_effect' is 'Rolling: effect'."""
    head, _, rest = topic.partition("_")
    return (f"{head}: {rest}" if head == "rolling" else topic.replace("_", " ")).capitalize()


def counts(claims: Iterable[Claim]) -> Counts:
    """How many claims of each verdict, per topic; the largest topic first."""
    pairs = Counter((c.topic, str(c.verdict)) for c in claims)
    sizes = Counter[str]()
    for (topic, _), n in pairs.items():
        sizes[topic] += n
    return {t: {v: pairs[t, v] for v in FINDING if pairs[t, v]} for t, _ in sizes.most_common()}


def build(claims: Iterable[Claim], *, dark: bool) -> dict[str, Any]:
    """The chart as a plotly figure dict: one horizontal bar per topic, one part per verdict."""
    table = counts(claims)
    topics = list(table)
    bars = []
    for verdict, ink in FINDING.items():
        values = [table[t].get(verdict, 0) for t in topics]
        if any(values):
            bars.append(
                {
                    "type": "bar",
                    "orientation": "h",
                    "name": f"{ink.icon} {ink.word}",
                    "y": [topic_name(t) for t in topics],
                    "x": values,
                    "text": [str(v) if v else "" for v in values],
                    "textposition": "inside",
                    "insidetextanchor": "middle",
                    "hovertemplate": "%{y}: %{x} · " + ink.word + "<extra></extra>",
                    "marker": {
                        "color": ink.dark if dark else ink.light,
                        "pattern": {
                            "shape": ink.pattern,
                            "fillmode": "overlay",  # the default would replace the bar's own colour
                            "fgcolor": "rgba(40,30,20,.45)",
                            "size": 3 if ink.dense else 6,
                            "solidity": 0.25 if ink.dense else 0.15,
                        },
                        "line": {"width": 1, "color": "rgba(40,30,20,.5)"},
                    },
                }
            )
    layout = {
        "barmode": "stack",
        "height": 120 + 30 * len(topics),
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "xaxis": {"visible": False, "fixedrange": True},
        "yaxis": {"autorange": "reversed", "automargin": True, "fixedrange": True},
        "legend": {"orientation": "h", "y": -0.05, "traceorder": "normal"},
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
    }
    return {"data": bars, "layout": layout}
