"""The switch of the client's side by AppTest: on every screen with a diagram, in the link, and taken along."""

import pytest

from components.shared.side import LABEL
from tests.app.opened import run, words

SCREENS = {
    None: {"view": "posterior", "layer": "deep", "structure": "piriformis", "also": "nerves"},
    "pages/learn/rolling.py": {"view": "axial_knee", "from": "inner", "structure": "gracilis"},
    "pages/learn/chains.py": {"chain": "anterior_tilt", "step": "loop"},
    "pages/learn/lab.py": {"part": "tilt", "tilt": "20"},
    "pages/practise/where.py": {"place": "knee_outer", "view": "lateral"},
    "pages/practise/self_check.py": {},
    "pages/practise/handout.py": {"structures": "gluteus_medius", "paper": "letter", "view": "posterior"},
}
"""Every screen whose picture turns, and something that its address says besides."""


@pytest.mark.parametrize("page", SCREENS)
def test_the_switch_turns_the_side_and_keeps_all_else(page):
    at = run(page, **SCREENS[page])
    switch = at.segmented_control(key="side_switch")
    assert (switch.label, switch.value, list(switch.options)) == (LABEL, "right", ["Right", "Left"])
    switch.select("left").run()
    assert not at.exception
    assert at.query_params["side"] == "left"
    assert SCREENS[page].items() <= {k: at.query_params[k] for k in at.query_params}.items()
    assert at.segmented_control(key="side_switch").value == "left"
    at.segmented_control(key="side_switch").select("right").run()
    assert "side" not in at.query_params
    assert SCREENS[page].items() <= {k: at.query_params[k] for k in at.query_params}.items()


@pytest.mark.parametrize("page", SCREENS)
def test_a_link_opens_the_side_that_it_names(page):
    at = run(page, **SCREENS[page], side="left")
    assert at.segmented_control(key="side_switch").value == "left"
    assert "A right leg" not in words(at)
    assert run(page, side="<b>").segmented_control(key="side_switch").value == "right"


def test_another_choice_of_the_screen_keeps_the_side():
    at = run(side="left", view="anterior")
    at.segmented_control(key="layer").select("deep").run()
    assert (at.query_params["side"], at.query_params["layer"]) == ("left", "deep")
    at = run("pages/learn/rolling.py", side="left")
    at.segmented_control(key="roller_side").select("front").run()
    assert (at.query_params["side"], at.query_params["from"]) == ("left", "front")


def test_the_models_and_their_limits_have_no_picture_to_turn():
    assert "side_switch" not in {c.key for c in run("pages/learn/lab.py", part="limits").segmented_control}


def test_an_old_link_of_the_roller_is_no_side_of_the_body():
    at = run("pages/learn/rolling.py", view="axial_mid_thigh", side="back")
    assert at.segmented_control(key="roller_side").value == "back"
    assert at.segmented_control(key="side_switch").value == "right"
    at.segmented_control(key="side_switch").select("left").run()
    assert (at.query_params["from"], at.query_params["side"]) == ("back", "left")
