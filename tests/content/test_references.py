"""Every reference: whole, in parts, honest about what was seen; what was not found supports nothing."""

import re
from collections import Counter, defaultdict

import pytest

from components.card import text as card_text
from data.catalog import catalog
from data.counts import counts
from data.reference import Kind
from tests.every import every

C = catalog()
BANNED = re.compile(
    r"from memory|unverified|not verified|second-?hand|look(ed)? up|et al\b|\bto be checked|article s\d", re.I
)
SHOWN = (
    "organisation",
    "title",
    "short_title",
    "container",
    "publisher",
    "study_type",
    "n",
    "finding",
    "caveat",
    "citation",
    "short",
)
NOT_SEEN = re.compile(r"We have not (seen|read)")
NOT_FOUND = re.compile(r"could not find it|A label, not one source")
NO_AUTHOR = re.compile(r"\bauthors?\b[^.;]*\b(not|only the last)\b[^.;]*\bon\b")
"""Says that the page that was read does not name the author."""


def supporters():
    """Every reference that something in the content rests on, with what rests on it."""
    for claim in C.claims.values():
        yield from ((r, f"claim {claim.id}") for r in (*claim.supporting, *claim.contradicting))
    for chain in C.chains.values():
        for edge in chain.edges:
            yield from (
                (r, f"{chain.id}: {edge.source}>{edge.target}") for r in (*edge.supporting, *edge.contradicting)
            )
        yield from ((r, f"{chain.id}: breaker {b.breaks}") for b in chain.breakers for r in b.references)
    for exercise in C.exercises.values():
        yield from ((m.reference, f"exercise {exercise.id}") for m in exercise.measured)
    for structure in C.structures.values():
        yield from ((k.reference, f"figure of {structure.id}") for k in structure.key_numbers)


SUPPORTS = list(supporters())
CALLED = defaultdict(list)
"""Which references a short name stands for."""
for id_ in C.references:
    CALLED[C.short(id_)].append(id_)


def is_whole(reference):
    assert reference.title.strip("[] ")
    by_nobody = not reference.authors and not reference.organisation
    if by_nobody and reference.kind not in (Kind.GUIDANCE, Kind.WEB) and reference.verification != "none":
        assert NO_AUTHOR.search(f"{reference.verification_note}; {reference.caveat}")
    if reference.kind is Kind.WEB or reference.kind is Kind.CHAPTER:
        assert reference.container
    if reference.year is None and not (reference.kind in (Kind.GUIDANCE, Kind.WEB) and reference.seen):
        assert re.search(r"year|label|last reviewed|undated|page", reference.verification_note)


def an_author_is_a_family_name_and_initials(reference):
    for author in reference.authors:
        assert re.fullmatch(r"\S[^,;.]* [^\W\d_a-z]{1,4}", author)
        assert not re.search(r"\bet al\b|\bothers\b", author)
    assert len(set(reference.authors)) == len(reference.authors)


def an_edition_is_a_number(reference):
    assert reference.edition is None or re.fullmatch(r"\d+(st|nd|rd|th)", reference.edition)


def a_title_is_a_title(reference):
    assert not re.search(r"\(?(not (shown|seen)|title|retrieved|in press|ahead of print)\b", reference.title, re.I)
    if reference.title.startswith("["):
        assert "our description" in reference.verification_note or reference.verification == "none"


def shows_no_word_of_our_workshop(reference):
    for field in SHOWN:
        found = BANNED.search((getattr(reference, field) or "").replace("et al.", "") if field == "citation"
                              else getattr(reference, field) or "")  # fmt: skip
        assert not found, (field, found.group())
    assert "from memory" not in reference.verification_note


def names_other_sources_as_a_reader_does(reference):
    words = set(re.findall(r"\w+", f"{reference.finding} {reference.caveat} {reference.n}"))
    assert words.isdisjoint(C.references)


def says_where_it_was_seen(reference):
    assert len(reference.verification_note) > 8


def what_was_not_found_supports_nothing(reference):
    if reference.verification == "none":
        assert NOT_FOUND.search(reference.finding)
        assert [what for id_, what in SUPPORTS if id_ == reference.id] == []


def a_result_that_was_not_seen_is_not_told(reference):
    assert bool(NOT_SEEN.search(reference.finding)) == (reference.verification == "citation")
    if reference.verification in ("citation", "none"):
        told = re.sub(r"\d+ exercises|(19|20)\d\d", "", reference.finding)
        assert not re.search(r"\d|\bp ?[<=]|significant|(higher|lower|more|less) than", told)


def has_a_name_that_tells_it_from_nothing(reference):
    assert 3 < len(reference.short) < 90
    assert reference.short[0].isalpha() or reference.short.startswith(reference.container)
    if reference.year:
        assert reference.short.endswith(str(reference.year))
    assert CALLED[C.short(reference.id)] == [reference.id]


def an_address_is_well_formed(reference):
    assert reference.doi is None or re.fullmatch(r"10\.\d{4,9}/[\w.()/:;<>-]+", reference.doi)
    assert reference.pmid is None or 5 <= len(reference.pmid) <= 8


def what_is_not_verified_says_so_and_an_empty_doi_makes_no_link(reference):
    shown = card_text.references([reference])
    assert ("not verified" in shown or "partly checked" in shown) == (reference.verification != "full")
    assert ("https://doi.org/" in shown) == bool(reference.doi)


CHECKS = (
    is_whole,
    an_author_is_a_family_name_and_initials,
    an_edition_is_a_number,
    a_title_is_a_title,
    shows_no_word_of_our_workshop,
    names_other_sources_as_a_reader_does,
    says_where_it_was_seen,
    what_was_not_found_supports_nothing,
    a_result_that_was_not_seen_is_not_told,
    has_a_name_that_tells_it_from_nothing,
    an_address_is_well_formed,
    what_is_not_verified_says_so_and_an_empty_doi_makes_no_link,
)


@pytest.mark.parametrize("reference", C.references.values(), ids=lambda r: r.id)
def test_a_reference_is_sound(reference):
    every(CHECKS, reference)


def title(reference):
    """What may stand here once: a title, of a page together with its site."""
    site = reference.container if reference.kind in (Kind.WEB, Kind.GUIDANCE) else ""
    return None if reference.title.startswith("[") else f"{reference.title} {site}".strip().casefold()


def address(reference):
    """An address without what differs from copy to copy; of a guideline two parts or two editions may stand here."""
    of_one = reference.url and reference.kind is not Kind.GUIDANCE
    return re.sub(r"^https?://(www\.)?|/$", "", reference.url).casefold() if of_one else None


@pytest.mark.parametrize("what", [lambda r: r.doi and r.doi.casefold(), lambda r: r.pmid, title, address])
def test_no_source_stands_here_twice(what):
    values = [v for r in C.references.values() if (v := what(r))]
    assert len(values) > 50
    assert [v for v, n in Counter(values).items() if n > 1] == []


def test_a_site_goes_by_one_name():
    """A site under two names would count as two voices for one fact."""
    names = defaultdict(set)
    for r in C.references.values():
        if r.kind is Kind.WEB and r.url:
            host = re.sub(r"^(www|new|en|online)\.", "", r.url.split("/")[2])
            names[host.removesuffix(".com").removesuffix(".cn")].add(r.container)
    assert len(names) > 40
    assert {host: found for host, found in names.items() if len(found) > 1} == {}


def test_the_check_counts_every_reference_and_claim():
    kinds = dict(line.split(": ") for line in counts(C) if ": " in line)
    for kind, table in (("references", C.references), ("claims", C.claims)):
        assert sum(int(n) for n in re.findall(r"\d+", kinds[kind])) == len(table)
    assert f"{sum(r.verification == 'none' for r in C.references.values())} not found" in kinds["references"]
