"""Which muscles make the same movement, and which make its opposite: read from the actions of the records. Pure.

What a record says is taken to the letter: a movement that a muscle only assists, or makes with a part or in one
position, is kept apart. A test holds that every action is known here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from data.catalog import Catalog
from data.model import Tissue
from data.structure import Structure

OPPOSITE = {
    "hip flexion": "hip extension",
    "hip abduction": "hip adduction",
    "hip external rotation": "hip internal rotation",
    "knee flexion": "knee extension",
    "ankle plantar flexion": "ankle dorsiflexion",
    "foot inversion": "foot eversion",
    "external rotation of the bent leg": "internal rotation of the bent leg",
}
OPPOSITE |= {b: a for a, b in OPPOSITE.items()}
"""Every movement of which one may speak, and its opposite. The knee turns only while it is bent."""
PARTLY: Mapping[str, tuple[str, ...]] = {
    "assists adduction": ("hip adduction",),
    "assists ankle dorsiflexion": ("ankle dorsiflexion",),
    "assists ankle plantar flexion": ("ankle plantar flexion",),
    "assists flexion": ("hip flexion",),
    "assists hip flexion": ("hip flexion",),
    "assists external rotation": ("hip external rotation",),
    "assists knee flexion": ("knee flexion",),
    "hip extension (hamstring part)": ("hip extension",),
    "hip flexion (adductor part)": ("hip flexion",),
    "abduction when the hip is flexed": ("hip abduction",),
    "hip abduction in flexion": ("hip abduction",),
    "hip external rotation in extension": ("hip external rotation",),
    "hip internal rotation (front fibres)": ("hip internal rotation",),
    "upper part helps abduction": ("hip abduction",),
    "lower part helps adduction": ("hip adduction",),
    "front fibres internal rotation and flexion": ("hip internal rotation", "hip flexion"),
    "rear fibres external rotation and extension": ("hip external rotation", "hip extension"),
}
"""Actions that are a movement with a part of the muscle, in one position, or as a helper."""
ASIDE = frozenset(
    {
        "bends the trunk to its side",
        "draws the lateral meniscus back",
        "extension of the four small toes",
        "holds up the arches of the foot",
        "keeps the pelvis level on one leg",
        "lifts the pelvis on its side",
        "pulls the patella outwards",
        "rotation of the thigh (texts disagree on which way)",
        "rotation of the trunk",
        "steadies the femoral head",
        "steadies the lowest rib",
        "steadies the lumbar spine",
        "steadies the patella inwards",
        "tensions the band from behind",
        "tensions the iliotibial band",
        "tilts the pelvis forward",
        "trunk extension",
        "trunk flexion",
        "unlocks the straight knee",
    }
)
"""Actions that have no partner here: other joints, no movement, or texts that disagree."""


@dataclass(frozen=True)
class Partners:
    """One movement of a muscle: whether it makes it in part only, who makes it too, and who makes the opposite.

    Each of the four lists has ids of structures; `also` and `against` make it as such, the others in part.
    """

    movement: str
    partly: bool
    also: tuple[str, ...]
    also_partly: tuple[str, ...]
    against: tuple[str, ...]
    against_partly: tuple[str, ...]


def partners(id_: str, content: Catalog) -> list[Partners]:
    """The movements of a muscle in the order of its record. Raises KeyError for an unknown id."""
    muscles = [s for s in content.structures.values() if s.tissue is Tissue.MUSCLE]
    found = []
    for movement, partly in movements(content.structures[id_].actions).items():
        also = [_makers(movement, part, muscles) for part in (False, True)]
        against = [_makers(OPPOSITE[movement], part, muscles) for part in (False, True)]
        mates = [tuple(i for i in makers if i != id_) for makers in also]
        others = [tuple(i for i in makers if i != id_) for makers in against]
        found.append(Partners(movement, partly, mates[0], mates[1], others[0], others[1]))
    return found


def movements(actions: tuple[str, ...]) -> dict[str, bool]:
    """The movements that actions name, each with whether it is made in part only."""
    found: dict[str, bool] = {}
    for action in actions:
        if action in OPPOSITE:
            found[action] = False
        for movement in PARTLY.get(action, ()):
            found.setdefault(movement, True)
    return found


def _makers(movement: str, partly: bool, muscles: Iterable[Structure]) -> tuple[str, ...]:
    """Which of the muscles make a movement, as such or in part only, in order of their names."""
    found = [s for s in muscles if movements(s.actions).get(movement) is partly]
    return tuple(s.id for s in sorted(found, key=lambda s: s.short_name or s.name))
