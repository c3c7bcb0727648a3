import pytest
from hypothesis import given
from hypothesis import strategies as st

from components.diagram.component import read_pick
from components.drawing.place import reveal
from components.shared import url
from components.shared.palette import MODES
from components.shared.url import State
from data.catalog import catalog
from data.outlines import over

IDS = [*catalog().structures, *catalog().bones]
CHAINS = list(catalog().chains)
states = st.builds(
    State,
    structure=st.none() | st.sampled_from(IDS),
    view=st.sampled_from(list(url.VIEWS)),
    layer=st.sampled_from(list(url.LAYERS)),
    colour=st.sampled_from(MODES),
    chain=st.sampled_from(CHAINS),
    hidden=st.lists(st.sampled_from(IDS), unique=True, max_size=4).map(tuple),
    compare=st.none() | st.sampled_from(IDS),
    also=st.lists(st.sampled_from(over.KINDS), unique=True).map(
        lambda kinds: tuple(k for k in over.KINDS if k in kinds)
    ),
    presenter=st.booleans(),
)
GROUPS = list(catalog().groups)
lit = st.builds(State.but, states, structure=st.none(), group=st.sampled_from(GROUPS))


@given(states | lit)
def test_a_link_restores_the_state(state):
    found, notes = url.read(url.write(state), IDS, CHAINS, groups=GROUPS)
    assert notes == []
    assert found == (state if state.colour == "chain" else state.but(chain=found.chain))


KEYS = ["structure", "view", "layer", "colour", "chain", "hide", "compare", "also", "group", "presenter", "x"]
NOTES = set(url.read(dict.fromkeys(KEYS, "?"), IDS, CHAINS)[1])
"""Every note that there is: one that repeated a value would be another."""


@given(st.dictionaries(st.sampled_from(KEYS), st.text()))
def test_any_parameters_give_a_state_and_no_note_repeats_them(params):
    found, notes = url.read(params, IDS, CHAINS)
    assert found.view in url.VIEWS
    assert found.layer in url.LAYERS
    assert found.structure is None or found.structure in IDS
    assert set(notes) <= NOTES


def test_nothing_said_is_the_telling_start():
    assert url.read({}, IDS, CHAINS) == (State(structure="iliotibial_band", view="lateral", layer="surface"), [])


def test_a_bad_value_falls_back_with_a_note():
    found, notes = url.read({"structure": "appendix", "view": "above"}, IDS, CHAINS)
    assert (found.structure, found.view) == ("iliotibial_band", "lateral")
    assert len(notes) == 2


def test_a_group_is_lit_until_something_is_selected_or_cleared():
    found, notes = url.read({"group": "hamstrings"}, IDS, CHAINS, groups=GROUPS)
    assert (found.group, found.structure, notes) == ("hamstrings", None, [])
    assert found.but(view="anterior").group == "hamstrings"
    assert found.but(structure="sartorius").group is None
    assert found.but(structure=None).group is None
    both = {"group": "hamstrings", "structure": "sartorius"}
    assert url.read(both, IDS, CHAINS, groups=GROUPS)[0] == State(structure="sartorius")


def test_a_group_that_is_not_there_is_told_and_the_usual_start_shown():
    found, notes = url.read({"group": "<b>"}, IDS, CHAINS, groups=GROUPS)
    assert found == State()
    assert notes == ["The link names a group that HipChain does not have; the usual one is shown instead."]


def test_a_cleared_selection_stays_cleared():
    assert url.read(url.write(State(structure=None)), IDS, CHAINS)[0].structure is None


def test_a_pick_keeps_only_known_ids():
    pick = read_pick({"id": "sartorius", "stack": ["sartorius", "<script>", 4, "femur"]}, IDS)
    assert pick is not None
    assert (pick.id, pick.stack) == ("sartorius", ("sartorius", "femur"))


@pytest.mark.parametrize("on", [None, "<script>", 4, ["femur"]])
def test_what_a_pick_lies_on_is_known_or_left_out(on):
    pick = read_pick({"id": "sartorius", "stack": [], "on": on}, IDS)
    assert pick is not None
    assert pick.on is None
    pick = read_pick({"id": "sartorius", "stack": [], "on": "femur"}, IDS)
    assert pick is not None
    assert pick.on == "femur"


def test_a_tap_beside_everything_clears():
    pick = read_pick({"id": None, "stack": []}, IDS)
    assert pick is not None
    assert pick.id is None


@pytest.mark.parametrize("y", [True, "7", None, float("nan"), float("inf"), 10**400, -1e9, [1]])
def test_a_height_that_no_drawing_has_is_none(y):
    assert read_pick({"id": "sartorius", "stack": [], "y": y}, IDS).y is None
    assert read_pick({"id": "sartorius", "stack": [], "y": -95}, IDS).y == -95.0


@given(st.none() | st.text() | st.integers() | st.dictionaries(st.text(), st.text()) | st.lists(st.text()))
def test_whatever_the_browser_sends_is_survived(value):
    pick = read_pick(value, IDS)
    assert pick is None or pick.id is None or pick.id in IDS


def test_choosing_by_name_turns_to_where_it_can_be_seen():
    turned = reveal(State(structure="gluteus_minimus", view="lateral", layer="surface"))
    assert turned.view == "lateral"
    assert turned.layer in ("deep", "deepest")
    turned = reveal(State(structure="quadratus_femoris", view="anterior", layer="surface"))
    assert turned != State(structure="quadratus_femoris", view="anterior", layer="surface")


def test_choosing_a_hidden_structure_brings_it_back():
    assert reveal(State(structure="sartorius", view="anterior", hidden=("sartorius", "gracilis"))).hidden == (
        "gracilis",
    )


def test_what_is_in_sight_moves_nothing():
    state = State(structure="iliotibial_band")
    assert reveal(state) == state
