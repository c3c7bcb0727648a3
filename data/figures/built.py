"""What a drawing was built from, as a digest: poses and skeleton. Captions may change without a new drawing."""

from __future__ import annotations

import hashlib
import json
from functools import cache

from data.figures.pose import Picture
from data.figures.skeleton import skeleton


@cache
def _skeleton() -> str:
    return skeleton().model_dump_json(exclude={"masses"})  # a note on where they come from changes no drawing


def digest(picture: Picture) -> str:
    """A short hash over all that the drawing of a picture depends on."""
    text = json.dumps(picture.drawn(), sort_keys=True) + _skeleton()
    return hashlib.sha256(text.encode()).hexdigest()[:16]
