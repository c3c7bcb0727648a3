"""`python -m data --check` validates content and drawing; every problem is printed as file:line:field: message.

`python -m data --ids` also records the ids that are new.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from data.catalog import folder, load
from data.check import problems
from data.counts import counts
from data.ids import record


def main(argv: list[str] | None = None) -> int:
    """Check the content; return the exit status: 0 when it is valid, 1 when not."""
    parser = argparse.ArgumentParser(prog="python -m data", description=__doc__)
    parser.add_argument("--check", action="store_true", help="validate all content and the drawing (also without it)")
    parser.add_argument("--ids", action="store_true", help="record the ids that are new in data/ids.txt")
    parser.add_argument("--content", type=Path, default=folder(), help="a folder of content other than the one in use")
    given = parser.parse_args(argv)
    root = given.content
    found = problems(root)
    if found:
        print(*found, sep="\n")
        return 1
    c = load(root)
    first, *more = counts(c)
    print(f"Content is valid: {first}", *more, sep="\n")
    if given.ids:
        new = record(c)
        print(f"Recorded {len(new)} new ids.", *new, sep="\n  ")
    return 0


if __name__ == "__main__":
    sys.exit(main())
