"""The lab's state, numbers and overlay: addresses, rounding, levers that are the moment arms."""

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.lab import overlay as lab_overlay
from components.lab import text as lab_text
from components.lab.figure import curves
from components.lab.state import AXES, ELEMENTS, RANGES, Lab, read, write
from data.catalog import catalog
from data.mechanics.lines import PLANES, lever, pull
from data.mechanics.spread import spread
from data.mechanics.stance import Stance
from data.mechanics.table import arms_table, multiples_table, stance_table
from data.mechanics.tilt import MAIN, arms
from data.outlines.pose import RANGES as POSES

LABS = st.builds(
    Lab,
    part=st.sampled_from(["stance", "tilt", "limits"]),
    strength=st.integers(*RANGES["strength"]),
    who=st.sampled_from(["medius", "both", "all"]),
    lean=st.integers(*RANGES["lean"]),
    drop=st.integers(*RANGES["drop"]),
    mass=st.integers(*RANGES["mass"]),
    tilt=st.integers(*RANGES["tilt"]),
    axis=st.sampled_from(list(AXES)),
    element=st.sampled_from(ELEMENTS),
)


@given(LABS)
def test_every_state_has_an_address(lab):
    assert read(write(lab)) == (lab, [])


KEYS = ["part", "strength", "who", "lean", "drop", "mass", "tilt", "axis", "element"]


@given(st.dictionaries(st.sampled_from(KEYS), st.text()))
def test_a_strangers_address_never_fails_and_never_leaves_the_ranges(params):
    lab, notes = read(params)
    for name, (low, high) in RANGES.items():
        assert low <= getattr(lab, name) <= high
    assert len(notes) <= len(params)
    assert lab.stance is not None  # and would raise for a stance that the model refuses


def test_what_can_be_posed_is_what_the_sliders_offer():
    assert {k: RANGES[k] for k in POSES} == POSES


@pytest.mark.parametrize(
    ("value", "text"),
    [(2.345, "2.3"), (0.647, "0.65"), (167.2, "170"), (0, "0"), (9.96, "10"), (0.0991, "0.099"), (1, "1.0")],
)
def test_figures_have_two_digits(value, text):
    assert lab_text.two_digits(value) == text


@pytest.mark.parametrize("element", MAIN)
@pytest.mark.parametrize("axis", AXES)
def test_the_lever_that_is_drawn_is_the_moment_arm(element, axis):
    for tilt in (-10, 0, 20, 30):
        found = lever(element, axis, tilt)
        arm = arms(tilt)[element].about(axis)
        assert math.hypot(*found.foot) * found.across == pytest.approx(abs(arm), abs=0.2)


def test_lines_start_on_the_pelvis_and_turn_with_it():
    assert pull("tfl", "lateral")[0] == pytest.approx((36.3, 89.5), abs=0.1)
    assert pull("tfl", "lateral", tilt=20)[0][0] > 60
    assert pull("tfl", "lateral", tilt=20)[1:] == pull("tfl", "lateral")[1:]
    assert pull("glmed2", "anterior", drop=10)[0][0] > pull("glmed2", "anterior")[0][0]
    assert set(PLANES) == {"lateral", "anterior", "above"}


def test_no_force_is_drawn_or_written_where_the_pose_cannot_be_held():
    found = spread(Stance(all_muscles=0.3, drop=10))
    assert not found.answer.feasible
    assert {i["tone"] for i in lab_overlay.stance(found, 10) if i["kind"] == "line"} == {"weight"}
    text = lab_text.stance(found)
    assert "Cannot hold the pelvis level" in text
    assert " N<" not in text
    assert stance_table(Stance(all_muscles=0.3, drop=10)).empty


def test_a_stance_says_multiples_band_force_and_model():
    text = lab_text.stance(spread(Stance(medius=0.5)))
    assert "× 2.3 <small>(1.8–2.5)" in text
    assert "170 N" in text
    assert "model of one generic adult" in text


def test_the_line_of_tfl_grows_with_its_force():
    def width(stance):
        lines = [i for i in lab_overlay.stance(spread(stance), 0) if i.get("tone") == "lit"]
        return lines[0]["width"]

    assert width(Stance(medius=0.4)) > 1.3 * width(Stance())


def test_vastus_lateralis_has_no_lever_to_draw():
    items = lab_overlay.tilt("vaslat", "rotation", 20, arms(20)["vaslat"])
    assert not [i for i in items if i["kind"] == "line"]
    assert "0 mm" in lab_text.tilt(arms(20), arms(0), "rotation", "vaslat")
    assert "-0 mm" not in lab_text.tilt(arms(-10), arms(0), "abduction", "vaslat")


def test_every_finding_leads_to_its_claims():
    content = catalog()
    text = lab_text.findings(content.findings.values(), content)
    for finding in content.findings.values():
        for claim in finding.claims:
            assert f"./evidence?claim={claim}" in text


def test_tables_name_units_and_rows():
    assert len(stance_table(Stance())) == 25
    assert {"force_n", "activation", "baseline_force_n"} <= set(stance_table(Stance()).columns)
    assert list(multiples_table(Stance(medius=0.6)).columns) == ["quantity", "value", "times_baseline", "least", "most"]
    assert "vaslat" in set(arms_table(20).element)


@pytest.mark.parametrize("axis", AXES)
def test_the_curves_show_twelve_elements_the_chosen_one_on_top(axis):
    drawn = curves(axis, "tfl", dark=False)["data"]
    assert len(drawn) == 12
    assert drawn[-1]["name"] == "TFL"
    assert drawn[-1]["line"]["width"] > drawn[0]["line"]["width"]
