"""`python -m data.outlines --json` prints every drawn outline in mm: {view: {structure: [[x, y], ...]}}.

A structure with several rings is printed as {structure: [[ring], [ring]]}; rings combine by the even-odd rule. What is
laid over a view (nerves, vessels, the joint) is printed too, a course as the ring of its line at its width, ends flat.
Where the view itself draws a structure, that outline is printed and not the course.
"""

from __future__ import annotations

import argparse
import json

import numpy as np
import shapely

from data.geometry import Line
from data.outlines import VIEWS, View, load_view
from data.outlines.over import KINDS, area, over

Rings = list[list[float]] | list[list[list[float]]]


def printed(view: View) -> dict[str, Rings]:
    """The outlines of a view as lists of [x, y] in mm; parts of one structure are united."""
    result: dict[str, Rings] = {}
    for id_ in dict.fromkeys(s.id for s in view.shapes):
        shapes = view.of(id_)
        whole = shapely.union_all([s.area() for s in shapes])
        result[id_] = _lists([line for s in shapes for line in s.outline()] if whole.is_empty else _rings(whole))
    laid = [s for kind in KINDS for s in over(kind, view.view)]
    for id_ in dict.fromkeys(s.id for s in laid):
        if id_ not in result:
            whole = shapely.union_all([area(s, cap="flat") for s in laid if s.id == id_])
            result[id_] = _lists(_rings(whole))
    return result


def _rings(whole: shapely.Geometry) -> list[Line]:
    parts = [p for p in shapely.get_parts(whole) if p.geom_type == "Polygon"]
    return [np.asarray(r.coords) for p in parts for r in (p.exterior, *p.interiors)]


def _lists(rings: list[Line]) -> Rings:
    lists = [np.round(ring, 1).tolist() for ring in rings]
    return lists[0] if len(lists) == 1 else lists


def main() -> None:
    """Print the outlines of every view as JSON."""
    parser = argparse.ArgumentParser(prog="python -m data.outlines", description=__doc__)
    parser.add_argument("--json", action="store_true", required=True, help="print all outlines as JSON")
    parser.parse_args()
    print(json.dumps({name: printed(load_view(name)) for name in VIEWS}))


if __name__ == "__main__":
    main()
