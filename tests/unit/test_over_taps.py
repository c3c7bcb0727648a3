"""What is laid over the drawing can be tapped where its name points, and its courses somewhere with all of it there."""

import pytest

from components.drawing.built import drawn
from data.outlines import LONG_VIEWS, over
from data.visibility import LAYERS
from tests.unit.tapped import MM_PER_PX, tapped

ABOUT = [(0.0, 0.0), *((x, y) for x in (-0.5, 0.5) for y in (-0.5, 0.5))]
"""Where in its pixel a click may be, px."""


def selected(view, drawing, x, y):
    """What clicks at a point select: more than one thing, where it is not clear."""
    return {tapped(view, drawing, x + dx * MM_PER_PX, y + dy * MM_PER_PX) for dx, dy in ABOUT}


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("view", LONG_VIEWS)
def test_a_click_where_its_name_points_selects_what_lies_open(view, layer):
    missed = [
        (piece.shape.id, piece.shape.part, got)
        for drawing in (over.named(layer, [kind]) for kind in over.KINDS)
        for piece in drawn(view, drawing).laid
        if piece.free and (got := selected(view, drawing, *piece.shape.label)) != {piece.shape.id}
    ]
    assert missed == []


@pytest.mark.parametrize("layer", LAYERS)
@pytest.mark.parametrize("view", LONG_VIEWS)
def test_with_all_of_it_there_no_nerve_or_vessel_loses_its_last_place(view, layer):
    drawing = over.named(layer, over.KINDS)
    wanted, found = set(), set()
    for piece in drawn(view, drawing).laid:
        shape = piece.shape
        if piece.free and shape.tissue in ("nerve", "artery", "vein"):
            wanted.add(shape.id)
            points = [shape.label, *(point for ring in shape.outline() for point in ring)]
            if shape.id not in found and any(selected(view, drawing, *point) == {shape.id} for point in points):
                found.add(shape.id)
    assert wanted == found
