"""What the pictures of lifts, squats and hanging legs say, measured on the poses that were solved."""

import pytest

from components.figures import art
from data.catalog import catalog
from data.figures.points import points
from data.figures.step import brought_back

RINGED = [p for p in catalog().pictures.values() if any(m.as_ == "keep_off" for m in p.marks)]
FREE, SHOWN = 0.05, 0.02
"""How high a free toe is at least, and how far apart advice and mistake are; metres."""


def places(picture_id, *names):
    """Where places of the body are in each step."""
    steps = brought_back(catalog().pictures[picture_id], art.solved(picture_id))
    return {step: points(names).at(solved.posed) for step, solved in steps.items()}


def test_the_bar_of_a_deadlift_stays_by_the_legs_and_is_further_away_in_the_mistake():
    ahead = {
        step: hand[0] - knee[0]
        for step, (hand, knee) in places("heavy_strength_deadlift", "palm3_r", "kneecap_r").items()
    }
    assert 0 < ahead["end"] < 0.1
    assert ahead["mistake"] > ahead["end"] + SHOWN


def test_the_hips_stay_low_in_the_mistake_of_a_hip_thrust():
    high = {step: float(at[0][2]) for step, at in places("heavy_strength_hip_thrust", "thigh_r@0").items()}
    assert high["start"] < high["mistake"] < high["end"] - 3 * SHOWN


def test_the_knee_falls_inside_the_foot_in_the_mistake_of_a_split_squat():
    inside = {step: knee[1] - toe[1] for step, (knee, toe) in places("heavy_strength", "kneecap_r", "bigtoe_r").items()}
    assert inside["end"] < SHOWN
    assert inside["mistake"] > 2 * SHOWN


def test_the_hanging_thigh_is_not_above_level_unless_the_back_arches():
    rise = {step: knee[2] - hip[2] for step, (hip, knee) in places("t6", "thigh_r@0", "thigh_r").items()}
    assert -0.06 < rise["end"] <= 0 < rise["mistake"]


@pytest.mark.parametrize("step", ["start", "end", "mistake"])
def test_the_free_foot_is_off_the_floor(step):
    assert places("single_leg_rdl", "bigtoe_l")[step][0][2] >= FREE


@pytest.mark.parametrize("picture", RINGED, ids=lambda p: p.id)
def test_what_is_to_be_kept_off_is_seen_in_every_step(picture):
    for step in picture.poses():
        assert 'class="keep_off"' in art.kept(picture.id, step)
