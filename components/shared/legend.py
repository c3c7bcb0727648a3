"""The legend of a colour mode: a swatch with its pattern, an icon and a word for each class. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.shared.laid import DASHED, tissues
from components.shared.palette import ANATOMY, INKS, OVER_ONLY, Ink
from components.shared.url import State
from data.footprint import ATTACHMENTS

USUAL = ("muscle", "fascia", "bone", "nerve", "vessel")
"""What the legend of the anatomy always names."""
NOT_HERE = "Attachments lie on the bare bones: choose Bones, seen from the front, the side or the back."


def legend_of(state: State) -> str:
    """The legend of what a state shows; where its mode shows nothing, how to see it."""
    if state.colour == ATTACHMENTS and not state.bare:
        return f'<p class="hc-note">{NOT_HERE}</p>'
    return legend(state.colour, tissues(state))


def legend(mode: str, more: Sequence[str] = ()) -> str:
    """The legend of a colour mode as HTML: swatch with its pattern, icon, word; `more` are tissues laid over it."""
    inks = [ink for ink in INKS[mode].values() if mode != "tissue" or ink.key in more or ink.key not in OVER_ONLY]
    if mode == "anatomy":
        inks = [ANATOMY[k] for k in dict.fromkeys((*USUAL, *more))]
    rows = "".join(f"<li>{_swatch(ink)}{_icon(mode, ink)}{escape(ink.word)}</li>" for ink in inks)
    dashed = f'<li><span class="hc-dashes" aria-hidden="true">╌╌</span>{DASHED}</li>' if more else ""
    return f'<ul class="hc-legend">{rows}{dashed}</ul>'


def _icon(mode: str, ink: Ink) -> str:
    return "" if mode == "anatomy" else f'<span aria-hidden="true">{ink.icon}</span>'


def _swatch(ink: Ink) -> str:
    """A small sample of a fill with its pattern, drawn with CSS so that it survives sanitising."""
    dark = "rgba(38,30,22,.6)"
    patterns = {
        "/": f"repeating-linear-gradient(135deg, transparent 0 4px, {dark} 4px 5.5px)",
        "-": f"repeating-linear-gradient(0deg, transparent 0 4px, {dark} 4px 5.5px)",
        "|": f"repeating-linear-gradient(90deg, transparent 0 4px, {dark} 4px 5.5px)",
        "\\": f"repeating-linear-gradient(45deg, transparent 0 4px, {dark} 4px 5.5px)",
        ".": f"radial-gradient({dark} 1.3px, transparent 1.6px) 0 0 / 6px 6px",
    }
    patterns["x"] = f"{patterns['/']}, {patterns['/'].replace('135deg', '45deg')}"
    patterns["+"] = f"{patterns['-']}, {patterns['|']}"
    over = f"{patterns[ink.pattern]}, " if ink.pattern else ""
    fill = f"linear-gradient({ink.light}, {ink.light})"
    return f'<span class="hc-swatch" style="background: {over}{fill}"></span>'
