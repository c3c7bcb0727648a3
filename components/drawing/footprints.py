"""The footprints of muscles and bands on the bare bones, as traces and as names. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import shapely

from components.drawing import shading
from components.drawing.labels import Anchor
from components.drawing.names import NARROW_WRAP, wrapped
from components.drawing.traces import Trace, joined
from components.shared.palette import ATTACHMENT
from data.catalog import Catalog
from data.footprint import ROLES, areas, footprints


def footprint_traces(view: str, catalog: Catalog) -> list[Trace]:
    """What is seen of each footprint of a view, back to front; `meta.kind` is its role."""
    return [
        {
            "type": "scatter",
            "mode": "lines",
            **dict(zip("xy", joined(shading.simplified(ring) for ring in shading.rings(area)), strict=True)),
            "hoverinfo": "skip",
            "meta": {
                "id": own.structure,
                "kind": own.role,
                "tissue": catalog.structures[own.structure].tissue,
                "context": False,
                "part": own.id,
            },
            "fill": "toself",
        }
        for own in footprints(view)
        if not (area := areas(view)[own.id]).is_empty
    ]


def footprint_regions(view: str) -> dict[str, shapely.Geometry]:
    """What is seen of all footprints of each structure, mm²."""
    return {
        s: shapely.union_all([areas(view)[f.id] for f in footprints(view) if f.structure == s])
        for s in dict.fromkeys(f.structure for f in footprints(view))
    }


def roomy(found: Sequence[Anchor]) -> list[Anchor]:
    """Those whose names take two rows at most on a narrow screen: there are more names here, close by each other."""
    return [a for a in found if wrapped(a.text, NARROW_WRAP).count("<br>") < 2]


def footprint_anchors(view: str, bare: Sequence[Anchor], catalog: Catalog) -> list[Anchor]:
    """One anchor for each structure and end, at its largest footprint, with the end's sign; bones are not named."""
    found = []
    for structure in dict.fromkeys(f.structure for f in footprints(view)):
        for role in ROLES:
            mine = [f for f in footprints(view) if (f.structure, f.role) == (structure, role)]
            if mine:
                own = max(mine, key=lambda f: areas(view)[f.id].area)
                text = f"{ATTACHMENT[role].icon} {catalog.short_name(structure)}"
                found.append(Anchor(structure, text, *own.label, areas(view)[own.id].area))
    return [*found, *(replace(anchor, weight=0.0) for anchor in bare)]
