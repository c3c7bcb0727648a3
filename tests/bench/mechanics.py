"""Times the stance model: `python tests/bench/mechanics.py`. Not a test: those must not depend on the machine."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from functools import partial
from itertools import product
from pathlib import Path
from statistics import median
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).parents[2]))

from data.mechanics.spread import spread
from data.mechanics.stance import Choices, Stance, solve

T = TypeVar("T")


def timed(act: Callable[[], T]) -> tuple[float, T]:
    start = time.perf_counter()
    answer = act()
    return (time.perf_counter() - start) * 1000, answer


spans: dict[bool, list[float]] = {True: [], False: []}
for medius, every, drop, power in product((1, 0.8, 0.5, 0.3), (1, 0.7, 0.3, 0.1), (0, 5, 10), (2, 3)):
    stance = Stance(medius=medius, all_muscles=every, drop=drop)
    span, answer = timed(partial(solve, stance, Choices(power=power)))
    spans[answer.feasible].append(span)
for held, found in spans.items():
    kind = "can be held" if held else "cannot be held"
    print(f"{kind}: {len(found)} stances, median {median(found):.2f} ms, slowest {max(found):.2f} ms")
span, _ = timed(lambda: spread.__wrapped__(Stance(medius=0.55)))
print(f"with all model choices and their baselines: {span:.1f} ms")
