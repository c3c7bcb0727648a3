"""Every drawing of the file: a list of numbers, since a part that several drawings show stands once. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import escape
from itertools import combinations
from typing import Any

from components.first.picture import placing
from components.plate.art import art, art_box
from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.footprint import ATTACHMENTS
from data.outlines import load_view
from data.outlines.over import named, offered

_PART = re.compile(r"<g data-id=.*?</g>", re.DOTALL)
_OWN = ("labels", "leaders", "dots")
"""What of a drawing's placing depends on what is laid over it; all else depends on its view and layer."""


def combos() -> Iterator[tuple[str, ...]]:
    """Everything that may be laid over a layer together."""
    kinds = tuple(offered())
    for number in range(len(kinds) + 1):
        yield from combinations(kinds, number)


def names() -> Iterator[tuple[str, str, str]]:
    """View, layer and the name of every drawing."""
    for view in VIEWS:
        for layer in (*LAYERS, ATTACHMENTS):
            yield from ((view, layer, named(layer, kinds)) for kinds in combos())
    yield from ((view, "surface", "surface") for view in SECTIONS)


def drawings() -> dict[str, Any]:
    """The parts, the drawings by `<view>/<name>`, what each needs to be placed, and how each view is headed."""
    parts: dict[str, int] = {}
    found: dict[str, Any] = {}
    frames: dict[str, Any] = {}
    for view, layer, name in names():
        own = _PART.findall(art(view, name, still=True))
        placed = placing(view, name)
        found[f"{view}/{name}"] = {
            "parts": [parts.setdefault(part, len(parts)) for part in own],
            **{key: placed[key] for key in _OWN},
        }
        frames.setdefault(
            f"{view}/{layer}",
            {k: placed[k] for k in ("extent", "section", "tall", "low")}
            | {"box": " ".join(f"{n:g}" for n in art_box(view, layer))},
        )
    return {"parts": list(parts), "drawings": found, "frames": frames, "views": _views()}


def _views() -> dict[str, Mapping[str, str]]:
    """The title of each view, and what lies at the edges of its picture."""
    looked = {view: load_view(view) for view in (*VIEWS, *SECTIONS)}
    sides = ("left", "right", "top", "bottom")
    return {v: {"title": found.title} | {s: escape(found.marks.get(s, "")) for s in sides} for v, found in looked.items()}
