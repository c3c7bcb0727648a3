"""`python -m data.figures --json` prints every picture by what it shows: poses, tissues, contacts and errors.

Without `--json` one line for each picture, and what is over its limit. The poses are solved anew.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping

from data.catalog import Catalog, catalog
from data.figures.measure import CONTACT_MM, DRIFT, THROUGH_MM, Measured, measure
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
        print(json.dumps(_report(c, found), indent=1))
        print(*(f"{i}: neither a picture nor a reason" for i in missing), sep="\n", end="", file=sys.stderr)
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
    c: Catalog, found: Mapping[str, tuple[dict[str, dict[str, float]], dict[str, Measured]]]
) -> dict[str, object]:
    """By the id of an exercise, a structure (how to roll) or a self-test: its main picture, and the others of it."""
    shown: dict[str, object] = {}
    for kind, ids in showable(c).items():
        for id_ in ids:
            pictures = [_picture(p, *found[p.id]) for p in c.pictures_of(id_)]
            none = {"no_picture": c.no_pictures[id_].why} if id_ in c.no_pictures else {}
            first: dict[str, object] = pictures[0] if pictures else {}
            shown[id_] = {"kind": kind, **none, **first, "more": pictures[1:]}
    return shown


def _picture(picture: Picture, angles: dict[str, dict[str, float]], measured: dict[str, Measured]) -> dict[str, object]:
    return {
        "picture": picture.id,
        "tissues": [m.model_dump(by_alias=True) for m in picture.marks],
        "reviewed": picture.reviewed,
        "errors": {
            "contact_mm": round(max(m.contact for m in measured.values()), 1),
            "held_angle_degrees": round(max(m.drifted for m in measured.values()), 1),
            "through_mm": round(max(0.0, *(m.through for m in measured.values())), 1),
        },
        "limits": {"contact_mm": CONTACT_MM, "held_angle_degrees": DRIFT, "through_mm": THROUGH_MM},
        "contacts": {step: {n: round(v, 1) for n, v in m.contacts.items()} for step, m in measured.items()},
        "poses": {
            step: {
                "angles": angles[step],
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
