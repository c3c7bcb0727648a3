"""Every figure that a finding states, computed again."""

import pytest

from data.catalog import catalog
from data.finding import Bearing
from data.mechanics.geometry import load_geometry
from data.mechanics.spread import spread
from data.mechanics.stance import MEDIUS, MINIMUS, Choices, Stance, solve
from data.mechanics.tilt import arms, path_change_mm

F = catalog().findings
whole, weak = solve(Stance()), solve(Stance(medius=0.3))


def test_selective_weakness():
    tfl = spread(Stance(medius=0.5)).multiples["tensor_fasciae_latae"]
    assert (round(tfl.times, 1), round(tfl.low, 1), round(tfl.high, 1)) == (2.3, 1.8, 2.5)
    assert "2.3 times" in F["selective_weakness"].detail
    assert "1.8 to 2.5" in F["selective_weakness"].detail


def test_minimus_first():
    assert weak.force(*MINIMUS) - whole.force(*MINIMUS) == pytest.approx(440, abs=10)
    assert weak.force("tfl") - whole.force("tfl") == pytest.approx(180, abs=10)


def test_lean_helps():
    lean = solve(Stance(lean=10))
    assert lean.demand.moment_nm / whole.demand.moment_nm == pytest.approx(0.73, abs=0.03)
    assert lean.force("tfl") / whole.force("tfl") == pytest.approx(0.7, abs=0.05)


def test_drop_is_no_relief():
    assert solve(Stance(drop=5)).demand.moment_nm / whole.demand.moment_nm == pytest.approx(1.09, abs=0.01)
    assert path_change_mm("tfl", adduction=5) / 5 == pytest.approx(0.9, abs=0.1)


def test_turning_in():
    assert -2 < path_change_mm("tfl", rotation=10) < 0


def test_tilt():
    gained = {e: arms(20)[e].rotation_mm - arms(0)[e].rotation_mm for e in ("tfl", "glmed1")}
    assert gained == {"tfl": pytest.approx(10, abs=0.5), "glmed1": pytest.approx(16, abs=1)}
    assert [round(arms(0, g)["tfl"].rotation_mm) for g in ("lai_uhlrich", "gait2392")] == [3, 6]
    assert [round(solve(Stance(tilt=t)).force("tfl")) for t in (0, 20)] == [72, 56]
    other = [solve(Stance(tilt=t), Choices(geometry="gait2392")).force("tfl") for t in (0, 20)]
    assert other[1] == pytest.approx(other[0], abs=4)
    assert path_change_mm("tfl", flexion=20) < 0
    assert whole.force(*MEDIUS) > 0


@pytest.mark.parametrize("geometry", ["lai_uhlrich", "gait2392"])
def test_the_front_of_gluteus_medius_can_pull_more_than_twice_as_hard(geometry):
    strength = {e.id: e.strength_n for e in load_geometry(geometry).elements}
    assert strength["glmed1"] > 2 * strength["tfl"]
    assert "pull more than twice as hard" in F["all_gain"].detail


@pytest.mark.parametrize("claim", ["C107", "C109"])
def test_for_and_against_one_claim_say_which_half_they_are_about(claim):
    found = [f for f in F.values() if claim in f.claims and f.bearing in (Bearing.SUPPORTS, Bearing.CONTRADICTS)]
    assert {f.bearing for f in found} == {Bearing.SUPPORTS, Bearing.CONTRADICTS}
    for finding in found:
        assert "half" in finding.detail
