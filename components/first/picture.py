"""The picture of the first answer: the drawing in colour in its frame, and what the script needs to place it. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from html import escape
from typing import Any

from components.card import text
from components.card.attachments import ABOUT
from components.card.heads import heads
from components.drawing import shading
from components.drawing.built import drawn
from components.drawing.figure import finish
from components.drawing.traces import lines
from components.explore.state import lit, lit_words
from components.plate.art import art, art_box, shown_in, without
from components.plate.inks import art_defs
from components.shared import laid
from components.shared.url import State
from data.catalog import Catalog, catalog
from data.footprint import ATTACHMENTS, footprints
from data.outlines import load_view
from data.outlines.over import parted

Point = tuple[float, float]


def still(state: State) -> str:
    """The picture of a state in the app's own frame, with the chosen tissue marked."""
    view = load_view(state.pictured)
    mode = f"chain:{state.chain}" if state.colour == "chain" else state.colour
    box = " ".join(f"{n:g}" for n in art_box(state.pictured, state.drawing))
    sides = {k: escape(view.marks.get(k, "")) for k in ("left", "right", "top", "bottom")}
    tall = placing(state.pictured, state.drawing)["tall"]
    return (
        f'<div class="hc-diagram hc-ink hc-footed hc-inviting" data-mode="{escape(mode)}" style="--hc-tall: {tall}">'
        f'<div class="hc-strip"><span>{sides["left"]}</span><span class="hc-middle"><b class="hc-title">'
        f'{escape(view.title)}</b> <b class="hc-hint">Tap any tissue</b></span><span>{sides["right"]}</span></div>'
        '<div class="hc-stage"><div class="hc-plot" tabindex="0" role="group" '
        f'data-structure="{escape(" ".join(_lit(state)))}" aria-label="{escape(_words(state))}">'
        f'<svg class="hc-art" viewBox="{box}" aria-hidden="true">{art_defs()}'
        f"{without(art(state.pictured, state.drawing, still=True), state.hidden)}</svg>"
        f'<svg class="hc-over" viewBox="{box}" aria-hidden="true">{_marked(state)}</svg>'
        f'<svg class="hc-names" aria-hidden="true"></svg></div><span class="hc-side-top">{sides["top"]}</span>'
        f'<span class="hc-side-bottom">{sides["bottom"]}</span></div>{_FOOT}'
        '<div class="hc-said" role="status"></div></div>'
    )


_FOOT = (
    '<div class="hc-foot"><b class="hc-invite" aria-hidden="true">Tap any tissue</b>'
    '<button type="button" class="hc-peek" hidden><span class="hc-peek-words"></span></button></div>'
)
"""The foot of the picture on a phone: an invitation, then the head of the card, as in the app."""


def _words(state: State) -> str:
    """What the picture shows, for those who do not see it."""
    view = load_view(state.pictured)
    about = (ABOUT if state.bare else "", lit_words(state, catalog()), laid.about(state))
    return " ".join(filter(None, (f"Picture: {view.title}.", *about)))


def _lit(state: State) -> tuple[str, ...]:
    """What is marked: the chosen tissue, or the members of a group."""
    return (state.structure,) if state.structure else lit(state, catalog())


def _marked(state: State) -> str:
    """What can be seen of what is marked, outlined: until the script is there, and where there is none."""
    found = drawn(state.pictured, state.drawing).seen
    areas = [found[i] for i in _lit(state) if i in found and i not in state.hidden and not found[i].is_empty]
    if not areas:
        return ""
    d = "".join(_path([(x, y) for x, y in ring], "z") for area in areas for ring in shading.rings(area))
    paths = "".join(f'<path class="hc-sel-{part}" d="{d}"/>' for part in ("tint", "halo", "line"))
    return f'<g class="hc-mm">{paths}</g>'


def _path(points: Iterable[Point], end: str = "") -> str:
    return "M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in points) + end


@lru_cache(maxsize=64)
def placing(view: str, layer: str) -> Mapping[str, Any]:
    """What the script works with: what must be seen, names and leaders for each density, heads of cards."""
    content = catalog()
    found = drawn(view, layer)
    built = finish(found, content)
    own = built["hipchain"]
    by = {kind: [t for t in built["data"] if t["meta"]["kind"] == kind] for kind in ("label", "leader", "leader_dot")}
    solids = [t for t in found.traces if t["meta"]["kind"] in ("fill", "patch")]
    extent = own["extent"]
    there, peeks = sorted({*shown_in(view, layer), *_fixed(view, layer)}), heads(content)  # nothing else can be tapped
    return {
        "extent": extent,
        "section": own["section"],
        "tall": own["tall"],
        "labels": [
            {k: t[k] for k in ("x", "y", "text", "textposition")} | {"meta": t["meta"]} for t in by["label"] if t["x"]
        ],
        "leaders": {t["meta"]["density"]: "".join(_path(p) for p in lines(t)) for t in by["leader"]},
        "dots": {
            t["meta"]["density"]: "".join(f"M{x:g} {-y:g}h0" for x, y in zip(t["x"], t["y"], strict=True))
            for t in by["leader_dot"]
        },
        "low": {
            "narrow": _low(solids, extent["whole" if own["section"] else "x"][1], extent["y"]),
            "wide": _low(solids, extent["whole"][1], extent["y"]),
        },
        "heads": {i: head(i, content) for i in there},
        "names": {i: own["names"][i] for i in there},
        "peeks": {i: peeks[i] for i in there},
    }


def head(id_: str, content: Catalog) -> str:
    """What a tap is answered with at once: name and verdict."""
    if id_ in content.structures:
        return text.head(content.structures[id_])
    return text.bone(content.bones[id_]) if id_ in content.bones else text.context(content.context[id_])


def _fixed(view: str, layer: str) -> set[str]:
    """What the footprints of a drawing lead to: the muscles themselves are not in it."""
    return {f.structure for f in footprints(view)} if parted(layer)[0] == ATTACHMENTS else set()


def _low(traces: Sequence[Mapping[str, Any]], right: float, tall: Sequence[float]) -> list[Point]:
    """The points that could go under the buttons: those furthest to the right of all below, or of all above them.

    No other point of the lower half can decide how large the picture is drawn (`lowPoints` in the browser's low.js).
    """
    middle = (tall[0] + tall[1]) / 2
    points = sorted(
        {
            (round(y, 1), round(x, 1))
            for t in traces
            for x, y in zip(t["x"], t["y"], strict=True)
            if x is not None and x <= right + 1 and y < middle
        }
    )
    kept: set[Point] = set()
    for order in (points, points[::-1]):
        furthest = float("-inf")
        for y, x in order:
            if x > furthest:
                furthest = x
                kept.add((x, y))
    return sorted(kept)


def room(key: str, words: str) -> str:
    """Where the app will put a picture that the first answer does not draw: its room, and what it shows in words."""
    said = f'<p class="hc-caption">{escape(words)}</p>' if words else ""
    return f'<div class="hc-room hc-room-{key}"><div>{said}</div></div>'
