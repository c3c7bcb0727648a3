"""What we changed, and why: every change agrees with the record that it is about."""

import datetime
import shutil
from itertools import pairwise

import pytest

from components.evidence import changes as text
from data.catalog import CONTENT, catalog, problems_in
from data.change import Change
from data.check import problems
from tests.every import every

C = catalog()
CHANGES = pytest.mark.parametrize("change", C.changes.values(), ids=lambda c: c.id)
JUDGED_AGAIN = (
    *(
        "C006",
        "C009",
        "C012",
        "C017",
        "C018",
        "C031",
        "C034",
        "C041",
        "C042",
        "C043",
        "C044",
        "C050",
        "C052",
        "C064",
        "C065",
    ),
    *("C069", "C080", "C081", "C082", "C086", "C100", "C101", "C116", "C131", "C134", "C150", "C151", "C158", "C162"),
    *("C163", "C165"),
)
"""Claims whose verdict changed after the first version."""


def a_change_is_one_plain_sentence_with_a_reason_and_a_day(change):
    assert change.what.endswith(".")
    assert change.what.count(". ") == 0
    assert len(change.what) < 110
    assert change.why
    assert datetime.date(2026, 1, 1) <= change.date
    assert change.references or change.record == "C087"  # where none was found, none is named


def a_change_reads_with_sign_and_word(change):
    shown = text.entry(change, C)
    assert f'datetime="{change.date}"' in shown
    assert ("→" in shown) == bool(change.new) or change.edge
    for reference in change.references:
        assert f"reference={reference}" in shown


CHECKS = (
    a_change_is_one_plain_sentence_with_a_reason_and_a_day,
    a_change_reads_with_sign_and_word,
)


@CHANGES
def test_a_change_is_told(change):
    every(CHECKS, change)


@pytest.mark.parametrize("id_", sorted({c.record for c in C.changes.values() if c.kind == "claims" and c.new}))
def test_the_newest_change_of_a_claim_is_its_verdict_now(id_):
    judged = [c for c in C.changes_of(id_) if c.new]
    assert judged[0].new == C.claims[id_].verdict
    for newer, older in pairwise(judged):
        assert newer.old == older.new


@pytest.mark.parametrize("id_", JUDGED_AGAIN)
def test_what_was_judged_again_is_told(id_):
    assert [c for c in C.changes_of(id_) if c.old and c.new]


GOOD = {
    "id": "x", "date": "2026-11-26", "kind": "claims", "record": "C041", "what": "It is mixed.", "old": "supported",
    "new": "mixed", "why": "Two studies disagree.", "references": ["pepper2021"],
}  # fmt: skip


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"new": "helps"}, "is no verdict of claims"),
        ({"new": "unclear"}, "is no verdict of claims"),
        ({"new": None}, "add new"),
        ({"new": "supported"}, "the same"),
        ({"edge": "a>b"}, "only a chain"),
        ({"kind": "stories"}, "Input should be"),
    ],
)
def test_a_planted_change_is_refused(changed, says):
    Change.model_validate(GOOD)
    with pytest.raises(ValueError, match=says):
        Change.model_validate({**GOOD, **changed})


LINK = """- id: a_link
  date: 2026-11-26
  kind: chains
  record: weak_glute_med
  edge: {}
  what: A link is weaker.
  old: moderate
  new: low
  why: A pool found nothing.
"""


@pytest.fixture
def content(tmp_path):
    shutil.copytree(CONTENT, tmp_path / "content")
    return tmp_path / "content"


def plant(content, file, old, new):
    path = content / file
    before = path.read_text(encoding="utf-8")
    assert old in before
    path.write_text(before.replace(old, new, 1), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("  record: C041", "  record: C999", "'C999' is not in claims"),
        ("    - mayer2020", "    - mayer2099", "'mayer2099' is not in references"),
        ("  record: tolerance", "  record: patience", "'patience' is not in rolling_effects"),
        ("", LINK.format("no_low>no_pain"), "'no_low>no_pain' is no link of 'weak_glute_med'"),
    ],
)
def test_a_planted_link_is_found(content, old, new, says):
    plant(content, "changes.yaml", old, new)
    assert any(says in p.message for p in problems_in(content)), problems_in(content)


def test_a_change_of_a_link_is_taken(content):
    edge = C.chains["weak_glute_med"].edges[0]
    plant(content, "changes.yaml", "", LINK.format(edge.id))
    assert problems_in(content) == []


def test_a_claim_that_rests_on_nothing_seen_stops_the_check(content):
    plant(content, "claims.yaml", "    - itt_morphometry\n", "    - itt_morphometry\n    - wilhelm2017\n")
    found = [p for p in problems_in(content) if "nothing of 'wilhelm2017' was seen" in p.message]
    assert [p.field for p in found] == ["1.supporting"]


def test_a_claim_named_in_prose_must_be_there(content):
    plant(content, "myths.yaml", "No study found looked for toxins.", "No study found looked for toxins (C099, C047).")
    found = problems(content)
    assert [p.field for p in found if "'C099'" in p.message] == ["1.found"]
    assert not [p for p in found if "'C047'" in p.message]
