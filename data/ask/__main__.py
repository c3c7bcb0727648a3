"""`python -m data.ask --json -` reads one question a line and prints one JSON object a line."""

from __future__ import annotations

import argparse
import io
import json
import sys
from collections.abc import Iterable

from data.ask import ask


def main(argv: list[str] | None = None) -> int:
    """Answer questions: those given, or with '-' those on standard input, one a line."""
    parser = argparse.ArgumentParser(prog="python -m data.ask", description=__doc__)
    parser.add_argument("--json", action="store_true", help="print JSON, one object a line")
    parser.add_argument("question", nargs="+", help="a question; '-' reads them from standard input")
    given = parser.parse_args(argv)
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="replace", newline="\n")  # a stranger's bytes are a question too
    asked: Iterable[str] = sys.stdin if given.question == ["-"] else [" ".join(given.question)]
    for line in asked:
        found = ask(line.rstrip("\r\n"))
        if given.json:
            print(json.dumps(found.plain()), flush=True)
        else:
            shown = [f"{a.kind} {a.id} {a.score:.2f}" for a in found.answers]
            print(*(f"! {f}" for f in found.stop_flags), *(["unknown; nearby:"] * found.unknown), *shown, sep="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
