"""A muscle in numbers: the lever arms and strength that the lab's two models give it, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from data.catalog import Catalog
from data.mechanics.geometry import NAMES, Element, load_geometry
from data.mechanics.tilt import AXES, MAIN, Arms, arms
from data.wording import capital

TITLES = {"flexion": "Flexes", "abduction": "Abducts", "rotation": "Turns in"}
SAID = (
    "Lever arms at the hip in mm, the hip straight and the pelvis neutral; a minus is the opposite movement. Strength: "
    "the greatest force that the model allows, in N. Both come from models of one generic adult: LaiUhlrich2022, in "
    "brackets Gait2392. Where the two differ much, trust neither."
)


def numbers(id_: str, catalog: Catalog) -> str:
    """The table with its models' names and the way to the lab; nothing for what the models do not have."""
    if id_ not in catalog.structures:
        return ""
    ours, other = ({e.id: e for e in load_geometry(n).elements if e.structure == id_} for n in NAMES)
    if not (ours or other):
        return ""
    turned = arms(0.0, NAMES[0]), arms(0.0, NAMES[1])
    rows = "".join(_row(e, ours, other, turned) for e in dict.fromkeys([*ours, *other]))
    heads = "".join(f'<th scope="col">{escape(t)}</th>' for t in ("Part", *TITLES.values(), "Strength"))
    lit = next((e for e in ours if e in MAIN), None)
    way = "./lab?part=tilt" + (f"&amp;element={lit}" if lit else "")
    return (
        f'<table class="hc-arms"><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>'
        f'<p class="hc-note">{SAID} <a href="{way}" target="_self">Move it in the lab</a>, '
        '<a href="./lab?part=limits" target="_self">what the models leave out</a>.</p>'
    )


def _row(
    id_: str, ours: Mapping[str, Element], other: Mapping[str, Element], turned: tuple[Mapping[str, Arms], ...]
) -> str:
    found = ours.get(id_) or other[id_]
    cells = [_both(*(t[id_].about(a) if id_ in m else None for m, t in zip((ours, other), turned, strict=True)))
             for a in AXES]  # fmt: skip
    cells.append(_both(*(m[id_].strength_n if id_ in m else None for m in (ours, other))))
    inner = "".join(f"<td>{c}</td>" for c in cells)
    return f'<tr><th scope="row">{escape(capital(found.part or "whole"))}</th>{inner}</tr>'


def _both(ours: float | None, other: float | None) -> str:
    """Our model's figure, and the other's in brackets."""
    return " ".join(filter(None, ["" if ours is None else _whole(ours), "" if other is None else f"({_whole(other)})"]))


def _whole(value: float) -> str:
    return f"{round(value) + 0}".replace("-", "−")
