"""The pictures of the flash cards as SVG: the drawing in colour, and in the same frame what is marked in it."""

from __future__ import annotations

from functools import lru_cache

from components.drawing import shading
from components.drawing.built import drawn
from components.plate.art import art, art_box
from components.plate.inks import art_css, art_defs
from components.shared.menu import CREDIT_LICENSED
from components.shared.palette import OVERLAY
from data.deck import Picture

EDGE_MM = 8.0
"""Room at both sides, so that a mark at the edge is whole."""


def ground_name(picture: Picture) -> str:
    """The file with the drawing that a card lies on: one for all cards of a view and layer."""
    return f"hipchain_{picture.view}_{picture.layer}.svg"


def lit_name(picture: Picture) -> str:
    """The file with the outline of what is marked."""
    return f"hipchain_{picture.view}_{picture.layer}_{picture.lit}.svg"


@lru_cache(maxsize=16)
def ground(view: str, layer: str) -> bytes:
    """The drawing of a view and layer, in the colours of the anatomy on white, with nothing named."""
    style = f"<style>{art_css()}</style>"
    paper = '<rect x="-2000" y="-2000" width="4000" height="4000" fill="#fff"/>'
    inside = f'<g class="hc-art">{art(view, layer, still=True)}</g>'
    return _file(view, layer, f"{style}{art_defs()}{paper}{inside}")


@lru_cache(maxsize=256)
def lit(view: str, layer: str, structure: str) -> bytes:
    """What can be seen of a structure, as a heavy outline on nothing."""
    seen = drawn(view, layer).seen[structure]
    paths = "".join("M" + "L".join(f"{x:.1f} {-y:.1f}" for x, y in ring) + "z" for ring in shading.rings(seen))
    colour = OVERLAY["light"]["selection"]
    tint = f'<path d="{paths}" fill="{colour}" fill-opacity=".28" fill-rule="evenodd"/>'
    lines = "".join(
        f'<path d="{paths}" fill="none" stroke="{ink}" stroke-width="{wide}" stroke-linejoin="round"/>'
        for ink, wide in (("#fff", 5.5), (colour, 3.0))
    )
    return _file(view, layer, tint + lines)


def files(picture: Picture) -> dict[str, bytes]:
    """The files that a card's picture is made of, by name."""
    return {
        ground_name(picture): ground(picture.view, picture.layer),
        lit_name(picture): lit(picture.view, picture.layer, picture.lit),
    }


def _file(view: str, layer: str, inside: str) -> bytes:
    left, top, wide, tall = art_box(view, layer)
    left, wide = left - EDGE_MM, wide + 2 * EDGE_MM
    box = f'viewBox="{left:g} {top:g} {wide:g} {tall:g}" width="{wide:.0f}" height="{tall:.0f}"'
    ink = 'class="hc-ink" data-mode="anatomy" data-scheme="light"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {box} {ink}><desc>{CREDIT_LICENSED}</desc>{inside}</svg>'.encode()
