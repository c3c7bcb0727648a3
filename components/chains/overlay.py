"""The arrows of a chain laid over the anatomy: where each state is marked, how each link is drawn. Pure."""

from __future__ import annotations

from typing import Any

from data.chain import Chain, Grade, Node, Step
from data.outlines import load_view
from data.outlines.pose import Mover, Pose

Item = dict[str, Any]
GRADES = {
    Grade.SOLID: ("✓", "Solid", "supported"),
    Grade.DASHED: ("?", "Dashed", "weak, or contested"),
    Grade.STRUCK: ("✕", "Struck through", "contradicted"),
}
"""How an arrow is drawn: its sign, the word for its line, what it means."""


FRAMES = {
    "hip": {"lateral": ((-120, 150), (-190, 190)), "anterior": ((-110, 215), (-190, 190))},
    "knee": {"lateral": ((-110, 110), (-490, -200)), "anterior": ((-90, 90), (-490, -200))},
}
"""What a step shows when it looks closer: x and y, mm."""


def frame(step: Step) -> dict[str, tuple[float, float]] | None:
    """The part of the view that a step shows; None for the whole."""
    if step.focus == "whole":
        return None
    x, y = FRAMES[step.focus]["lateral" if step.view == "lateral" else "anterior"]
    return {"x": x, "whole": x, "y": y}


def place(node: Node, view: str, pose: Pose) -> tuple[float, float]:
    """Where a node is marked in a view, mm: where the content says, else where its structure's name points, posed.

    Raises KeyError for a state that has no place in the view.
    """
    if view in node.at:
        return node.at[view]
    shapes = load_view(view).of(node.structure) if node.structure else []
    if not shapes:
        raise KeyError(f"{node.id} has no place in the {view} view")
    x, y = Mover(view, pose.seen(view)).move(shapes[0], [shapes[0].label])[0]
    return round(float(x), 1), round(float(y), 1)


def items(chain: Chain, step: Step, lit: str | None) -> list[Item]:
    """The overlay of a step for the diagram: its arrows, `lit` strongest, and the states that they join."""
    pose, found = step.pose, []
    for edge in map(chain.edge, step.edges):
        ends = [place(chain.node(i), step.view, pose) for i in (edge.source, edge.target)]
        label = said(chain, edge.id)
        on = edge.id == lit or (lit is None and len(step.edges) == 1)
        found.append(
            {
                "kind": "arrow",
                "id": edge.id,
                "from": ends[0],
                "to": ends[1],
                "grade": edge.grade,
                "on": on,
                "label": label,
            }
        )
    joined = dict.fromkeys(i for e in step.edges for i in e.split(">"))
    for node in map(chain.node, joined):
        at = place(node, step.view, pose)
        found.append(
            {"kind": "node", "id": node.id, "at": at, "text": node.short or node.label, "state": not node.structure}
        )
    return found


def said(chain: Chain, edge_id: str) -> str:
    """A link in words: cause, effect and grade."""
    edge = chain.edge(edge_id)
    source, target = (chain.node(i) for i in (edge.source, edge.target))
    return f"{source.short or source.label} → {target.short or target.label}: {GRADES[edge.grade][2]}"


def about(chain: Chain, step: Step) -> str:
    """The step's arrows in words, for those who do not see the picture."""
    return "Arrows: " + "; ".join(said(chain, e) for e in step.edges) + "."
