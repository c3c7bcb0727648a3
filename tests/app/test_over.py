"""The switch for nerves, vessels and the joint: it is in the link, over every layer, and not in a section."""

import pytest

from components.drawing.place import laid_only
from components.shared.laid import LABEL, NAMES, about
from components.shared.url import State
from data.catalog import catalog
from data.outlines import over
from tests.app.opened import run, words


def test_the_switch_offers_what_is_drawn():
    at = run(view="posterior", layer="deep")
    assert list(at.segmented_control(key="also").options) == [NAMES[kind] for kind in over.offered()]
    assert at.segmented_control(key="also").label == LABEL
    assert "also" not in {control.key for control in run(view="axial_hip").segmented_control}


@pytest.mark.parametrize("kind", over.offered())
def test_the_link_is_the_state(kind):
    at = run(view="posterior", layer="deep", structure="piriformis", compare="gluteus_medius")
    at.segmented_control(key="also").select(kind).run()
    assert at.query_params["also"] == kind
    assert (at.query_params["structure"], at.query_params["compare"]) == ("piriformis", "gluteus_medius")
    assert "Dashed" in words(at)
    at.segmented_control(key="layer").select("surface").run()
    at.toggle(key="presenter").set_value(True).run()
    assert (at.query_params["also"], at.query_params["layer"]) == (kind, "surface")
    at.segmented_control(key="also").unselect(kind).run()
    assert "also" not in at.query_params
    assert not at.exception


def test_a_kind_that_there_is_not_is_a_quiet_note():
    text = words(run(also="nerves,<script>"))
    assert "it was ignored" in text
    assert "<script>" not in text


@pytest.mark.parametrize("structure", [i for i in sorted(over.drawn()) if laid_only(i)])
def test_a_short_link_to_what_is_only_laid_over_shows_it(structure):
    at = run(structure=structure)
    kind = over.kind_of(structure)
    assert kind in at.segmented_control(key="also").value
    assert catalog().name(structure) in words(at)
    assert about(State(also=(kind,)))
