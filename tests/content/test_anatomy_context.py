"""Muscles and ligaments around hip and thigh: what an exam asks of them, what must not be said, where it stands."""

import re
from pathlib import Path

import pytest
import shapely

import data
from data.catalog import catalog
from data.model import Tissue, Verdict
from data.outlines import load_view
from data.source import read
from tests.content.test_anatomy_thigh import (
    READ,
    calls_by_another_name_what_is_the_same_thing_and_nothing_else,
    cites_what_was_seen,
    family,
)
from tests.every import every

C = catalog()
MUSCLES = (
    "obturator_externus", "popliteus", "plantaris", "quadratus_lumborum", "tibialis_anterior",
    "extensor_digitorum_longus", "fibularis_longus", "iliocostalis_lumborum", "longissimus_thoracis", "multifidus",
)  # fmt: skip
LIGAMENTS = ("patellar_ligament", "patellar_retinaculum", "inguinal_ligament")
BACK = ("quadratus_lumborum", "iliocostalis_lumborum", "longissimus_thoracis", "multifidus")
SAYS = [
    ("obturator_externus", "origin", r"^Outer face of the obturator membrane"),
    ("obturator_externus", "insertion", r"^Trochanteric fossa"),
    ("obturator_externus", "nerve", r"^Obturator nerve, posterior division \(L3-L4\)$"),
    ("obturator_externus", "blood", r"^Obturator artery"),
    ("obturator_externus", "actions", r"^hip external rotation; assists adduction"),
    ("popliteus", "origin", r"lateral femoral condyle; also the lateral meniscus"),
    ("popliteus", "insertion", r"above the soleal line"),
    ("popliteus", "nerve", r"^Tibial nerve \(L4-S1\)"),
    ("popliteus", "actions", r"internal rotation of the bent leg; unlocks the straight knee"),
    ("plantaris", "origin", r"lateral supracondylar line"),
    ("plantaris", "nerve", r"^Tibial nerve \(S1-S2\)$"),
    ("quadratus_lumborum", "origin", r"iliac crest.*iliolumbar ligament"),
    ("quadratus_lumborum", "insertion", r"^Twelfth rib and the transverse processes of L1-L4$"),
    ("quadratus_lumborum", "nerve", r"^Anterior rami of T12-L4"),
    ("tibialis_anterior", "insertion", r"medial cuneiform and first metatarsal"),
    ("tibialis_anterior", "nerve", r"^Deep fibular nerve \(L4-L5\)"),
    ("tibialis_anterior", "actions", r"^ankle dorsiflexion; foot inversion$"),
    ("extensor_digitorum_longus", "nerve", r"^Deep fibular nerve \(L5-S1\)"),
    ("fibularis_longus", "insertion", r"medial cuneiform and first metatarsal"),
    ("fibularis_longus", "nerve", r"^Superficial fibular nerve \(L5-S1\)$"),
    ("fibularis_longus", "actions", r"^foot eversion; assists ankle plantar flexion"),
    ("iliocostalis_lumborum", "nerve", r"Posterior rami.*lateral branches"),
    ("multifidus", "nerve", r"^Medial branches of the posterior rami"),
    ("multifidus", "insertion", r"^Spinous processes"),
    ("patellar_ligament", "insertion", r"^Tibial tuberosity$"),
    ("inguinal_ligament", "origin", r"^Anterior superior iliac spine$"),
    ("inguinal_ligament", "insertion", r"^Pubic tubercle$"),
]
NEVER = [
    ("obturator_externus", "actions", r"(?<!add)abduction|internal"),
    ("popliteus", "actions", r"\bankle\b|external rotation of the bent"),
    ("quadratus_lumborum", "insertion", r"[Ff]irst rib"),
    ("tibialis_anterior", "actions", r"eversion"),
    ("fibularis_longus", "actions", r"inversion|dorsiflexion"),
    ("iliocostalis_lumborum", "nerve", r"[Aa]nterior rami"),
]
OWN = [r["id"] for r in read(Path(data.__file__).parent / "content" / "references" / "context.yaml").value]


def told(id_, field):
    """The text of a field in one line."""
    value = getattr(C.structures[id_], field)
    return value if isinstance(value, str) else "; ".join(value or ())


def says_what_an_exam_asks_and_not_what_is_wrong(id_):
    rows = [(r, True) for r in SAYS if r[0] == id_] + [(r, False) for r in NEVER if r[0] == id_]
    assert [r for r, says in rows if bool(re.search(r[2], told(*r[:2]))) != says] == []


def every_fact_stands_in_two_places(id_):
    """That do not copy each other. The vessels of the patellar ligament were found in one study alone."""
    found = C.structures[id_]
    for field in (f for f in READ if getattr(found, f)):
        voices = {family(s.reference) for s in found.checked.standing(field)}
        assert len(voices) >= (1 if (id_, field) == ("patellar_ligament", "blood") else 2), (field, voices)


@pytest.mark.parametrize("id_", [*MUSCLES, *LIGAMENTS])
def test_a_card_is_sound(id_):
    every(
        (
            calls_by_another_name_what_is_the_same_thing_and_nothing_else,
            every_fact_stands_in_two_places,
            cites_what_was_seen,
            says_what_an_exam_asks_and_not_what_is_wrong,
        ),
        id_,
    )


@pytest.mark.parametrize("id_", MUSCLES)
def test_a_muscle_has_its_compartment_its_nerve_by_root_and_its_joints(id_):
    deeper = C.structures[id_].deeper
    assert C.structures[id_].tissue is Tissue.MUSCLE
    assert deeper.compartment
    assert deeper.at_joints
    assert all(set(s.main) <= set(s.roots) for s in deeper.supplies)
    assert deeper.supplies


@pytest.mark.parametrize("id_", BACK)
def test_the_lower_back_is_kept_off_and_says_when_it_is_an_emergency(id_):
    rolling = C.structures[id_].rolling
    assert rolling.verdict is Verdict.AVOID
    assert "lower back" in rolling.keep_off
    assert "emergency" in rolling.cautions


def test_the_trial_that_found_otherwise_is_named_where_it_is_contradicted():
    for id_ in ("iliocostalis_lumborum", "longissimus_thoracis"):
        rolling = C.structures[id_].rolling
        assert "fijavz2024" in rolling.references
        assert "43 healthy backs" in rolling.reason


@pytest.mark.parametrize("id_", ["tibialis_anterior", "extensor_digitorum_longus", "fibularis_longus"])
def test_the_nerve_at_the_fibular_neck_is_kept_off(id_):
    rolling = C.structures[id_].rolling
    assert "outer upper shin" in rolling.keep_off
    assert "common fibular nerve" in rolling.cautions
    assert rolling.how_to is None


def test_a_belly_of_plantaris_is_as_long_and_wide_as_measured_ones():
    """Dissected ones: 5 to 10 cm long, about 2 cm wide; then a tendon of a few millimetres."""
    (shape,) = load_view("posterior").of("plantaris")
    left, bottom, right, top = shape.area().bounds

    def across(down):
        return shape.area().intersection(shapely.box(left, top - down - 1, right, top - down + 1)).area / 2

    assert top - bottom > 190
    assert max(across(d) for d in range(10, 100, 5)) < 22
    assert max(across(d) for d in range(135, 190, 5)) < 8


@pytest.mark.parametrize("id_", OWN)
def test_a_page_that_was_read_stands_behind_a_card(id_):
    assert any(
        id_ in s.sources or any(c.reference == id_ for c in s.checked.sources)
        for s in (C.structures[i] for i in (*MUSCLES, *LIGAMENTS))
    )
