"""Two structures side by side: what is offered, what is the same, what a stranger's link may not do."""

import pytest

from components.card.compare import MOST, beside, likely, table
from components.explore.badges import badges
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


def test_both_are_numbered_where_they_are_seen():
    front = State(structure="sartorius", compare="gracilis", view="anterior")
    assert [b["text"] for b in badges(front, C)] == ["1", "2"]
    assert [b["text"] for b in badges(front.but(view="lateral"), C)] == ["1"]
    assert badges(front.but(compare="sartorius"), C) == []
    assert badges(front.but(compare="right_femur"), C) == []
