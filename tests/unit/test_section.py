"""What lies under the roller, in every section, and what is to be made of it."""

import itertools

import pytest
import shapely

from data.catalog import catalog
from data.model import Tissue, Verdict
from data.outlines import AXIAL_VIEWS, load_view
from data.rolling import SLIVER_MM, ZONES, Advice, advice, at_level, catalog_at
from data.section import CONTACT_MM, SIDES, Beside, Pressed, beside, sides, skin_point, under_roller

PLACES = [(v, s) for v in AXIAL_VIEWS for s in sides(load_view(v))]
AVOID, LITTLE, CARE, HELPS = Verdict.AVOID, Verdict.LITTLE_BENEFIT, Verdict.HELPS_WITH_CARE, Verdict.HELPS
EXPECTED = [
    # level, side, verdict, what decides, what to keep off within the roller's contact
    ("axial_hip", "outer", AVOID, "greater_trochanter", []),
    ("axial_hip", "front", AVOID, "femoral_neurovascular_bundle", ["femoral_neurovascular_bundle"]),
    ("axial_hip", "back", AVOID, "sciatic_nerve", ["sciatic_nerve"]),
    ("axial_upper_thigh", "outer", LITTLE, "iliotibial_band", []),
    ("axial_upper_thigh", "front", AVOID, "femoral_neurovascular_bundle", ["lateral_femoral_cutaneous_nerve"]),
    ("axial_upper_thigh", "inner", AVOID, "femoral_neurovascular_bundle", ["sciatic_nerve"]),
    ("axial_upper_thigh", "back", AVOID, "sciatic_nerve", ["sciatic_nerve"]),
    ("axial_mid_thigh", "outer", LITTLE, "iliotibial_band", []),
    ("axial_mid_thigh", "front", HELPS, "rectus_femoris", []),
    ("axial_mid_thigh", "inner", LITTLE, "gracilis", ["femoral_neurovascular_bundle", "sciatic_nerve"]),
    ("axial_mid_thigh", "back", CARE, "biceps_femoris_long_head", ["sciatic_nerve"]),
    ("axial_lower_thigh", "outer", LITTLE, "iliotibial_band", []),
    ("axial_lower_thigh", "front", HELPS, "rectus_femoris", []),
    ("axial_lower_thigh", "inner", AVOID, "sartorius", []),
    ("axial_lower_thigh", "back", CARE, "biceps_femoris_long_head", ["sciatic_nerve"]),
    ("axial_knee", "outer", AVOID, "lateral_femoral_epicondyle", ["lateral_femoral_epicondyle", "distal_itb_fat_pad"]),
    ("axial_knee", "front", AVOID, None, []),
    ("axial_knee", "inner", AVOID, None, []),
    ("axial_knee", "back", AVOID, "popliteal_fossa", ["popliteal_fossa"]),
]


def at(view: str, side: str) -> Advice:
    drawn = load_view(view)
    return advice(view, side, under_roller(drawn, side), beside(drawn, side), catalog())


def test_at_the_hip_the_inner_side_is_the_middle_of_the_body():
    assert "inner" not in sides(load_view("axial_hip"))


def test_on_the_outer_mid_thigh_a_thin_band_lies_over_the_outer_quad_over_the_bone():
    way = under_roller(load_view("axial_mid_thigh"), "outer")
    tissues = ["skin", "subcutaneous_fat", "iliotibial_band", "vastus_lateralis", "vastus_intermedius", "femur"]
    assert [p.id for p in way] == tissues
    thickness = {p.id: p.thickness_mm for p in way}
    assert thickness["iliotibial_band"] < 4 < thickness["vastus_lateralis"]


@pytest.mark.parametrize(("view", "side"), PLACES)
def test_the_way_goes_from_skin_to_bone_ever_deeper(view, side):
    way = under_roller(load_view(view), side)
    assert way[0].id == "skin"
    assert way[-1].id in catalog().bones
    depths = [p.depth_mm for p in way]
    assert depths == sorted(depths)
    assert len({p.id for p in way}) == len(way)


@pytest.mark.parametrize(("view", "side"), PLACES)
def test_the_roller_touches_the_skin(view, side):
    skin = load_view(view).surround[0].area().boundary
    assert skin.distance(shapely.Point(skin_point(load_view(view), side))) < 1e-6


def test_every_place_has_its_line_in_the_table():
    assert [row[:2] for row in EXPECTED] == PLACES


@pytest.mark.parametrize(("view", "side", "verdict", "decides", "close"), EXPECTED)
def test_the_advice_of_every_place(view, side, verdict, decides, close):
    found = at(view, side)
    assert (found.verdict, found.structure, [b.id for b in found.close]) == (verdict, decides, close)
    assert found.reason


@pytest.mark.parametrize(("view", "side"), PLACES)
def test_advice_is_never_better_than_what_is_pressed_first_or_lies_close(view, side):
    """Measured on the outlines, not by the code under test: a strip from the skin to the depth of the bone."""
    drawn, found = load_view(view), at(view, side)
    (x, y), (dx, dy) = skin_point(drawn, side), SIDES[side]
    deep, half = under_roller(drawn, side)[-1].depth_mm, CONTACT_MM / 2
    corners = [
        (x - dy * w - dx * d, y + dx * w - dy * d) for w, d in ((-half, 0), (half, 0), (half, deep), (-half, deep))
    ]
    strip = shapely.Polygon(corners)
    keep_off = {
        s.id for s in drawn.shapes
        if s.mark and s.id in catalog().structures and catalog().structures[s.id].rolling.verdict is AVOID
        and (strip.contains(shapely.Point(s.label)) if s.mark == "dot" else strip.intersects(s.area()))
    }  # fmt: skip
    assert keep_off <= {b.id for b in found.close}
    if keep_off:
        assert found.verdict is not HELPS
    tissues = [(p, catalog().structures[p.id]) for p in under_roller(drawn, side) if p.id in catalog().structures]
    if any(s.rolling.verdict is AVOID for _, s in tissues):
        assert found.verdict is AVOID
    first = next((s for p, s in tissues if s.tissue is Tissue.FASCIA or p.thickness_mm >= SLIVER_MM), None)
    if found.verdict is HELPS:
        assert first is not None
        assert first.rolling.verdict is HELPS
    if found.verdict is not AVOID:
        assert set(found.painful) == {s.id for _, s in tissues if s.rolling.when_painful}


def test_the_nerve_beside_the_way_through_the_buttock_is_found():
    (nerve,) = beside(load_view("axial_hip"), "back")
    assert nerve.id == "sciatic_nerve"
    assert nerve.aside_mm == pytest.approx(8, abs=0.5)
    assert [b.id for b in at("axial_mid_thigh", "back").close] == ["sciatic_nerve"]


def test_what_lies_behind_the_bone_is_not_pressed():
    assert beside(load_view("axial_upper_thigh"), "outer") == []  # sciatic nerve: 21 mm aside, but behind the femur


def decided(*pressed: tuple[str, float], close: tuple[Beside, ...] = ()) -> Advice:
    """Advice for tissues of given thickness, anywhere that is no zone."""
    depths = itertools.accumulate((t for _, t in pressed), initial=10.0)
    way = [Pressed(i, d, t) for (i, t), d in zip(pressed, depths, strict=False)]
    return advice("axial_mid_thigh", "outer", way, close, catalog())


def test_a_band_over_a_muscle_counts_and_the_less_favourable_of_the_two_decides():
    found = decided(("iliotibial_band", 2.0), ("vastus_lateralis", 30.0), ("vastus_intermedius", 9.0))
    assert (found.verdict, found.layers) == (LITTLE, ("iliotibial_band", "vastus_lateralis"))
    assert found.painful == ("iliotibial_band", "vastus_lateralis", "vastus_intermedius")


def test_a_thick_muscle_shields_what_lies_under_it():
    assert decided(("rectus_femoris", 18.0), ("vastus_intermedius", 20.0)).verdict is HELPS


def test_a_sliver_of_muscle_decides_nothing():
    assert decided(("vastus_intermedius", 4.9), ("vastus_lateralis", 20.0)).structure == "vastus_lateralis"
    assert decided(("gracilis", 1.3)).verdict is AVOID
    assert decided(("pectineus", 1.0), ("vastus_lateralis", 20.0)).structure == "pectineus"  # but it never hides harm


def test_a_nerve_close_by_allows_care_at_best():
    nerve = (Beside("sciatic_nerve", 29.0, 40.0),)
    found = decided(("rectus_femoris", 24.0), close=nerve)
    assert (found.verdict, found.capped, found.close) == (CARE, True, nerve)
    band = decided(("iliotibial_band", 2.0), ("vastus_lateralis", 30.0), close=nerve)
    assert (band.verdict, band.capped) == (LITTLE, False)  # a cap never makes a place better


def test_a_harmless_mark_close_by_changes_nothing():
    assert decided(("rectus_femoris", 24.0), close=(Beside("iliac_crest", 5.0, 40.0),)).verdict is HELPS


@pytest.mark.parametrize("place", ZONES)
def test_zones_are_to_be_avoided(place):
    assert at(*place).verdict is AVOID


def test_a_way_of_rolling_is_not_shown_for_another_level():
    gracilis = catalog().structures["gracilis"]
    assert at_level(gracilis, "axial_mid_thigh") is gracilis
    rolling = at_level(gracilis, "axial_knee").rolling
    assert rolling.how_to is None
    there = "back-inner thigh, from two hands' widths below the groin to two hands' widths above the inner knee"
    assert rolling.instead == f"Not here, but on the {there}"
    assert (
        "Not here, but on the calf, from a hand's width below"
        in at_level(catalog().structures["gastrocnemius"], "axial_knee").rolling.instead
    )


@pytest.mark.parametrize("section", AXIAL_VIEWS)
def test_a_catalog_is_another_only_where_a_card_speaks_otherwise_and_then_one(section):
    content = catalog()
    for id_, structure in content.structures.items():
        there = catalog_at(content, id_, section)
        assert there is catalog_at(content, id_, section)  # what is kept for a catalog is else never found again
        assert there.structures == {**content.structures, id_: at_level(structure, section)}
        assert (there is content) == (at_level(structure, section) is structure)
    assert catalog_at(content, None, section) is catalog_at(content, "femur", section) is content


def test_an_unknown_side_is_a_key_error():
    with pytest.raises(KeyError):
        under_roller(load_view("axial_knee"), "above")
    with pytest.raises(KeyError):
        beside(load_view("axial_knee"), "above")
