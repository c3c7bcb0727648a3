"""Two structures side by side: what is offered, what is the same, what a stranger's link may not do."""

import pytest

from components.card.compare import MOST, beside, likely, table
from components.explore.badges import badges
from components.first import explore
from components.rolling import state as rolling
from components.shared.url import State, read, write
from data.catalog import catalog

C = catalog()


@pytest.mark.parametrize("id_", C.structures)
def test_what_is_offered_is_another_structure(id_):
    found = likely(id_, C)
    assert id_ not in found
    assert len(set(found)) == len(found) <= MOST
    assert set(found) <= set(C.structures)


def test_mates_of_the_group_come_first():
    assert set(likely("semitendinosus", C)[:3]) == set(C.members("hamstrings")) - {"semitendinosus"}


def test_what_both_share_is_one_cell():
    found = table(C.structures["semitendinosus"], C.structures["semimembranosus"])
    assert 'colspan="2" class="hc-same">Both: Muscle' in found
    assert C.structures["semimembranosus"].insertion[1:20] in found
    assert found.count("<th scope") == found.count("<tr>") + 2


@pytest.mark.parametrize("other", [None, "", "sartorius", "right_femur", "<script>"])
def test_nothing_is_compared_with_itself_or_with_what_is_no_structure(other):
    assert beside(C.structures["sartorius"], other, C) == ""


def test_the_link_brings_the_comparison_back():
    state = State(structure="sartorius", compare="gracilis")
    assert read(write(state), C.known, C.chains) == (state, [])
    found, notes = read({"compare": "<script>"}, C.known, C.chains)
    assert (found.compare, len(notes)) == (None, 1)


@pytest.mark.parametrize("other", ["right_femur", *list(C.context)[:1]])
@pytest.mark.parametrize(
    "reading", [explore.read, lambda params, catalog: (lambda s, _, notes: (s, notes))(*rolling.read(params, catalog))]
)
def test_a_link_compares_with_structures_alone(reading, other):
    """A bone, and what is drawn around all, has no record to stand beside another."""
    found, notes = reading({"structure": "sartorius", "compare": other}, C)
    assert found.compare is None
    assert any("structure to compare with" in note for note in notes)


def test_what_is_hidden_has_no_number():
    front = State(structure="sartorius", compare="gracilis", view="anterior")
    assert [b["text"] for b in badges(front.but(hidden=("sartorius",)), C)] == ["2"]
    assert badges(front.but(hidden=("sartorius", "gracilis")), C) == []


def test_both_are_numbered_where_they_are_seen():
    front = State(structure="sartorius", compare="gracilis", view="anterior")
    assert [b["text"] for b in badges(front, C)] == ["1", "2"]
    assert [b["text"] for b in badges(front.but(view="lateral"), C)] == ["1"]
    assert badges(front.but(compare="sartorius"), C) == []
    assert badges(front.but(compare="right_femur"), C) == []
