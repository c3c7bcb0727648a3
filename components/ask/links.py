"""From a record to the one place in the app that shows it. Pure."""

from __future__ import annotations

from urllib.parse import urlencode

from components.drawing.place import reveal
from components.shared import url
from components.shared.url import State

DRAWN = ("structure", "bone", "context")
"""Kinds that stand on the picture."""
PLAIN: dict[str, str] = {
    "group": "?group={id}",
    "claim": "evidence?claim={id}",
    "conflict": "evidence?conflict={id}",
    "myth": "evidence?myth={id}",
    "exercise": "exercises?exercise={id}",
    "test": "evidence?test={id}",
    "left_out": "evidence?test={id}",
    "article": "evidence?article={id}",
    "rolling_effect": "rolling?effect={id}",
    "ask_first": "rolling?ask={id}",
    "condition": "where?condition={id}",
    "stop_flag": "stop_flags?flag={id}",
    "place": "where?place={id}",
}
"""Kinds whose place needs no more than their id."""


def address(kind: str, id_: str, part: str | None = None) -> str:
    """Where a record stands, below the app's base; `part` is the step of a chain. KeyError for an unknown kind."""
    if kind in DRAWN:
        return _drawn(id_)
    if kind == "chain":
        return "./chains?" + urlencode({"chain": id_} | ({"step": part} if part else {}))
    return f"./{PLAIN[kind].format(id=id_)}"


def to(question: str) -> str:
    """Where a question is answered in full."""
    return f"./ask?{urlencode({'q': question})}"


def _drawn(id_: str) -> str:
    """Its card, in a view and layer in which it can be seen."""
    return "./?" + urlencode(url.write(reveal(State(structure=id_))))
