"""The plate: names readable and apart, tissues told apart in grey print, and the plate as a picture."""

import io
from itertools import pairwise

from PIL import Image

from components.handout.picture import plate_png
from components.plate.plate import ANGLES, layer_for, plate
from components.plate.svg import svg


def test_names_in_the_drawing_are_readable_and_apart():
    chosen = ("vastus_medialis", "sartorius", "gracilis", "rectus_femoris")
    names = plate("anterior", chosen).names
    assert len(names) == 4
    for side in ("left", "right"):
        heights = sorted(n.start[1] for n in names if n.side == side)
        assert all(b - a > 8 for a, b in pairwise(heights))


def test_chosen_tissue_is_told_apart_by_the_direction_of_its_lines():
    assert len(set(ANGLES)) == 4
    drawn = svg(plate("lateral", ("iliotibial_band", "gluteus_maximus")))
    assert "Iliotibial" in drawn
    assert drawn.count("<path") > 100
    assert "<script" not in drawn


def test_a_deep_choice_picks_a_layer_in_which_it_is_seen():
    assert layer_for("lateral", ("vastus_intermedius",)) in ("deep", "deepest")
    assert layer_for("lateral", ("iliotibial_band",)) == "surface"


def test_the_plate_alone_is_a_picture():
    picture = Image.open(io.BytesIO(plate_png(plate("anterior", ("rectus_femoris",)))))
    assert picture.width > 600
