"""Reasons in the quiz: rollers, links and claims, each with one plainly right answer."""

import pytest

from data.outlines import load_view
from data.quiz.asking import ask
from data.quiz.question import Options
from data.section import first_under
from tests.unit.asked import ONCE, C, every_choice


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith("reason:roller.")])
def test_a_roller_question_does_not_hang_on_a_centimetre(id_):
    _, view, side = id_.split(".")
    here = {first_under(load_view(view), side, mm) for mm in (-10, -5, 0, 5, 10)}
    assert here == {ask(id_, Options(), C, 1).answers[0]}
    beside = {first_under(load_view(view), side, mm) for mm in (-25, -20, -15, 15, 20, 25)}
    for question, i, _ in every_choice(id_):
        assert question.right(i) or i not in beside


def test_no_roller_is_asked_about_at_the_knee():
    """What lies first there changes within a centimetre, and vessels and nerves are not among the answers."""
    assert not [q for q in ONCE if q.startswith("reason:roller.axial_knee")]


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith(("reason:claim.", "reason:need."))])
def test_a_wrong_verdict_is_plainly_wrong(id_):
    claim = C.claims[id_.split(".")[1]]
    wrong = {i for question, i, _ in every_choice(id_) if not question.right(i)}
    close = {
        "supported": {"partly_supported", "plausible", "mixed", "weak"},
        "weak": {"mixed", "no_evidence", "refuted", "plausible", "partly_supported"},
        "mixed": {"weak", "partly_supported", "plausible"},
        "partly_supported": {"supported", "mixed", "weak", "plausible"},
        "plausible": {"partly_supported", "weak", "no_evidence", "mixed"},
        "no_evidence": {"weak", "plausible", "mixed", "partly_supported"},
        "not_borne_out": {"weak", "no_evidence", "refuted", "mixed"},
        "refuted": {"weak", "no_evidence", "not_borne_out"},
        "reasonable_advice": {"supported", "partly_supported", "plausible", "weak", "no_evidence"},
    }[str(claim.verdict)]
    assert not wrong & close
    if claim.contradicting and claim.verdict != "supported":
        assert "refuted" not in wrong
    if id_.startswith("reason:need.") and claim.verdict == "no_evidence":
        assert claim.no_study_found


def test_advice_is_called_advice_and_is_no_wrong_answer_for_advice():
    assert "this advice" in ask("reason:claim.C085", Options(), C, 1).prompt
    assert "this claim" in ask("reason:claim.C113", Options(), C, 1).prompt
    for q in (q for q in ONCE if q.startswith("reason:claim.")):
        question = ask(q, Options(), C, 1)
        if "this advice" in question.prompt and C.claims[q.split(".")[1]].verdict != "reasonable_advice":
            assert "reasonable_advice" not in {i for _, i, _ in every_choice(q)}


def test_every_chain_is_asked_for_its_weakest_link_which_is_weaker_than_all_others():
    for chain in C.chains.values():
        question = ask(f"reason:link.{chain.id}", Options(), C, 1)
        right = chain.edge(question.answers[0]).confidence
        others = {chain.edge(id_).confidence for id_, _ in question.choices if id_ != question.answers[0]}
        assert right in ("low", "refuted")
        assert len(question.choices) == 4
        assert not others & {"low", "refuted"}


@pytest.mark.parametrize("id_", [q for q in ONCE if q.startswith("reason:link.")])
def test_a_link_does_not_say_that_it_is_only_a_claim(id_):
    for question, _, words in every_choice(id_):
        assert "(" not in words
        assert not any(".." in m for m in question.misses.values())
