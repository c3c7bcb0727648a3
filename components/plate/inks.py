"""How the drawing in colour looks: its inks, lines and patterns as style rules. Pure.

Rules hold within an element of the class `hc-ink`. Its `data-mode` names the colour mode (`anatomy`, `rolling`,
`tissue`, `chain:<id>`, `attachments`), its `data-scheme` is `light` or `dark`; without one the reader's system decides.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from math import pi, sqrt

from components.drawing.figure import inks
from components.shared.palette import INKS, OVER_ONLY, OVERLAY
from data.catalog import catalog

TILE = 7.0
"""Side of a pattern's tile, px."""
STROKE, DOTS = 0.16, 0.22
"""What part of a tile the lines of a pattern cover, and its dots."""
GUESSED = 7.5
"""Tenths of a mm per px, where no script says how large a picture is shown."""
LINES = """
.hc-art path{fill:none;vector-effect:non-scaling-stroke;stroke-miterlimit:2}
.hc-art [hidden]{display:none}
.hc-tenths{transform:scale(.1)}
.hc-art :is(.fill,.patch){fill:var(--hc-f)}
.hc-art :is(.fill,.edge){stroke:var(--hc-line);stroke-width:1.1}
.hc-art .bony>:is(.fill,.edge){stroke:var(--hc-bone_line)}
.hc-art .pale>:is(.fill,.edge){stroke:var(--hc-pale_line)}
.hc-art .context>:is(.fill,.edge){stroke:var(--hc-context_line)}
.hc-art .context>.fill{stroke-width:.7}
.hc-art .foot>path{fill:var(--hc-f);fill-opacity:.8;stroke-width:1.2}
.hc-art .foot>.origin{stroke:var(--hc-origin_line)}
.hc-art .foot>.insertion{stroke:var(--hc-insertion_line)}
.hc-art .contour{stroke:var(--hc-contour);stroke-width:.9}
.hc-art .fibre{stroke:var(--hc-fibre);stroke-width:.7;transform:scale(2)}
.hc-art :is(.pale,.bony)>.fibre{stroke:var(--hc-pale_fibre)}
.hc-art :is(.contour,.fibre,.edge){pointer-events:none}
.hc-art .mark_area{stroke:var(--hc-mark);stroke-width:1.4;stroke-dasharray:3 2.5;pointer-events:none}
.hc-art .mark_line{stroke-width:2.6;pointer-events:stroke}
.hc-art :is(.m-bone,.m-landmark)>.mark_line{stroke-dasharray:5 3}
.hc-art .mark_dot{stroke:var(--hc-mark);stroke-width:9.87;stroke-linecap:square;pointer-events:stroke}
.hc-art .mark_core{stroke:var(--hc-mark_fill);stroke-width:6.67}
"""
GLAZES = ("highlight", "shadow", "bone_highlight", "bone_hollow", "tendon_end")


def carried(key: str) -> bool:
    """Whether every page carries an ink: what only overlays show brings its own with it (`over_inks.py`)."""
    return key.rpartition(".")[2] not in OVER_ONLY


@cache
def _own() -> dict[str, dict[str, str]]:
    """The inks of the drawing itself."""
    return {key: ink for key, ink in inks().items() if carried(key)}


def name(ink: str) -> str:
    """The key of an ink as the name of a class and of a variable."""
    return ink.replace(".", "-")


@cache
def art_css() -> str:
    """All rules of the drawing: colours of both schemes, of every mode, lines and patterns."""
    glazes = [f".hc-art .{kind}{{fill:var(--hc-{kind});transform:scale(4);pointer-events:none}}" for kind in GLAZES]
    marks = [
        f".hc-art .m-{tissue}>.mark_line{{stroke:var(--hc-{tissue})}}" for tissue in INKS["anatomy"] if carried(tissue)
    ]
    dark = _table("dark")
    return "\n".join(
        (
            f".hc-ink{{{_table('light')}}}",
            f"@media(prefers-color-scheme:dark){{.hc-ink:not([data-scheme]){{{dark}}}}}",
            f".hc-ink[data-scheme=dark]{{{dark}}}",
            LINES.strip(), *glazes, *marks, *_fills(), *_chains(), *_tiles(), "",
        )
    )  # fmt: skip


def _table(scheme: str) -> str:
    """The variables of a scheme."""
    fills = [f"--hc-{name(key)}:{ink[scheme]}" for key, ink in _own().items()]
    return ";".join([*fills, *(f"--hc-{key}:{colour}" for key, colour in OVERLAY[scheme].items())])


def fill(key: str) -> str:
    """What fills a shape of an ink: its colour, or its pattern with the colour for a browser that cannot."""
    colour = f"var(--hc-{name(key)})"
    return f"var(--hc-p-{name(key)},url(#hc-p-{name(key)}) {colour})" if inks()[key]["pattern"] else colour


def _fills() -> list[str]:
    """The ink of each class in each mode that asks for no story."""
    return rules_of(_own())


def rules_of(keys: Iterable[str]) -> list[str]:
    """The rules that fill shapes of these inks, each in its mode."""
    found = []
    for key in keys:
        mode, _, _ = key.rpartition(".")
        if not mode:
            found.append(f".a-{key}{{--hc-f:{fill(key)}}}")
        elif mode != "chain":
            found.append(f".hc-ink[data-mode={mode}] .{name(key)}{{--hc-f:{fill(key)}}}")
    return found


def _chains() -> list[str]:
    """The roles of structures in the stories; who has none in a story is told apart, too."""
    content = catalog()
    found = [f'.hc-ink[data-mode^="chain:"] .known{{--hc-f:{fill("chain.none")}}}']
    for chain in content.chains:
        roles: dict[str, list[str]] = defaultdict(list)
        for structure in content.structures.values():
            role = next((r.role for r in structure.chains if r.chain == chain), None)
            if role:
                roles[role].append(f"[data-id={structure.id}]")
        found += [
            f'.hc-ink[data-mode="chain:{chain}"] :is({",".join(ids)}).known{{--hc-f:{fill(f"chain.{role}")}}}'
            for role, ids in roles.items()
        ]
    return found


def _tiles() -> list[str]:
    """The colours of the patterns."""
    lines = ".hc-tile path{fill:none;stroke:var(--hc-pattern)}"
    dots = ".hc-tile circle{fill:var(--hc-pattern)}"
    half = ".hc-tile :is(path,circle){opacity:.5}"  # colours are read through a pattern
    return [
        lines,
        dots,
        half,
        *(f".hc-tile.{name(k)} rect{{fill:var(--hc-{name(k)})}}" for k, i in _own().items() if i["pattern"]),
    ]


@cache
def art_defs() -> str:
    """The patterns of all modes, each under the id `hc-p-<ink>`, beside the drawing.

    The browser gives them other ids, by the variables `--hc-p-<ink>`: two diagrams may share a page (drawing.js).
    """
    return defs_of(_own())


def defs_of(found: Mapping[str, Mapping[str, str]]) -> str:
    """The patterns of some inks."""
    return f"<defs>{''.join(_tile(key, ink['pattern']) for key, ink in found.items() if ink['pattern'])}</defs>"


def _tile(key: str, shape: str) -> str:
    side = TILE * (sqrt(2) if shape in "/\\x" else 1)
    if shape == ".":
        drawing = f'<circle cx="{side / 2:.2f}" cy="{side / 2:.2f}" r="{sqrt(DOTS / pi) * TILE:.2f}"/>'
    else:
        wide = TILE * (1 - sqrt(1 - STROKE) if shape in "x+" else STROKE)
        drawing = f'<path stroke-width="{wide:.2f}" d="{_strokes(shape, side)}"/>'
    size = f'width="{side:.3f}" height="{side:.3f}"'
    return (
        f'<pattern id="hc-p-{name(key)}" class="hc-tile {name(key)}" {size} patternUnits="userSpaceOnUse" '
        f'patternTransform="scale({GUESSED})"><rect {size}/>{drawing}</pattern>'
    )


def _strokes(shape: str, side: float) -> str:
    """The lines of a tile; slanting ones begin and end in its neighbours, so that corners meet."""
    q, h, far = side / 4, side / 2, side * 5 / 4
    rising = _joined((-q, q, q, -q), (0, side, side, 0), (side - q, far, far, side - q))
    falling = _joined((side - q, -q, far, q), (0, 0, side, side), (-q, side - q, q, far))
    level, upright = _joined((0, h, side, h)), _joined((h, 0, h, side))
    return {"/": rising, "\\": falling, "x": rising + falling, "-": level, "|": upright, "+": level + upright}[shape]


def _joined(*strokes: tuple[float, float, float, float]) -> str:
    return "".join(f"M{a:.3f} {b:.3f}L{c:.3f} {d:.3f}" for a, b, c, d in strokes)
