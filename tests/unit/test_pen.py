"""What the browser is told of the presenter's pen."""

import pytest

from components.diagram import pen
from components.shared.menu import CREDIT_LICENSED
from components.shared.url import State
from data.outlines.pose import Pose

INK = "1.d0iD_E_O4DvC4DwC.m2yCvC3SgFnB"


@pytest.mark.parametrize("text", [INK, "1.d0EABAB"])
def test_strokes_as_the_pen_packs_them_go_along(text):
    assert pen.wanted(State(), ink=text)["ink"] == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "1",
        "1.",
        "2.d0AB",
        "1.d7AB",
        "1.x0AB",
        "1.d0",
        "1.d0A<B",
        "1.d0AB ",
        "1.d0AB\n",
        "1.d0é",
        None,
        7,
        "1.d0" + "A" * 2000,
    ],
)
def test_whatever_else_is_asked_for_is_not_shown(text):
    assert not pen.is_ink(text)
    assert pen.wanted(State(), ink=text)["ink"] == ""


def test_strokes_belong_to_one_view_layer_and_pose():
    state = State(view="anterior", layer="deep")
    here = pen.wanted(state)["of"]
    same = [state.but(structure="sartorius"), state.but(colour="rolling"), state.but(hidden=("sartorius",))]
    same += [state.but(also=("nerves",)), state.but(presenter=True)]
    assert {pen.wanted(other)["of"] for other in same} == {here}
    assert pen.wanted(state, Pose())["of"] == here
    others = [state.but(view="posterior"), state.but(layer="bones")]
    assert here not in {pen.wanted(other)["of"] for other in others} | {pen.wanted(state, Pose(tilt=10))["of"]}


def test_a_picture_that_is_carried_away_says_whose_it_is():
    assert pen.wanted(State())["credit"] == CREDIT_LICENSED
