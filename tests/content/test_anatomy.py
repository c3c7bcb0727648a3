"""Every fact of anatomy stands in sources that were read, and what was once wrong has its right value here."""

import dataclasses
import re

import pytest

from data.__main__ import main
from data.catalog import catalog
from data.facts import ANATOMY, NAMES, Fact, counted, facts
from data.model import Tissue
from tests.every import every

C = catalog()
DRAWN = {**C.structures, **C.bones}
RECORDS = {**DRAWN, **C.context}
FACTS = list(facts(C))
MUSCLE_FACTS = [f for f in FACTS if f.needed == 2]
NAMES_ONLY = "fipat_ta2"
ONE_ROOT = re.compile(r"^(gray|imaios|wikipedia)")
"""Pages that carry on the text of Gray's of 1918: together they are one source."""


def not_standing(records) -> list[str]:
    """The facts that are told from fewer sources than they need."""
    return [f"{f.record}.{f.field}" for f in records if not f.stands]


def independent(fact: Fact) -> set[str]:
    """The sources of a fact, those of one root counted once."""
    return {"gray" if ONE_ROOT.match(s) else s for s in fact.sources}


def empty_claims(record) -> list[str]:
    """Fields that a source is said to tell, but that the record does not have."""
    fields = {f for s in record.checked.sources for f in s.fields} if record.checked else set()
    deeper = getattr(record, "deeper", None)
    return sorted(f for f in fields if not getattr(record, f, None) and not getattr(deeper, f, None))


def each_fact_stands_in_a_source(id_):
    assert not_standing(f for f in FACTS if f.record == id_) == []


@pytest.mark.parametrize("id_", [s.id for s in C.structures.values() if s.tissue is Tissue.MUSCLE])
def test_what_is_said_of_a_muscle_does_not_rest_on_one_book_told_twice(id_):
    of_it = [f for f in MUSCLE_FACTS if f.record == id_]
    assert len(of_it) == 5
    assert [f.field for f in of_it if len(independent(f)) < 2] == []


@pytest.mark.parametrize("id_", DRAWN)
def test_what_has_a_card_was_read_in_two_sources_besides_the_names(id_):
    checked = DRAWN[id_].checked
    assert checked is not None
    assert len({s.reference for s in checked.sources} - {NAMES_ONLY}) >= 2


@pytest.mark.parametrize("id_", C.context)
def test_what_is_drawn_for_orientation_was_read_in_a_source(id_):
    assert C.context[id_].checked is not None


def sources_stand_for_fields_that_are_there(id_):
    assert empty_claims(RECORDS[id_]) == []


def the_standard_of_names_stands_for_names_alone(id_):
    checked = RECORDS[id_].checked
    told = {f for s in checked.sources if s.reference == NAMES_ONLY for f in s.fields} if checked else set()
    assert told <= {"ta2", "synonyms", *NAMES}


CHECKS = (
    each_fact_stands_in_a_source,
    sources_stand_for_fields_that_are_there,
    the_standard_of_names_stands_for_names_alone,
)


@pytest.mark.parametrize("id_", RECORDS)
def test_what_is_told_of_a_record_has_sources(id_):
    every(CHECKS, id_)


def test_no_source_is_from_memory():
    assert "textbook_anatomy" not in C.references
    for record in RECORDS.values():
        for source in record.checked.sources if record.checked else ():
            assert C.references[source.reference].verification != "none"


def test_the_check_passes_and_says_how_many_facts_have_a_source(capsys):
    assert main(["--check"]) == 0
    printed = capsys.readouterr().out
    assert f"{len(C.structures)} structures" in printed
    assert counted(C) in printed
    assert re.fullmatch(rf"facts with a source: \d+ of {len(FACTS)}", counted(C))


def test_a_fact_without_its_sources_is_found():
    psoas = C.structures["psoas_major"]
    one = psoas.checked.sources[1:2]
    for planted in (None, psoas.checked.model_copy(update={"sources": one})):
        changed = psoas.model_copy(update={"checked": planted})
        known = dataclasses.replace(C, structures={"psoas_major": changed}, bones={}, context={})
        assert "psoas_major.origin" in not_standing(facts(known))
    told_twice = dataclasses.replace(FACTS[0], sources=frozenset({"gray1918", "imaios_hip"}), needed=2)
    assert told_twice.stands
    assert len(independent(told_twice)) == 1
    assert empty_claims(psoas.model_copy(update={"blood": None})) == ["blood"]


# ---- right values of what was wrong: (record, field, what it says, what it must not say)
RIGHT = [
    ("psoas_major", "origin", r"\bbodies T12-L[45]", r"processes T12"),
    ("psoas_major", "origin", r"\bdiscs\b", None),
    ("psoas_major", "origin", r"transverse processes L1-L5", None),
    ("psoas_major", "nerve", r"^Direct branches of the lumbar plexus \(L1-L3\)", r"[Ff]emoral nerve"),
    ("iliacus", "nerve", r"^Femoral nerve \(L2-L3\)", r"lumbar plexus"),
    ("iliacus", "origin", r"iliac fossa", None),
    ("pectineus", "nerve", r"^Femoral nerve \(L2-L3\), sometimes obturator; to L4 in some texts", None),
    ("pectineus", "nerve", r"accessory obturator", None),
    ("pectineus", "blood", r"[Mm]edial circumflex femoral and obturator", None),
    ("tensor_fasciae_latae", "plain", r"as long as a hand", r"thumb|short"),
    ("tensor_fasciae_latae", "insertion", r"iliotibial band; a quarter to a third of the way", r"tibia$"),
    ("tensor_fasciae_latae", "nerve", r"^Superior gluteal nerve \(L4-S1\)", None),
    ("tensor_fasciae_latae", "blood", r"^Ascending branch of the lateral circumflex femoral artery", None),
    ("gluteus_maximus", "origin", r"thoracolumbar fascia", None),
    ("gluteus_maximus", "insertion", r"^Mostly the iliotibial band", None),
    ("gluteus_maximus", "nerve", r"^Inferior gluteal nerve \(L5-S2\)$", r"[Ss]uperior"),
    ("gluteus_medius", "nerve", r"^Superior gluteal nerve \(L4-S1\)$", r"[Ii]nferior"),
    ("gluteus_medius", "insertion", r"Side and upper-back facets", r"[Ff]ront facet"),
    ("gluteus_minimus", "insertion", r"Front facet .* capsule", r"[Bb]ack facet"),
    ("gluteus_minimus", "find_it", r"cannot be told apart", r"firms|but it"),
    ("piriformis", "origin", r"Front of the sacrum \(S2-S4\)", None),
    ("piriformis", "insertion", r"^Upper border of the greater trochanter", None),
    ("piriformis", "nerve", r"S1-S2, often L5", None),
    ("piriformis", "plain", r"sciatic nerve usually runs under it, in some people through or over it", None),
    ("obturator_internus", "nerve", r"^Nerve to obturator internus \(L5-S2\)", r"^Obturator nerve"),
    ("obturator_internus", "origin", r"^Inner face of the obturator membrane", None),
    ("obturator_internus", "blood", r"[Ii]nferior gluteal and internal pudendal", None),
    ("gemelli", "origin", r"Superior: ischial spine; inferior: upper ischial tuberosity", None),
    ("gemelli", "nerve", r"Superior: nerve to obturator internus .*inferior: nerve to quadratus femoris", None),
    ("gemelli", "blood", r"^Inferior gluteal artery$", None),
    ("quadratus_femoris", "nerve", r"^Nerve to quadratus femoris \(L4-S1\)", r"[Oo]bturator"),
    ("quadratus_femoris", "insertion", r"^Intertrochanteric crest", r"\bline\b"),
    ("sciatic_nerve", "origin", r"^L4-S3$", None),
    ("sciatic_nerve", "insertion", r"10-17 % of people \(up to 31 % in East Asia\)", None),
    ("sciatic_nerve", "insertion", r"splits near the knee, in some people higher", None),
    ("lateral_femoral_cutaneous_nerve", "origin", r"^L2-L3; .* about 2 cm inside the ASIS", r"1-2 cm"),
    ("lateral_femoral_cutaneous_nerve", "nerve", r"^Sensory only$", None),
    ("lateral_femoral_cutaneous_nerve", "find_it", r"do not press", r"press just|zap"),
    ("femoral_neurovascular_bundle", "origin", r"from the inside outwards lie vein, artery, nerve", None),
    ("femoral_neurovascular_bundle", "nerve", r"L2-L4", None),
    ("trochanteric_bursa", "origin", r"one of several, others lie under gluteus medius and minimus", None),
    ("trochanteric_bursa", "plain", r"one of about six", None),
    ("iliotibial_band", "blood", r"lateral circumflex femoral artery and superior gluteal artery", r"genicular"),
    ("iliotibial_band", "nerve", r"^No motor nerve", None),
    ("iliotibial_band", "insertion", r"Gerdy's tubercle", None),
    ("greater_trochanter", "insertion", r"obturator externus in the hollow.*front and lower borders", None),
    ("ischial_tuberosity", "insertion", r"inferior gemellus", None),
    ("iliac_crest", "insertion", r"on its inner side iliacus, quadratus lumborum and erector spinae", None),
    ("asis", "nerve", r"in about 87 %", None),
    ("lateral_femoral_cutaneous_nerve", "origin", r"in about 87 %", None),
    ("femoral_neurovascular_bundle", "insertion", r"saphenous nerve; .* some 5 cm below", None),
    ("femoral_neurovascular_bundle", "actions", r"sartorius, pectineus and iliacus; feeling", None),
    ("sciatic_nerve", "actions", r"hamstring part of adductor magnus.*except its inner side", None),
    ("psoas_major", "actions", r"bends the trunk to its side", None),
    ("sacrum", "plain", r"weight of the trunk to them", r"to the pelvis"),
    ("hip_bone", "plain", r"^One of the two hip bones", r"half of the pelvis"),
    ("greater_trochanter", "insertion", r"piriformis, obturator internus and the gemelli", r"quadratus femoris"),
    ("ischial_tuberosity", "insertion", r"adductor magnus and quadratus femoris", None),
    ("iliac_crest", "insertion", r"gluteus maximus", r"glutei|medius"),
    ("asis", "insertion", r"Sartorius, .*inguinal ligament", None),
    ("inguinal_ligament", "plain", r"front hip bone to a bump on the pubis", None),
    ("obturator_externus", "plain", r"with the adductors", None),
    ("hip_bone", "plain", r"ilium, ischium and pubis", None),
    ("tibia", "plain", r"iliotibial band ends on the front-outer corner", None),
]  # fmt: skip


@pytest.mark.parametrize("id_", dict.fromkeys(id_ for id_, *_ in RIGHT))
def test_what_was_checked_keeps_its_right_value(id_):
    wrong = []
    for _, field, says, never in (row for row in RIGHT if row[0] == id_):
        found = getattr(RECORDS[id_], field)
        text = found if isinstance(found, str) else "; ".join(found)
        if not re.search(says, text) or (never and re.search(never, text)):
            wrong.append((field, says, never, text))
    assert wrong == []


def test_movements_of_the_hip_are_those_of_the_texts():
    """A muscle's first movement is what the texts agree on; none gets a movement of a joint it does not reach."""
    first = {
        "psoas_major": "hip flexion", "iliacus": "hip flexion", "pectineus": "hip flexion",
        "tensor_fasciae_latae": "hip flexion", "gluteus_maximus": "hip extension", "gluteus_medius": "hip abduction",
        "gluteus_minimus": "hip abduction", "obturator_internus": "hip external rotation",
        "gemelli": "hip external rotation", "quadratus_femoris": "hip external rotation",
        "piriformis": "hip external rotation in extension",
    }  # fmt: skip
    for id_, movement in first.items():
        assert C.structures[id_].actions[0] == movement
        assert not any("knee" in action for action in C.structures[id_].actions)


def test_a_nerve_of_skin_moves_nothing():
    assert not any("moves" in a for a in C.structures["lateral_femoral_cutaneous_nerve"].actions)


def test_the_anatomical_fields_are_fields_of_a_structure():
    assert set(ANATOMY) <= set(type(C.structures["asis"]).model_fields)
