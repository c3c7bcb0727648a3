import dataclasses

import pytest

from data.catalog import catalog


@pytest.mark.parametrize(
    ("text", "id_"),
    [
        ("IT band", "iliotibial_band"),
        ("tractus iliotibialis", "iliotibial_band"),
        ("glute med", "gluteus_medius"),
        ("tailor", "sartorius"),
        ("sit bone", "ischial_tuberosity"),
        ("musculus sartorius", "sartorius"),
        ("kneecap", "patella"),
        ("Long head of biceps", "biceps_femoris_long_head"),
    ],
)
def test_the_selector_knows_names_nicknames_and_latin(text, id_):
    assert text in catalog().every_name[id_]


def test_the_selector_offers_every_structure_and_bone_under_a_name_of_its_own():
    names = catalog().every_name
    assert set(names) == {*catalog().structures, *catalog().bones}
    assert len(set(names.values())) == len(names)


def test_an_unknown_id_is_a_key_error():
    with pytest.raises(KeyError):
        catalog().name("appendix")


def test_content_cannot_be_changed():
    with pytest.raises(TypeError):
        catalog().structures["x"] = None
    with pytest.raises(ValueError, match="frozen"):
        catalog().structures["sartorius"].name = "x"


def test_references_with_one_short_name_get_letters_by_title():
    one = catalog().references["bolgla2005"]
    new = {
        "second": one.model_copy(update={"id": "second", "title": "Bridges"}),
        "first": one.model_copy(update={"id": "first", "title": "a bridge"}),
        "undated": one.model_copy(update={"id": "undated", "title": "A", "year": None}),
        "also": one.model_copy(update={"id": "also", "title": "B", "year": None}),
        "other": one.model_copy(update={"id": "other", "year": 2006}),
    }
    known = dataclasses.replace(catalog(), references=new)
    assert [known.short(i) for i in new] == ["Bolgla 2005b", "Bolgla 2005a", "Bolgla (a)", "Bolgla (b)", "Bolgla 2006"]
    many = {f"r{n}": one.model_copy(update={"id": f"r{n}"}) for n in range(40)}
    known = dataclasses.replace(catalog(), references=many)
    assert len({known.short(i) for i in many}) == 40


def test_a_short_name_of_a_study_is_its_own():
    names = {i: catalog().short(i) for i in catalog().references}
    assert (names["konrad2022"], names["konrad2022perf"]) == ("Konrad 2022a", "Konrad 2022b")
    assert len(set(names.values())) == len(names)
    with pytest.raises(KeyError):
        catalog().short("nobody1900")
