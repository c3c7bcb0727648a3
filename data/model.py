"""What all content records share: frozen, strict, and the words that may stand in their fields."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import BaseModel, ConfigDict, StringConstraints

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Record(BaseModel):
    """Base of every content record: immutable, and an unknown key is an error."""

    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=True)


class Verdict(StrEnum):
    """Whether rolling a tissue helps."""

    HELPS = "helps"
    HELPS_WITH_CARE = "helps_with_care"
    LITTLE_BENEFIT = "little_benefit"
    AVOID = "avoid"
    NOT_APPLICABLE = "not_applicable"


class Confidence(StrEnum):
    """How sure we are of a statement; of a structure, how sure of its rolling verdict."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW_MODERATE = "low_moderate"
    LOW = "low"
    REFUTED = "refuted"


class Tissue(StrEnum):
    """What a structure is made of; `region` and `landmark` are places."""

    MUSCLE = "muscle"
    FASCIA = "fascia"
    BONE = "bone"
    LIGAMENT = "ligament"
    TENDON = "tendon"
    DISC = "disc"
    NERVE = "nerve"
    VESSEL = "vessel"
    ARTERY = "artery"
    VEIN = "vein"
    CARTILAGE = "cartilage"
    JOINT = "joint"
    FAT = "fat"
    BURSA = "bursa"
    SKIN = "skin"
    LANDMARK = "landmark"
    REGION = "region"


class Role(StrEnum):
    """The part that the articles' stories give a structure in a chain. A reading, not a proof of cause."""

    DRIVER = "driver"
    COMPENSATOR = "compensator"
    TRANSMITTER = "transmitter"
    SYMPTOM_SITE = "symptom_site"
    INNOCENT_NEIGHBOUR = "innocent_neighbour"


class Verification(StrEnum):
    """What of a reference was seen: everything, the citation only, the finding only, nothing."""

    FULL = "full"
    CITATION = "citation"
    FINDING = "finding"
    NONE = "none"


class Urgency(StrEnum):
    """How soon a stop flag needs a person."""

    EMERGENCY = "emergency"
    TODAY = "today"
    SOON = "soon"
