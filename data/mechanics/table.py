"""The models' results as tables for a download; units are in the column names."""

from __future__ import annotations

import pandas as pd

from data.mechanics.geometry import load_geometry
from data.mechanics.spread import spread
from data.mechanics.stance import Stance, solve
from data.mechanics.tilt import arms


def stance_table(stance: Stance) -> pd.DataFrame:
    """One row per element: force and activation now and at baseline; no rows for a pose that cannot be held."""
    now, start = solve(stance), solve(stance.baseline)
    rows = [
        {
            "element": e.id,
            "structure": e.structure,
            "part": e.part or "",
            "force_n": round(now.forces_n[e.id], 1),
            "activation": round(now.activations[e.id], 3),
            "baseline_force_n": round(start.forces_n[e.id], 1),
        }
        for e in load_geometry().elements
        if now.feasible
    ]
    return pd.DataFrame(rows)


def multiples_table(stance: Stance) -> pd.DataFrame:
    """One row per quantity: value, multiple of the baseline, least and most over the model choices."""
    rows = [
        {"quantity": k, "value": round(m.value, 2), "times_baseline": m.times, "least": m.low, "most": m.high}
        for k, m in spread(stance).multiples.items()
    ]
    return pd.DataFrame(rows)


def arms_table(tilt: float) -> pd.DataFrame:
    """One row per element: moment arms in mm at a tilt in degrees (adduction and internal rotation positive)."""
    rows = [
        {
            "element": e,
            "tilt_deg": tilt,
            "flexion_mm": round(a.flexion_mm, 2),
            "adduction_mm": round(a.adduction_mm, 2),
            "rotation_mm": round(a.rotation_mm, 2),
        }
        for e, a in arms(tilt).items()
    ]
    return pd.DataFrame(rows)
