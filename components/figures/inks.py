"""What each class of a kept picture looks like in an ink: as attributes, which browsers and paper both read."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from components.shared.figure_palette import FIGURE

INKS = tuple(FIGURE)
_ROUND = 'stroke-linecap="round" stroke-linejoin="round"'


def _fill(colour: str, opacity: float = 1.0) -> str:
    return f'fill="{colour}"' + (f' fill-opacity="{opacity:g}"' if opacity < 1 else "")


def _stroke(colour: str, width: float, opacity: float = 1.0, dash: str = "") -> str:
    more = f' stroke-opacity="{opacity:g}"' if opacity < 1 else ""
    return f'fill="none" stroke="{colour}" stroke-width="{width:g}" {_ROUND}{more}' + (
        f' stroke-dasharray="{dash}"' if dash else ""
    )


def _mixed(one: str, two: str, share: float) -> str:
    """A colour between two."""
    a, b = (tuple(int(c[i : i + 2], 16) for i in (1, 3, 5)) for c in (one, two))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))


def _looks(c: Mapping[str, str]) -> dict[str, str]:
    """The attributes of every class, from the colours of an ink."""
    found = {
        "skin": f'{_fill(c["skin"])} stroke="{c["skin"]}" stroke-width=".6"',
        "top": _fill(c["top"]),
        "shorts": _fill(c["shorts"]),
        "hair": _fill(c["hair"]),
        "shade": _fill(c["shade"], 0.09),
        "shadow": _fill(c["shadow"], 0.12),
        "line": _stroke(c["line"], 1.2),
        "crease": _stroke(c["line"], 0.6, 0.6),
        "edge": _stroke(c["line"], 0.8, 0.7),
        "muscle": _fill(c["muscle"]),
        "muscle_edge": _stroke(c["fibre"], 0.9, 0.85),
        "fibre": _stroke(c["fibre"], 0.6, 0.6),
        "pressed": _fill(c["muscle"], 0.45),
        "hatch": _stroke(c["fibre"], 1.0, 0.9),
        "stretched": _fill(c["muscle"], 0.22),
        "stretched_edge": _stroke(c["muscle"], 2.0, 1.0),
        "keep_off": _stroke(c["wrong"], 1.8, 1.0),
        "hidden": _stroke(c["fibre"], 1.0, 0.9, "2.6 2.2"),
        "hidden_hatch": _stroke(c["fibre"], 0.6, 0.55),
        "move": _fill(c["move"]),
        "move_line": _stroke(c["move"], 2.4),
        "move_halo": _stroke(c["halo"], 5.0, 0.75),
        "ghost": _stroke(c["ghost"], 0.9, 1.0, "4 3"),
        "level": _stroke(c["ghost"], 1.0, 1.0, "2 3"),
        "wrong": _stroke(c["wrong"], 3.0),
        "ground": _fill(c["mat"], 0.7),
    }
    for name in ("mat", "box", "bed", "roller", "band", "metal", "wall"):
        for more, dark in (("", 0.0), ("_side", 0.12), ("_dark", 0.2)):
            tone = _mixed(c[name], c["shade"], dark)
            found[name + more] = f'{_fill(tone)} stroke="{tone}" stroke-width=".5"'
    for look, as_ in (("leg", "box"), ("cushion", "bed"), ("weight", "metal"), ("cuff", "band")):
        found |= {look + more: found[as_ + more] for more in ("", "_side", "_dark")}
    found |= {f"{n}_side": found["mat_side"] for n in ("ground",)} | {"ground_dark": found["mat_dark"]}
    found |= {f"stripe{more}": _fill(c["ghost"]) for more in ("", "_side", "_dark")}
    return found


@cache
def looks(ink: str, *, muted: bool = False) -> Mapping[str, str]:
    """The attributes of every class in an ink; KeyError for none. `muted`, as in a mistake: all but its sign grey."""
    colours = dict(FIGURE[ink])
    if muted:
        paper = colours["halo"]
        colours = {n: c if n in ("wrong", "halo") else _mixed(_grey(c), paper, 0.3) for n, c in colours.items()}
    return _looks(colours)


def _grey(colour: str) -> str:
    red, green, blue = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + f"{round(0.3 * red + 0.59 * green + 0.11 * blue):02x}" * 3


def inked(art: str, ink: str, *, muted: bool = False) -> str:
    """A kept picture with its classes turned into the attributes of an ink. KeyError for a class that has no look."""
    found = looks(ink, muted=muted)
    return re.sub(r'class="([a-z_]+)"', lambda m: found[m[1]], art)
