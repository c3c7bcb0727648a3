"""The presenter's pen: what the browser is told of it. The pen itself is drawn with there (`pen/`). Pure."""

from __future__ import annotations

import re

from components.diagram import assets
from components.shared.menu import CREDIT_LICENSED
from components.shared.url import State
from data.outlines.pose import Pose

LONGEST = 1500
"""No packed strokes are longer (`LONGEST` in `pen/packed.js`)."""
_INK = re.compile(r"1(?:\.[dm][0-2][\w-]+)+", re.ASCII)


def is_ink(text: object) -> bool:
    """Whether a text could be packed strokes: the browser looks closer, and shows none where anything is wrong."""
    return isinstance(text, str) and len(text) <= LONGEST and _INK.fullmatch(text) is not None


def drawing(state: State, pose: Pose | None = None) -> str:
    """What strokes belong to: a view on its side, a layer and a pose."""
    turned = "_".join(f"{angle:.0f}" for angle in vars(pose or Pose()).values())
    return f"{state.pictured}/{state.layer}/{turned}"


def wanted(state: State, pose: Pose | None = None, ink: str = "") -> dict[str, str]:
    """The pen for a picture: strokes belong to one view, layer and pose, and are gone with these."""
    return {
        "script": assets.pen_url(),
        "of": drawing(state, pose),
        "ink": ink if is_ink(ink) else "",
        "credit": CREDIT_LICENSED,
    }
