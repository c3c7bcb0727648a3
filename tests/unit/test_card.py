from components.card import pressed
from data.catalog import catalog


def test_a_roller_presses_down_to_the_first_bone_and_not_beyond():
    stack = ["iliotibial_band", "vastus_lateralis", "femur", "adductor_magnus", "tibia"]
    assert pressed(catalog(), stack) == ["iliotibial_band", "vastus_lateralis", "femur"]


def test_over_soft_tissue_alone_it_presses_all_of_it():
    assert pressed(catalog(), ["gracilis", "adductor_longus"]) == ["gracilis", "adductor_longus"]
