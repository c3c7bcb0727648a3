"""What pictures are of: every exercise, every way to roll and every self-test has one, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from data.figures.skeleton import skeleton

if TYPE_CHECKING:
    from data.catalog import Catalog

NONE = "none"
"""The file, beside the pictures, of what has none."""
NO_PICTURES = f"figures/{NONE}"


def showable(c: Catalog) -> dict[str, list[str]]:
    """All that can have a picture, by the kind of picture: exercises, structures that are rolled, self-tests."""
    return {
        "exercise": list(c.exercises),
        "roll": [s.id for s in c.structures.values() if s.rolling.how_to],
        "test": [t.id for t in c.self_check.tests],
    }


def unshown(c: Catalog) -> list[str]:
    """What has neither a picture nor a reason."""
    return [i for ids in showable(c).values() for i in ids if not c.pictures_of(i) and i not in c.no_pictures]


def unsourced(c: Catalog) -> list[str]:
    """Sources of the figure's proportions that are no references."""
    bones = skeleton()
    named = [*(length.source for length in bones.lengths.values() if length.source), bones.masses]
    return sorted(set(named) - set(c.references))


def misplaced(c: Catalog) -> Iterator[tuple[str, str, tuple[str, str]]]:
    """Pictures of what is not there, reasons for what has a picture: table, id, (field, message)."""
    can = showable(c)
    for picture in c.pictures.values():
        for shown in picture.shows:
            if shown not in can[picture.kind]:
                message = f"'{shown}' is nothing that a picture of kind '{picture.kind}' can show: correct the id"
                yield "figures", picture.id, ("shows", message)
    everything = {i for ids in can.values() for i in ids}
    for id_ in c.no_pictures:
        if id_ not in everything:
            yield NO_PICTURES, id_, ("id", f"'{id_}' is no exercise, way to roll or self-test: correct the id")
        elif c.pictures_of(id_):
            yield NO_PICTURES, id_, ("id", f"'{id_}' has a picture: take it out here")
