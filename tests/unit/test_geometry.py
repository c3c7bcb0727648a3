import numpy as np
import pytest

from data.geometry import closed_curve, open_curve

SQUARE = [(0, 0), (10, 0), (10, 10), (0, 10)]


def test_a_closed_curve_passes_through_its_control_points_and_closes():
    curve = closed_curve(SQUARE, 0.5)
    assert np.allclose(curve[0], curve[-1])
    for point in SQUARE:
        assert np.hypot(*(curve - point).T).min() < 1e-9


def test_an_open_curve_keeps_its_ends_and_a_straight_line_straight():
    curve = open_curve([(0, 0), (5, 5), (20, 20)], 1)
    assert np.allclose(curve[0], (0, 0))
    assert np.allclose(curve[-1], (20, 20))
    assert np.allclose(curve[:, 0], curve[:, 1])


def test_samples_are_no_further_apart_than_asked():
    curve = closed_curve(SQUARE, 1.0)
    assert np.hypot(*np.diff(curve, axis=0).T).max() < 1.6  # along the chord: a bend is a little longer


def test_too_few_points_are_refused():
    with pytest.raises(ValueError, match="control points"):
        closed_curve([(0, 0), (1, 1)], 1)
