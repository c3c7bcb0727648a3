"""Rolling, card by card: verdict, technique, dose and cautions agree with each other and with vessels and nerves.

Each rule is asked of every record, and of a copy with a planted slip, where it must find it.
"""

import re

import pytest

from components.card import text as card_text
from components.card.ask_first import TITLE, ask_first
from data.how_to import MOST_PRESSURE, HowTo, Level, Place, Way
from data.model import Tissue, Verdict
from data.outlines import AXIAL_VIEWS
from data.structure import Rolling
from tests.content.rolling_rules import (
    ALL,
    NEAR,
    RULES,
    C,
    avoided_but_told_how,
    clashing_words,
    dose_unsaid,
    forbidden_places,
    instead_leads_astray,
    kept_off_in_silence,
    painful_but_kind,
    painful_unsaid,
    pressed_to_find_it,
    pressed_where_it_is_avoided,
    unnamed_neighbours,
)  # fmt: skip

ROLLED = [s for s in ALL if s.rolling.how_to]


@pytest.mark.parametrize("structure", ALL, ids=lambda s: s.id)
def test_a_card_agrees_with_itself_and_with_the_drawing(structure):
    assert {rule.__name__: found for rule in RULES if (found := rule(structure))} == {}


def planted(structure, **changed):
    """A copy of a structure with other words in its rolling block; `how` changes the how-to."""
    found = C.structures[structure]
    how = changed.pop("how", None)
    rolling = found.rolling.model_copy(update=changed)
    if how is not None:
        base = rolling.how_to or C.structures["vastus_lateralis"].rolling.how_to
        rolling = rolling.model_copy(update={"how_to": base.model_copy(update=how)})
    return found.model_copy(update={"rolling": rolling})


def found_by(structure, find_it):
    """A copy of a structure that is found in another way."""
    return C.structures[structure].model_copy(update={"find_it": find_it})


PASTED = (
    "30-60 s per pass, 1-3 passes (about 1-2 min per muscle), slow strokes, discomfort no higher than 4-5 out of 10"
)
HARD = "1-2 passes of 15-30 s, discomfort at most 8 of 10; up to once a day"
PLANTED = [
    # the rule that must find it, and the card as it once was, or as a slip would make it
    (clashing_words, planted("tensor_fasciae_latae", how={"dose": PASTED})),
    (clashing_words, planted("vastus_lateralis", how={"technique": "Hold still on sore spots for 20 s."})),
    (clashing_words, planted("tensor_fasciae_latae", how={"technique": "Hold a spot, then small strokes."})),
    (clashing_words, planted("rectus_femoris", how={"technique": "Slow strokes; pause on sore spots."})),
    (clashing_words, planted("gluteus_medius", how={"way": Way.HOLDS})),
    (dose_unsaid, planted("gracilis", how={"dose": PASTED})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes by hand, discomfort at most 3 of 10; once a day"})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes of 15-30 s by hand; once a day"})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes of 15-30 s, discomfort at most 8 of 10; once a day"})),
    (dose_unsaid, planted("gracilis", how={"dose": "1-2 passes of 15-30 s, discomfort at most 3 of 10"})),
    (dose_unsaid, planted("gracilis", how={"pressure": 8, "dose": HARD})),
    (avoided_but_told_how, planted("pectineus", how={})),
    (avoided_but_told_how, planted("iliac_crest", how={})),
    (avoided_but_told_how, planted("sciatic_nerve", instead=None)),
    (forbidden_places, planted("gluteus_maximus", how={"at": Place.LOWER_BUTTOCK})),
    (forbidden_places, planted("biceps_femoris_long_head", how={"at": Place.SIT_BONE})),
    (forbidden_places, planted("sartorius", how={"at": Place.FRONT_INNER_THIGH})),
    (forbidden_places, planted("gluteus_maximus", how={"technique": "Slow strokes over the sit bone."})),
    (forbidden_places, planted("rectus_femoris", how={"position": "face down, roller under the upper front thigh"})),
    (kept_off_in_silence, planted("rectus_femoris", cautions="Not on a fresh bruise or strain.")),
    (unnamed_neighbours, planted("rectus_femoris", cautions="Stop a hand's width below the front hip bone.")),
    (unnamed_neighbours, planted("semimembranosus", cautions="Keep off the back of the knee.")),
    (unnamed_neighbours, planted("vastus_lateralis", out_of_reach=())),
    (unnamed_neighbours, planted("adductor_brevis", verdict=Verdict.LITTLE_BENEFIT, cautions="Groin.")),
    (pressed_where_it_is_avoided, planted("biceps_femoris_long_head", how={"levels": (Level.UPPER_THIGH,)})),
    (pressed_where_it_is_avoided, planted("rectus_femoris", how={"levels": (Level.KNEE,), "at": Place.BACK_THIGH})),
    (pressed_where_it_is_avoided, planted("gracilis", how={"levels": (Level.HIP,)})),
    (painful_but_kind, planted("gluteus_medius", when_painful=Verdict.HELPS)),
    (painful_unsaid, planted("rectus_femoris", when_painful=None)),
    (painful_unsaid, planted("iliotibial_band", when_painful=Verdict.LITTLE_BENEFIT)),
    (pressed_to_find_it, found_by("biceps_femoris_long_head", "The outer cord behind the knee.")),
    (pressed_to_find_it, found_by("popliteal_fossa", "Bend the knee: the soft hollow.")),
    (pressed_to_find_it, found_by("adductor_longus", "The strong cord in the inner upper thigh.")),
    (instead_leads_astray, planted("gemelli", instead="No rolling; roll the whole buttock instead")),
    (instead_leads_astray, planted("greater_trochanter", instead="Roll in front of it or behind it")),
    (instead_leads_astray, planted("sciatic_nerve", instead="Roll the lower buttock with a softer ball")),
]  # fmt: skip


@pytest.mark.parametrize(
    ("rule", "slip"), PLANTED, ids=[f"{r.__name__}-{s.id}-{n}" for n, (r, s) in enumerate(PLANTED)]
)
def test_a_planted_slip_is_found(rule, slip):
    assert rule(slip)


def test_the_femoral_nerve_is_not_told_as_the_main_nerve_of_the_leg():
    for structure in ALL:
        told = f"{structure.plain} {structure.rolling.reason}"
        assert not re.search(r"(main|vein) (vessels )?and (the )?nerve of the leg", told), structure.id


@pytest.mark.parametrize("id_", ["biceps_femoris_long_head", "semimembranosus", "semitendinosus", "adductor_magnus"])
def test_the_back_of_the_thigh_is_rolled_no_lower_than_the_vessels_come_through(id_):
    """They pass adductor magnus 8 to 13.5 cm above the inner knee: a hand's width is too low."""
    assert C.structures[id_].rolling.how_to.end == "two hands' widths above the back of the knee"


def pasted(structures):
    """Doses that stand on more than one card."""
    doses = [s.rolling.how_to.dose for s in structures if s.rolling.how_to]
    return {d for d in doses if doses.count(d) > 1}


def test_every_dose_is_written_for_its_card():
    assert pasted(ALL) == set()
    assert pasted([*ALL, planted("gracilis")]) == {C.structures["gracilis"].rolling.how_to.dose}


@pytest.mark.parametrize("field", ["verdict", "reason", "cautions"])
def test_a_rolling_block_with_a_how_to_on_what_is_avoided_is_not_read(field):
    block = C.structures["gracilis"].rolling.model_dump(by_alias=True)
    assert Rolling.model_validate(block).how_to
    with pytest.raises(ValueError, match="avoided has no how_to" if field == "verdict" else field):
        Rolling.model_validate({**block, field: Verdict.AVOID if field == "verdict" else ""})


@pytest.mark.parametrize(
    ("slip", "said"),
    [
        ({"pressure": MOST_PRESSURE + 1}, "pressure"),
        ({"seconds": {"least": 60, "most": 90}}, "must not exceed"),
        ({"seconds": {"least": 60, "most": 30}}, "the most must not be less"),
        ({"levels": ["axial_ankle"]}, "levels"),
        ({"at": "somewhere"}, "at"),
    ],
)
def test_a_how_to_beyond_the_limits_is_not_read(slip, said):
    how = C.structures["gracilis"].rolling.how_to.model_dump(by_alias=True)
    assert HowTo.model_validate(how)
    with pytest.raises(ValueError, match=said):
        HowTo.model_validate({**how, **slip})


def test_the_levels_are_the_drawn_sections():
    assert [level.value for level in Level] == list(AXIAL_VIEWS)


def test_what_is_within_three_centimetres_is_measured():
    assert set(NEAR["biceps_femoris_long_head"]) == {"sciatic_nerve", "common_fibular_nerve"}
    assert set(NEAR["gracilis"]) == {"femoral_neurovascular_bundle", "sciatic_nerve"}
    assert NEAR["iliotibial_band"] == {}


@pytest.mark.parametrize("structure", ROLLED, ids=lambda s: s.id)
def test_before_every_way_of_rolling_stands_who_asks_first(structure):
    shown = card_text.how_to(structure, C)
    assert f'href="./rolling?structure={structure.id}&amp;ask=first"' in shown
    assert shown.index("who should ask before rolling") < shown.index("<dt>Tool</dt>") < shown.index("<dt>Dose</dt>")
    assert card_text.how_to(structure, C).count("<dt>Where</dt>") == 1


def test_without_a_way_of_rolling_nobody_is_sent_to_the_list():
    assert "who should ask" not in card_text.how_to(C.structures["pectineus"], C)


def test_the_list_of_who_asks_first_has_the_reasons_that_no_card_can_see():
    shown = ask_first(C)
    assert TITLE.startswith("Who should not roll")
    for reason in ("blood thinner", "blood clot", "osteoporosis", "pregnant", "graft", "varicose", "feel touch"):
        assert reason in shown


@pytest.mark.parametrize("bone", C.bones.values(), ids=lambda b: b.id)
def test_a_bone_sends_no_roller_to_a_place_that_a_card_forbids(bone):
    assert not re.search(r"keep to the muscle beside|only bruises|behind it", bone.rolling)


@pytest.mark.parametrize("structure", ALL, ids=lambda s: s.id)
def test_the_limits_of_what_is_rolled_have_sources(structure):
    rolling = structure.rolling
    if rolling.how_to:
        assert "behm2020rx" in rolling.references  # sets and seconds
    if structure.tissue is Tissue.MUSCLE and NEAR[structure.id]:
        assert set(rolling.references) - {"behm2020rx", "grabow2018"} or rolling.out_of_reach
    assert len(rolling.cautions) <= 230, "few words: a card is read in pain, and four of them on one sheet of paper"
