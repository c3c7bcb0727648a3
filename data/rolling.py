"""What to make of a roller at one place: the verdict that follows from the tissues it presses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.catalog import Catalog
from data.model import Verdict
from data.section import Pressed

ZONES = {
    ("axial_hip", "outer"): "greater_trochanter",
    ("axial_hip", "front"): "femoral_neurovascular_bundle",
    ("axial_knee", "outer"): "lateral_femoral_epicondyle",
    ("axial_knee", "back"): "popliteal_fossa",
}
"""Places to keep off for what lies beside the straight way to the bone: a nerve, a vessel, a sore bump."""
_BEST_FIRST = (Verdict.HELPS, Verdict.HELPS_WITH_CARE, Verdict.LITTLE_BENEFIT)


@dataclass(frozen=True)
class Advice:
    """A verdict for one place, the structure that decides it (None where there is only bone), and the reason."""

    verdict: Verdict
    structure: str | None
    reason: str


def advice(section: str, side: str, pressed: Sequence[Pressed], catalog: Catalog) -> Advice:
    """Whether to roll at a place: keep off where a zone or a pressed tissue says so, else the best that it presses.

    Among equals the thickest tissue decides: it is what gives under the roller.
    """
    tissues = [(p, catalog.structures[p.id]) for p in pressed if p.id in catalog.structures]
    zone = ZONES.get((section, side))
    avoided = zone or next((s.id for _, s in tissues if s.rolling.verdict is Verdict.AVOID), None)
    if avoided:
        return Advice(Verdict.AVOID, avoided, catalog.structures[avoided].rolling.reason)
    if not tissues:
        return Advice(Verdict.AVOID, None, "Only skin and fat lie over the bone here: there is nothing to roll.")
    thick = sorted(tissues, key=lambda t: -t[0].thickness_mm)
    for verdict in _BEST_FIRST:
        for _, structure in thick:
            if structure.rolling.verdict is verdict:
                return Advice(verdict, structure.id, structure.rolling.reason)
    return Advice(Verdict.NOT_APPLICABLE, None, "Nothing that lies here is a matter for a roller.")
