"""The deeper part of a card: folded, escaped, each fact with its reference, nothing without one."""

import re
from typing import get_args

import pytest

from components.card import text
from components.card.deeper import COMPARTMENTS, JOINTS, LEAVE, deeper
from components.card.numbers import numbers
from components.first.explore import card
from components.shared.url import State
from data.catalog import catalog
from data.deeper import AtJoint, Compartment, Deeper
from data.mechanics.geometry import load_geometry
from data.mechanics.tilt import arms

C = catalog()
REF = next(iter(C.references))
STORY = next(iter(C.conditions))
NOTE = {"text": "a <b>note</b>", "reference": REF}
MUSCLE = {
    "compartment": "gluteal_superficial",
    "supplies": [{"nerve": "sciatic_nerve", "branch": "inferior gluteal nerve", "roots": ["L5", "S1", "S2"],
                  "main": ["S1"]}],
    "at_joints": [
        {"joint": "hip", "movement": "abduction", "share": "helper", "position": "upper fibres"},
        {"joint": "hip", "movement": "extension", "share": "prime"},
    ],
    "variants": [NOTE | {"share": "3 of 100"}],
    "clinical": [NOTE | {"condition": STORY}],
    "strength_test": NOTE,
    "said": {"syllables": "MUS-cu-lus", "ipa": "/ˈmʊs/"},
}  # fmt: skip
NERVE = {
    "roots": ["L4", "L5"],
    "moves": ["sartorius", "gracilis"],
    "feels": "outer shin",
    "lesion": {"cannot": "lift the foot", "how": "pressed at the neck of the fibula", "reference": REF},
}
JOINT = {"range": [NOTE], "close_packed": NOTE, "limits": [NOTE]}


def shown(record, id_="gluteus_maximus"):
    return deeper(C.structures[id_].model_copy(update={"deeper": Deeper.model_validate(record)}), C)


def fold(html, title):
    return re.search(rf"<details><summary>{title}</summary>(.*?)</details>", html, re.DOTALL)[1]


def test_a_muscle_says_what_an_exam_asks():
    found = fold(shown(MUSCLE), "For the exam")
    assert "Buttock, outer layer" in found
    assert "Inferior gluteal nerve</a>: L5, <b>S1</b>, S2 (mainly S1)" in found
    assert found.index("Extension: prime mover") < found.index("Abduction: helper, upper fibres")
    assert "MUS-cu-lus <span>/ˈmʊs/</span>" in found


def test_what_has_a_reference_names_it_and_links_to_the_story():
    html = shown(MUSCLE)
    for title in ("Variants", "In practice"):
        assert f"reference={REF}" in fold(html, title) or C.references[REF].url in fold(html, title)
    assert f"condition={STORY}" in fold(html, "In practice")
    assert "3 of 100." in fold(html, "Variants")


def test_a_nerve_says_what_is_lost_and_never_that_it_is_yours():
    found = fold(shown(NERVE, "common_fibular_nerve"), "When it is hurt")
    assert "Lift the foot." in found
    assert "structure=gracilis" in found
    assert "not a finding about you" in found
    assert "Roots" in fold(shown(NERVE, "common_fibular_nerve"), "For the exam")


def test_a_nerve_without_a_lesion_says_what_it_supplies():
    record = {k: v for k, v in NERVE.items() if k != "lesion"}
    assert "Outer shin." in fold(shown(record, "common_fibular_nerve"), "What it supplies")


def test_a_joint_says_how_far_it_moves():
    assert fold(shown(JOINT, "trochanteric_bursa"), "How far it moves").count("<dt>") == 3


@pytest.mark.parametrize("record", [MUSCLE, NERVE, JOINT])
def test_all_is_escaped_and_folded(record):
    html = shown(record)
    assert "<b>note" not in html
    assert "<details open" not in html
    assert html.count("<details>") == html.count("</details>")


def test_every_joint_has_words():
    assert set(JOINTS) == set(get_args(AtJoint.model_fields["joint"].annotation))


def test_every_compartment_has_words():
    assert set(COMPARTMENTS) == set(Compartment)


def test_a_test_or_a_stretch_says_first_who_leaves_it():
    found = fold(deeper(C.structures["iliacus"], C), "In practice")
    assert found.index(LEAVE) < found.index("<dt>Strength")
    assert LEAVE not in deeper(C.structures["hip_joint"], C)


def test_every_card_can_be_drawn():
    """A compartment or joint without words would break the card."""
    assert all(isinstance(deeper(s, C), str) for s in C.structures.values())


def test_a_record_without_a_deeper_part_shows_only_what_is_computed():
    html = deeper(C.structures["sartorius"].model_copy(update={"deeper": None}), C)
    assert re.findall("<summary>(.*?)</summary>", html) == ["Neighbours", "In numbers"]


def test_it_stands_after_the_anatomy_and_is_left_out_on_request():
    structure = C.structures["sartorius"]
    titles = re.findall("<summary>(.*?)</summary>", text.sections(structure, C))
    assert titles.index("Anatomy") < titles.index("Neighbours") < titles.index("Find it on yourself")
    assert "Neighbours" not in text.sections(structure, C, deep=False)


def test_the_first_answer_has_it_but_for_the_page_that_most_people_meet():
    assert "<summary>Neighbours" in card("sartorius", C, State(structure="sartorius"))
    assert "<summary>Neighbours" not in card(State().structure, C, State())


def test_the_numbers_are_those_of_the_lab():
    html = numbers("gluteus_medius", C)
    ours, other = (arms(0.0, n)["glmed1"].about("abduction") for n in ("lai_uhlrich", "gait2392"))
    assert f"<td>{ours:.0f} ({other:.0f})</td>" in html
    assert "part=tilt&amp;element=glmed1" in html
    assert all(n in html for n in ("LaiUhlrich2022", "Gait2392"))


def test_every_muscle_of_a_model_has_numbers_and_nothing_else():
    modelled = {e.structure for n in ("lai_uhlrich", "gait2392") for e in load_geometry(n).elements}
    assert {i for i in C.structures if numbers(i, C)} == modelled & set(C.structures)
