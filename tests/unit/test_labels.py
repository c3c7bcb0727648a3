from itertools import combinations, groupby, pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.drawing.built import drawn, figure_body, visible
from components.drawing.figure import finish
from components.drawing.labels import Anchor, Label, cross, place
from data.catalog import catalog
from data.outlines import AXIAL_VIEWS

TENTHS = st.integers(-4800, 1800).map(lambda n: n / 10)  # mm; no two anchors are closer than that
points = st.lists(st.tuples(st.integers(-800, 800).map(lambda n: n / 10), TENTHS), min_size=1, max_size=25, unique=True)


@settings(max_examples=60, deadline=None)
@given(points)
def test_leaders_never_cross_and_names_keep_their_distance(places):
    anchors = [Anchor(str(n), f"name {n}", x, y, 1.0) for n, (x, y) in enumerate(places)]
    labels = place(anchors, lambda y: (-110 - y / 20, 110 + y / 9), (-490, 180), 20, 40)
    assert len(labels) == len(anchors)
    assert not any(cross(a, b) for a, b in combinations(labels, 2))
    for side in ("left", "right"):
        heights = sorted(label.y for label in labels if label.side == side)
        assert all(b - a >= 20 - 1e-6 for a, b in pairwise(heights))


def test_the_heaviest_are_named_first():
    anchors = [Anchor("small", "small", 0, 0, 1), Anchor("large", "large", 0, 10, 9)]
    assert [label.id for label in place(anchors, lambda _: (-50, 50), (-10, 20), 10, 1)] == ["large"]


def test_crossing_is_recognised():
    a = Label("a", "a", "left", 0, 0, 10, 10)
    b = Label("b", "b", "left", 0, 10, 10, 0)
    assert cross(a, b)
    assert not cross(a, Label("c", "c", "left", 0, 20, 10, 20))


def runs(trace):
    """The lines of a trace as lists of points."""
    points = zip(trace["x"], trace["y"], strict=True)
    return [list(run) for there, run in groupby(points, key=lambda p: p[0] is not None) if there]


def named(view, layer="surface"):
    """The ids that are named, by density."""
    traces = finish(drawn(view, layer), catalog())["data"]
    found = {}
    for trace in traces:
        if trace["meta"]["kind"] == "label":
            found.setdefault(trace["meta"]["density"], set()).update(trace["meta"]["ids"])
    return found


@pytest.mark.parametrize("view", AXIAL_VIEWS)
def test_the_band_is_named_in_every_section_on_every_screen(view):
    found = named(view)
    assert set(found) == {"wide", "medium", "narrow"}
    assert all("iliotibial_band" in ids for ids in found.values())


@pytest.mark.parametrize("view", AXIAL_VIEWS)
def test_every_tissue_of_a_section_can_be_reached(view):
    assert {s.id for s in drawn(view, "surface").bodies if not s.context} <= visible(view, "surface")


@pytest.mark.parametrize(
    ("view", "layer", "id_"),
    [
        ("anterior", "surface", "gluteus_maximus"),
        ("anterior", "surface", "biceps_femoris_long_head"),
        ("posterior", "deep", "patella"),
        ("posterior", "bones", "patella"),
    ],
)
def test_a_sliver_can_be_reached_but_has_no_name(view, layer, id_):
    assert id_ in visible(view, layer)
    assert not any(id_ in ids for ids in named(view, layer).values())


@pytest.mark.parametrize("view", ["anterior", "lateral", "posterior"])
@pytest.mark.parametrize("layer", ["surface", "deep", "deepest", "bones"])
def test_served_leaders_do_not_cross(view, layer):
    import gzip
    import json

    figure = json.loads(gzip.decompress(figure_body(view, layer)))
    for trace in figure["data"]:
        if trace["meta"]["kind"] != "leader":
            continue
        leaders = [list(pairwise(line)) for line in runs(trace)]
        for one, other in combinations(leaders, 2):  # each a straight line, or two where it goes on past the pelvis
            for (p, q), (r, s) in product(one, other):
                assert not cross(Label("", "", "", *p, *q), Label("", "", "", *r, *s))
