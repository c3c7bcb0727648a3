"""The self-check's place by AppTest: tapped on the figure or chosen from the list; what is read after the result."""

import pytest
import streamlit as st

from components.diagram.component import Pick
from components.self_check.stories import TITLE
from data.about import Age, Place
from data.self_check import SKIP
from data.stop_flag import fitting
from tests.app.opened import words
from tests.app.test_self_check import GROUPS, TESTS, WHERE, C, asked, keep, press, run, whom


@pytest.mark.parametrize(
    ("view", "hit", "y", "place"),
    [
        ("lateral", "iliotibial_band", -400, "knee_outer"),
        ("lateral", "iliotibial_band", -150, "thigh_outer"),
        ("posterior", "piriformis", 10, "buttock_deep"),
        ("anterior", "patella", -400, "knee_front"),
    ],
)
def test_a_tap_on_the_figure_chooses_the_place_as_the_list_does(monkeypatch, view, hit, y, place):
    drawn = []

    def tapped(state, _known, on_pick, **others):
        drawn.append((state.view, others["extra"]))
        st.button("Tap", key="tap", on_click=on_pick, args=(Pick(hit, (), y),))

    monkeypatch.setattr("components.self_check.gate.diagram", tapped)
    at = run()
    assert drawn[-1] == ("anterior", [])
    at.segmented_control(key="gate_view").select(view).run()
    press(at, "tap")
    assert keep(at)["place"] == place
    assert at.pills(key=f"place_{WHERE[place]}").value == place
    assert drawn[-1][0] == view
    assert drawn[-1][1][1]["text"] == C.pain_places[place].name
    assert asked(at) == []
    at.pills(key="age").select("adult").run()
    assert asked(at) == [f.id for f in fitting(C.stop_flags.values(), Place(place), Age("adult"))]


def test_a_tap_beside_every_place_chooses_nothing(monkeypatch):
    def tapped(_state, _known, on_pick, **_others):
        st.button("Tap", key="tap", on_click=on_pick, args=(Pick(None, (), 0),))

    monkeypatch.setattr("components.self_check.gate.diagram", tapped)
    assert keep(press(run(), "tap"))["place"] is None


def test_the_picture_turns_to_the_place_that_the_list_chose(monkeypatch):
    drawn = []
    monkeypatch.setattr("components.self_check.gate.diagram", lambda state, *_, **__: drawn.append(state.view))
    at = run()
    at.pills(key=f"place_{WHERE['sit_bone']}").select("sit_bone").run()
    assert at.segmented_control(key="gate_view").value == drawn[-1] == "posterior"
    assert "Chosen: Sit bone." in words(at)


def test_stories_come_after_the_result_and_never_before_or_at_a_stop():
    at = run()
    assert TITLE not in words(at)
    whom(at, "knee_outer", "adult")
    assert TITLE not in words(at)
    for group in GROUPS:
        press(at, f"none_{group}")
    press(at, "begin")
    for test in TESTS:
        assert TITLE not in words(at)
        press(at, f"answer_{test.id}_{SKIP}")
    text = words(at)
    assert text.index("No clear pattern") < text.index("When to see someone") < text.index(TITLE)
    for listed in C.pain_places["knee_outer"].conditions:
        assert f"./where?place=knee_outer&amp;condition={listed.condition}" in text
    at = whom(run(), "knee_outer", "adult")
    at.segmented_control(key="flag_rf07").select("Yes").run()
    assert TITLE not in words(at)
