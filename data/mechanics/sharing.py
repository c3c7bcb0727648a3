"""Static optimisation: of all ways in which muscles can balance a moment, the one with the least summed effort."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vector = NDArray[np.float64]
_TOLERANCE = 1e-9
_ROUNDS = 100


def share(arms_m: Vector, moment_nm: Vector, strength_n: Vector, power: float = 2.0) -> Vector | None:
    """Return the activations (N,) that balance a moment with the least sum of activation ** power; None if none can.

    `arms_m` is (N, K) in m, `moment_nm` (K,) in N m, `strength_n` (N,) in N; K is 1 to 3; `power` > 1. Activations lie
    between 0 and 1 and `arms_m.T @ (activations * strength_n)` equals `moment_nm`.

    The problem is convex with few constraints, so we solve its dual (one price per axis) by damped Newton steps. A
    direction in which the muscles together cannot give what is asked proves that there is no solution (Farkas'
    lemma): prices that run away point along it, so impossible poses end early.
    """
    capacity = arms_m * strength_n[:, None]
    size = float(np.abs(capacity).sum(axis=0).max()) or 1.0
    gains, wanted = capacity / size, np.asarray(moment_nm, float) / size
    prices = np.zeros(len(wanted))
    value, slope, bend, activations = _dual(prices, gains, wanted, power)
    for _ in range(_ROUNDS):
        if np.abs(slope).max() < _TOLERANCE:
            return activations
        bend = bend + (1e-12 + 1e-9 * np.trace(bend)) * np.eye(len(wanted))
        step = -np.linalg.solve(bend, slope)
        length = np.linalg.norm(step)
        step *= min(1.0, max(10.0, 10 * float(np.linalg.norm(prices))) / length)  # flat stretches give huge steps
        reach, fall = 1.0, float(slope @ step)
        while reach > 1e-10:
            found = _dual(prices + reach * step, gains, wanted, power)
            if found[0] <= value + 1e-4 * reach * fall:
                break
            reach *= 0.5
        else:
            break
        prices = prices + reach * step
        value, slope, bend, activations = found
        if np.maximum(gains @ prices, 0.0).sum() < wanted @ prices:
            return None
    return activations if np.abs(slope).max() < 1e-5 else None


def _dual(prices: Vector, gains: Vector, wanted: Vector, power: float) -> tuple[float, Vector, Vector, Vector]:
    """The dual's value, slope (K,), curvature (K, K) and the activations (N,) that go with the prices."""
    pay = gains @ prices
    at = np.maximum(pay, 0.0) / power
    root = 1.0 / (power - 1.0)
    activations = np.minimum(at**root, 1.0)
    value = float((pay * activations - activations**power).sum() - wanted @ prices)
    free = (pay > 0) & (activations < 1)
    answers = np.where(free, root / power * np.maximum(at, 1e-12) ** (root - 1.0), 0.0)
    return value, gains.T @ activations - wanted, (gains * np.minimum(answers, 1e4)[:, None]).T @ gains, activations
