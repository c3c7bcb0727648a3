"""How much work something is, where a clock would only tell how busy the machine was."""

from __future__ import annotations

import sys
from collections.abc import Callable
from time import process_time


def calls(act: Callable[[], object]) -> int:
    """How many functions it calls, Python's own among them: the same number on every machine."""
    number = 0

    def count(_frame: object, event: str, _what: object) -> None:
        nonlocal number
        number += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        act()
    finally:
        sys.setprofile(before)
    return number


def growth(small: Callable[[], object], large: Callable[[], object], *, tries: int = 3) -> float:
    """How many times as long the large one takes, each at its best of some tries taken in turn.

    For what counts no calls, an expression that is searched for in a text: a ratio of one run, in a processor's time.
    """
    spans: tuple[list[float], list[float]] = ([], [])
    for _ in range(tries):
        for found, act in zip(spans, (small, large), strict=True):
            before = process_time()
            act()
            found.append(process_time() - before)
    return min(spans[1]) / min(spans[0])
