"""Rolling in the file: who should ask first, every structure under its verdict, every place under a roller. Pure."""

from __future__ import annotations

from html import escape

from components.first.answer import block, stack, subtitle
from components.pocket.reading import asking, head
from components.rolling.state import SIDE_NAMES
from components.rolling.text import effects, summary, way_down
from components.shared.palette import ROLLING
from components.shared.url import SECTIONS
from data.catalog import Catalog
from data.outlines import load_view
from data.rolling import advice
from data.section import beside, sides, under_roller
from data.structure import Structure
from data.wording import small

LEAD = "Every structure under its verdict, then place by place: what a roller presses there."


def rolling(catalog: Catalog) -> str:
    """The page."""
    return stack(
        head("rolling", LEAD), asking(catalog), *_verdicts(catalog),
        subtitle("Place by place"), *_levels(catalog), block(effects(catalog)),
    )  # fmt: skip


def _verdicts(catalog: Catalog) -> list[str]:
    """The structures under each verdict, as lists."""
    parts = []
    for verdict, ink in ROLLING.items():
        found = [s for s in catalog.structures.values() if s.rolling.verdict == verdict]
        if found:
            rows = "".join(_row(s) for s in found)
            parts += [subtitle(f"{ink.icon} {ink.word} ({len(found)})"), f'<ul class="hc-points">{rows}</ul>']
    return parts


def _row(found: Structure) -> str:
    how, sore = found.rolling.how_to, found.rolling.when_painful
    said = [
        f"<b>If it hurts here: {escape(small(ROLLING[sore].word))}.</b>" if sore else "",
        escape(found.rolling.reason),
        f"<b>Where:</b> {escape(how.where)}" if how else "",
        f"<b>Dose:</b> {escape(how.dose)}" if how else "",
        f"<b>Instead:</b> {escape(found.rolling.instead)}" if found.rolling.instead else "",
    ]
    return f'<li><a href="./?structure={found.id}">{escape(found.name)}</a>. {" ".join(filter(None, said))}</li>'


def _levels(catalog: Catalog) -> list[str]:
    """For each level the way to its cut, and from each side whether to roll and what is pressed."""
    parts = []
    for view, name in SECTIONS.items():
        here = ""
        for side in sides(load_view(view)):
            pressed = under_roller(load_view(view), side)
            found = advice(view, side, pressed, beside(load_view(view), side), catalog)
            said = summary(catalog, view, side, found) + way_down(catalog, pressed, found)
            here += f"<details><summary>{SIDE_NAMES[side]} side</summary>{said}</details>"
        way = f'<p><a class="hc-row" href="./?view={view}&amp;structure=none&amp;colour=rolling">See the cut</a></p>'
        parts.append(stack(block(f"<h3>{escape(name)}</h3>{way}{here}"), key="structure_card"))
    return parts
