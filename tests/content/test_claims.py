"""Claims, conflicts, myths, rolling effects: verdicts fit the studies, figures were seen, each article has a voice."""

import re

import pytest

from data.catalog import catalog
from data.claim import Claim, Finding, Stance
from data.model import Verification
from tests.every import every

C = catalog()
CLAIMS = pytest.mark.parametrize("claim", C.claims.values(), ids=lambda c: c.id)
CONFLICTS = pytest.mark.parametrize("conflict", C.conflicts.values(), ids=lambda x: x.id)


def about(change):
    """The words of the claim that a change is about; they are an article's."""
    return C.claims[change.record].text if change.record in C.claims else ""


SAID = {
    **{c.id: (c.reason, c.references, c.text) for c in C.claims.values()},
    **{x.id: (x.resolution, x.references, " ".join(s.view for s in x.sides)) for x in C.conflicts.values()},
    **{m.id: (f"{m.title}. {m.found}", m.references, m.said) for m in C.myths.values()},
    **{e.id: (f"{e.what} {e.how_long}", e.references, "") for e in C.rolling_effects.values()},
    **{c.id: (f"{c.what} {c.why}", c.references, f"{c.old} {c.new} {about(c)}") for c in C.changes.values()},
}
"""What we say ourselves, by record: (our words, the references, the words that are not ours)."""
SAYINGS = pytest.mark.parametrize("id_", SAID)
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:[.,]\d+)*")
OURS = {("X10", "3"), ("C066", "15"), ("X09", "15"), ("ninety_percent", "90")}
"""Figures that are an article's or our own advice, not a study's."""
FORBIDDEN = {
    r"\b(produced|caused) by\b|\bcauses\b|\bproves?\b(?! it safe)": "claims a cause or a proof",
    r"\byou have (a|an|got)\b|diagnos": "makes a diagnosis",
    r"\bdisproved\b|\bprevent(s|ed) nothing\b": "says more than a null trial can",
    r"two (scanned )?patients only|of two patients": "counts one series as all that there is",
    r"(equal to|no (better|more) than|as good as) stretching": "an interval from -0.73 to 0.69 is not known, not equal",
    r"under five minutes|by 5 minutes, the": "the largest trial lasted 15 minutes",
    r"from memory|unverified": "every source was seen, or carries nothing",
    r"no nerve (runs )?(in|inside)\b": "fine fibres do run there: no named nerve",
    r"prevented? by\b": "a share of runners is not a reader",
}
"""What our own words never say, and why."""


def wrong_words(text):
    return [why for pattern, why in FORBIDDEN.items() if re.search(pattern, text, re.IGNORECASE)]


def numbers(text):
    return [n.replace(",", "") for n in NUMBER.findall(text) if n.count(".") < 2]


def not_seen(text, references, besides=""):
    """The figures of a text that none of its references gives, not even rounded."""
    sources = [C.references[r] for r in references]
    told = " ".join(filter(None, [part for r in sources for part in (r.finding, r.n, r.caveat)]))
    seen = numbers(re.sub(r"(?<=\d)[-–](?=\d)", " ", f"{told} {besides}"))

    def given(number):
        places = len(number.partition(".")[2])
        return any(round(abs(float(s)), places) == abs(float(number)) for s in seen)

    return [n for n in numbers(re.sub(r"(?<=\d)[-–](?=\d)", " ", text)) if not given(n)]


def course_of_recovery(text):
    """Whether two series of patients stand together as if the same people were followed."""
    return bool(re.search(r"\b44 ?%", text) and re.search(r"\b9[12](\.7)? ?%", text))


def harmless(text):
    """Whether 'no harm found' stands without the words that this is no proof of safety."""
    return (
        bool(re.search(r"no (study|sign|trial|documented)[^.]*harm|no harm", text, re.I))
        and "prove it safe" not in text
    )


def our_words_say_no_more_than_studies(id_):
    text, references, _ = SAID[id_]
    assert not wrong_words(text)
    assert not harmless(text)
    if id_ not in C.changes:  # which tell what was wrong
        assert not course_of_recovery(text)
    if "chaudhry2008" in references and "model" in text:
        assert "critic" in text, "the model has no roller and is criticised: say so"


@pytest.mark.parametrize(
    "text",
    [
        "The effect is produced by the nervous system.",
        "Weakness is caused by sitting.",
        "Fits best; yet the MRI is of two patients only.",
        "At once 0.74, no better than stretching.",
        "Range rises, equal to stretching.",
        "Pressure hurts less: under five minutes.",
        "No nerve inside the band.",
        "The trial prevented nothing.",
    ],
)
def test_a_planted_overstatement_is_found(text):
    assert wrong_words(text)


def test_a_planted_course_of_recovery_and_a_planted_safety_are_found():
    assert course_of_recovery("Reviews: 44 % back at 8 weeks, 92 % at 6 months.")
    assert not course_of_recovery("44 % of 24 runners were fully cured at eight weeks.")
    assert harmless("No harm signal; benefits short-lived.")
    assert not harmless("No study of harm found, which does not prove it safe.")


def every_figure_stands_in_a_source_that_is_named(id_):
    text, references, besides = SAID[id_]
    assert [n for n in not_seen(text, references, besides) if (id_, n) not in OURS] == []


@SAYINGS
def test_what_we_say_is_sound(id_):
    every((our_words_say_no_more_than_studies, every_figure_stands_in_a_source_that_is_named), id_)


def test_a_planted_figure_is_found():
    assert not_seen("Threshold still up by 31 %.", ["aboodarda2015"]) == ["31"]
    assert not_seen("A model gives 9,075 N.", ["wilke2020"]) == ["9075"]
    assert not_seen("More than doing nothing (0.74).", ["wilke2020"]) == []


def a_verdict_fits_the_studies_that_are_named(claim):
    assert claim.unseen(C.references) is None
    if claim.verdict is Finding.SUPPORTED:
        assert any(C.references[r].verification in ("full", "finding") for r in claim.supporting)
    if claim.verdict is Finding.NO_EVIDENCE:
        assert not claim.supporting
        assert not claim.contradicting
    if claim.verdict is Finding.NOT_BORNE_OUT:
        assert claim.contradicting
        assert not claim.supporting


def raw(id_, **changed):
    """A claim as it stands in its file, changed."""
    return {**C.claims[id_].model_dump(mode="json"), **changed}


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        (raw("C004", supporting=[], related=["pare1981"]), "'supported' needs a study in supporting"),
        (raw("C047", contradicting=["schroeter2023"], related=[]), "must have none in supporting or contradicting"),
        (raw("C102", supporting=["ramskov2015"], related=[]), "must have none in supporting or contradicting"),
        (raw("C052", contradicting=[], related=["wilke2018"]), "'not_borne_out' needs a study in contradicting"),
        (raw("C052", supporting=["kimshin2019"]), "'not_borne_out' must have none in supporting"),
        (raw("C010", supporting=[]), "'partly_supported' needs a study in supporting"),
        (raw("C083", contradicting=[]), "'mixed' needs a study in contradicting"),
        (raw("C108", supporting=[], related=["pare1981"]), "'weak' needs a study in supporting or contradicting"),
        (raw("C110", contradicting=[]), "'refuted' needs a study in contradicting"),
        (raw("C004", related=["pare1981"]), "stands twice"),
        (raw("C115", no_study_found=False), "name at least one reference"),
    ],
)
def test_a_planted_verdict_is_refused(changed, says):
    with pytest.raises(ValueError, match=says):
        Claim.model_validate(changed)


def test_a_planted_source_that_nobody_saw_carries_nothing():
    unseen = {**C.references, "nobody": C.references["pare1981"].model_copy(
        update={"id": "nobody", "verification": Verification.NONE})}  # fmt: skip
    title_only = {**C.references, "pare1981": C.references["pare1981"].model_copy(
        update={"verification": Verification.CITATION})}  # fmt: skip
    found = Claim.model_validate(raw("C108", supporting=["nobody"]))
    assert found.unseen(unseen) == ("supporting", "nothing of 'nobody' was seen: move it to related or drop it")
    assert Claim.model_validate(raw("C108", supporting=["pare1981"])).unseen(title_only)[0] == "supporting"
    assert Claim.model_validate(raw("C004")).unseen(title_only) is None  # others stand beside it


def denies_what_it_lists(claim):
    """Whether a claim says flatly that no study was found while it lists some for or against it."""
    flat = re.search(r"(^|[.;] )(No|no) (trial|study|studies)( was)? found[.;]", claim.reason)
    return bool(flat) and bool(claim.supporting or claim.contradicting)


def none_found_is_said_only_where_none_is_listed(claim):
    assert not denies_what_it_lists(claim)


def test_a_planted_none_found_is_found():
    assert denies_what_it_lists(Claim.model_validate(raw("C086", reason="No trial found; vessels lie close.")))


def a_conflict_of_claims_has_two_ends(claim):
    assert claim.id not in claim.conflicts_with
    assert all(claim.id in C.claims[other].conflicts_with for other in claim.conflicts_with)


def an_article_speaks_once_and_says_which_part(claim):
    assert len({s.article for s in claim.said_by}) == len(claim.said_by)
    assert all(s.note for s in claim.said_by if s.stance in ("qualifies", "implies"))
    assert all(len(s.note) < 70 for s in claim.said_by if s.note)


OF_A_CLAIM = (
    a_verdict_fits_the_studies_that_are_named, none_found_is_said_only_where_none_is_listed,
    a_conflict_of_claims_has_two_ends, an_article_speaks_once_and_says_which_part,
)  # fmt: skip


@CLAIMS
def test_a_claim_is_sound(claim):
    every(OF_A_CLAIM, claim)


@pytest.mark.parametrize(
    ("stance", "says"),
    [
        ({"article": "s002", "stance": "early-view"}, "Input should be 'supports'"),
        ({"article": "s002", "stance": "qualifies"}, "needs a note"),
        ({"article": "s002", "stance": "implies"}, "needs a note"),
    ],
)
def test_a_planted_stance_is_refused(stance, says):
    with pytest.raises(ValueError, match=says):
        Stance.model_validate(stance)


def silent(conflict):
    """The articles of a conflict that voice none of its claims, and those that stand on two sides."""
    voices = {s.article for c in conflict.claims for s in C.claims[c].said_by}
    named = [a for side in conflict.sides for a in side.articles]
    return [a for a in named if a not in voices or named.count(a) > 1]


@CONFLICTS
def test_an_article_stands_on_one_side_and_voices_a_claim_of_it(conflict):
    assert silent(conflict) == []


def test_a_planted_side_is_found():
    sides = C.conflicts["X13"].sides
    extra = sides[0].model_copy(update={"articles": ("s001c", "s000", "s001h")})
    assert silent(C.conflicts["X13"].model_copy(update={"sides": (extra, *sides[1:])})) == ["s000", "s001h", "s001h"]
