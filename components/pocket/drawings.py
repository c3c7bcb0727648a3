"""Every drawing of the file: a list of numbers, since a part that several drawings show stands once. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from typing import Any

from components.drawing.built import drawn
from components.drawing.figure import finish
from components.drawing.traces import Trace, lines
from components.first.picture import placing
from components.plate.art import art
from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.catalog import Catalog
from data.footprint import ATTACHMENTS
from data.outlines import load_view
from data.outlines.over import named, offered

_PART = re.compile(r"<g data-id=.*?</g>", re.DOTALL)
DENSITIES = ("narrow", "medium", "wide")
HANGS = ("middle left", "middle right", "top center", "bottom center")
"""How a name hangs at its point."""


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


def drawings(catalog: Catalog) -> dict[str, Any]:
    """The parts, the drawings by `<view>/<name>`, what each needs to be placed, and how each view is headed."""
    parts: dict[str, int] = {}
    ids: dict[str, int] = {}
    texts: dict[str, int] = {}
    found: dict[str, Any] = {}
    frames: dict[str, Any] = {}
    for view, layer, name in names():
        own = _PART.findall(art(view, name, still=True))
        built = finish(drawn(view, name), catalog)
        found[f"{view}/{name}"] = {
            "parts": [_number(parts, part) for part in own],
            "order": [_number(ids, id_) for id_ in built["hipchain"]["order"]],
            "names": [
                [*rest, _number(ids, id_), _number(texts, text), *ends]
                for id_, text, rest, ends in _names(built["data"])
            ],
        }
        if f"{view}/{layer}" not in frames:
            placed = placing(view, layer)
            frames[f"{view}/{layer}"] = {k: placed[k] for k in ("extent", "section", "tall", "low")}
    return {
        "parts": list(parts), "ids": list(ids), "texts": list(texts), "drawings": found, "frames": frames,
        "views": _views(),
    }  # fmt: skip


def _number(known: dict[str, int], text: str) -> int:
    """The number under which a text stands once."""
    return known.setdefault(text, len(known))


def _names(traces: Sequence[Trace]) -> Iterator[tuple[str, str, tuple[int, int], tuple[float, ...]]]:
    """Every name: whose, its words; how dense the names are with it and how it hangs; its leader's ends, mm."""
    leaders = {t["meta"]["density"]: {tuple(p[0]): p[-1] for p in lines(t)} for t in traces if _is(t, "leader")}
    for label in (t for t in traces if _is(t, "label")):
        meta = label["meta"]
        how = DENSITIES.index(meta["density"]), HANGS.index(label["textposition"])
        for id_, text, x, y in zip(meta["ids"], label["text"], label["x"], label["y"], strict=True):
            end = leaders[meta["density"]].get((x, y), ())
            yield id_, text, how, (x, y, *(round(float(n), 1) for n in end))


def _is(trace: Trace, kind: str) -> bool:
    return bool(trace["meta"]["kind"] == kind)


def _views() -> dict[str, Mapping[str, str]]:
    """The title of each view, and what lies at the edges of its picture."""
    empty = dict.fromkeys(("left", "right", "top", "bottom"), "")
    looked = {view: load_view(view) for view in (*VIEWS, *SECTIONS)}
    sides = {view: {str(side): words for side, words in found.marks.items()} for view, found in looked.items()}
    return {view: {**empty, **sides[view], "title": found.title} for view, found in looked.items()}
