"""A caveat of a source stands wherever its result stands, and results are told in words that readers know."""

import re

import pytest

from data.catalog import catalog
from data.claim import Finding
from tests.content.test_claims import CLAIMS, SAID
from tests.every import every

C = catalog()
SAYINGS = pytest.mark.parametrize("id_", SAID)
WITH_ITS_CAVEAT = (
    ("rswt_sham", r"shockwave", r"implausibl", "its effect is too large to be taken as it stands"),
    ("warneke2024", r"warm-?ups?\b", r"counted as one|counts .* as one", "it pools stretching and rolling"),
    ("klauser2022", r"no stiffer", r"partly of the same", "probably partly the runners of the other study"),
    ("konrad2022", r"\b[Ww]eeks\b", r"disagree|did not", "another review of weeks of rolling finds a conflict"),
    (
        "besomi2020tfl",
        r"\b[Pp]ool(ed)?\b.*activ|review of ten|17 studies",
        r"ten studies",
        "ten of its studies looked at activity",
    ),
    ("itbs_mri_seven", r"like a bursa", r"cadaver", "the bursa was in cadavers, the fluid on scans"),
)
"""A source, words that lean on it, words that must then stand too, and why."""
PLAIN = {
    r", -?\d\.\d+ to -?\d\.\d+\)": "an interval in brackets: say in words what it allows",
    r"\bkappa\b|\bSMD\b|\bHR\b": "a measure that readers do not know",
    r"\b[Ff]ine[- ]wires?\b|\bsensors on the skin\b": "say needles inside the muscle, stickers on the skin",
    r"\bprobably (linked|matters)|, probably \(": "0.96 to 2.66 is perhaps, not probably",
    r"\bsets? .{3,20} apart\b|\bslant": "say it plainly: differed, leaned in",
}
"""What our words never say, and what they say instead."""


def left_out(text, references):
    return [
        why
        for source, leaning, caveat, why in WITH_ITS_CAVEAT
        if source in references and re.search(leaning, text) and not re.search(caveat, text)
    ]


def not_plain(text):
    return [why for pattern, why in PLAIN.items() if re.search(pattern, text)]


def a_caveat_stands_beside_its_result(id_):
    text, references, _ = SAID[id_]
    assert left_out(text, references) == []


def results_are_told_in_plain_words(id_):
    assert not_plain(SAID[id_][0]) == []


CHECKS = (
    a_caveat_stands_beside_its_result,
    results_are_told_in_plain_words,
)


@SAYINGS
def test_what_we_say_is_said_in_full(id_):
    every(CHECKS, id_)


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("rswt_sham", "It did as well as shockwave, which beat a sham in another trial."),
        ("warneke2024", "No more than another warm-up gives."),
        ("klauser2022", "In patients the band was no stiffer (two small studies)."),
        ("konrad2022", "Weeks of rolling keep more of it in hamstrings."),
        ("besomi2020tfl", "Pooled over 17 studies its activity did not differ."),
        ("itbs_mri_seven", "Scans show fluid and a space like a bursa."),
    ],
)
def test_a_planted_result_without_its_caveat_is_found(source, text):
    assert len(left_out(text, [source])) == 1
    assert left_out(text, ["pare1981"]) == []


@pytest.mark.parametrize(
    "text",
    [
        "More than doing nothing (0.74, 0.42 to 1.01).",
        "Raters agree fairly well (kappa 0.60 to 0.80).",
        "By fine wires the clam is best.",
        "Raising distance is probably linked with it.",
        "They set injured runners apart.",
    ],
)
def test_a_planted_riddle_is_found(text):
    assert not_plain(text)


def undecided(claim):
    """Whether a claim counts as partly supported while its own reason leaves it open."""
    return claim.verdict is Finding.PARTLY_SUPPORTED and claim.reason.endswith("Not settled.")


@CLAIMS
def test_a_claim_that_is_not_settled_is_not_partly_supported(claim):
    assert not undecided(claim)


def test_a_planted_undecided_claim_is_found():
    assert undecided(C.claims["C006"].model_copy(update={"verdict": Finding.PARTLY_SUPPORTED}))
