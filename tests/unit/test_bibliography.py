"""The references as BibTeX, RIS and rows, read back by real parsers; citations in Vancouver style."""

import re

import pytest
import rispy
from pybtex.database import parse_string

from data.bibliography import BIBTEX, RIS, bibtex, ris, rows, sample_size
from data.catalog import catalog
from data.reference import Kind

C = catalog()
ONE = C.references["bolgla2005"]
HOSTILE = (
    "a}, note={x}}\n@book{evil, title={y}}\r\nER  - \r\nTY  - BOOK\x00\u2028 \\input{/etc/passwd} "
    '100% A&B $x$ #1 _ ~ ^ "q"'
)


def like(**parts):
    return ONE.model_copy(update=parts)


def read_bibtex(references):
    return parse_string(bibtex(references), "bibtex").entries


@pytest.fixture(scope="module")
def entries():
    return read_bibtex(C.references.values())


@pytest.fixture(scope="module")
def records():
    return {r["id"]: r for r in rispy.loads(ris(C.references.values()))}


def bibtex_is_read(reference, entries):
    entry = entries[reference.id]
    people = [str(p) for p in entry.persons.get("author", [])]
    assert [p.split(",")[0] for p in people if p != "others"][: len(reference.authors)] == [
        a.rpartition(" ")[0] for a in reference.authors
    ]
    if reference.organisation:
        assert people == [f"{{{reference.organisation}}}"]
    assert ("others" in people) == reference.more_authors
    assert re.sub(r"[{}\\]", "", entry.fields["title"]) == reference.title
    assert entry.fields.get("year", "") == str(reference.year or "")
    assert entry.fields.get("doi") == reference.doi
    assert entry.fields.get("pages", "").replace("--", "-") == (reference.pages or "")
    assert "note" not in entry.fields


def ris_is_read(reference, records):
    record = records[reference.id]
    if reference.authors:
        assert [a.split(",")[0] for a in record["authors"]] == [a.rpartition(" ")[0] for a in reference.authors]
    if reference.organisation:
        assert record["authors"] == [reference.organisation]
    assert record["title"] == reference.title
    assert record.get("doi") == reference.doi
    assert record.get("year", "") == str(reference.year or "")
    assert record.get("volume") == reference.volume
    assert record.get("start_page", "") == (reference.pages or "").partition("-")[0]
    assert "notes" not in record


def how_far_it_was_checked_travels_along(reference, entries, records):
    said = f"Verification: {reference.verification}."
    assert entries[reference.id].fields["annote"].startswith(said)
    assert records[reference.id]["research_notes"].startswith(said)
    assert "Verification" not in reference.citation


@pytest.mark.parametrize("reference", C.references.values(), ids=lambda r: r.id)
def test_a_reference_is_read_back_with_authors_title_and_place(reference, entries, records):
    bibtex_is_read(reference, entries)
    ris_is_read(reference, records)
    how_far_it_was_checked_travels_along(reference, entries, records)


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_its_own_type(kind):
    source = like(kind=kind, container="Holder", publisher="House", edition="2nd", url="https://x.example/a_b?c=%7B1")
    entry = read_bibtex([source])[ONE.id]
    assert entry.type == BIBTEX[kind]
    assert "Holder" in entry.fields.values()
    assert entry.fields["url"] == source.url
    record = rispy.loads(ris([source]))[0]
    assert record["type_of_reference"] == RIS[kind]
    assert record.get("urls") == [source.url]


def test_guidance_without_authors_is_by_its_holder():
    leaflet = like(kind=Kind.GUIDANCE, authors=(), container="NHS", title="Cellulitis", year=2024)
    assert [str(p) for p in read_bibtex([leaflet])[ONE.id].persons["author"]] == ["{NHS}"]
    assert rispy.loads(ris([leaflet]))[0]["authors"] == ["NHS"]
    assert leaflet.short == "NHS, Cellulitis 2024"


@pytest.mark.parametrize("field", ["title", "container", "publisher", "pages", "volume", "verification_note", "doi"])
def test_hostile_text_cannot_break_out(field):
    bad = like(**{field: HOSTILE})
    entries = read_bibtex([bad, C.references["pepper2021"]])
    assert list(entries) == [ONE.id, "pepper2021"]
    assert "note" not in entries[ONE.id].fields
    text = bibtex([bad])
    assert text.count("{") == text.count("}")
    assert [r["id"] for r in rispy.loads(ris([bad, C.references["pepper2021"]]))] == [ONE.id, "pepper2021"]


def test_a_hostile_author_cannot_break_out():
    entries = read_bibtex([like(authors=("Ev}il, x = {1} A", "Two B"))])
    assert list(entries) == [ONE.id]
    assert "x" not in entries[ONE.id].fields


def test_latex_prints_special_characters_and_no_style_lowers_capitals():
    title = read_bibtex([like(title="The TFL & 5% of MRI_2 in New York")])[ONE.id].fields["title"]
    assert title == r"The {TFL} \& 5\% of {MRI\_2} in {New} {York}"


def test_names_stand_apart_from_initials():
    person = read_bibtex([like(authors=("van der Worp MP", "O'Brien ÉÇ"))])[ONE.id].persons["author"]
    assert [str(p) for p in person] == ["van der Worp, M. P.", "O'Brien, É. Ç."]


def test_a_body_as_author_stays_whole():
    person = read_bibtex([like(authors=("Royal College of Bones and Joints", "Salt and Sons AB"))])[ONE.id].persons
    assert [str(p) for p in person["author"]] == ["{Royal College of Bones and Joints}", "{Salt and Sons}, A. B."]


def test_a_book_by_a_body_is_the_bodys():
    body = like(kind=Kind.BOOK, authors=(), organisation="Salt and Sons AB {x}", short_title="Bones", year=2019)
    entry = read_bibtex([body])[ONE.id]
    assert [re.sub(r"\\textbrace(left|right){}", "", str(p)) for p in entry.persons["author"]] == [
        "{Salt and Sons AB x}"
    ]
    assert entry.fields["shorttitle"] == "Bones"
    record = rispy.loads(ris([body]))[0]
    assert (record["authors"], record["short_title"]) == (["Salt and Sons AB {x}"], "Bones")
    assert body.short == "Salt and Sons AB {x} 2019"
    assert body.citation.startswith("Salt and Sons AB {x}. ")


@pytest.mark.parametrize("wrong", [{"organisation": "NHS"}, {"authors": (), "organisation": "Board, National"}])
def test_a_body_stands_alone_and_has_no_comma(wrong):
    with pytest.raises(ValueError, match="organisation"):
        type(ONE).model_validate({**ONE.model_dump(), **wrong})


@pytest.mark.parametrize(
    ("parts", "citation"),
    [
        ({}, "Bolgla LA, Uhl TL. Electromyographic analysis of hip rehabilitation exercises in a group of healthy "
             "subjects. J Orthop Sports Phys Ther. 2005;35(8):487-494. PMID 16187509."),
        ({"title": "Why?", "more_authors": True, "doi": "10.1000/x"},
         "Bolgla LA, Uhl TL, et al. Why? J Orthop Sports Phys Ther. 2005;35(8):487-494."),
        ({"title": "T", "volume": None, "issue": None, "pmid": None, "url": "https://x.example"},
         "Bolgla LA, Uhl TL. T. J Orthop Sports Phys Ther. 2005:487-494. Available from: https://x.example."),
        ({"title": "T", "year": None, "volume": None, "issue": None, "pages": None, "pmid": None, "container": None},
         "Bolgla LA, Uhl TL. T."),
        ({"title": "Hip", "kind": Kind.CHAPTER, "container": "Anatomy", "edition": "3rd", "publisher": "House",
          "volume": None, "issue": None, "pmid": None},
         "Bolgla LA, Uhl TL. Hip. In: Anatomy. 3rd ed. House; 2005:487-494."),
    ],
)  # fmt: skip
def test_a_citation_is_in_vancouver_style(parts, citation):
    assert like(**parts).citation == citation


@pytest.mark.parametrize(
    ("parts", "short"),
    [
        ({}, "Bolgla 2005"),
        ({"authors": ("van der Worp MP",)}, "van der Worp 2005"),
        ({"authors": (), "title": "The effect of radial shockwave"}, "Effect of radial shockwave 2005"),
        ({"authors": (), "title": "[Functional differentiation within the muscle]"}, "Functional differentiation 2005"),
        ({"year": None}, "Bolgla"),
        ({"authors": (), "organisation": "FIPAT"}, "FIPAT 2005"),
        (
            {"authors": (), "kind": Kind.CHAPTER, "container": "StatPearls", "short_title": "calf"},
            "StatPearls, Calf 2005",
        ),
    ],
)
def test_a_short_name_says_who_and_when(parts, short):
    assert like(**parts).short == short


def test_rows_hold_every_part_and_the_citation():
    table = rows(C.references.values())
    assert [r["id"] for r in table] == list(C.references)
    assert rows([like(more_authors=True)])[0]["authors"] == "Bolgla LA; Uhl TL; et al"
    assert all(r["citation"] and isinstance(r["authors"], str) for r in table)


@pytest.mark.parametrize("n", ["22 cyclists", "not seen", "1,200 in all", None])
def test_sample_size(n):
    expected = {"22 cyclists": 22, "1,200 in all": 1200}.get(n)
    assert sample_size(like(n=n)) == expected
