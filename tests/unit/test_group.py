"""A group as a thing: its card, its members lit, the way there and back, in the app's words and in the first answer."""

import re
from html import escape, unescape

import pytest

from components.card.group import card
from components.card.heads import verdicts
from components.card.text import anatomy
from components.diagram.component import read_pick
from components.explore.state import lit, lit_words, read
from components.first.explore import answer
from components.shared.palette import ROLLING
from components.shared.url import State
from data.catalog import catalog
from data.group import groups_of
from data.visibility import regions

C = catalog()


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def opened(**params):
    state, notes = read(params, C)
    return answer(state, tuple(notes), C)


@pytest.mark.parametrize("id_", C.groups)
def test_a_card_names_every_member_with_its_verdict_and_counts_them(id_):
    group, text = C.groups[id_], card(C.groups[id_], C)
    assert group.plain in words(text)
    for member in C.members(id_):
        assert f"?structure={member}&amp;" in text
    counts = verdicts(C.members(id_), C)
    for verdict, number in counts.items():
        assert f"{number} of {len(C.members(id_))}: {ROLLING[verdict].word.lower()}" in words(text)
    assert sum(counts.values()) == sum(m in C.structures for m in C.members(id_))
    assert all(escape(C.references[r].citation) in text for r in group.sources)


@pytest.mark.parametrize("id_", C.groups)
def test_a_link_to_a_group_shows_most_of_it(id_):
    state, notes = read({"group": id_}, C)
    assert notes == []
    assert (state.group, state.structure) == (id_, None)
    seen = regions(state.view, state.layer)
    assert any(i in seen and seen[i].area > 100 for i in lit(state, C))


def test_the_hamstrings_are_seen_from_behind():
    assert read({"group": "hamstrings"}, C)[0].view == "posterior"
    assert read({"group": "quadriceps"}, C)[0].view == "anterior"


def test_a_side_that_the_link_names_stays():
    assert read({"group": "hamstrings", "view": "lateral", "layer": "deep"}, C)[0].view == "lateral"


def test_a_member_says_what_it_is_part_of():
    text = anatomy(C.structures["semitendinosus"], C)
    for group in ("hamstrings", "pes_anserinus_group"):
        assert f'href="./?group={group}"' in text
        assert group in {g.id for g in groups_of("semitendinosus", C)}
    assert "Part of" not in anatomy(C.structures["asis"], C)


def test_what_is_lit_is_said_and_what_is_hidden_is_not_lit():
    state, _ = read({"group": "hamstrings", "view": "posterior", "hide": "semitendinosus"}, C)
    assert "semitendinosus" not in lit(state, C)
    assert lit_words(state, C).startswith("Hamstrings, all lit: ")
    assert "Semimembranosus" in lit_words(state, C)
    assert lit(State(), C) == ()
    assert lit_words(State(), C) == ""


def test_the_first_answer_says_the_same():
    first = opened(group="hamstrings")
    assert first.title == "Hamstrings"
    assert card(C.groups["hamstrings"], C) in first.main
    assert first.address["group"] == "hamstrings"
    assert "structure" not in first.address
    shown = re.search(r'data-structure="([^"]*)"', first.main)[1].split()
    assert shown == list(C.members("hamstrings"))
    assert "all lit" in first.main
    assert 'class="hc-sel-line"' in first.main


def test_a_bad_group_is_told_and_not_repeated():
    first = opened(group="<script>alert(1)</script>")
    assert "a group that HipChain does not have" in first.main
    assert "alert(1)" not in first.main


def test_the_browser_may_send_no_group_as_a_tap():
    assert read_pick({"id": "group.hamstrings", "stack": []}, C.known) is None
