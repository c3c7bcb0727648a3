"""Claims and conflicts that a sentence names by their id: '(C041)' must be there to be looked up."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from pathlib import Path

from data.source import Key, Problem, read

NAMED = re.compile(r"(?<![\w./-])(?:C\d{3}|X\d{2})(?![\w-])")
ELSEWHERE = ("references",)
"""Folders whose titles and addresses may hold anything."""


def unknown(root: Path, known: Collection[str]) -> Iterator[Problem]:
    """A problem for every claim or conflict that some text below `root` names and that is not in `known`."""
    for path in sorted(root.rglob("*.yaml")):
        if path.parent.name in ELSEWHERE:
            continue
        source = read(path)
        for where, text in _texts(source.value):
            for id_ in NAMED.findall(text):
                if id_ not in known:
                    yield source.problem(where, f"'{id_}' is named here and is no claim or conflict: correct the id")


def _texts(value: object, where: Key = ()) -> Iterator[tuple[Key, str]]:
    if isinstance(value, str):
        yield where, value
    elif isinstance(value, dict):
        for key, part in value.items():
            yield from _texts(part, (*where, key))
    elif isinstance(value, list):
        for n, part in enumerate(value):
            yield from _texts(part, (*where, n))
