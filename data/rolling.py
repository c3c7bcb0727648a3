"""What to make of a roller at one place: the verdict that follows from the tissues it presses."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from types import MappingProxyType

from data.catalog import Catalog
from data.how_to import HowTo
from data.model import Tissue, Verdict
from data.section import Beside, Pressed
from data.structure import Structure

ZONES = {
    ("axial_hip", "outer"): "greater_trochanter",
    ("axial_hip", "front"): "femoral_neurovascular_bundle",
    ("axial_hip", "back"): "sciatic_nerve",
    ("axial_upper_thigh", "front"): "femoral_neurovascular_bundle",
    ("axial_upper_thigh", "inner"): "femoral_neurovascular_bundle",
    ("axial_upper_thigh", "back"): "sciatic_nerve",
    ("axial_knee", "outer"): "lateral_femoral_epicondyle",
    ("axial_knee", "back"): "popliteal_fossa",
}
"""Places to keep off for what lies beside the straight way to the bone: a nerve, a vessel, a sore bump.

The hip section cuts the lower buttock, the one of the upper thigh lies less than a hand's width below sit bone and
groin: what the cards say of these places (`Rolling.keep_off`) holds there.
"""
SLIVER_MM = 5.0
"""A muscle thinner than this on the way is only brushed: it decides nothing."""
SHEET_MM = 8.0
"""A tissue thinner than this does not shield what lies under it: both count."""
_WORST_FIRST = (Verdict.AVOID, Verdict.NOT_APPLICABLE, Verdict.LITTLE_BENEFIT, Verdict.HELPS_WITH_CARE, Verdict.HELPS)


@dataclass(frozen=True)
class Advice:
    """What to make of one place.

    `structure` decides the verdict (None where there is only bone). `layers` are the one or two tissues that count,
    from the skin. `close` are the places to keep off beside the way, the nearest first; `capped` says that the verdict
    is less good for them. `painful` are the tissues on the way whose verdict is another when it hurts (the
    surface first; none where the place is to be kept off anyway).
    """

    verdict: Verdict
    structure: str | None
    reason: str
    layers: tuple[str, ...] = ()
    close: tuple[Beside, ...] = ()
    capped: bool = False
    painful: tuple[str, ...] = ()


def advice(section: str, side: str, pressed: Sequence[Pressed], beside: Sequence[Beside], catalog: Catalog) -> Advice:
    """Whether to roll at a place, from what lies on the way (`pressed`) and in the strip around it (`beside`).

    Keep off where a zone says so, where a tissue on the way does, or where only bone is left. Else the first tissue
    under the fat decides, as the roller loads it first; where it is a thin sheet, the less favourable of it and the
    one under it. Slivers of muscle count for nothing; fascia is thin by nature and counts. A place to keep off in the
    strip allows 'helps, with care' at best.
    """
    tissues = [(p, catalog.structures[p.id]) for p in pressed if p.id in catalog.structures]
    close = tuple(
        b for b in beside
        if b.id in catalog.structures and catalog.structures[b.id].rolling.verdict is Verdict.AVOID
    )  # fmt: skip
    painful = tuple(s.id for _, s in tissues if s.rolling.when_painful)
    avoided = ZONES.get((section, side)) or next((s.id for _, s in tissues if _is(s, Verdict.AVOID)), None)
    if avoided:
        return Advice(Verdict.AVOID, avoided, catalog.structures[avoided].rolling.reason, close=close)
    counted = [(p, s) for p, s in tissues if counts(p, s)]
    if not counted:
        only = "Hardly anything but skin and fat lies over the bone here: there is nothing to roll."
        return Advice(Verdict.AVOID, None, only, close=close)
    thin = counted[0][0].thickness_mm < SHEET_MM
    layers = [s for _, s in counted[: 2 if thin else 1]]
    decides = min(layers, key=lambda s: _WORST_FIRST.index(s.rolling.verdict))
    verdict = decides.rolling.verdict
    capped = bool(close) and verdict is Verdict.HELPS
    return Advice(
        Verdict.HELPS_WITH_CARE if capped else verdict,
        decides.id,
        decides.rolling.reason,
        tuple(s.id for s in layers),
        close,
        capped,
        painful,
    )


def counts(pressed: Pressed, structure: Structure) -> bool:
    """Whether a tissue on the way is thick enough to matter; fascia (thin by nature) and what to avoid always do."""
    always = structure.tissue is Tissue.FASCIA or _is(structure, Verdict.AVOID)
    return always or pressed.thickness_mm >= SLIVER_MM


def elsewhere(structure: Structure, section: str) -> HowTo | None:
    """The how-to of a structure where it is meant for another level than this one; None where it may stand."""
    how = structure.rolling.how_to
    return how if how is not None and section not in how.levels else None


def at_level(structure: Structure, section: str) -> Structure:
    """The structure as its card may speak of it at a level: without a how-to that is meant for another level."""
    how = elsewhere(structure, section)
    if how is None:
        return structure
    instead = ". ".join(s for s in (structure.rolling.instead, f"Not here, but on the {how.where}") if s)
    rolling = structure.rolling.model_copy(update={"how_to": None, "instead": instead})
    return structure.model_copy(update={"rolling": rolling})


@lru_cache(maxsize=64)
def catalog_at(catalog: Catalog, id_: str | None, section: str) -> Catalog:
    """The catalog as the card of one structure may speak from it at a level; mostly the very same one.

    What is kept for a catalog (cards, short names of its references) is made anew for every other one, so there is
    one for each structure and level. What has no how-to, a bone or nothing at all, changes nothing.
    """
    structure = catalog.structures.get(id_ or "")
    said = structure and at_level(structure, section)
    if said is None or said is structure:
        return catalog
    return replace(catalog, structures=MappingProxyType({**catalog.structures, said.id: said}))


def _is(structure: Structure, verdict: Verdict) -> bool:
    return structure.rolling.verdict is verdict
