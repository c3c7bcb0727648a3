"""How to roll one structure, typed so that its parts can be compared: where, in which way, how long, how hard."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from data.model import Record, Text

MOST_PRESSURE = 4
"""Discomfort, of 10: in the trial that compared it, 6 and 8 gained no more than 4 (grabow2018)."""
MOST_SECONDS = 120
"""At one place on one day: rolling trials use one to three sets of 30 to 120 seconds (behm2020rx)."""


class Way(StrEnum):
    """How the roller or ball moves."""

    STROKES = "strokes"
    SMALL_STROKES = "small_strokes"
    HOLDS = "holds"


class Level(StrEnum):
    """A drawn section across hip or thigh; a way of rolling that is meant for none of them names none."""

    HIP = "axial_hip"
    UPPER_THIGH = "axial_upper_thigh"
    MID_THIGH = "axial_mid_thigh"
    LOWER_THIGH = "axial_lower_thigh"
    KNEE = "axial_knee"


class Place(StrEnum):
    """A place on the body by the words that a reader knows: where a roller stands, or what it is kept off."""

    FRONT_OUTER_THIGH = "front-outer thigh"
    OUTER_THIGH = "outer thigh"
    BACK_THIGH = "back of the thigh"
    BACK_INNER_THIGH = "back-inner thigh"
    FRONT_INNER_THIGH = "front-inner thigh"
    UPPER_FRONT_THIGH = "upper front thigh"
    UPPER_INNER_THIGH = "upper inner thigh"
    OUTER_HAMSTRING_END = "outer back of the knee"
    UPPER_OUTER_BUTTOCK = "upper outer buttock"
    LOWER_BUTTOCK = "lower buttock"
    SIDE_OF_THE_HIP = "side of the hip"
    FRONT_OUTER_HIP = "front-outer hip"
    GROIN = "groin"
    BELLY = "belly"
    FRONT_HIP_BONE = "front hip bone"
    HIP_RIM = "rim of the hip bone"
    SIDE_BUMP = "bony side bump"
    SIT_BONE = "sit bone"
    TAILBONE = "tailbone"
    KNEE_BACK = "back of the knee"
    KNEECAP = "kneecap"
    OUTER_KNEE = "outer knee"
    INNER_KNEE = "inner knee"
    CALF = "calf"
    OUTER_SHIN = "outer upper shin"
    ACHILLES = "Achilles tendon"
    SHIN = "shin bone"
    LOWER_BACK = "lower back"


class Range(Record):
    """From least to most, both included."""

    least: Annotated[int, Field(ge=1)]
    most: Annotated[int, Field(ge=1)]

    @model_validator(mode="after")
    def _in_order(self) -> Range:
        if self.most < self.least:
            raise ValueError("the most must not be less than the least")
        return self

    @property
    def words(self) -> str:
        """'30-45', or '30' where both are the same."""
        return str(self.most) if self.least == self.most else f"{self.least}-{self.most}"


class HowTo(Record):
    """How to roll: tool, position, where, technique, dose.

    `way`, `seconds` (of one pass or hold), `passes` and `pressure` (the most discomfort, of 10) say what `technique`
    and `dose` put into words. `at` is the place that is pressed, `start` and `end` its limits in words, `levels` the
    drawn sections that lie between them.
    """

    tool: Text
    position: Text
    at: Place
    start: Annotated[Text, Field(alias="from")]
    end: Annotated[Text, Field(alias="to")]
    levels: tuple[Level, ...]
    technique: Text
    way: Way
    seconds: Range
    passes: Range
    pressure: Annotated[int, Field(ge=1, le=MOST_PRESSURE)]
    dose: Text

    @property
    def where(self) -> str:
        """The place with its limits, in words."""
        return f"{self.at.value}, from {self.start} to {self.end}"

    @model_validator(mode="after")
    def _not_too_long(self) -> HowTo:
        if self.seconds.most * self.passes.most > MOST_SECONDS:
            raise ValueError(f"seconds times passes must not exceed {MOST_SECONDS}")
        return self
