"""The words of the chains: one name for one thing, whole sentences, a story that is told and not sold."""

import re

import pytest

from data.catalog import catalog
from data.model import Confidence, Verification
from tests.every import every

C = catalog()
CHAINS = C.chains
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


def mechanism_and_note_are_sentences_that_a_reader_finishes_with_a_stop(edge):
    for text in filter(None, (edge.mechanism, edge.note)):
        assert text[0].isupper()
        assert len(text.split()) >= 5
        assert not text.endswith(".")  # the quiz sets it


def test_leverage_says_in_plain_words_what_was_measured_and_shows_tfl():
    chain = CHAINS["anterior_tilt"]
    note = chain.edge("pelvis_forward>leverage").note
    assert "but not TFL" in note
    assert "for TFL models speak" in note
    step = next(s for s in chain.steps if s.id == "leverage")
    assert (step.layer, step.lit) == ("surface", "tensor_fasciae_latae")


SEEN = {Verification.FULL, Verification.FINDING}
"""How far a study must have been checked before it may carry anything: what it found was read by somebody."""
NUMBERED = re.compile(r"\b[a-z]+(?:_[a-z]+)*\d{4}[a-z]*\b")
"""How most references are called; such a word belongs where it becomes a link."""


def unseen(ids, references=C.references):
    """The studies of which nobody has seen what they found."""
    return [i for i in ids if references[i].verification not in SEEN]


def overrated(edge):
    """Whether a link claims more than its studies can carry: with none for it, it is low or refuted."""
    return not edge.supporting and edge.confidence not in (Confidence.LOW, Confidence.REFUTED)


def one_course(text):
    """Whether the recovery of separate groups of runners is told as if it were one course (44 % and later 92 %)."""
    return bool(re.search(r"44\s?%", text)) and ("separate" not in text or "92" in text)


def bare_ids(text):
    """The ids that a reader would see as they are, where no link is made of them."""
    return [word for word in NUMBERED.findall(text) if word in C.references]


def the_finding_of_every_study_was_seen(edge):
    assert not unseen([*edge.supporting, *edge.contradicting])


def no_study_stands_on_both_sides(edge):
    assert not set(edge.supporting) & set(edge.contradicting)


def without_a_study_for_it_a_link_is_low(edge):
    assert not overrated(edge)


def is_linked_and_not_caused(edge):
    for text in filter(None, (edge.mechanism, edge.note)):
        assert not re.search(r"\bcaus(e|es|ed|ing)\b", text)
        assert not bare_ids(text)


OF_A_LINK = (
    mechanism_and_note_are_sentences_that_a_reader_finishes_with_a_stop, the_finding_of_every_study_was_seen,
    no_study_stands_on_both_sides, without_a_study_for_it_a_link_is_low, is_linked_and_not_caused,
)  # fmt: skip


@pytest.mark.parametrize("edge", EDGES)
def test_a_link_is_told_as_it_was_found(edge):
    every(OF_A_LINK, edge)


@pytest.mark.parametrize("chain", CHAINS.values(), ids=lambda c: c.id)
class TestEvidenceOfAChain:
    def test_what_a_way_out_rests_on_was_seen(self, chain):
        for breaker in chain.breakers:
            assert not unseen(breaker.references), breaker.breaks

    def test_separate_groups_are_not_one_course_of_recovery(self, chain):
        for text in told(chain):
            assert not one_course(text), text

    def test_ids_stand_only_where_they_become_links(self, chain):
        linked = {*chain.not_supported, *chain.counterpoints}
        for text in told(chain):
            assert text in linked or not bare_ids(text), text

    def test_nothing_is_argued_with_a_study_that_nobody_saw(self, chain):
        for text in (*chain.not_supported, *chain.counterpoints):
            words = re.findall(r"\b\w+\b", text)
            assert not unseen([w for w in words if w in C.references]), text


@pytest.mark.parametrize(
    ("chain", "edge"), [("weak_glute_med", "gmed_low>tfl_extra"), ("overactive_tfl", "gmed_weak_entry>tfl_overactive")]
)
def test_a_busier_tfl_is_told_with_the_pooled_study_that_found_none(chain, edge):
    found = CHAINS[chain].edge(edge)
    assert "besomi2020tfl" in found.contradicting
    assert "ten studies" in found.note  # of the 17 pooled, seven looked at its size only
    assert found.confidence is Confidence.LOW


def test_more_running_is_not_said_to_be_worse_when_it_is_faster():
    chain = CHAINS["weak_glute_med"]
    assert "downhill" in chain.node("load_spike").description
    assert "faster" not in chain.node("load_spike").description
    assert "orchard1996" in chain.edge("load_spike>knee_press").supporting


def test_these_checks_find_what_they_look_for():
    edge = CHAINS["weak_glute_med"].edges[0]
    some = next(iter(C.references.values()))
    planted = {"planted": some.model_copy(update={"verification": Verification.CITATION})}
    assert unseen(["planted"], planted) == ["planted"]
    assert overrated(edge.model_copy(update={"supporting": (), "confidence": Confidence.MODERATE}))
    assert one_course("44 % were back by eight weeks and 92 % by six months")
    assert one_course("44 % of 24 runners were back")
    assert bare_ids("as orchard1996 argues") == ["orchard1996"]


LAY_ONLY = re.compile(
    r"\b[Nn]obody has tested|\b[Nn]o (?:\w+ )?(?:study|trial) (?:has|was)\b|\b(?:has|have) not been tested\b"
    r"|\bcadence\b|\bgluteal length\b|\bform drills\b|\bwe (?:have not seen|saw)\b"
)
"""More than we can know (that no study exists), words of the trade, and notes of an author."""


def left_over(text):
    """Words that claim more than we looked for, or that only the trade or the author understands."""
    return LAY_ONLY.findall(text)


@pytest.mark.parametrize("chain", CHAINS.values(), ids=lambda c: c.id)
def test_what_was_not_found_is_not_said_not_to_exist(chain):
    for text in told(chain):
        assert not left_over(text), text


@pytest.mark.parametrize("exercise", C.exercises.values(), ids=lambda e: e.id)
def test_an_exercise_claims_no_more_than_was_looked_for(exercise):
    said = [exercise.name, exercise.how, exercise.use, exercise.caveat, *(m.no_spread or "" for m in exercise.measured)]
    for text in said:
        assert not left_over(text), text


@pytest.mark.parametrize("chain", CHAINS.values(), ids=lambda c: c.id)
def test_contact_near_thirty_degrees_is_not_a_tighter_band_that_presses_harder(chain):
    press = [e for e in chain.edges if e.source.startswith("itb_tension") and e.target.startswith("knee_press")]
    assert len(press) == 1
    assert press[0].confidence is Confidence.LOW_MODERATE
    assert "a tighter band presses harder was not measured" in press[0].note
    for step in chain.steps:
        if press[0].id in step.edges and step.id != "story":
            assert "a tighter band presses harder was not measured" in step.text


def test_the_left_over_words_are_found():
    planted = (
        "No study has tested this part", "Nobody has tested it", "no randomised trial has looked",
        "it has not been tested", "a quicker cadence", "short of gluteal length",
        "whose figure we have not seen", "the copy that we saw",
    )  # fmt: skip
    assert [bool(left_over(text)) for text in planted] == [True] * len(planted)
    assert not left_over("No study that we found tested this part")
