"""The client's side in the address and in words: read, written, answered first, on paper and on a card."""

import re

import pytest

from components.card import attachments
from components.explore.state import read
from components.first.pages import answered, asked
from components.handout import state as handout_state
from components.plate.attached import attached_url
from components.plate.plate import plate
from components.rolling import state as rolling_state
from components.shared.side import on_side, one_leg, read_side
from components.shared.url import State, write
from data.catalog import catalog
from data.outlines.side import LEFT, RIGHT, plain, side_of
from data.section import SIDES as FROM

C = catalog()


def test_the_address_says_the_left_side_only():
    state, notes = read({"side": "left", "view": "posterior"}, C)
    assert (state.side, state.pictured, notes) == (LEFT, "posterior-left", [])
    assert write(state)["side"] == LEFT
    assert "side" not in write(state.but(side=RIGHT))
    assert read({"side": "right"}, C)[0] == State()
    state, notes = read({"side": "<b>both</b>"}, C)
    assert state.side == RIGHT
    assert notes == ["The link names a side that a body does not have; the right one is shown."]
    assert on_side({"a": "1", "side": "left"}, RIGHT) == {"a": "1"}
    assert read_side({}) == RIGHT
    assert one_leg(LEFT) == "A left leg; your right one is its mirror."
    assert (plain("lateral-left"), side_of("lateral"), side_of("lateral-left")) == ("lateral", RIGHT, LEFT)


@pytest.mark.parametrize("place", FROM)
def test_old_links_of_the_roller_mean_what_they_meant(place):
    new, side, notes = rolling_state.read({"view": "axial_mid_thigh", "side": place}, C)
    assert (side, new.side, notes) == (place, RIGHT, [])
    assert rolling_state.read({"view": "axial_mid_thigh", "from": place, "side": "left"}, C)[:2] == (
        new.but(side=LEFT),
        place,
    )
    assert rolling_state.write(new, side)["from"] == place
    assert "side" not in rolling_state.write(new, side)


def test_a_roller_from_nowhere_is_told():
    _, side, notes = rolling_state.read({"from": "above"}, C)
    assert side == "outer"
    assert len(notes) == 1


@pytest.mark.parametrize("page", ["explore", "rolling", "chains", "lab", "where"])
def test_the_first_answer_shows_the_side_and_leads_to_the_other(page):
    params = {"view": "lateral", "structure": "sartorius"} if page == "explore" else {}
    right, left = (answered(asked(page, {**params, "side": side}, C), C) for side in (RIGHT, LEFT))
    assert "side=left" in right.main
    assert "side=right" in left.main
    assert left.address.get("side") == LEFT
    assert "side" not in right.address
    assert not re.search(r"Right (thigh|hip|mid|upper|lower|knee)", left.main)
    if page == "explore":
        assert "Left thigh, from the side" in left.main
        assert "attachments/sartorius-left.svg" in left.main


def test_a_handout_of_the_left_side_says_so_and_its_code_leads_to_it():
    choice, notes = handout_state.read({"side": "left", "structures": "gluteus_medius"}, C)
    assert (choice.side, notes) == (LEFT, [])
    assert handout_state.link(choice, "http://x").endswith("side=left")
    right, left = plate("lateral", choice.structures), plate("lateral-left", choice.structures)
    assert left.title == "Left thigh, from the side"
    assert left.frame[1::2] == right.frame[1::2]
    assert [n.rows for n in left.names] == [n.rows for n in right.names]
    assert [n.end[0] for n in left.names] == pytest.approx([-n.end[0] for n in right.names], abs=2)


def test_the_small_picture_of_a_card_shows_the_side():
    found = C.structures["sartorius"]
    assert attached_url("sartorius", LEFT) in attachments.attachments(found, C, LEFT)
    assert attached_url("sartorius") in attachments.attachments(found, C)
