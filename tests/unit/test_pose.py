"""The posed figure: clean outlines over the whole range, tissue still on its bone, nothing moved at zero."""

import numpy as np
import pytest
import shapely
from hypothesis import example, given, settings
from hypothesis import strategies as st

from components.diagram import assets
from components.drawing import figure
from data.catalog import catalog
from data.outlines import LONG_VIEWS, load_view
from data.outlines.pose import RANGES, Mover, Pose, weight
from tests.every import every

POSES = st.builds(Pose, **{k: st.floats(*r) for k, r in RANGES.items()})
SHAPES = [(v, s) for v in LONG_VIEWS for s in load_view(v).shapes]
EXTREMES = {
    "lateral": [Pose(tilt=t) for t in (-10, 10, 20, 30)],
    "anterior": [Pose(drop=d, lean=lean) for d in (0, 5, 10) for lean in (0, 10, 20)],
}
EXTREMES["posterior"] = EXTREMES["anterior"]


def named(item):
    return f"{item[0]}-{item[1].id}-{item[1].part or ''}"


def folds(view, shape, pose):
    """Whether an outline crosses itself in a pose, to a millionth of a mm; a turned ring closes no finer than that."""
    mover = Mover(view, pose)
    rings = (np.round(mover.move(shape, ring), 6) for ring in shape.outline())
    return shape.mark != "line" and not all(shapely.LineString(ring).is_simple for ring in rings)


def no_outline_folds_at_the_ends_of_the_range(item):
    view, shape = item
    for pose in EXTREMES.get(view, ()):
        assert not folds(view, shape, pose), pose


def nothing_moves_at_zero(item):
    view, shape = item
    for ring in shape.outline():
        assert np.array_equal(Mover(view, Pose()).move(shape, ring), ring)


def tissue_stays_on_its_bones(item):
    """Where guides start the tissue turns with the pelvis, where they end it stays with the thigh."""
    view, shape = item
    if shape.moves or not shape.fibres:
        return  # moves as a whole, or by height: covered by the tests of bones and zones
    ends = (-1, 0) if shape.backwards else (0, -1)
    for pose in EXTREMES.get(view, ()):
        mover, pelvis = Mover(view, pose), load_view(view).of("hip_bone")[0]
        for guide in shape.fibre_lines():
            origin, insertion = guide[ends[0]], guide[ends[1]]
            assert np.hypot(*(mover.move(shape, origin) - mover.move(pelvis, origin))[0]) < 0.5
            assert np.hypot(*(mover.move(shape, insertion) - insertion)[0]) < 0.5


CHECKS = (
    no_outline_folds_at_the_ends_of_the_range,
    nothing_moves_at_zero,
    tissue_stays_on_its_bones,
)


@pytest.mark.parametrize("item", SHAPES, ids=named)
def test_a_shape_moves_as_tissue_does(item):
    every(CHECKS, item)


@pytest.mark.long
@example(Pose(tilt=0.0, drop=3.9015579802170732, lean=2.00001), "posterior")  # two ends 3e-14 mm apart
@given(POSES, st.sampled_from(list(LONG_VIEWS)))
@settings(deadline=None, max_examples=40)
def test_no_outline_folds_anywhere_in_the_range(pose, view):
    for shape in load_view(view).shapes:
        assert not folds(view, shape, pose), shape.id


@given(POSES, st.sampled_from(list(LONG_VIEWS)))
@settings(deadline=None, max_examples=20)
def test_bones_move_rigidly(pose, view):
    for shape in load_view(view).shapes:
        if shape.tissue == "bone":
            ring = shape.outline()[0]
            moved = Mover(view, pose).move(shape, ring)
            steps = [np.hypot(*np.diff(r, axis=0).T) for r in (ring, moved)]
            assert steps[0] == pytest.approx(steps[1], abs=1e-9)


def test_the_pelvis_turns_about_the_hip_and_the_trunk_stays_upright():
    lateral = load_view("lateral")
    mover = Mover("lateral", Pose(tilt=30))
    bone = lateral.of("hip_bone")[0]
    assert mover.move(bone, [(0, 0)])[0] == pytest.approx([0, 0])
    assert mover.move(bone, [(0, 100)])[0] == pytest.approx([50, 86.6], abs=0.1)  # forwards is to the right
    top = lateral.of("l3")[0].outline()[0]
    shift = mover.move(lateral.of("l3")[0], top) - top
    assert np.ptp(shift, axis=0) == pytest.approx([0, 0], abs=1e-9)  # moved along, not turned


def test_a_drop_lowers_the_free_side_and_a_lean_tips_the_trunk_to_the_standing_leg():
    anterior = load_view("anterior")
    far = anterior.of("hip_bone_left")[0]
    assert Mover("anterior", Pose(drop=10)).move(far, [(170, 0)])[0][1] < -25
    top = anterior.of("l3")[0]
    assert Mover("anterior", Pose(lean=20)).move(top, [(80, 200)])[0][0] < 80
    assert Mover("posterior", Pose(lean=20)).move(load_view("posterior").of("l3")[0], [(-80, 200)])[0][0] > -80


def test_weights_fall_from_pelvis_to_thigh():
    band = load_view("lateral").of("iliotibial_band")[0]
    found = weight(band, np.array([[0, y] for y in range(130, -430, -5)], float))
    assert found[0] == 1
    assert found[-1] == 0
    assert (np.diff(found) <= 1e-12).all()


@pytest.mark.parametrize("view", LONG_VIEWS)
def test_the_spine_is_discs_and_vertebrae_in_turn(view):
    spine = sorted((s for s in load_view(view).shapes if s.moves == "spine"), key=lambda s: s.area().centroid.y)
    assert [s.tissue for s in spine] == ["disc", "bone"] * 3


@pytest.mark.long
def test_the_zero_pose_is_the_ordinary_figure():
    view = load_view("lateral")
    plain = figure.build(view, "surface", catalog())
    assert figure.build(view, "surface", catalog(), pose=Pose()) == plain
    assert figure.build(view, "surface", catalog(), pose=Pose(drop=7, lean=3)) == plain  # cannot be seen from the side
    assert figure.build(view, "surface", catalog(), pose=Pose(tilt=7))["data"] != plain["data"]


@pytest.mark.parametrize(
    "text", ["", "1_2", "1_2_3_4", "a_0_0", "31_0_0", "0_5_0", "-11_0_0", "1e1_0_0", "²_0_0", "--5_0_0"]
)
def test_an_address_that_names_no_pose_of_the_view_is_refused(text):
    assert assets.read_pose(text, "lateral") is None


def test_addresses_of_poses_read_back():
    for view, poses in EXTREMES.items():
        for pose in poses:
            url = assets.figure_url(view, "bones", pose=pose)
            text = url.split("pose=")[1] if "pose=" in url else "0_0_0"
            assert assets.read_pose(text, view) == pose
