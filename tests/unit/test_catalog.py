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
