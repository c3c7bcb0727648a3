"""Two structures side by side: what they share and where they differ. Pure: takes content, returns strings."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.shared.palette import ROLLING, TISSUE
from data.catalog import Catalog
from data.structure import Structure
from data.wording import capital

MOST = 6
"""So many structures are offered to compare with."""


def likely(id_: str, catalog: Catalog) -> tuple[str, ...]:
    """The structures that one is mixed up with most easily: those of its group, then those that share most actions."""
    found = catalog.structures[id_]
    mates = [i for i in (catalog.members(found.quiz_group) if found.quiz_group else ()) if i != id_]
    mine = _actions(found)
    others = [s for s in catalog.structures.values() if s.id not in {id_, *mates} and mine & _actions(s)]
    near = sorted(others, key=lambda s: (-len(mine & _actions(s)), s.tissue is not found.tissue, s.name))
    alike = [s for s in catalog.structures.values() if s.group == found.group and s.id != id_]
    return tuple(dict.fromkeys([*mates, *(s.id for s in near), *(s.id for s in alike)]))[:MOST]


def beside(found: Structure, compared: str | None, catalog: Catalog) -> str:
    """The table with what a structure is compared with; nothing where that is itself, a bone or nothing."""
    other = catalog.structures.get(compared or "")
    return table(found, other) if other and other.id != found.id else ""


def table(one: Structure, other: Structure) -> str:
    """Both in a table; a row whose two sides say the same is one cell."""
    rows = "".join(_row(label, *sides) for label, *sides in _rows(one, other) if any(sides))
    heads = "".join(
        f'<th scope="col"><span class="hc-number" aria-hidden="true">{n}</span> {escape(s.name)}</th>'
        for n, s in enumerate((one, other), 1)
    )
    return (
        f'<table class="hc-compare"><caption class="hc-off">{escape(one.name)} and {escape(other.name)}, '
        f'side by side</caption><thead><tr><th scope="col">Compared</th>{heads}</tr></thead>'
        f"<tbody>{rows}</tbody></table>"
    )


def _rows(one: Structure, other: Structure) -> Sequence[tuple[str, str | None, str | None]]:
    pairs = [
        ("In one sentence", one.plain, other.plain),
        ("Tissue", TISSUE[one.tissue].word, TISSUE[other.tissue].word),
        ("Origin", one.origin, other.origin),
        ("Insertion", one.insertion, other.insertion),
        ("Nerve", one.nerve, other.nerve),
        ("Blood", one.blood, other.blood),
        ("Does", "; ".join(one.actions), "; ".join(other.actions)),
        ("Rolling", _rolling(one), _rolling(other)),
        ("Find it", one.find_it, other.find_it),
        ("Latin", one.latin, other.latin),
    ]
    return [(label, a and capital(a), b and capital(b)) for label, a, b in pairs]


def _rolling(found: Structure) -> str:
    ink = ROLLING[found.rolling.verdict]
    return f"{ink.icon} {ink.word}"


def _row(label: str, one: str | None, other: str | None) -> str:
    head = f'<th scope="row">{escape(label)}</th>'
    if one == other and one:
        return f'<tr>{head}<td colspan="2" class="hc-same">Both: {escape(one)}</td></tr>'
    return f"<tr>{head}<td>{escape(one or '–')}</td><td>{escape(other or '–')}</td></tr>"


def _actions(found: Structure) -> set[str]:
    return {a.casefold() for a in found.actions}
