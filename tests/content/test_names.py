"""Every name is that of Terminologia Anatomica 2 to the letter, and other names are names of the same thing."""

import csv
import re
from pathlib import Path

import pytest

from data.catalog import catalog
from data.structure import SynonymKind
from tests.every import every

C = catalog()
RECORDS = {**C.structures, **C.bones, **C.context}
NAMED = {**C.structures, **C.bones}
with (Path(__file__).parent / "ta2.csv").open(encoding="utf-8", newline="") as file:
    TA2 = {row["id"]: row for row in csv.DictReader(file)}
JOINED = {
    "femoral_neurovascular_bundle": "artery, vein and nerve are three entries on one card",
    "gemelli": "two muscles on one card",
    "patellar_retinaculum": "the inner and the outer one are drawn as one shape",
}
"""Records of several entries: their English and Latin are joined, and no one number is theirs."""
NO_ENTRY = {
    "distal_itb_fat_pad": "no entry names the fat under the lower end of the band",
    "hip_joint_capsule": "the capsule of the hip joint has none of its own, only its circular fibres",
}
SEVERAL_SHAPES = {
    1307: {"hip_bone", "hip_bone_left"},
    1068: {"l3", "l4", "l5"},
    1684: {"disc_l3", "disc_l4", "disc_l5"},
}
"""Entries that several drawn shapes share: one of two sides, one of a row."""
NOT_THE_THING = re.compile(
    r"syndrome|itis\b|\bpain\b|strain|tear\b|injury|pointer|GTPS|"  # what befalls it
    r"\barea\b|\bregion\b|triangle|\bgroin\b|compartment|bundle|"  # where it lies
    r"^part of|\borigin\b|\binsertion\b|one half|"  # a part, or the whole that it is a part of
    r"\brotators?\b|\bflexors?\b|\bextensors?\b(?! digitorum)|abductors?\b|iliopsoas",  # the group that it belongs to
    re.IGNORECASE,
)


def table(record) -> tuple[int | None, str | None, str | None]:
    """What the table has for a record: number (None where there are several), English, Latin."""
    row = TA2[record.id]
    return int(row["ta2"]) if row["ta2"].isdigit() else None, row["ta2_english"] or None, row["latin"] or None


def unlike_the_table(record) -> list[str]:
    """The names of a record that differ from the table, by field."""
    stated = {"ta2": record.ta2, "ta2_english": record.ta2_english, "latin": record.latin}
    return [f for (f, said), right in zip(stated.items(), table(record), strict=True) if said != right]


def not_names_of_it(record) -> list[str]:
    """The other names of a record that name something else, say nothing new, or are of the wrong kind."""
    own = {n.casefold() for n in (record.name, record.ta2_english, record.latin) if n}
    found = []
    for synonym in record.synonyms:
        kind, name = synonym.kind, synonym.name
        short = " " not in name and sum(c.isupper() for c in name) > 1
        if (
            NOT_THE_THING.search(name)
            or name.casefold() in own
            or (name.startswith(("musculus ", "nervus ")) and kind is not SynonymKind.TA98)
            or short != (kind is SynonymKind.ABBREVIATION)
        ):
            found.append(name)
    return found


def test_the_table_has_every_record_and_no_other():
    assert set(TA2) == set(RECORDS)


def names_are_those_of_the_table_to_the_letter(id_):
    assert unlike_the_table(RECORDS[id_]) == []


def what_has_no_number_is_known_and_why(id_):
    assert (RECORDS[id_].ta2 is None) == (id_ in {**JOINED, **NO_ENTRY})


@pytest.mark.parametrize("id_", JOINED)
def test_joined_names_name_each_of_the_entries(id_):
    row = TA2[id_]
    assert len(row["ta2"].split()) == len(re.split(r", | and ", row["ta2_english"]))
    assert len(row["ta2"].split()) == len(re.split(r", | et ", row["latin"]))


@pytest.mark.parametrize("id_", NO_ENTRY)
def test_what_has_no_entry_has_no_latin_and_no_english_of_it(id_):
    assert not RECORDS[id_].latin
    assert not RECORDS[id_].ta2_english


def test_no_number_stands_for_two_things():
    shared: dict[int, set[str]] = {}
    for record in RECORDS.values():
        if record.ta2:
            shared.setdefault(record.ta2, set()).add(record.id)
    assert {n: ids for n, ids in shared.items() if len(ids) > 1} == SEVERAL_SHAPES


def another_name_names_the_same_thing(id_):
    if id_ not in NAMED:
        return
    assert not_names_of_it(NAMED[id_]) == []


CHECKS = (
    names_are_those_of_the_table_to_the_letter,
    what_has_no_number_is_known_and_why,
    another_name_names_the_same_thing,
)


@pytest.mark.parametrize("id_", RECORDS)
def test_a_record_is_named_rightly(id_):
    every(CHECKS, id_)


def test_no_name_leads_to_two_structures():
    names = [s.name.casefold() for record in NAMED.values() for s in record.synonyms]
    assert sorted(names) == sorted(set(names))


def test_people_find_what_they_call_by_an_everyday_name():
    said = {
        "sit bone": "ischial_tuberosity", "sitz bone": "ischial_tuberosity", "IT band": "iliotibial_band",
        "glute max": "gluteus_maximus", "glute med": "gluteus_medius", "kneecap": "patella", "thigh bone": "femur",
        "TFL": "tensor_fasciae_latae", "ASIS": "asis", "front hip bone": "asis",
    }  # fmt: skip
    for name, id_ in said.items():
        assert name in [s.name for s in NAMED[id_].synonyms]


@pytest.mark.parametrize(
    ("id_", "changed", "field"),
    [
        ("asis", {"ta2": 1328}, "ta2"),
        ("psoas_major", {"ta2_english": "Psoas major muscle"}, "ta2_english"),
        ("lateral_femoral_cutaneous_nerve", {"latin": "nervus cutaneus femoris lateralis"}, "latin"),
        ("distal_itb_fat_pad", {"latin": "corpus adiposum"}, "latin"),
        ("gemelli", {"ta2": 2606}, "ta2"),
        ("skin", {"latin": "Cutis"}, "latin"),
    ],
)
def test_a_planted_name_is_found(id_, changed, field):
    assert field in unlike_the_table(RECORDS[id_].model_copy(update=changed))


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("trochanteric bursitis", "everyday"), ("ITB syndrome", "everyday"), ("hip pointer", "everyday"),
        ("GTPS area", "everyday"), ("femoral triangle", "everyday"), ("hip flexors", "everyday"),
        ("part of the iliopsoas", "everyday"), ("hamstring origin", "everyday"), ("deep rotator", "everyday"),
        ("iliac crest", "everyday"), ("TFL", "everyday"), ("glute med", "abbreviation"),
        ("musculus gluteus medius", "variant"),
    ],
)  # fmt: skip
def test_a_planted_synonym_is_found(name, kind):
    first = NAMED["asis"].synonyms[0]
    planted = first.model_copy(update={"name": name, "kind": SynonymKind(kind)})
    assert not_names_of_it(NAMED["iliac_crest"].model_copy(update={"synonyms": (planted,)})) == [name]
