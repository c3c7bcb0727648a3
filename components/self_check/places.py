"""The places and ages that the gate offers, in plain words, grouped for the eye."""

from __future__ import annotations

from data.about import Age, Place

UNSURE = "unsure"
"""The answer that fits nowhere or everywhere: every question is asked."""
PLACES: dict[str, dict[str, str]] = {
    "Front": {
        Place.GROIN_FRONT: "Groin, front of the hip",
        Place.FRONT_HIP_CORNER: "Front hip corner",
        Place.THIGH_FRONT: "Front of the thigh",
        Place.THIGH_INNER: "Inner thigh",
    },
    "Side and back": {
        Place.HIP_SIDE: "Side of the hip",
        Place.THIGH_OUTER: "Outer thigh",
        Place.LOW_BACK_SACROILIAC: "Low back, base of the spine",
        Place.BUTTOCK_DEEP: "Buttock",
        Place.SIT_BONE: "Sit bone",
        Place.THIGH_BACK: "Back of the thigh",
    },
    "Knee": {
        Place.KNEE_OUTER: "Outer knee",
        Place.KNEE_FRONT: "Front of the knee",
        Place.KNEE_INNER: "Inner knee",
        Place.KNEE_BACK: "Back of the knee",
    },
    "None of these": {UNSURE: "Not sure, or several places"},
}
AGES: dict[str, str] = {
    Age.CHILD: "Under 17",
    Age.YOUNG: "17 to 24",
    Age.ADULT: "25 to 64",
    Age.OLDER: "65 and over",
    UNSURE: "Not saying",
}


def named(place: str, age: str) -> str:
    """What the questions are asked for: 'outer knee, 25 to 64'."""
    words = {id_: label for group in PLACES.values() for id_, label in group.items()}
    return f"{words[place].lower()}, {AGES[age].lower()}"
