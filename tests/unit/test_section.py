"""What lies under the roller, in every section."""

import pytest
import shapely

from data.catalog import catalog
from data.model import Verdict
from data.outlines import AXIAL_VIEWS, load_view
from data.rolling import advice
from data.section import sides, skin_point, under_roller

PLACES = [(v, s) for v in AXIAL_VIEWS for s in sides(load_view(v))]


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


@pytest.mark.parametrize(("view", "side"), PLACES)
def test_advice_is_never_better_than_what_it_presses(view, side):
    way = under_roller(load_view(view), side)
    found = advice(view, side, way, catalog())
    verdicts = {catalog().structures[p.id].rolling.verdict for p in way if p.id in catalog().structures}
    if Verdict.AVOID in verdicts or not verdicts:
        assert found.verdict is Verdict.AVOID
    else:
        assert found.verdict in {*verdicts, Verdict.AVOID}
    assert found.reason


@pytest.mark.parametrize("place", [("axial_hip", "front"), ("axial_knee", "back"), ("axial_knee", "outer")])
def test_zones_are_to_be_avoided(place):
    assert advice(*place, under_roller(load_view(place[0]), place[1]), catalog()).verdict is Verdict.AVOID


def test_an_unknown_side_is_a_key_error():
    with pytest.raises(KeyError):
        under_roller(load_view("axial_knee"), "above")
