"""Where the states of a chain are marked: on the tissue they speak of, in the pose and the part that a step shows."""

import pytest
import shapely

from components.chains.overlay import frame, place
from data.catalog import catalog
from data.outlines import load_view
from data.outlines.pose import Mover, Pose

C = catalog()
NEAR_MM = 8.0
"""So far beside a tissue a mark may lie."""
MEANT = {
    "pelvic_drop": "sacrum",
    "pelvis_forward": "hip_bone",
    "hip_flexor_style": "rectus_femoris",
    "front_hip_ache": "tensor_fasciae_latae",
    "ir_drift": "rectus_femoris",
    "femur_in": "rectus_femoris",
}
"""What a state without a structure of its own is marked on: thigh, pelvis, front of the hip."""
NOWHERE = {"load_spike"}
"""Training happens in no tissue; it is marked beside the leg."""


SHOWN = [
    pytest.param(chain, step, chain.node(node), id=f"{chain.id}-{step.id}-{node}")
    for chain in C.chains.values()
    for step in chain.steps
    for node in dict.fromkeys(i for e in step.edges for i in e.split(">"))
]


def away(structure, view, pose, at):
    """How far a point lies from a posed structure, mm; 0 inside."""
    mover = Mover(view, pose.seen(view))
    found = []
    for shape in load_view(view).of(structure):
        rings = [mover.move(shape, ring) for ring in shape.outline()]
        found += [
            shapely.LineString(r) if shape.mark == "line" else shapely.make_valid(shapely.Polygon(r)) for r in rings
        ]
    assert found, f"{structure} is not drawn in the {view} view"
    return shapely.Point(at).distance(shapely.union_all(found))


@pytest.mark.parametrize(("chain", "step", "node"), SHOWN)
def test_a_mark_lies_on_what_it_speaks_of(chain, step, node):
    if node.id in NOWHERE:
        assert node.structure is None
        return
    at = place(node, step.view, step.pose)
    assert away(node.structure or MEANT[node.id], step.view, step.pose, at) <= NEAR_MM


@pytest.mark.parametrize(("chain", "step", "node"), SHOWN)
def test_a_mark_lies_in_the_part_that_the_step_shows(chain, step, node):
    part = frame(step)
    if part is not None:
        x, y = place(node, step.view, step.pose)
        assert part["x"][0] < x < part["x"][1]
        assert part["y"][0] < y < part["y"][1]


@pytest.mark.parametrize("chain", C.chains.values(), ids=lambda c: c.id)
def test_a_mark_is_right_in_a_view_that_no_step_shows_yet(chain):
    for node in chain.nodes:
        views = {s.view for s in chain.steps if any(node.id in e.split(">") for e in s.edges)}
        for view in set() if node.id in NOWHERE else node.at.keys() - views:
            at = node.at[view]
            assert away(node.structure or MEANT[node.id], view, Pose(), at) <= NEAR_MM, (node.id, view)


def test_outer_knee_pain_is_at_the_bone_on_the_outside_of_the_knee_and_not_behind_it():
    node = C.chains["weak_glute_med"].node("lateral_knee_pain")
    x, y = place(node, "lateral", Pose())
    assert -32 < x < -14
    assert -395 < y < -378
    assert away("lateral_femoral_epicondyle", "lateral", Pose(), (-62, -400)) > NEAR_MM  # where it once was


def test_the_distance_is_a_real_one():
    assert away("gluteus_medius", "lateral", Pose(), (-92, -90)) > 50
    assert away("gluteus_medius", "lateral", Pose(), (-30, 6)) == 0
