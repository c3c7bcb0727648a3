"""People as they would be told of: each is asked the question that fits, and sent as soon as it is needed."""

import pytest

from data.about import Age, Place
from data.catalog import catalog
from data.model import Urgency
from data.stop_flag import fitting

FLAGS = catalog().stop_flags
EMERGENCY, TODAY, SOON = Urgency
VIGNETTES = [
    # someone, as told; place; age; the flag that must be asked of them, and how soon it must send them
    ("a runner whose groin hurts to hop on", "groin_front", "adult", "rf05", TODAY),
    ("a runner with missed periods and an ache beside the sacrum", "low_back_sacroiliac", "young", "rf05", TODAY),
    ("a recruit with a sore pubic bone on marches", "thigh_inner", "young", "rf05", TODAY),
    ("a runner with a stressed upper shin", "knee_inner", "adult", "rf05", TODAY),
    ("a boy of 6 who limps and says that nothing hurts", "hip_side", "child", "rf10", TODAY),
    ("a girl of 8 with groin pain and no limp", "groin_front", "child", "rf10", TODAY),
    ("a heavy boy of 13 with thigh pain alone", "thigh_front", "child", "rf10", TODAY),
    ("a boy of 14 with knee pain alone, still walking", "knee_front", "child", "rf10", TODAY),
    ("a child with fever and a hip that does not move", "groin_front", "child", "rf03", EMERGENCY),
    ("a sprinter of 15 with a pop at the front hip bone", "front_hip_corner", "child", "rf26", TODAY),
    ("a dancer of 19 with a pop at the sit bone in a split", "sit_bone", "young", "rf26", TODAY),
    ("a boy of 15 woken by sudden groin and testicle pain", "groin_front", "child", "rf16", EMERGENCY),
    ("a woman of 72 on alendronate with new thigh pain, no fall", "thigh_outer", "older", "rf22", TODAY),
    ("a new mother with sudden hip pain", "groin_front", "adult", "rf22", TODAY),
    ("a man of 60 on prednisolone with new knee pain, no fall", "knee_inner", "adult", "rf22", TODAY),
    ("a woman of 80 who fell and still walks, groin sore", "groin_front", "older", "rf23", TODAY),
    ("a man of 78 who fell and feels it in the knee only", "knee_front", "older", "rf23", TODAY),
    ("a woman of 55 who cannot stand since this morning, no fall", "groin_front", "adult", "rf04", EMERGENCY),
    ("a man who cannot lift the straight leg after a stumble, little pain", "knee_front", "adult", "rf24", TODAY),
    ("a skier with a pop and a bruise down the back of the thigh", "thigh_back", "adult", "rf25", TODAY),
    ("a man on warfarin with growing groin pain and a numb thigh", "groin_front", "older", "rf18", EMERGENCY),
    ("someone on a blood thinner with a knee that swells by the hour", "knee_outer", "older", "rf18", EMERGENCY),
    ("a hard groin lump, vomiting", "groin_front", "older", "rf15", EMERGENCY),
    ("inner-thigh pain down to the knee, vomiting, belly swollen", "knee_inner", "older", "rf15", EMERGENCY),
    ("a man of 70 with sudden back and groin pain, faint", "low_back_sacroiliac", "older", "rf17", EMERGENCY),
    ("a pulsing lump in the belly, flank pain", "hip_side", "older", "rf17", EMERGENCY),
    ("perhaps pregnant, one-sided low pain felt in the groin", "groin_front", "young", "rf17", EMERGENCY),
    ("a knee that buckles, front of the thigh numb", "thigh_front", "adult", "rf08", TODAY),
    ("a foot that slaps since crossing the legs", "knee_outer", "adult", "rf08", TODAY),
    ("a stiff drinker with deep groin pain", "groin_front", "adult", "rf32", SOON),
    ("sickle-cell disease, pain felt in the knee", "knee_front", "young", "rf32", SOON),
    ("a smoker whose buttock cramps at 200 metres", "buttock_deep", "older", "rf30", SOON),
    ("calf and hollow of the knee cramp on walking", "knee_back", "adult", "rf30", SOON),
    ("foot pain at night, hangs it out of bed", "knee_back", "older", "rf29", TODAY),
    ("first spinning class, thighs swollen, cola urine", "thigh_front", "young", "rf19", EMERGENCY),
    ("calf swollen after a flight", "knee_back", "adult", "rf34", TODAY),
    ("an outer knee with short breath since yesterday", "knee_outer", "adult", "rf02", EMERGENCY),
    ("thigh hard as wood after a kick", "thigh_front", "young", "rf09", EMERGENCY),
    ("pain in both legs, changed feeling when wiping", "buttock_deep", "adult", "rf01", EMERGENCY),
    ("a weak stream and a numb crotch in someone with sore knees", "knee_front", "older", "rf01", EMERGENCY),
    ("psoas: fever, hip held bent", "groin_front", "adult", "rf03", EMERGENCY),
    ("shin skin red and hot below the knee", "knee_inner", "older", "rf21", TODAY),
    ("skin that hurts far more than the scratch on it", "thigh_outer", "adult", "rf20", EMERGENCY),
    ("breast cancer ten years ago, new hip pain", "hip_side", "older", "rf27", TODAY),
    ("a lump of the thigh at 20, growing", "thigh_outer", "young", "rf28", TODAY),
    ("a deep lump in the buttock at 50", "buttock_deep", "adult", "rf06", SOON),
    ("a knee that swelled within the hour", "knee_outer", "adult", "rf07", TODAY),
    ("stiff low back at 30, up at four each night", "low_back_sacroiliac", "adult", "rf33", SOON),
    ("side of the hip sore at night, pain to the outer knee", "knee_outer", "adult", "rf12", SOON),
    ("blood in the urine, flank to groin", "groin_front", "adult", "rf31", TODAY),
    ("a boy of 13 with knee pain since a fall", "knee_inner", "child", "rf10", TODAY),
    ("a runner whose bone at the outer knee aches at night", "knee_outer", "adult", "rf05", TODAY),
    ("tea-coloured urine and sore knees, no exercise", "knee_outer", "older", "rf19", EMERGENCY),
    ("a woman of 58 who fell off her bicycle and walks, groin sore", "groin_front", "adult", "rf36", TODAY),
    ("a thigh that swells in its cast", "thigh_front", "adult", "rf09", EMERGENCY),
    ("a hip replaced three years ago, newly sore", "hip_side", "older", "rf03", EMERGENCY),
    ("on warfarin, groin pain since this morning and no bruise", "groin_front", "older", "rf18", EMERGENCY),
    ("both hips and shoulders stiff until ten each morning at 68", "hip_side", "older", "rf35", SOON),
    ("a knee that locks, pain felt in the outer thigh", "thigh_outer", "adult", "rf07", TODAY),
]


@pytest.mark.parametrize(("told", "place", "age", "flag", "urgency"), VIGNETTES, ids=[v[0] for v in VIGNETTES])
def test_someone_told_of_is_asked_the_question_that_fits(told, place, age, flag, urgency):
    asked = {f.id: f for f in fitting(FLAGS.values(), Place(place), Age(age))}
    assert flag in asked, told
    assert asked[flag].urgency is urgency


def test_every_flag_is_in_a_story():
    untold = {"rf11", "rf13", "rf14"}  # they hold for every place, or stand for themselves
    assert {v[3] for v in VIGNETTES} == set(FLAGS) - untold
