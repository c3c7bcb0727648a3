"""`python -m data.figures --json` prints every picture by what it shows: poses, tissues, contacts and errors.

Without `--json` one line for each picture, and what is over its limit. The poses are solved anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

from data.catalog import Catalog, catalog
from data.figures.measure import CONTACT_MM, DRIFT, HELD_DRIFT, THROUGH_MM, Measured, measure
from data.figures.pose import Picture
from data.figures.shown import showable, unshown
from data.figures.solve import solve
from data.figures.step import kept


def main(argv: list[str] | None = None) -> int:
    """Print the pictures; the status is 1 where one is over a limit or something has neither picture nor reason."""
    parser = argparse.ArgumentParser(prog="python -m data.figures", description=__doc__)
    parser.add_argument("--json", action="store_true", help="one object, keyed by what is shown")
    given = parser.parse_args(argv)
    c = catalog()
    found = {p.id: _solved(p) for p in c.pictures.values()}
    missing = unshown(c)
    if given.json:
        print(json.dumps(_report(c, found, missing), indent=1))
    else:
        for id_, (_, measured) in found.items():
            bad = [f"{step}: {problem}" for step, m in measured.items() for problem in m.problems()]
            worst = max(m.contact for m in measured.values()), max(m.drifted for m in measured.values())
            print(f"{id_}: contacts within {worst[0]:.1f} mm, angles within {worst[1]:.1f} degrees", *bad, sep="\n  ")
        print(*(f"{i}: neither a picture nor a reason" for i in missing), sep="\n", end="")
    over = any(problem for _, measured in found.values() for m in measured.values() for problem in m.problems())
    return 1 if over or missing else 0


def _solved(picture: Picture) -> tuple[dict[str, dict[str, float]], dict[str, Measured]]:
    steps = solve(picture)
    return kept(steps), measure(picture, steps)


def _report(
    c: Catalog, found: Mapping[str, tuple[dict[str, dict[str, float]], dict[str, Measured]]], missing: list[str]
) -> dict[str, object]:
    shown = {
        id_: {"kind": kind, "pictures": [_picture(p, *found[p.id]) for p in c.pictures_of(id_)]}
        | ({"no_picture": c.no_pictures[id_].why} if id_ in c.no_pictures else {})
        for kind, ids in showable(c).items()
        for id_ in ids
    }
    limits = {"contact_mm": CONTACT_MM, "drift_degrees": DRIFT, "held_degrees": HELD_DRIFT, "through_mm": THROUGH_MM}
    return {"limits": limits, "missing": missing, "shows": shown}


def _picture(picture: Picture, angles: dict[str, dict[str, float]], measured: dict[str, Measured]) -> dict[str, object]:
    return {
        "picture": picture.id,
        "tissues": [m.model_dump(by_alias=True) for m in picture.marks],
        "reviewed": picture.reviewed,
        "poses": {
            step: {
                "angles": angles[step],
                "contacts_mm": {n: round(v, 1) for n, v in m.contacts.items()},
                "asked_off_degrees": {n: round(v, 1) for n, v in m.drift.items()},
                "held_off_degrees": {n: round(v, 2) for n, v in m.held.items()},
                "through_mm": round(max(0.0, m.through), 1),
                "problems": list(m.problems()),
            }
            for step, m in measured.items()
        },
    }


if __name__ == "__main__":
    sys.exit(main())
