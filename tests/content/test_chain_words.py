"""The words of the chains: one name for one thing, whole sentences, a story that is told and not sold."""

import re

import pytest

from data.catalog import catalog

CHAINS = catalog().chains
EDGES = [pytest.param(e, id=f"{c.id}-{e.id}") for c in CHAINS.values() for e in c.edges]
SAME = {
    "Weak gluteus medius": {"gmed_low", "gmed_weak_entry"},
    "Band pulled tighter": {"itb_tension", "itb_tension2", "itb_tension3"},
    "Fat squeezed at the knee": {"knee_press", "knee_press2", "knee_press3"},
    "Thigh turns in": {"ir_drift", "femur_in"},
}
"""States that more than one chain has, and what each of them is called everywhere."""


def told(chain):
    """Everything that a reader is told about the links of a chain."""
    yield from (chain.title, chain.plain, *chain.not_supported, *chain.counterpoints)
    for edge in chain.edges:
        yield from filter(None, (edge.mechanism, edge.note))
    for step in chain.steps:
        yield from (step.title, step.text)
    for breaker in chain.breakers:
        yield from (breaker.action, breaker.evidence, *breaker.progression)


def test_one_thing_has_one_name_in_all_chains():
    named = {}
    for chain in CHAINS.values():
        for node in chain.nodes:
            named.setdefault(node.label, set()).add(node.id)
    assert {label: ids for label, ids in named.items() if len(ids) > 1} == SAME


@pytest.mark.parametrize("chain", CHAINS.values(), ids=lambda c: c.id)
class TestWords:
    def test_the_picture_and_the_text_name_a_state_alike(self, chain):
        for node in chain.nodes:
            assert node.short in (None, node.label)

    def test_the_title_says_that_it_is_a_story(self, chain):
        assert "story" in chain.title
        assert "→" not in chain.title
        assert "vicious" not in chain.title

    def test_no_notes_of_an_author_are_shown(self, chain):
        for text in told(chain):
            assert not re.search(r"\b[Cc]hain \d|\b[Ll]oop\b|\bstrap\b|%MVIC|\bRCT\b|\bx \d", text), text
            assert not set(re.findall(r"\b[A-Z]{3,}\b", text)) - {"TFL"}, text


@pytest.mark.parametrize("edge", EDGES)
def test_mechanism_and_note_are_sentences_that_a_reader_finishes_with_a_stop(edge):
    for text in filter(None, (edge.mechanism, edge.note)):
        assert text[0].isupper()
        assert len(text.split()) >= 5
        assert not text.endswith(".")  # the quiz sets it


def test_leverage_says_in_plain_words_what_was_measured_and_shows_tfl():
    chain = CHAINS["anterior_tilt"]
    note = chain.edge("pelvis_forward>leverage").note
    assert "but not TFL" in note
    assert "only our model" in note
    step = next(s for s in chain.steps if s.id == "leverage")
    assert (step.layer, step.lit) == ("surface", "tensor_fasciae_latae")
