"""How what is laid over a layer looks: rules and patterns that travel with such a drawing, and with no other. Pure.

They must win over those of the page (`inks.py`), which stand within `:root`.
"""

from __future__ import annotations

from functools import cache

from components.drawing.figure import inks
from components.plate.inks import carried, defs_of, name, rules_of

LINES = """
.hc-ink .hc-art .laid>.over_line{fill:var(--hc-f);stroke:var(--hc-line);stroke-width:1.1}
.hc-ink .hc-art .laid>.over_area{fill:var(--hc-f);stroke:var(--hc-line);stroke-width:1.1}
.hc-ink .hc-art .laid>.over_fibre{stroke:var(--hc-pale_fibre);stroke-width:.8;pointer-events:none}
.hc-ink .hc-art .laid>:is(.under_rim,.under_line,.under_area){stroke-dasharray:5 4;stroke-linecap:round}
.hc-ink .hc-art .laid>.under_rim{stroke:#fff6e4;stroke-width:3.6;opacity:.6;pointer-events:none}
.hc-ink .hc-art .laid>.under_line{stroke:var(--hc-f);stroke-width:2;opacity:.9;pointer-events:stroke}
.hc-ink .hc-art .laid>.under_area{stroke:var(--hc-f);stroke-width:1.5;opacity:.8;pointer-events:none}
"""


@cache
def over_css() -> str:
    """All rules of what is laid over a layer: its lines, and the inks that the page does not carry."""
    own = [key for key in inks() if not carried(key)]
    dark = _table(own, "dark")
    tiles = [f".hc-tile.{name(k)} rect{{fill:var(--hc-{name(k)})}}" for k in own if inks()[k]["pattern"]]
    return "\n".join(
        (
            f".hc-ink{{{_table(own, 'light')}}}",
            f"@media(prefers-color-scheme:dark){{.hc-ink:not([data-scheme]){{{dark}}}}}",
            f".hc-ink[data-scheme=dark]{{{dark}}}",
            LINES.strip(), *rules_of(own), *tiles,
        )
    )  # fmt: skip


@cache
def over_defs() -> str:
    """The patterns of those inks."""
    return defs_of({key: ink for key, ink in inks().items() if not carried(key)})


def _table(own: list[str], scheme: str) -> str:
    return ";".join(f"--hc-{name(key)}:{inks()[key][scheme]}" for key in own)
