"""The Evidence page by AppTest: every part, deep links, filters, and what may never be shown unmarked."""

import re
from datetime import timedelta
from functools import partial

import pytest

from components.evidence import changes
from components.evidence import text as evidence_text
from components.evidence.figure import build
from components.evidence.state import ASKED, PARTS, choice, chosen, claims_table
from components.shared.palette import FINDING
from data.catalog import catalog
from data.claim import Finding, Voice
from tests.app import opened
from tests.app.opened import words
from tests.every import every

C = catalog()


run = partial(opened.run, "pages/learn/evidence.py")


@pytest.mark.parametrize("part", PARTS)
def test_every_part_opens(part):
    assert "Evidence" in words(run(part=part))


def test_a_link_opens_its_claim_conflict_or_reference():
    assert "C015" in words(run(claim="C015"))
    assert C.conflicts["X02"].question in words(run(conflict="X02"))
    assert "Pepper" in words(run(reference="pepper2021"))


@pytest.mark.parametrize("key", ["claim", "conflict", "reference", "part"])
def test_a_bad_link_says_so_and_shows_the_rest(key):
    text = words(run(**{key: "<script>x</script>"}))
    assert "that HipChain does not have" in text
    assert "<script>x" not in text


def test_choice_is_pure_and_prefers_a_record():
    assert choice({"claim": "C015", "part": "myths"}, C) == ("claims", "C015", None)
    assert choice({}, C) == ("claims", None, None)


def test_filters_narrow():
    assert len(chosen(C, "", [], [], [], [])) == len(C.claims)
    found = chosen(C, "toxins", [], ["no_evidence"], [], [])
    assert [c.id for c in found] == ["C047"]
    assert all("s002" in {s.article for s in c.said_by} for c in chosen(C, "", [], [], ["s002"], []))
    assert all("iliotibial_band" in c.structures for c in chosen(C, "", [], [], [], ["iliotibial_band"]))
    assert chosen(C, "no such words at all", [], [], [], []) == []


def test_searching_on_the_page_counts():
    at = run()
    at.text_input(key="claim_words").input("toxins").run()
    assert f"1 of {len(C.claims)} claims" in words(at)


def test_the_download_has_every_claim():
    table = claims_table(list(C.claims.values()))
    assert len(table) == len(C.claims)
    assert table["verdict"].notna().all()


def test_the_sellers_are_named():
    assert sum(bool(a.sells) for a in C.articles.values()) == 3
    assert words(run(part="conflicts")).count("(sells ") > 3


def a_claim_shows_reason_voices_and_marked_sources(claim):
    shown = evidence_text.claim(claim, C)
    assert claim.id in shown
    assert shown.count("<dt>Reason") == 1
    assert "No study found" in shown or claim.references
    order = [term for term in re.findall("<dt>(.*?)</dt>", shown) if term in ("Chain", "Pain stories", "Studies")]
    assert order == sorted(order)  # studies come after what the claim is about
    for reference in claim.references:
        assert f"reference={reference}" in shown
        if C.references[reference].verification == "none":
            assert "not verified" in shown


def test_what_changed_is_told_newest_first_and_on_the_page_of_its_claim():
    shown = words(run(part="changes"))
    assert "What we changed, and why" in run(part="changes").segmented_control[0].options
    told = [shown.index(f'id="{c.id}"') for c in changes.newest_first(C.changes.values())]
    assert told == sorted(told)
    first, second = list(C.changes.values())[:2]
    later = second.model_copy(update={"date": first.date + timedelta(days=1)})
    assert changes.newest_first([first, later]) == [later, first]
    assert "Supported" in shown
    assert "→" in shown
    assert "2026" in shown
    assert "Mixed findings. " in words(run(claim="C041"))
    assert "<dt>Changed" in words(run(claim="C041"))
    assert "<dt>Changed" not in evidence_text.claim(C.claims["C001"], C)


def test_no_two_verdicts_look_alike():
    assert set(FINDING) == set(Finding)
    for of in ("icon", "word", "light", "dark"):
        assert len({getattr(ink, of) for ink in FINDING.values()}) == len(FINDING), of
    assert len({(ink.pattern, ink.dense) for ink in FINDING.values()}) == len(FINDING)
    order = list(FINDING)
    assert order.index("weak") < order.index("not_borne_out") < order.index("refuted")


def test_the_chart_draws_every_verdict_in_its_own_pattern():
    bars = build(C.claims.values(), dark=False)["data"]
    drawn = {(b["marker"]["pattern"]["shape"], b["marker"]["pattern"]["size"]) for b in bars}
    assert len(drawn) == len(bars) == len({c.verdict for c in C.claims.values()})


@pytest.mark.parametrize("voice", Voice)
def test_every_kind_of_voice_is_told_in_words(voice):
    told = next(c for c in C.claims.values() if voice in {s.stance for s in c.said_by})
    shown = evidence_text.claim(told, C)
    assert evidence_text.SAYS[voice] in shown
    for stance in told.said_by:
        assert not stance.note or f"– {stance.note}" in shown.replace("&#x27;", "'")


def a_claim_names_its_articles_or_the_question_that_people_ask(claim):
    shown = evidence_text.claim(claim, C)
    assert ("<dt>Said by" in shown) == bool(claim.said_by)
    assert ("<dt>People ask" in shown) == bool(claim.question)
    assert claim.said_by or claim.question


def test_what_no_article_says_can_be_chosen_where_articles_are():
    found = chosen(C, "", [], [], [ASKED], [])
    assert "C177" in {c.id for c in found}
    assert not any(c.said_by for c in found)
    assert ASKED not in C.articles
    assert "None of them: people ask" in run().multiselect(key="claim_articles").options


def test_a_question_is_found_by_its_words_and_stands_in_the_download():
    assert [c.id for c in chosen(C, "varicose veins roller safe", [], [], [], [])] == ["C178"]
    table = claims_table([C.claims["C178"], C.claims["C001"]])
    assert table["people ask"].tolist() == [C.claims["C178"].question, ""]
    assert "C178" in words(run(claim="C178"))


def a_verdict_rests_only_on_studies_for_or_against(claim):
    told = evidence_text.weight(claim, C)
    grounds = (*claim.supporting, *claim.contradicting)
    assert told.startswith("Rests on") == bool(grounds)
    if len(grounds) > 1:
        assert told.startswith(f"Rests on {len(grounds)} sources")
    assert ("on it" in told) == bool(claim.related)


CHECKS = (
    a_claim_names_its_articles_or_the_question_that_people_ask,
    a_claim_shows_reason_voices_and_marked_sources,
    a_verdict_rests_only_on_studies_for_or_against,
)


@pytest.mark.parametrize("claim", C.claims.values(), ids=lambda c: c.id)
def test_a_claim_is_shown_with_what_it_rests_on(claim):
    every(CHECKS, claim)
