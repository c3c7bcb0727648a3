"""The solver: what a pose asks for is kept, contacts are met, and nothing passes through anything."""

from dataclasses import replace

import numpy as np
import pytest

from data.figures import clear
from data.figures.between import between
from data.figures.contacts import middle_of_mass
from data.figures.forward import body, forward
from data.figures.measure import measure
from data.figures.points import flesh, points, where
from data.figures.solve import solve
from data.figures.step import brought_back, kept
from tests.unit.figures import FEET, picture

SQUAT = {
    "angles": {"knee_b": {"flex": 60}, "hip_b": {"flex": 55}, "root": {"lean": 20}},
    "keep": ["heel_r@0", "heel_l@0"],
}


def angle(step, name):
    return step.angles[body().index(name)]


def test_who_stands_stands_on_the_floor_with_the_knees_that_were_asked():
    shown = picture()
    steps = solve(shown)
    found = measure(shown, steps)["start"]
    assert found.contact < 0.5
    assert list(found.problems()) == []
    assert angle(steps["start"], "knee_l.flex") == pytest.approx(5, abs=0.1)


def test_the_end_keeps_the_feet_where_the_start_has_them():
    steps = solve(picture(end=SQUAT))
    for place in SQUAT["keep"]:
        assert where(steps["end"].posed, place) == pytest.approx(where(steps["start"].posed, place), abs=0.003)
    assert angle(steps["end"], "knee_r.flex") == pytest.approx(60, abs=1)


def test_balance_puts_the_weight_over_the_feet():
    lean = {"angles": {"root": {"lean": 40}, "spine": {"flex": 10}}, "about": {"ankle_b": {"flex": 0}}}
    off = []
    for balance in (True, False):
        step = solve(picture(start=lean | {"rest": {"floor": FEET}, "balance": balance}))["start"]
        off.append(np.hypot(*(middle_of_mass(step.posed)[0] - points(FEET).at(step.posed).mean(0))[:2]))
    assert off[0] < 0.02
    assert off[1] > 2 * off[0]


def test_an_angle_that_carries_the_meaning_gives_way_least():
    reach = {"at": {"heel_l": [0.9, 0.1, 0.9]}, "rest": {"floor": FEET[:3]}}
    asked = {"angles": {"knee_l": {"flex": 60}, "root": {"tip": 0}}}
    loose = solve(picture(start=reach | asked))["start"]
    hard = solve(picture(start=reach | asked | {"hold": ["knee_l.flex"]}))["start"]
    assert abs(angle(hard, "knee_l.flex") - 60) < min(0.6, abs(angle(loose, "knee_l.flex") - 60))


def test_an_angle_never_leaves_its_limits_to_reach_what_is_out_of_reach():
    far = {"at": {"palm_l": [3, 3, 3]}, "rest": {"floor": FEET}}
    step = solve(picture(start=far))["start"]
    assert (step.angles >= body().low - 1e-6).all()
    assert (step.angles <= body().high + 1e-6).all()


def test_legs_that_are_asked_through_each_other_stay_beside_each_other():
    crossed = {"about": {"hip_b": {"abd": -20, "flex": 20}}, "rest": {"floor": FEET}}
    step = solve(picture(start=crossed))["start"]
    deep = clear.overlaps(flesh().start.at(step.posed), flesh().end.at(step.posed))[0]
    assert deep.max() < 0.008


def test_a_thigh_does_not_sink_into_the_side_of_a_box():
    box = {"box": {"kind": "box", "at": [0.35, 0.1], "size": [0.3, 0.6, 0.9]}}
    inside = {"about": {"hip_l": {"flex": 40}}, "angles": {"root": {"lean": 0}}, "rest": {"floor": FEET[:3]}}
    step = solve(picture(props=box, start=inside))["start"]
    knee = points(["knee_l"])
    assert (knee.at(step.posed)[0] + knee.radius[0])[0] < 0.2 + 0.006  # the near side of the box
    assert clear.depths(step.posed, step.props, step.rolls).max() < 0.006


def test_a_bar_is_held_where_a_thigh_meets_it():
    stick = {"stick": {"kind": "stick", "r": 0.018}}
    start = {"touch": [["stick@.5", "thigh_l@.5"]], "rest": {"floor": FEET}, "angles": {"fingers_b": {"flex": 70}}}
    shown = picture(props=stick, start=start)
    assert measure(shown, solve(shown))["start"].contact < 5


def test_a_roller_stays_where_it_lay_unless_it_travels():
    props = {"roller": {"kind": "roller", "r": 0.075, "axis": 90, "under": "calf_l@.5"}}
    start = {"rest": {"roller": ["calf_l@.5"], "floor": ["buttock_l", "buttock_r"]}, "angles": {"root": {"lean": -10}}}
    end = {"props": {"roller": {"under": "calf_l@0", "travel": [0.05, 0, 0]}}, "rest": {"roller": ["calf_l@0"]}}
    steps = solve(picture(props=props, start=start, end=end))
    assert steps["end"].rolls["roller"] - steps["start"].rolls["roller"] == pytest.approx([0.05, 0, 0])
    assert where(steps["end"].posed, "calf_l@0")[0] == pytest.approx(steps["end"].rolls["roller"][0], abs=0.01)


def test_kept_angles_bring_the_same_figure_back():
    shown = picture(end=SQUAT)
    steps = solve(shown)
    back = brought_back(shown, kept(steps))
    for name, step in steps.items():
        assert back[name].posed.origin == pytest.approx(step.posed.origin, abs=0.001)


def test_on_the_way_a_planted_foot_does_not_slip():
    shown = picture(end=SQUAT)
    steps = solve(shown)
    feet = points(SQUAT["keep"])
    for part in np.linspace(0, 1, 6):
        step = between(shown, steps, float(part))
        assert feet.at(step.posed) == pytest.approx(feet.at(steps["start"].posed), abs=0.005)
    half = between(shown, steps, 0.5)
    assert 15 < angle(half, "knee_l.flex") < 50


def changed(shown, **by):
    """The problems of a standing figure of which some angles are changed after it was solved."""
    step = solve(shown)["start"]
    angles = step.angles.copy()
    for name, value in by.items():
        angles[body().index(name.replace("__", "."))] += value
    steps = {"start": replace(step, angles=angles, posed=forward(angles, shown.root))}
    return list(measure(shown, steps)["start"].problems())


@pytest.mark.parametrize(
    ("by", "said"),
    [
        ({"knee_l__flex": 5}, "asked knee_l.flex: 5.0 degrees off"),
        ({"hip_l__flex": 140}, "hip_l.flex is outside its limits"),
        ({"root__z": 1}, "contact heel_l@0 on floor: 10"),
        ({"root__z": -1}, "10.0 mm through the floor"),
        ({"knee_r__flex": 1}, "hold knee_r.flex: 1.0 degrees off"),
    ],
)
def test_what_is_over_a_limit_is_told(by, said):
    held = picture(start={"angles": {"knee_b": {"flex": 5}}, "hold": ["knee_r.flex"], "rest": {"floor": FEET}})
    assert changed(held) == []
    assert any(said in problem for problem in changed(held, **by)), changed(held, **by)


def test_a_pose_that_asks_too_much_says_so():
    shown = picture(
        start={
            "angles": {"knee_b": {"flex": 90}, "hip_b": {"flex": 0}, "ankle_b": {"flex": 0}, "root": {"lean": 0}},
            "rest": {"floor": FEET},
        }
    )
    problems = list(measure(shown, solve(shown))["start"].problems())
    assert problems
    assert all(p.startswith(("asked", "contact")) or "through" in p for p in problems)
