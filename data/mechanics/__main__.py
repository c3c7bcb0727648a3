"""The models on the command line: `python -m data.mechanics stance --gmed 0.5 --json`, `... arms --tilt 20 --json`."""

from __future__ import annotations

import argparse
import json
import sys
from dataclasses import asdict
from typing import Any

from data.mechanics.stance import Choices, Stance, solve
from data.mechanics.tilt import arms


def main(argv: list[str] | None = None) -> int:
    """Run one command; 0 when it answered, 2 for wrong input."""
    options = _parser().parse_args(argv)
    try:
        answer = _stance(options) if options.model == "stance" else _arms(options)
    except (ValueError, KeyError) as error:
        print(f"Wrong input: {error}", file=sys.stderr)
        return 2
    print(json.dumps(answer, indent=None if options.json else 2))
    return 0


def _stance(options: argparse.Namespace) -> dict[str, Any]:
    stance = Stance(
        medius=options.gmed, minimus=options.gmin, all_muscles=options.all,
        lean=options.lean, drop=options.drop, tilt=options.tilt, mass_kg=options.mass,
    )  # fmt: skip
    found = solve(stance, Choices(geometry=options.geometry, power=options.p, axes=options.axes))
    return {
        "feasible": found.feasible,
        "forces_N": dict(found.forces_n),
        "activations": dict(found.activations),
        "hip_contact_bw": found.hip_contact_bw,
        "itb_tension_n": found.band_n,
        "moment_nm": found.demand.moment_nm,
    }


def _arms(options: argparse.Namespace) -> dict[str, Any]:
    return {element: asdict(found) for element, found in arms(options.tilt, options.geometry).items()}


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m data.mechanics", description=__doc__)
    models = parser.add_subparsers(dest="model", required=True)
    stance = models.add_parser("stance", help="single-leg stance: forces in N, activations 0-1")
    for name, start, words in (
        ("gmed", 1.0, "strength of gluteus medius, 0-1"),
        ("gmin", 1.0, "strength of gluteus minimus, 0-1"),
        ("all", 1.0, "strength of every hip muscle, 0-1"),
        ("lean", 0.0, "trunk lean towards the stance side, degrees"),
        ("drop", 0.0, "pelvic drop of the free side, degrees"),
        ("mass", 75.3, "body mass, kg"),
        ("p", 2.0, "power of activation that is summed"),
    ):
        stance.add_argument(f"--{name}", type=float, default=start, help=words)
    stance.add_argument("--axes", type=int, choices=(1, 3), default=3, help="axes that are balanced")
    tilted = models.add_parser("arms", help="moment arms in mm at a pelvic tilt")
    for command in (stance, tilted):
        command.add_argument("--tilt", type=float, default=0.0, help="anterior pelvic tilt, degrees")
        command.add_argument("--geometry", default="lai_uhlrich", choices=("lai_uhlrich", "gait2392"))
        command.add_argument("--json", action="store_true", help="on one line, for programs")
    return parser


if __name__ == "__main__":
    raise SystemExit(main())
