"""The Lab by AppTest: parts, addresses, sliders, downloads, bad input."""

from functools import partial

import pytest

from tests.app import opened
from tests.app.opened import words

run = partial(opened.run, "pages/learn/lab.py")


def test_the_start_is_a_stance_at_full_strength():
    text = words(run())
    assert "57 N·m" in text
    assert "Gluteus minimus takes most of the slack, not TFL." in text


def test_an_address_restores_the_stance_and_the_tilt():
    assert "× 2.3" in words(run(part="stance", strength="50"))
    text = words(run(part="tilt", tilt="20", element="glmed1"))
    assert "+16" in text
    assert "The loop does not close." in text


def test_a_slider_moves_the_model_and_the_address():
    at = run()
    at.slider(key="lab_strength").set_value(50).run()
    assert "× 2.3" in words(at)
    assert at.query_params["strength"] in ("50", ["50"])
    at.slider(key="lab_lean").set_value(20).run()
    assert not at.exception


def test_a_pose_that_cannot_be_held_says_so():
    assert "Cannot hold the pelvis level" in words(run(who="all", strength="30", drop="10"))


def test_the_models_and_their_limits_are_a_page():
    text = words(run(part="limits"))
    assert "What they leave out" in text
    assert "0.045 body weights" in text


BAD = ["-1", "nan", "1e9", "<b>", "", "999999999999", "²"]
KEYS = ["strength", "lean", "drop", "mass", "tilt", "part", "who", "axis", "element"]


@pytest.mark.parametrize(("key", "bad"), [(k, b) for k in KEYS for b in BAD if (k, b) != ("tilt", "-1")])
def test_a_bad_address_falls_back_with_a_quiet_note(key, bad):
    at = run(**{key: bad})
    assert "is not one that the lab has" in words(at)
