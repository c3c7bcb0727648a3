"""The pictures of exercises on the floor show what the exercise says: sides, heights, lines, and what stays still."""

from functools import cache

import numpy as np
import pytest

from data.catalog import catalog
from data.figures.forward import body
from data.figures.points import where
from data.figures.solve import solve

C = catalog()


@cache
def steps(picture):
    return solve(C.pictures[picture])


def angle(picture, step, name):
    return steps(picture)[step].angles[body().index(name)]


def place(picture, step, name):
    return where(steps(picture)[step].posed, name)


def bent(picture, step, *names):
    """How far three places are from a straight line, in degrees."""
    a, b, c = (place(picture, step, n) for n in names)
    u, v = b - a, c - b
    return np.degrees(np.arccos(u @ v / np.linalg.norm(u) / np.linalg.norm(v)))


def turned(picture, step):
    """How far the pelvis is rolled from where the start has it, in degrees."""
    return angle(picture, step, "root.turn") - angle(picture, "start", "root.turn")


def dropped(picture, step):
    """How much lower the left side of the pelvis is than the right, in metres."""
    right, left = (place(picture, step, f"hipside_{side}")[2] for side in "rl")
    return right - left


@pytest.mark.parametrize("picture", ["clam", "clam_back"])
def test_in_the_clam_the_heels_stay_together_and_only_the_mistake_rolls_the_pelvis(picture):
    assert 40 <= angle(picture, "start", "hip_l.flex") <= 50
    for step in ("start", "end"):
        assert np.linalg.norm(place(picture, step, "heel_l") - place(picture, step, "heel_r")) < 0.07
    lifted = place(picture, "end", "knee_l")[2] - place(picture, "start", "knee_l")[2]
    assert lifted > 0.15
    assert abs(turned(picture, "end")) < 1 < 20 < turned(picture, "mistake")


def test_the_clam_from_behind_is_the_clam():
    assert C.pictures["clam_back"].poses() == C.pictures["clam"].poses()


def test_the_leg_lift_is_30_cm_behind_the_body_with_toes_forward_and_the_pelvis_a_little_forward():
    rise = place("sl_abduction", "end", "heel_l")[2] - place("sl_abduction", "start", "heel_l")[2]
    assert rise == pytest.approx(0.30, abs=0.02)
    for step in ("start", "end"):
        assert angle("sl_abduction", step, "hip_l.flex") < -5
        assert abs(angle("sl_abduction", step, "hip_l.rot")) < 3
        assert angle("sl_abduction", step, "root.turn") < -5
    assert angle("sl_abduction", "mistake", "hip_l.flex") > 20
    assert angle("sl_abduction", "mistake", "hip_l.rot") < -30
    assert angle("sl_abduction", "mistake", "root.turn") > 5


def test_on_hands_and_knees_the_bent_leg_is_level_with_the_trunk_and_only_the_mistake_arches():
    assert bent("quadruped", "end", "ribs_l@0", "thigh_l@0", "thigh_l") < 15
    assert angle("quadruped", "end", "knee_l.flex") > 60
    assert abs(angle("quadruped", "end", "spine.flex")) < 1
    assert angle("quadruped", "mistake", "spine.flex") < -20


def test_the_bridge_is_one_line_on_a_level_pelvis_and_only_the_mistake_drops_the_free_side():
    assert bent("single_bridge", "end", "upperarm_r@0", "thigh_r@0", "thigh_r") < 15
    assert abs(dropped("single_bridge", "end")) < 0.01
    assert dropped("single_bridge", "mistake") > 0.04


def test_the_side_plank_is_one_line_with_the_top_leg_up_and_only_the_mistake_sags():
    for step in ("start", "end"):
        assert bent("side_plank_lift", step, "ribs_r@0", "thigh_r@0", "shank_r") < 10
    assert angle("side_plank_lift", "end", "hip_l.abd") > 20
    hip = place("side_plank_lift", "mistake", "hipside_r")[2]
    assert hip < place("side_plank_lift", "end", "hipside_r")[2] - 0.08


def test_the_hip_thrust_ends_in_one_line_and_only_the_mistake_arches():
    picture = "heavy_strength_hip_thrust"
    assert bent(picture, "end", "ribs_r@0", "thigh_r@0", "thigh_r") < 15
    assert angle(picture, "mistake", "spine.flex") < -20
    assert angle(picture, "mistake", "hip_r.flex") > 10
