"""What lies over, under and beside: known pairs, both sides agree, a record has the last word, problems are told."""

import json

import pytest

from data import neighbours as near
from data.catalog import catalog
from data.deeper import Deeper, Neighbours
from data.model import Tissue

C = catalog()
OVER = (
    ("gluteus_maximus", "gluteus_medius"),
    ("gluteus_maximus", "piriformis"),
    ("gluteus_medius", "gluteus_minimus"),
    ("rectus_femoris", "vastus_intermedius"),
    ("adductor_longus", "adductor_brevis"),
    ("adductor_brevis", "adductor_magnus"),
    ("semitendinosus", "semimembranosus"),
    ("iliotibial_band", "vastus_lateralis"),
    ("gastrocnemius", "soleus"),
    ("sartorius", "rectus_femoris"),
    ("piriformis", "sciatic_nerve"),
    ("sciatic_nerve", "quadratus_femoris"),
    ("biceps_femoris_long_head", "biceps_femoris_short_head"),
)
BESIDE = (
    ("pectineus", "adductor_longus"),
    ("iliacus", "psoas_major"),
    ("piriformis", "gemelli"),
    ("gemelli", "quadratus_femoris"),
    ("rectus_femoris", "vastus_lateralis"),
)
APART = (
    ("vastus_lateralis", "adductor_magnus"),
    ("gluteus_maximus", "gluteus_minimus"),
    ("psoas_major", "quadratus_femoris"),
    ("vastus_lateralis", "semimembranosus"),
)
MUSCLES = [s.id for s in C.structures.values() if s.tissue is Tissue.MUSCLE]


@pytest.mark.parametrize(("upper", "lower"), OVER)
def test_what_textbooks_lay_on_each_other_lies_so(upper, lower):
    assert lower in near.neighbours(upper, C).under
    assert upper in near.neighbours(lower, C).over


@pytest.mark.parametrize(("one", "other"), BESIDE)
def test_what_lies_side_by_side_is_beside(one, other):
    assert other in near.neighbours(one, C).beside
    assert one in near.neighbours(other, C).beside


@pytest.mark.parametrize(("one", "other"), APART)
def test_what_does_not_touch_is_no_neighbour(one, other):
    found = near.neighbours(one, C)
    assert other not in (*found.over, *found.under, *found.beside)


@pytest.mark.parametrize("id_", MUSCLES)
def test_a_muscle_has_neighbours_each_of_them_once(id_):
    found = near.neighbours(id_, C)
    ids = [*found.over, *found.under, *found.beside]
    assert ids
    assert len(set(ids)) == len(ids)
    assert id_ not in ids
    assert set(ids) <= C.known


def test_a_record_has_the_last_word_in_what_it_says():
    own = Deeper(neighbours=Neighbours(over=("sciatic_nerve",)))
    changed = C.structures["rectus_femoris"].model_copy(update={"deeper": own})
    content = type("Content", (), {"structures": {"rectus_femoris": changed}})
    found = near.neighbours("rectus_femoris", content)
    assert found.over == ("sciatic_nerve",)
    assert "vastus_intermedius" in found.under


def test_a_correction_that_names_nothing_known_is_a_problem(tmp_path, monkeypatch):
    file = tmp_path / "neighbours.yaml"
    file.write_text(
        "pairs:\n"
        "  - {one: spleen, lies: over, other: soleus, why: because, reference: nobody}\n"
        "  - {one: soleus, lies: none, other: gastrocnemius, why: because}\n",
        encoding="utf-8",
    )
    monkeypatch.setattr(near, "FILE", file)
    assert [p.field.rsplit(".", 1)[-1] for p in near.check(C)] == ["one", "reference"]
    file.write_text("pairs:\n  - {one: soleus, lies: over, other: plantaris, why: because}\n", encoding="utf-8")
    assert "reference" in near.check(C)[0].message


def test_no_pair_is_put_right_twice():
    pairs = [frozenset((c.one, c.other)) for c in near.corrections()]
    assert len(set(pairs)) == len(pairs)


def test_a_correction_corrects_something():
    """What the drawing says by itself need not be written down."""
    upon, aside = near.drawn()
    for c in near.corrections():
        says = "over" if (c.one, c.other) in upon else ""
        says = says or ("beside" if {(c.one, c.other), (c.other, c.one)} & set(aside) else "")
        says = says or ("under" if (c.other, c.one) in upon else "none")
        assert says != c.lies, (c.one, c.other)


def test_the_command_prints_every_muscle(capsys):
    assert near.main(["--json"]) == 0
    assert set(MUSCLES) <= set(json.loads(capsys.readouterr().out))
