"""Standing on the right leg: how the hip muscles share the load when some of them are weak, or the trunk leans.

Pelvis, trunk and the free leg are balanced over the stance hip; the foot stands under the mass centre. Static, one
generic adult, knee straight; strength does not grow with body mass. See `data/MODEL.md`.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from data.mechanics.geometry import Geometry, load_geometry, place
from data.mechanics.sharing import share

GRAVITY = 9.80665
BAND_SHARE = {"glmax1": 1.0, "glmax2": 0.75, "glmax3": 0.5}
"""How much of each part of gluteus maximus ends in the band: our assumption, the weakest figure of the model."""
MEDIUS, MINIMUS = ("glmed1", "glmed2", "glmed3"), ("glmin1", "glmin2", "glmin3")
MAXIMUS = ("glmax1", "glmax2", "glmax3")
TROCHANTER = {"glmax1": ((-48.72, 133.49, -7.26), (-20.0, -20.0, 70.0))}
"""Upper gluteus maximus over the trochanter into the band: another guess at its path (pelvis, thigh; mm)."""


@dataclass(frozen=True)
class Stance:
    """One stance. Strengths are fractions of full strength (0-1], angles in degrees, mass in kg.

    `weaker_all` weakens every element alike. `lean` tips the trunk towards the stance side, `drop` lowers the free side
    of the pelvis, `tilt` is anterior pelvic tilt away from the model's neutral.
    """

    medius: float = 1.0
    minimus: float = 1.0
    all_muscles: float = 1.0
    lean: float = 0.0
    drop: float = 0.0
    tilt: float = 0.0
    mass_kg: float = 75.3

    def but(self, **changes: float) -> Stance:
        """The same stance with some fields changed."""
        return replace(self, **changes)

    @property
    def baseline(self) -> Stance:
        """Full strength, upright, level; the same body mass."""
        return Stance(mass_kg=self.mass_kg)


@dataclass(frozen=True)
class Choices:
    """Choices that a modeller could make otherwise; the first of each is ours.

    `axes` 3 balances flexion, adduction and rotation, 1 only adduction. `sagittal_mm` is how far the weight line runs
    in front of the hip. `over_trochanter` takes the other path of upper gluteus maximus.
    """

    geometry: str = "lai_uhlrich"
    power: float = 2.0
    axes: int = 3
    sagittal_mm: float = 0.0
    over_trochanter: bool = False


@dataclass(frozen=True)
class Demand:
    """What gravity asks of the stance hip: lever (m), abduction moment (N m), supported mass (kg), leg's slant and the
    hip's adduction (degrees).
    """

    lever_m: float
    moment_nm: float
    supported_kg: float
    slant_deg: float
    adduction_deg: float


@dataclass(frozen=True)
class Answer:
    """Forces (N) and activations (0-1) by element, hip contact force in body weights, pull on the band (N).

    Where the pose cannot be held `feasible` is False, the mappings are empty and the figures None.
    `residual_nm` is by how much the moments fail to balance.
    """

    feasible: bool
    demand: Demand
    forces_n: Mapping[str, float]
    activations: Mapping[str, float]
    hip_contact_bw: float | None
    band_n: float | None
    residual_nm: float | None

    def force(self, *elements: str) -> float:
        """The summed force of some elements, N; 0 for an element that the geometry does not have."""
        return sum(self.forces_n.get(e, 0.0) for e in elements)


def demand(stance: Stance, geometry: Geometry) -> Demand:
    """The gravity lever of all that stands on the hip, in closed form (static equilibrium of three segments)."""
    body = geometry.body
    scale = stance.mass_kg / body.total_kg
    drop, lean = math.radians(stance.drop), math.radians(stance.lean)
    middle = body.half_hip_spacing_mm * math.cos(drop)
    trunk = middle + body.lumbar_above_hip_mm * math.sin(drop) - body.trunk_above_lumbar_mm * math.sin(lean)
    parts = (
        (body.pelvis_kg, middle + body.pelvis_above_hip_mm * math.sin(drop)),
        (body.trunk_kg, trunk),
        (body.leg_kg, 2 * body.half_hip_spacing_mm * math.cos(drop)),
    )
    supported = scale * sum(mass for mass, _ in parts)
    lever = scale * sum(mass * at for mass, at in parts) / supported / 1000
    below = (stance.mass_kg - scale * body.leg_kg * body.leg_centre) * body.leg_mm / 1000
    slant = math.degrees(math.asin(max(-1.0, min(1.0, supported * lever / below))))
    return Demand(lever, supported * GRAVITY * lever, supported, slant, slant + stance.drop)


def solve(stance: Stance, choices: Choices | None = None) -> Answer:
    """Balance the stance with the least summed (activation ** power) of all hip elements.

    Raises ValueError for a strength outside 0.01-1, an angle outside -45..60 degrees or a mass outside 20-250 kg.
    """
    _check(stance)
    how = choices or Choices()
    geometry = _geometry(how)
    asked = demand(stance, geometry)
    position = place(geometry, flexion=stance.tilt, adduction=asked.adduction_deg)
    strength = np.array([e.strength_n * _left(stance, e.id) for e in geometry.elements])
    # the ground's axes differ from the pelvis's: the leg slants, so that the foot stands under the mass centre
    c, s = math.cos(math.radians(asked.slant_deg)), math.sin(math.radians(asked.slant_deg))
    to_ground = np.array([[1, 0, 0], [0, c, -s], [0, s, c]]) @ position.thigh.T
    weight = np.array([0.0, -asked.supported_kg * GRAVITY, 0.0])
    at = np.array([how.sagittal_mm / 1000, 0.0, -asked.lever_m])
    moment = position.axes @ to_ground.T @ np.cross(at, weight)
    columns = [0, 1, 2] if how.axes == 3 else [1]
    arms = position.arms_mm / 1000
    activations = share(arms[:, columns], moment[columns], strength, how.power)
    if activations is None:
        return Answer(False, asked, {}, {}, None, None, None)
    forces = activations * strength
    by_id = dict(zip(geometry.ids, map(float, forces), strict=True))
    contact = weight - to_ground @ (position.pull * forces[:, None]).sum(axis=0)
    return Answer(
        feasible=True,
        demand=asked,
        forces_n=by_id,
        activations=dict(zip(geometry.ids, map(float, activations), strict=True)),
        hip_contact_bw=float(np.linalg.norm(contact)) / (stance.mass_kg * GRAVITY),
        band_n=by_id["tfl"] + sum(part * by_id[e] for e, part in BAND_SHARE.items()),
        residual_nm=float(np.abs(arms[:, columns].T @ forces - moment[columns]).max()),
    )


def _check(stance: Stance) -> None:
    for name in ("medius", "minimus", "all_muscles"):
        if not 0.01 <= getattr(stance, name) <= 1:
            raise ValueError(f"{name} is a fraction of full strength: 0.01 to 1")
    for name in ("lean", "drop", "tilt"):
        if not -45 <= getattr(stance, name) <= 60:
            raise ValueError(f"{name} is an angle in degrees: -45 to 60")
    if not 20 <= stance.mass_kg <= 250:
        raise ValueError("mass_kg is a body mass: 20 to 250 kg")


def _left(stance: Stance, element: str) -> float:
    own = stance.medius if element in MEDIUS else stance.minimus if element in MINIMUS else 1.0
    return own * stance.all_muscles


def _geometry(how: Choices) -> Geometry:
    geometry = load_geometry(how.geometry)
    if not how.over_trochanter:
        return geometry
    elements = tuple(
        e.model_copy(update=dict(zip(("pelvis_mm", "thigh_mm"), TROCHANTER[e.id], strict=True)))
        if e.id in TROCHANTER else e for e in geometry.elements
    )  # fmt: skip
    return geometry.model_copy(update={"elements": elements})
