from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from components.assets import _built  # the figures as served
from components.labels import Anchor, Label, cross, place

points = st.lists(st.tuples(st.floats(-80, 80), st.floats(-480, 180)), min_size=1, max_size=25, unique=True)


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


@pytest.mark.parametrize("view", ["anterior", "lateral", "posterior"])
@pytest.mark.parametrize("layer", ["surface", "deep", "deepest", "bones"])
def test_served_leaders_do_not_cross(view, layer):
    import gzip
    import json

    figure = json.loads(gzip.decompress(_built(view, layer)[0]))
    for trace in figure["data"]:
        if trace["meta"]["kind"] != "leader":
            continue
        x, y = trace["x"], trace["y"]
        labels = [Label("", "", "", x[n], y[n], x[n + 1], y[n + 1]) for n in range(0, len(x), 3)]
        assert not any(cross(a, b) for a, b in combinations(labels, 2))
