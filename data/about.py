"""Whom and which place the self-check is about. Closed sets: a stop flag names the places and ages that it fits."""

from __future__ import annotations

from enum import StrEnum


class Place(StrEnum):
    """Where it hurts most: fourteen places of hip, thigh and knee. Ids are permanent."""

    GROIN_FRONT = "groin_front"
    FRONT_HIP_CORNER = "front_hip_corner"
    HIP_SIDE = "hip_side"
    BUTTOCK_DEEP = "buttock_deep"
    SIT_BONE = "sit_bone"
    LOW_BACK_SACROILIAC = "low_back_sacroiliac"
    THIGH_OUTER = "thigh_outer"
    THIGH_FRONT = "thigh_front"
    THIGH_INNER = "thigh_inner"
    THIGH_BACK = "thigh_back"
    KNEE_OUTER = "knee_outer"
    KNEE_FRONT = "knee_front"
    KNEE_INNER = "knee_inner"
    KNEE_BACK = "knee_back"


class Age(StrEnum):
    """Ages between which the dangers differ.

    Under 17 a growth plate of the hip can slip; under 25 a tendon can pull bone off a growth plate that is still open,
    and a lump is scanned sooner; from 65 on a hip can break in a small fall and still carry.
    """

    CHILD = "child"
    YOUNG = "young"
    ADULT = "adult"
    OLDER = "older"
