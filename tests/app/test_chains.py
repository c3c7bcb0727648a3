"""The Chains page by AppTest: every step and link by its address, bad addresses, buttons, honest words."""

import re
from functools import partial

import pytest

from components.chains import text as chain_text
from components.chains.overlay import about, items, place
from components.chains.state import Place, read, write
from components.diagram.component import Pick, read_pick
from data.catalog import catalog
from data.outlines.pose import Pose
from tests.app import opened
from tests.app.opened import words

C = catalog()
STEPS = [(c, s) for c in C.chains.values() for s in c.steps]
EDGES = [(c, e) for c in C.chains.values() for e in c.edges]
run = partial(opened.run, "pages/learn/chains.py")


def test_the_start_tells_the_first_story_with_its_doubts_in_sight():
    text = words(run())
    assert "The story in one picture" in text
    assert "Not supported" in text
    assert "What else was found" in text
    assert "22 of 24" in text  # where it can be cut, and what that rests on


@pytest.mark.parametrize("chain", C.chains.values(), ids=lambda c: c.id)
def test_a_reader_sees_words_for_a_claim_and_not_its_number(chain):
    shown = chain_text.wrong(chain, C)
    assert "claim=C" in shown
    assert not re.search(r">[^<]*\bC\d{3}\b", shown)


@pytest.mark.parametrize(("chain", "step"), STEPS, ids=lambda x: x.id)
def test_an_address_restores_a_step(chain, step):
    text = words(run(chain=chain.id, step=step.id))
    assert step.title in text
    found, notes = read({"chain": chain.id, "step": step.id}, C)
    assert (found.chain, found.step, notes) == (chain, step, [])


@pytest.mark.parametrize(("chain", "edge"), EDGES, ids=lambda x: x.id)
def test_every_link_has_an_address_and_shows_both_sides(chain, edge):
    found, notes = read({"chain": chain.id, "edge": edge.id}, C)
    assert notes == []
    assert found.shown == edge.id
    assert edge.id in found.step.edges
    assert read(write(found), C) == (found, [])
    text = chain_text.edge(chain, edge, C)
    for reference in (*edge.supporting, *edge.contradicting):
        assert C.references[reference].finding[:20].split("&")[0].split("'")[0] in text
    assert "Studies for it" in text
    assert "Studies against it" in text
    assert (f"({len(edge.contradicting)})" in text) == bool(edge.contradicting) or "none found" in text


def test_a_link_in_the_list_is_there_for_every_arrow():
    for chain in C.chains.values():
        assert chain_text.links(chain).count("<li>") == len(chain.edges)


@pytest.mark.parametrize("bad", ["<script>", "nothing", "weak_glute_med>", "../../etc", "x" * 5000])
@pytest.mark.parametrize("key", ["chain", "step", "edge"])
def test_a_bad_address_falls_back_with_a_quiet_note(key, bad):
    _, notes = read({key: bad}, C)
    assert len(notes) == 1
    assert bad not in notes[0]
    text = words(run(**{key: bad}))
    assert "The link names" in text
    assert "<script>" not in text


def test_next_and_back_walk_the_story():
    at = run()
    at.button(key="chain_next").click().run()
    assert C.chains["weak_glute_med"].steps[1].title in words(at)
    at.button(key="chain_back").click().run()
    assert C.chains["weak_glute_med"].steps[0].title in words(at)
    assert at.button(key="chain_back").disabled


def test_another_chain_starts_at_its_first_step():
    at = run(step="press")
    at.segmented_control(key="chain_choice").set_value("anterior_tilt").run()
    assert "coach's model" in words(at).replace("&#x27;", "'")


def test_the_reverse_arrow_the_branch_and_the_look_alike_are_there():
    ids = {e.id for _, e in EDGES}
    assert {"gmed_inhibit>gmed_low", "pelvic_drop>gtps_branch", "lookalike>front_hip_ache"} <= ids


def test_a_tap_on_an_arrow_is_read_and_a_made_up_one_is_not():
    edges = ["a>b"]
    assert read_pick({"id": None, "stack": [], "edge": "a>b"}, [], edges) == Pick(None, (), None, "a>b")
    assert read_pick({"id": None, "stack": [], "edge": "b>a"}, [], edges) is None
    assert read_pick({"id": None, "stack": [], "edge": 7}, [], edges) is None


def test_the_drop_step_shows_a_dropped_pelvis_and_arrows_follow_the_pose():
    chain = C.chains["weak_glute_med"]
    steps = {s.id: s for s in chain.steps}
    assert steps["drop"].pose == Pose(drop=8)
    trochanter, fat = chain.node("gtps_branch"), chain.node("knee_press")
    assert place(trochanter, "anterior", Pose(drop=8)) == place(trochanter, "anterior", Pose())  # on the thigh
    assert place(fat, "lateral", Pose()) == place(fat, "lateral", Pose(tilt=20))
    with pytest.raises(KeyError):
        place(chain.node("load_spike"), "posterior", Pose())
    assert "supported" in about(chain, steps["stretch"])
    assert [i["on"] for i in items(chain, steps["press"], steps["press"].edges[1]) if i["kind"] == "arrow"] == [
        False,
        True,
    ]


@pytest.mark.parametrize("structure", [s for s in C.structures.values() if s.chains], ids=lambda s: s.id)
def test_a_card_leads_to_its_place_in_a_chain(structure):
    from components.card.text import roles

    for chain in C.chains.values():
        for step in chain.steps_about(structure.id)[:1]:
            assert f"./chains?chain={chain.id}&amp;step={step.id}" in roles(structure, C)


def test_places_count_from_the_start_and_wrap():
    chain = C.chains["overactive_tfl"]
    start = Place(chain, chain.steps[0])
    assert start.at(1).number == 1
    assert start.at(len(chain.steps)).number == 0


def test_the_presenters_view_stays_while_the_story_moves_on():
    at = run(presenter="1")
    at.button(key="chain_next").click().run()
    assert at.query_params["presenter"] in ("1", ["1"])
    assert at.query_params["step"] in ("drop", ["drop"])
