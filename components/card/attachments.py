"""Where a structure is fixed to the bones, for its card: a small plate that is fetched when it is unfolded. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.plate.attached import attached_size, attached_url, sides
from components.shared.palette import ATTACHMENT
from data.catalog import Catalog
from data.footprint import ATTACHMENTS, BONES, PARTLY, ROLES, footprints
from data.outlines.side import RIGHT
from data.structure import Structure
from data.wording import ended, small

ENDS = "Red: origin. Blue, hatched: insertion."
SEEN = {"anterior": "from the front", "lateral": "from the side", "posterior": "from behind"}


def attachments(structure: Structure, catalog: Catalog, side: str = RIGHT) -> str:
    """The plate of a side, what it shows in words, and the way to the large picture; empty where nothing is fixed."""
    shown = sides(structure.id)
    if not shown:
        return ""
    wide, tall = attached_size(structure.id)
    view = max(shown, key=lambda v: len(shown[v]))
    way = f"./?structure={structure.id}&amp;view={view}&amp;layer={BONES}&amp;colour={ATTACHMENTS}"
    return (
        f'<figure class="hc-attached"><img src="./{attached_url(structure.id, side)}" width="{wide}" height="{tall}" '
        f'loading="lazy" alt="{escape(said(structure, catalog))}"></figure>'
        f'<p class="hc-note">{ENDS} <a href="{way}" target="_self">See it among the others</a></p>{_notes(structure)}'
    )


ABOUT = "Where muscles and bands begin and end on the bare bones: origins plain red, insertions hatched blue."
"""The large picture in one sentence, for those who do not see it."""


def in_words(view: str, catalog: Catalog) -> str:
    """All that the large picture shows from one side, as a list that folds away."""
    ends: dict[str, dict[str, list[str]]] = {}
    for own in footprints(view):
        bones = ends.setdefault(own.structure, {}).setdefault(own.role, [])
        bones += [b for b in (small(catalog.name(own.bone)),) if b not in bones]
    rows = "".join(
        f"<li><b>{escape(catalog.name(s))}</b>: "
        + "; ".join(f"{ATTACHMENT[r].icon} {r} on the {escape(_listed(found[r]))}" for r in ROLES if r in found)
        + "</li>"
        for s, found in sorted(ends.items(), key=lambda pair: catalog.name(pair[0]))
    )
    return f'<details class="hc-in-words"><summary>In words</summary><ul>{rows}</ul></details>'


def said(structure: Structure, catalog: Catalog) -> str:
    """What the plate shows, in words: from where each end is seen, and on which bones."""
    shown = sides(structure.id)
    parts = []
    for role in ROLES:
        bones: dict[str, list[str]] = {}
        for view, found in shown.items():
            for own in found:
                if own.role == role:
                    views = bones.setdefault(small(catalog.name(own.bone)), [])
                    views += [v for v in (SEEN[view],) if v not in views]
        if bones:
            parts.append(f"{role} on the " + ", ".join(f"{bone} ({_listed(v)})" for bone, v in bones.items()))
    return f"Bare bones: {'; '.join(parts)}."


def _notes(structure: Structure) -> str:
    """What the plate does not show, and how far it can be trusted."""
    shown = [f for found in sides(structure.id).values() for f in found]
    notes = []
    for role in ROLES:
        text = getattr(structure, role)
        if text and role not in {f.role for f in shown}:
            notes.append(f"Its {role} is on none of these bones. {ended(text)}")
    if structure.id in PARTLY:
        notes.append("Only the part on bone is drawn.")
    if any(f.schematic for f in shown):
        notes.append("Thin strips and small patches are schematic: their order and height count, not their edges.")
    return "".join(f'<p class="hc-note">{escape(note)}</p>' for note in notes)


def _listed(found: Sequence[str]) -> str:
    return " and ".join(filter(None, (", ".join(found[:-1]), found[-1])))
