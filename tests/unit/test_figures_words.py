"""A picture in words: from what was solved, few, and never more than one breath."""

import pytest

from data.figures.nouns import listed, sided, together
from data.figures.solve import solve
from data.figures.step import kept
from data.figures.words import WORDS, alt, caption
from tests.unit.figures import FEET, picture

LYING = {
    "root": "right_side",
    "position": "lying",
    "equipment": ["mat"],
    "start": {
        "angles": {"hip_b": {"flex": 45}, "knee_b": {"flex": 85}},
        "rest": {"floor": ["side_hip_r", "ribs_r", "knee_r"]},
        "touch": [["heel_l", "heel_r"]],
    },
    "end": {"about": {"hip_l": {"flex": 40, "abd": 25, "rot": -40}}, "keep": ["hipside_r", "hipside_l"]},
    "arrows": [{"point": "knee_l"}],
    "marks": [{"structure": "gluteus_medius", "side": "l"}],
}


def words(**given):
    shown = picture(**given)
    return alt(shown, kept(solve(shown)))


def test_it_says_how_one_lies_what_is_bent_what_moves_and_what_works():
    assert words(**LYING) == (
        "Lying on the right side, hips bent 45 degrees, knees bent 85 degrees, heels together; "
        "the top knee lifts; the pelvis stays. At work: gluteus medius."
    )


def test_angles_are_those_solved_and_not_those_asked():
    start = {"about": {"knee_b": {"flex": 60}}, "at": {"skull_l": [None, None, 1.66]}, "rest": {"floor": FEET}}
    assert "60" not in words(start=start)


def test_angles_are_rounded_to_five_degrees():
    start = LYING["start"] | {"angles": {"hip_b": {"flex": 47}, "knee_b": {"flex": 83}}}
    assert "hips bent 45 degrees, knees bent 85 degrees" in words(**LYING | {"start": start})


def test_a_pelvis_that_is_not_level_is_told():
    base = {"rest": {"floor": FEET[:3]}, "hold": ["root.tip"]}
    tipped = base | {"angles": {"root": {"tip": 10}, "hip_r": {"abd": -10}}}
    level = {"angles": {"root": {"tip": 0}, "hip_r": {"abd": 0}}, "hold": ["root.tip"]}
    found = words(start=tipped, end=level, arrows=[{"point": "hipside_l"}])
    assert found.startswith("Standing on the right leg, the pelvis 10 degrees lower on the left")
    assert "the left side of the pelvis lifts 10 degrees, to level" in found


def test_a_push_under_which_a_place_stays_is_pressure_and_else_a_movement():
    bent = {"knee_b": {"flex": 60}, "hip_b": {"flex": 55}, "root": {"lean": 20}}
    end = {"angles": bent, "keep": ["heel_l", "heel_r"]}
    pressed = words(end=end, arrows=[{"point": "heel_l", "push": [0, 0, -0.1]}])
    assert "pressure on the left heel" in pressed
    lowered = words(end=end, arrows=[{"point": "buttock_l", "push": [0, 0, -0.1]}])
    assert "the hips lower" in lowered


def test_a_long_text_leaves_angles_out_before_it_grows():
    what = "word " * 36
    found = words(**LYING, mistake={"what": what.strip(), "pose": {"about": {"root": {"turn": 20}}}})
    assert len(found.split()) <= WORDS
    assert found.count("degrees") < 2


def test_a_self_test_is_told_by_its_captions():
    found = words(kind="test", end={"angles": {"knee_b": {"flex": 40}}}, steps={"start": "Stand", "end": "Bend."})
    assert found == "Stand; then: Bend."


def test_a_way_to_roll_is_told_by_its_captions_and_its_mistake_only_where_there_is_room():
    steps = {"start": "Sit with the roller under the thigh", "end": "Roll slowly, and back"}
    for count, told in ((3, True), (60, False)):
        what = " ".join(["word"] * count)
        mistake = {"what": what, "pose": {"about": {"root": {"turn": 20}}}}
        found = words(kind="roll", end={"angles": {"knee_b": {"flex": 40}}}, steps=steps, mistake=mistake)
        assert found.startswith("Sit with the roller under the thigh; then: Roll slowly, and back.")
        assert ("Mistake" in found) is told


def test_a_caption_is_the_step_s_own_and_a_mistake_says_what_is_wrong():
    shown = picture(mistake={"what": "The knees fall in", "pose": {}})
    assert caption(shown, "start") == "Stand"
    assert caption(shown, "mistake") == "The knees fall in"
    with pytest.raises(KeyError):
        caption(shown, "end")


def test_places_have_names():
    lying, standing = picture(**LYING), picture()
    assert sided(lying, "knee_l") == "top knee"
    assert sided(standing, "knee_l@.5") == "left knee"
    assert together(standing, ["palm_l", "palm_r", "ball_l@0"]) == "hands and left foot"
    assert together(lying, ["forearm_r", "ball_r"]) == "lower forearm and foot"
    assert listed(["a", "b", "c"]) == "a, b and c"
