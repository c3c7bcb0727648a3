"""`python -m data.outlines --json` prints every drawn outline in mm: {view: {structure: [[x, y], ...]}}.

A structure with several rings is printed as {structure: [[ring], [ring]]}; rings combine by the even-odd rule.
"""

from __future__ import annotations

import argparse
import json

import numpy as np
import shapely

from data.outlines import VIEWS, View, load_view


def printed(view: View) -> dict[str, list[list[float]] | list[list[list[float]]]]:
    """The outlines of a view as lists of [x, y]; parts of one structure are united."""
    result: dict[str, list[list[float]] | list[list[list[float]]]] = {}
    for id_ in dict.fromkeys(s.id for s in view.shapes):
        shapes = view.of(id_)
        whole = shapely.union_all([s.area() for s in shapes])
        if whole.is_empty:
            rings = [line for s in shapes for line in s.outline()]
        else:
            parts = [p for p in shapely.get_parts(whole) if p.geom_type == "Polygon"]
            rings = [np.asarray(r.coords) for p in parts for r in (p.exterior, *p.interiors)]
        lists = [np.round(ring, 1).tolist() for ring in rings]
        result[id_] = lists[0] if len(lists) == 1 else lists
    return result


def main() -> None:
    """Print the outlines of every view as JSON."""
    parser = argparse.ArgumentParser(prog="python -m data.outlines", description=__doc__)
    parser.add_argument("--json", action="store_true", required=True, help="print all outlines as JSON")
    parser.parse_args()
    print(json.dumps({name: printed(load_view(name)) for name in VIEWS}))


if __name__ == "__main__":
    main()
