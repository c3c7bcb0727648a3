"""How far an answer depends on the modeller: one stance under eight choices, as multiples of each one's baseline."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from data.mechanics.stance import MAXIMUS, MEDIUS, MINIMUS, Answer, Choices, Stance, solve

CHOICES: Mapping[str, Choices] = {
    "ours": Choices(),
    "sharing by the cube of activation": Choices(power=3),
    "only the sideways moment balanced": Choices(axes=1),
    "other geometry (Gait2392)": Choices(geometry="gait2392"),
    "other geometry, cube of activation": Choices(geometry="gait2392", power=3),
    "weight line 10 mm further forward": Choices(sagittal_mm=10),
    "weight line 10 mm further back": Choices(sagittal_mm=-10),
    "upper gluteus maximus over the trochanter": Choices(over_trochanter=True),
}
"""Ours first."""

QUANTITIES: Mapping[str, Callable[[Answer], float]] = {
    "gluteus_medius": lambda a: a.force(*MEDIUS),
    "gluteus_minimus": lambda a: a.force(*MINIMUS),
    "tensor_fasciae_latae": lambda a: a.force("tfl"),
    "gluteus_maximus": lambda a: a.force(*MAXIMUS),
    "iliotibial_band": lambda a: a.band_n or 0.0,
    "hip_contact": lambda a: a.hip_contact_bw or 0.0,
}
"""What is shown, in N (hip contact in body weights)."""
LEAST = 5.0
"""N: below this at baseline a multiple means nothing (gluteus maximus rests when the stance is easy)."""


@dataclass(frozen=True)
class Multiple:
    """One quantity: as a multiple of its baseline, with the least and greatest over the choices, and as it is.

    The multiples are None where the baseline is too small to compare with.
    """

    value: float
    baseline: float
    times: float | None
    low: float | None
    high: float | None


@dataclass(frozen=True)
class Spread:
    """Our answer, its multiples, and which choices could not hold the pose."""

    answer: Answer
    multiples: Mapping[str, Multiple]
    held: int
    asked: int


@lru_cache(maxsize=4096)
def spread(stance: Stance) -> Spread:
    """Solve a stance under every choice. Multiples are empty when our own choice cannot hold it.

    Kept for the last few thousand stances: readers move the same sliders. Raises ValueError as `stance.solve` does.
    """
    answer = solve(stance)
    if not answer.feasible:
        return Spread(answer, {}, 0, len(CHOICES))
    pairs = [(solve(stance, how), solve(stance.baseline, how)) for how in CHOICES.values()]
    held = [(now, start) for now, start in pairs if now.feasible and start.feasible]
    multiples = {}
    for name, measure in QUANTITIES.items():
        ratios = [measure(now) / measure(start) for now, start in held if measure(start) >= _least(name)]
        own_now, own_start = measure(answer), measure(solve(stance.baseline))
        times = own_now / own_start if own_start >= _least(name) else None
        several = times is not None and bool(ratios)
        multiples[name] = Multiple(
            own_now, own_start, times, min(ratios) if several else None, max(ratios) if several else None
        )
    return Spread(answer, multiples, len(held), len(CHOICES))


def _least(name: str) -> float:
    return 0.1 if name == "hip_contact" else LEAST
