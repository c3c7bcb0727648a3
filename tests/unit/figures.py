"""A small picture for tests: someone stands, unless told otherwise."""

from typing import Any

from data.figures.pose import Picture

FEET = ["heel_r@0", "ball_r@0", "ball_r@1", "heel_l@0", "ball_l@0", "ball_l@1"]


def picture(**given: Any) -> Picture:
    """A picture with what is given in place of the usual."""
    usual: dict[str, Any] = {
        "id": "standing",
        "shows": ["clam"],
        "kind": "exercise",
        "position": "standing",
        "equipment": ["none"],
        "root": "stand",
        "camera": {"az": 0, "el": 5},
        "start": {"angles": {"knee_b": {"flex": 5}}, "rest": {"floor": FEET}},
        "steps": {"start": "Stand"} | ({"end": "Move"} if "end" in given else {}),
    }
    return Picture.model_validate(usual | given)
