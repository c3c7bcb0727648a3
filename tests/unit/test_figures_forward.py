"""The posable figure: each angle turns its joint the way its name says, within its limits, and as fast as is said."""

import numpy as np
import pytest

from data.figures.forward import body, forward, moves
from data.figures.points import flesh, points, where
from data.figures.skeleton import angles, is_point, sided, skeleton

FORWARD, LEFT, UP = np.eye(3)
SIGNS = (  # angle, place, where a positive angle takes it on a figure that stands with its arms down
    ("hip_l.flex", "thigh_l", FORWARD),
    ("hip_l.abd", "thigh_l", LEFT),
    ("hip_r.abd", "thigh_r", -LEFT),
    ("hip_l.rot", "bigtoe_l", -LEFT),
    ("hip_r.rot", "bigtoe_r", LEFT),
    ("knee_l.flex", "shank_l", -FORWARD),
    ("knee_l.rot", "bigtoe_l", LEFT),
    ("knee_r.rot", "bigtoe_r", -LEFT),
    ("ankle_l.flex", "bigtoe_l", UP),
    ("ankle_l.inv", "ball_l@.5", -LEFT),
    ("ankle_r.inv", "ball_r@.5", LEFT),
    ("toes_r.flex", "bigtoe_r", UP),
    ("shoulder_l.flex", "palm_l", FORWARD),
    ("shoulder_r.abd", "palm_r", -LEFT),
    ("shoulder_l.rot", "thumb_l", -LEFT),
    ("elbow_r.flex", "palm_r", FORWARD),
    ("wrist_l.pro", "thumb_l", -LEFT),
    ("wrist_r.flex", "tip2_r", LEFT),
    ("fingers_l.flex", "tip2_l", -LEFT),
    ("spine.flex", "skull_l", FORWARD),
    ("spine.side", "skull_l", LEFT),
    ("spine.twist", "deltoid_l", -FORWARD),
    ("neck.flex", "skull_l", FORWARD),
    ("neck.side", "skull_l", LEFT),
    ("root.lean", "skull_l", FORWARD),
    ("root.tip", "skull_l", LEFT),
    ("root.turn", "hipside_l", -FORWARD),
)


def posed(root="stand", **given):
    q = body().rest.copy()
    for name, value in given.items():
        q[body().index(name.replace("__", "."))] += value
    return forward(q, root)


@pytest.mark.parametrize(("angle", "place", "way"), SIGNS, ids=lambda v: v if isinstance(v, str) else "")
def test_a_positive_angle_goes_where_its_name_says(angle, place, way):
    before, after = where(posed(), place), where(posed(**{angle.replace(".", "__"): 10}), place)
    moved = after - before
    assert moved @ way > 0.6 * np.linalg.norm(moved) > 0


def test_a_pelvis_tipped_to_the_left_is_lower_on_the_left():
    tipped = posed(root__tip=10)
    assert where(tipped, "hipside_l")[2] < where(tipped, "hipside_r")[2] - 0.02


@pytest.mark.parametrize(
    ("root", "up"),
    [("supine", FORWARD), ("prone", -FORWARD), ("right_side", LEFT), ("left_side", -LEFT), ("stand", UP)],
)
def test_each_way_to_lie_shows_another_side_up(root, up):
    assert posed(root).turned[0] @ up == pytest.approx(UP)


def test_left_and_right_are_mirror_images():
    whole = flesh()
    for place in (whole.start, whole.end):
        at = place.at(posed())
        assert at[0::2] == pytest.approx(at[1::2] * [1, -1, 1])


def test_lengths_are_those_of_the_table():
    found = posed()
    for name, upper, lower in (("thigh", "thigh_l", "shank_l"), ("fore", "fore_r", "hand_r")):
        a, b = (found.origin[body().segment(s)] for s in (upper, lower))
        assert np.linalg.norm(a - b) == pytest.approx(skeleton().length(name))
    sole = min(where(found, p)[2] - points([p]).radius[0] for p in ("heel_l@0", "ball_l@0", "ball_l@1"))
    ankle = found.origin[body().segment("foot_l")][2]
    assert ankle - sole == pytest.approx(skeleton().length("ankle"), abs=0.002)


def test_how_places_move_is_what_a_small_turn_makes():
    rng = np.random.default_rng(4)
    tree = body()
    q = np.r_[3.0, -2, 90, rng.uniform(np.maximum(tree.low, -60)[3:], np.minimum(tree.high, 60)[3:])]
    places = points(["bigtoe_l", "palm_r", "skull_l@.5", "tip3_l", "kneecap_r", "heel_l"])
    here = forward(q, "left_side")
    said = places.moves(here, places.at(here))
    for n in range(len(q)):
        step = np.eye(len(q))[n] * 1e-4
        ahead, back = (places.at(forward(q + s, "left_side")) for s in (step, -step))
        assert said[:, :, n] == pytest.approx((ahead - back) / 2e-4, abs=1e-6)


def test_a_place_moves_with_what_stands_above_it_alone():
    here = posed()
    heel = points(["heel_l"])
    change = moves(here, heel.segments, heel.at(here))[0]
    turned = {body().names[n].split(".")[0] for n in np.flatnonzero(np.abs(change).max(0) > 1e-9)}
    assert turned == {"root", "hip_l", "knee_l", "ankle_l"}


def test_every_axis_has_limits_around_its_rest():
    for name, axis in angles().items():
        assert axis.limits[0] <= axis.rest <= axis.limits[1], name


@pytest.mark.parametrize("name", ["thigh_l", "thigh_r@.5", "kneecap_l", "palm_r@0", "tip4_l@1"])
def test_a_place_of_the_body_is_known(name):
    assert is_point(name)


@pytest.mark.parametrize("name", ["thigh", "thigh_x", "thigh_l@2", "thigh_l@x", "kneecap_l@.5", "wing_l", ""])
def test_what_is_no_place_is_not(name):
    assert not is_point(name)


def test_both_sides_are_named_at_once():
    assert sided("hip_b") == ("hip_l", "hip_r")
    assert sided("spine") == ("spine",)
    assert sided("spine_l") == sided("hip") == sided("wing_b") == ()
