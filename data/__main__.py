"""`python -m data --check` validates content and drawing; every problem is printed as file:line:field: message."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.catalog import Catalog, folder, load
from data.check import problems
from data.reference import Kind


def main(argv: list[str] | None = None) -> int:
    """Check the content; return the exit status: 0 when it is valid, 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    parser.add_argument("--check", action="store_true", required=True, help="validate all content and the drawing")
    parser.add_argument("--content", type=Path, default=folder(), help="a folder of content other than the one in use")
    root = parser.parse_args(argv).content
    found = problems(root)
    if found:
        print(*found, sep="\n")
        return 1
    c = load(root)
    print(
        f"Content is valid: {len(c.structures)} structures, {len(c.bones)} bones, {len(c.context)} context shapes, "
        f"{len(c.references)} references, {len(c.chains)} chains, {len(c.stop_flags)} stop flags, "
        f"{len(c.claims)} claims, {len(c.conflicts)} conflicts, {len(c.articles)} articles, {len(c.myths)} myths."
    )
    print(_sourced_flags(c))
    return 0


def _sourced_flags(c: Catalog) -> str:
    """How many stop flags cite public guidance: the check fails unless it is all of them."""
    public = {r.id for r in c.references.values() if r.kind is Kind.GUIDANCE}
    sourced = [f for f in c.stop_flags.values() if public & {*f.references}]
    return f"Stop flags with public guidance: {len(sourced)} of {len(c.stop_flags)}."


if __name__ == "__main__":
    sys.exit(main())
