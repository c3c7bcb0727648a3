"""The client's side in the address: which of the two the figure shows. The subject's own, `side=left`. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from data.outlines.side import LEFT, RIGHT, SIDES

LABEL = "Side of the body"
"""The name of the switch, for who does not see it."""
NAME = "side"


def read_side(params: Mapping[str, str], notes: list[str] | None = None) -> str:
    """The side that query parameters name; what is not one is the right side, with a note added to `notes`."""
    value = params.get(NAME, RIGHT)
    if value not in SIDES and notes is not None:
        notes.append("The link names a side that a body does not have; the right one is shown.")
    return value if value in SIDES else RIGHT


def on_side(params: Mapping[str, str], side: str) -> dict[str, str]:
    """Query parameters that show a side; the right one, which is usual, need not be said."""
    rest = {name: value for name, value in params.items() if name != NAME}
    return {**rest, NAME: LEFT} if side == LEFT else rest


def one_leg(side: str) -> str:
    """That the picture shows one leg, and what holds for the other."""
    other = RIGHT if side == LEFT else LEFT
    return f"A {side} leg; your {other} one is its mirror."
