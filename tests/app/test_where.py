"""Where does it hurt?, run by AppTest: a place, its stop signs first, one condition, and the address."""

from functools import partial

import pytest

from components.card.pain_place import FIRST
from components.card.stories import LEARNING
from data.catalog import catalog
from tests.app import opened
from tests.app.opened import words

C = catalog()
run = partial(opened.run, "pages/practise/where.py")


def test_nothing_chosen_offers_the_fourteen_places():
    at = run()
    offered = [o for view in ("anterior", "lateral", "posterior") for o in at.pills(key=f"where_{view}").options]
    assert sorted(offered) == sorted(p.name for p in C.pain_places.values())
    assert FIRST not in words(at)
    assert LEARNING in words(at)


@pytest.mark.parametrize("place", C.pain_places)
def test_a_place_shows_its_stop_signs_before_any_story(place):
    text = words(run(place=place))
    assert text.index(FIRST) < text.index("Stories of pain that is felt here")
    for listed in C.pain_places[place].conditions:
        assert C.conditions[listed.condition].short_name in text


def test_choosing_a_place_and_a_story_writes_the_address():
    at = run()
    at.pills(key="where_lateral").select("knee_outer").run()
    assert not at.exception
    assert at.query_params["place"] == "knee_outer"
    at.pills(key="where_story").select("iliotibial_band_syndrome").run()
    assert not at.exception
    assert at.query_params["condition"] == "iliotibial_band_syndrome"
    assert "<h2>Iliotibial band syndrome</h2>" in words(at)


def test_another_view_keeps_the_place():
    at = run(place="knee_outer")
    at.segmented_control(key="where_view").select("posterior").run()
    assert not at.exception
    assert (at.query_params["place"], at.query_params["view"]) == ("knee_outer", "posterior")


@pytest.mark.parametrize("condition", C.conditions)
def test_a_deep_link_opens_a_condition_with_its_danger_first(condition):
    text = words(run(condition=condition))
    assert text.index("See someone first with one of these") < text.index("The typical story")
    assert "not a finding about you" in text


def test_a_bad_link_says_so_and_repeats_nothing():
    text = words(run(place="<script>alert(1)</script>"))
    assert "alert(1)" not in text
    assert "The link names a place that HipChain does not have" in text


def test_tissue_claim_and_chain_lead_there():
    assert "./where?condition=iliotibial_band_syndrome" in words(opened.run(structure="iliotibial_band"))
    assert "./where?condition=hip_osteoarthritis" in words(opened.run(structure="femur"))
    assert "./where?condition=deep_gluteal_syndrome" in words(opened.run("pages/learn/evidence.py", claim="C088"))
    assert "./where?condition=fai_labral" in words(opened.run("pages/learn/chains.py", chain="anterior_tilt"))
