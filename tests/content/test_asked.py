"""Claims that no article makes but people ask about: a real question, honest advice, and cautions with guidance."""

import re

import pytest

from data.catalog import catalog
from data.claim import Claim, Finding
from data.quiz.kinds.claim import ADVICE
from data.reference import Kind
from tests.content.test_claims import raw

C = catalog()
ASKED = [c for c in C.claims.values() if not c.said_by]
"""Claims that no article makes, but people ask about."""


def no_question(claim):
    """What makes a question no question of a reader: no mark, a list of points, more words than one reads."""
    asked = claim.question or ""
    return [
        why
        for why, wrong in (
            ("no question mark at its end", not asked.endswith("?")),
            ("longer than one reads", len(asked) > 110),
            ("the claim itself, turned round", claim.text.rstrip(".").casefold() in asked.casefold()),
        )
        if wrong
    ]


def told_without_guidance(claim):
    """Whether a caution of our own rests on no public guidance: what we tell people to leave must be read elsewhere."""
    guided = any(C.references[r].kind is Kind.GUIDANCE for r in claim.references)
    return claim.topic == "rolling_caution" and not guided


@pytest.mark.parametrize("claim", ASKED, ids=lambda c: c.id)
def test_what_no_article_says_is_a_question_that_people_ask(claim):
    assert no_question(claim) == []
    assert not told_without_guidance(claim)


@pytest.mark.parametrize("claim", ASKED, ids=lambda c: c.id)
def test_advice_of_our_own_is_called_advice_and_not_a_finding(claim):
    """No article says it, so it is we who advise: the verdict must not look like a result."""
    told = ADVICE.match(claim.text)
    assert bool(told) == (claim.verdict is Finding.REASONABLE_ADVICE)


DANGER = re.compile(r"\bemergency\b|\bdoctor today\b|\burgent\b|\bthis week\b")


def danger_comes_late(reason):
    """Whether an answer names a danger, but not in its first sentence."""
    first = re.split(r"(?<=[.;]) ", reason)[0]
    return bool(DANGER.search(reason)) and not DANGER.search(first)


@pytest.mark.parametrize("claim", ASKED, ids=lambda c: c.id)
def test_danger_comes_before_everything_else(claim):
    assert not danger_comes_late(claim.reason)


def test_a_planted_late_danger_is_found():
    assert danger_comes_late("Two reviews find more range. Dark urine is an emergency.")
    assert not danger_comes_late("Dark urine is an emergency. Two reviews find more range.")


def test_a_question_is_asked_once():
    asked = [c.question.casefold() for c in C.claims.values() if c.question]
    assert len(asked) > 40
    assert len(set(asked)) == len(asked)


def test_a_planted_claim_from_nowhere_is_refused():
    with pytest.raises(ValueError, match="give the question that people ask"):
        Claim.model_validate(raw("C177", question=None))
    assert Claim.model_validate(raw("C001", question="Is the band a muscle?")).said_by


def test_a_planted_statement_and_a_planted_caution_are_found():
    told = C.claims["C177"]
    assert no_question(told.model_copy(update={"question": "Rolling in pregnancy"})) == ["no question mark at its end"]
    assert no_question(told.model_copy(update={"question": f"{told.text[:-1]}?"}))[-1].startswith("the claim itself")
    assert told_without_guidance(told.model_copy(update={"related": ("sutham2020", "mueller2021")}))
