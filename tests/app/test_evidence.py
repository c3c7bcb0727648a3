"""The Evidence page by AppTest: every part, deep links, filters, and what may never be shown unmarked."""

from functools import partial

import pytest

from components.evidence import text as evidence_text
from components.evidence.state import PARTS, choice, chosen, claims_table
from data.catalog import catalog
from tests.app import opened
from tests.app.opened import words

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


@pytest.mark.parametrize("claim", C.claims.values(), ids=lambda c: c.id)
def test_a_claim_shows_reason_voices_and_marked_sources(claim):
    shown = evidence_text.claim(claim, C)
    assert claim.id in shown
    assert shown.count("<dt>Reason") == 1
    assert "No study found" in shown or claim.references
    for reference in claim.references:
        assert f"reference={reference}" in shown
        if C.references[reference].verification == "none":
            assert "not verified" in shown
