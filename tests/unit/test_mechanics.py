"""The two hip models: against OpenSim, against themselves, and against what must always hold."""

import csv
import json
from pathlib import Path

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from data.catalog import catalog
from data.mechanics import __main__ as command
from data.mechanics.geometry import NAMES, load_geometry, place, problems
from data.mechanics.sharing import share
from data.mechanics.spread import CHOICES, spread
from data.mechanics.stance import MEDIUS, MINIMUS, Choices, Stance, demand, solve
from data.mechanics.tilt import MAIN, arms, curve, path_change_mm

HERE = Path(__file__).parent
strength = st.floats(0.3, 1.0)
STANCES = st.builds(
    Stance, medius=strength, minimus=strength, all_muscles=st.floats(0.5, 1.0), lean=st.floats(0, 20),
    drop=st.floats(0, 10), mass_kg=st.floats(45, 120),
)  # fmt: skip


def rows(name):
    with (HERE / name).open(encoding="utf-8") as file:
        return [
            {k: v if k == "element" else float(v) if v else None for k, v in r.items()} for r in csv.DictReader(file)
        ]


def rmse(pairs):
    return float(np.sqrt(np.mean([(a - b) ** 2 for a, b in pairs])))


def test_forces_agree_with_static_optimisation_in_opensim():
    """Forty stances solved by OpenSim 4.6 on the full model with wrapped paths; the bars are the issue's."""
    found = []
    for row in rows("reference_stance.csv"):
        stance = Stance(row["medius"], row["minimus"], 1.0, row["lean_deg"], row["drop_deg"], row["tilt_deg"])
        found.append((row, solve(stance, Choices(power=row["power"], axes=int(row["axes"])))))
    assert len(found) == 40
    assert rmse([(a.force("tfl"), r["tfl_n"]) for r, a in found]) <= 5
    assert rmse([(a.force(*MEDIUS), r["medius_n"]) for r, a in found]) <= 10
    assert rmse([(a.force(*MINIMUS), r["minimus_n"]) for r, a in found]) <= 10
    assert rmse([(a.hip_contact_bw, r["contact_bw"]) for r, a in found if r["contact_bw"]]) <= 0.06


@pytest.mark.parametrize("axis", ["flexion_mm", "adduction_mm", "rotation_mm"])
def test_moment_arms_agree_with_the_table(axis):
    for row in rows("reference_arms.csv"):
        assert getattr(arms(row["tilt_deg"])[row["element"]], axis) == pytest.approx(row[axis], abs=0.05)


def test_moment_arms_are_the_rate_at_which_the_path_shortens():
    """Independent of the cross products: the principle of virtual work."""
    for name in NAMES:
        geometry = load_geometry(name)
        for number, step in ((0, {"flexion": 0.01}), (1, {"adduction": 0.01}), (2, {"rotation": 0.01})):
            before, after = place(geometry, **{k: -v for k, v in step.items()}), place(geometry, **step)
            rate = -(after.lengths_mm - before.lengths_mm) / np.radians(0.02)
            assert place(geometry).arms_mm[:, number] == pytest.approx(rate, abs=0.01)


@given(STANCES)
@settings(deadline=None)
def test_forces_are_never_negative_nor_above_strength_and_moments_balance(stance):
    answer = solve(stance)
    assume(answer.feasible)
    full = {e.id: e.strength_n for e in load_geometry().elements}
    for element, force in answer.forces_n.items():
        assert -1e-9 <= force <= full[element] * stance.all_muscles + 1e-6
        assert 0 <= answer.activations[element] <= 1
    assert answer.residual_nm <= 0.1
    held = -sum(f * a for f, a in zip(answer.forces_n.values(), _adduction(stance), strict=True)) / 1000
    assert held == pytest.approx(answer.demand.moment_nm, abs=1.0)  # the demand's arm is in the ground's frame


def _adduction(stance):
    geometry = load_geometry()
    return place(geometry, adduction=demand(stance, geometry).adduction_deg).arms_mm[:, 1]


@given(st.floats(0.05, 0.7), st.floats(0, 10), st.floats(60, 140), st.sampled_from([2.0, 3.0]))
@settings(deadline=None, max_examples=60)
def test_feasible_is_exactly_what_linear_programming_says(left, drop, mass, power):
    stance = Stance(all_muscles=left, drop=drop, mass_kg=mass)
    geometry = load_geometry()
    asked = demand(stance, geometry)
    position = place(geometry, adduction=asked.adduction_deg)
    full = np.array([e.strength_n for e in geometry.elements]) * left
    c, s = np.cos(np.radians(asked.slant_deg)), np.sin(np.radians(asked.slant_deg))
    ground = np.array([[1, 0, 0], [0, c, -s], [0, s, c]]) @ position.thigh.T
    weight = np.array([0, -asked.supported_kg * 9.80665, 0])
    moment = position.axes @ ground.T @ np.cross([0, 0, -asked.lever_m], weight)
    columns = (position.arms_mm / 1000 * full[:, None]).T
    held, bounds = np.column_stack([-moment, columns]), [(0, 9)] + [(0, 1)] * len(full)
    room = linprog([-1] + [0] * len(full), A_eq=held, b_eq=np.zeros(3), bounds=bounds)
    assume(abs(room.x[0] - 1) > 1e-3)  # on the very edge either answer will do
    assert solve(stance, Choices(power=power)).feasible == (room.x[0] > 1)


@given(st.floats(0.65, 1.0), st.floats(0, 15))
@settings(deadline=None)
def test_equal_weakness_leaves_the_shares_as_they_are(left, lean):
    whole, weaker = solve(Stance(lean=lean)), solve(Stance(lean=lean, all_muscles=left))
    assume(max(weaker.activations.values()) < 0.999)
    assert weaker.forces_n == pytest.approx(whole.forces_n, abs=0.1)


def test_selective_weakness_loads_tfl_steadily_and_minimus_most():
    answers = [solve(Stance(medius=m / 100)) for m in range(100, 29, -2)]
    tfl = [a.force("tfl") for a in answers]
    assert tfl == sorted(tfl)
    gained = {"minimus": answers[-1].force(*MINIMUS) - answers[0].force(*MINIMUS), "tfl": tfl[-1] - tfl[0]}
    assert gained["minimus"] > 2 * gained["tfl"] > 0


def test_leaning_helps_and_dropping_does_not():
    start = solve(Stance())
    assert solve(Stance(lean=10)).force("tfl") < 0.8 * start.force("tfl")
    assert solve(Stance(drop=5)).force("tfl") > 1.1 * start.force("tfl")


def test_tilt_does_not_raise_the_force_of_tfl():
    forces = [solve(Stance(tilt=t)).force("tfl") for t in (0, 10, 20)]
    assert forces == sorted(forces, reverse=True)


PULLS = st.tuples(st.floats(-60, 60), st.floats(-60, 60), st.floats(-60, 60), st.floats(50, 2000))


@given(st.lists(PULLS, min_size=4, max_size=9), st.randoms())
@settings(deadline=None)
def test_mirrored_and_shuffled_muscles_share_alike(muscles, random):
    reach = np.array([m[:3] for m in muscles]) / 1000
    full = np.array([m[3] for m in muscles])
    moment = 0.3 * reach.T @ full
    found = share(reach, moment, full)
    mirror = np.array([1, -1, -1])  # the other leg: adduction and rotation change sign
    mirrored = share(reach * mirror, moment * mirror, full)
    order = list(range(len(muscles)))
    random.shuffle(order)
    shuffled = share(reach[order], moment, full[order])
    assert (found is None) == (mirrored is None) == (shuffled is None)
    assume(found is not None)
    assert mirrored == pytest.approx(found, abs=1e-4)
    assert shuffled == pytest.approx(found[order], abs=1e-4)


def test_two_like_muscles_pull_alike():
    reach = np.array([[0, -0.05, 0], [0, -0.05, 0], [0.03, 0, 0], [-0.03, 0, 0]])
    assert share(reach, np.array([0, -30.0, 0]), np.full(4, 1000.0)) == pytest.approx([0.3, 0.3, 0, 0], abs=1e-6)


def test_an_impossible_stance_shows_no_forces():
    answer = solve(Stance(all_muscles=0.05))
    assert not answer.feasible
    assert not answer.forces_n
    assert answer.hip_contact_bw is answer.band_n is None
    assert spread(Stance(all_muscles=0.05)).multiples == {}


def test_the_spread_holds_our_answer():
    found = spread(Stance(medius=0.5))
    assert found.asked == len(CHOICES) == 8
    for multiple in found.multiples.values():
        if multiple.times is not None:
            assert multiple.low - 1e-9 <= multiple.times <= multiple.high + 1e-9
    tfl = found.multiples["tensor_fasciae_latae"]
    assert (tfl.low, tfl.high) == (pytest.approx(1.8, abs=0.05), pytest.approx(2.45, abs=0.05))
    assert spread(Stance()).multiples["tensor_fasciae_latae"].times == pytest.approx(1)


def test_tfl_gains_five_millimetres_in_ten_degrees_in_both_geometries():
    for name in NAMES:
        line = dict(curve("tfl", "rotation", name))
        assert (line[20] - line[0]) / 20 == pytest.approx(0.5, abs=0.05)


def test_vastus_lateralis_has_no_lever_at_the_hip():
    for tilt in (-10, 0, 30):
        found = arms(tilt)["vaslat"]
        assert (found.flexion_mm, found.adduction_mm, found.rotation_mm) == (0, 0, 0)


def test_a_drop_stretches_the_band_and_turning_in_does_not():
    assert path_change_mm("tfl", adduction=10) == pytest.approx(8.5, abs=1)
    assert path_change_mm("tfl", rotation=10) < 0


def test_every_element_is_part_of_a_structure():
    assert problems() == []
    for name in NAMES:
        assert {e.structure for e in load_geometry(name).elements} <= set(catalog().structures)
    assert set(MAIN) <= set(load_geometry().ids)


@pytest.mark.parametrize(
    "wrong", [{"medius": 0}, {"medius": 1.2}, {"lean": 90}, {"mass_kg": 5}, {"tilt": float("nan")}, {"drop": -80}]
)
def test_wrong_input_is_refused_in_words(wrong):
    with pytest.raises(ValueError, match="is a"):
        solve(Stance(**wrong))


def test_the_command_line_answers_in_json(capsys):
    assert command.main(["stance", "--gmed", "0.5", "--lean", "0", "--drop", "0", "--mass", "75.3", "--json"]) == 0
    stance = json.loads(capsys.readouterr().out)
    assert stance["feasible"]
    assert stance["forces_N"]["tfl"] == pytest.approx(167, abs=1)
    assert stance["moment_nm"] == pytest.approx(57.05, abs=0.05)
    assert command.main(["arms", "--tilt", "20", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["tfl"]["rotation_mm"] == pytest.approx(13.4, abs=0.1)
    assert command.main(["stance", "--gmed", "7"]) == 2
    assert "fraction" in capsys.readouterr().err
