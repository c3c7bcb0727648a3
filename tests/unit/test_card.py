from components.card.card import pressed
from data.catalog import catalog


def test_a_roller_presses_down_to_the_first_bone_and_not_beyond():
    stack = ["iliotibial_band", "vastus_lateralis", "femur", "adductor_magnus", "tibia"]
    assert pressed(catalog(), stack) == ["iliotibial_band", "vastus_lateralis", "femur"]


def test_over_soft_tissue_alone_it_presses_all_of_it():
    assert pressed(catalog(), ["gracilis", "adductor_longus"]) == ["gracilis", "adductor_longus"]


def test_a_bump_of_bone_and_a_bursa_come_last_though_a_finger_meets_them_first():
    stack = ["greater_trochanter", "trochanteric_bursa", "iliotibial_band", "gluteus_medius", "femur", "hip_bone"]
    order = ["iliotibial_band", "gluteus_medius", "trochanteric_bursa", "greater_trochanter", "femur"]
    assert pressed(catalog(), stack) == order


def test_a_nerve_near_the_skin_stays_first():
    stack = ["lateral_femoral_cutaneous_nerve", "asis", "sartorius"]
    assert pressed(catalog(), stack) == ["lateral_femoral_cutaneous_nerve", "sartorius", "asis"]
