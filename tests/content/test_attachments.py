"""Footprints on the bare bones: each on its bone, as its record says, and in the order of the textbooks."""

import re

import pytest
import shapely

from data.catalog import catalog
from data.footprint import ROLES, areas, every, footprints
from data.outlines import LONG_VIEWS, load_view
from data.visibility import shown, uncovered
from tests.every import every as ask_every

C = catalog()
CASES = [pytest.param(view, own, id=f"{view}-{own.id}") for view in LONG_VIEWS for own in footprints(view)]
NAMED = {
    "hip_bone": r"ilium|iliac|pubis|ischi|obturator membrane",
    "femur": r"femur|femoral|linea aspera|trochanter|gluteal tuberosity",
    "tibia": r"tibia",
    "fibula": r"fibula",
    "patella": r"patella",
    "sacrum": r"sacrum",
    "l3": r"vertebral bodies|transverse processes|spinous processes",
    "l4": r"vertebral bodies|transverse processes|spinous processes",
    "l5": r"vertebral bodies|transverse processes|spinous processes",
}
"""How a record may speak of a bone."""
NO_BONE = {
    ("tensor_fasciae_latae", "insertion"): "iliotibial band",
    ("gastrocnemius", "insertion"): "Achilles tendon",
    ("soleus", "insertion"): "Achilles tendon",
    ("plantaris", "insertion"): "Heel bone",
    ("tibialis_anterior", "insertion"): "medial cuneiform",
    ("extensor_digitorum_longus", "insertion"): "four small toes",
    ("fibularis_longus", "insertion"): "medial cuneiform",
    ("iliocostalis_lumborum", "insertion"): "ribs",
    ("longissimus_thoracis", "insertion"): "ribs",
}
"""Ends on no bone that is drawn, and what the record says instead."""


def seen(view):
    return uncovered([s for s in shown(load_view(view), "bones") if not s.schematic], shapely.box(-999, -999, 999, 999))


def lies_on_its_bone(view, own):
    bone, drawn = seen(view)[own.bone], areas(view)[own.id]
    assert drawn.area > 5
    assert drawn.difference(bone.buffer(0.05)).area < 0.1
    assert own.area().intersection(bone).area > 0.85 * own.area().area


def is_itself_where_its_name_points(view, own):
    point = shapely.Point(own.label)
    assert [i for i, area in areas(view).items() if area.contains(point)] == [own.id]
    parts = shapely.get_parts(areas(view)[own.id])
    assert sum(p.contains(point) for p in parts) == 1
    if own.id in COMPACT:
        assert areas(view)[own.id].contains(areas(view)[own.id].centroid)


COMPACT = {
    "pectineus_origin",
    "iliacus_origin",
    "gluteus_minimus_origin",
    "gluteus_minimus_insertion",
    "semimembranosus_origin",
    "semimembranosus_insertion",
    "iliotibial_band_insertion",
    "piriformis_origin",
    "gemelli_origin_inferior",
    "gastrocnemius_origin_medial_head",
    "quadratus_femoris_insertion",
}
"""Neither bent nor in parts: there the middle must lie inside, too."""


def is_what_its_record_says(_, own):
    text = getattr(C.structures[own.structure], own.role)
    assert re.search(NAMED[own.bone], text, re.IGNORECASE)


def stands_where_its_record_was_read(_, own):
    stands = C.structures[own.structure].checked.standing(own.role)
    assert own.source in {s.reference for s in stands}
    assert C.references[own.source].verification != "none"


def is_a_curve_through_few_points(_, own):
    assert all(len(ring) <= 24 for ring in own.rings)


def says_by_its_id_what_it_is(_, own):
    assert own.id.startswith(f"{own.structure}_{own.role}")


CHECKS = (
    lies_on_its_bone,
    is_itself_where_its_name_points,
    is_what_its_record_says,
    stands_where_its_record_was_read,
    is_a_curve_through_few_points,
    says_by_its_id_what_it_is,
)


@pytest.mark.parametrize(("view", "own"), CASES)
def test_a_footprint_is_sound(view, own):
    ask_every(CHECKS, view, own)


@pytest.mark.parametrize(
    "structure", [s for s in C.structures.values() if s.tissue in ("muscle", "fascia")], ids=lambda s: s.id
)
def test_each_end_of_a_muscle_is_drawn_or_known_to_be_on_no_bone(structure):
    for role in ROLES:
        drawn = any((f.structure, f.role) == (structure.id, role) for _, f in every().values())
        there = NO_BONE.get((structure.id, role))
        assert drawn != bool(there)
        assert there is None or there in getattr(structure, role)


def across(view, y):
    """The ids of what is fixed to the femur at a height, from left to right."""
    line = shapely.LineString([(-999, y), (999, y)])
    cut = {f.id: areas(view)[f.id].intersection(line) for f in footprints(view) if f.bone == "femur"}
    return sorted((i for i, c in cut.items() if not c.is_empty), key=lambda i: cut[i].centroid.x)


@pytest.mark.parametrize(
    ("y", "order"),
    [
        (-110, "vastus_medialis pectineus adductor_brevis adductor_magnus gluteus_maximus vastus_lateralis"),
        (-150, "vastus_medialis adductor_brevis adductor_magnus vastus_lateralis"),
        (-205, "vastus_medialis adductor_longus adductor_magnus biceps_femoris_short_head vastus_lateralis"),
        (-270, "vastus_medialis adductor_magnus biceps_femoris_short_head"),
    ],
)
def test_the_linea_aspera_has_its_order_from_within_outwards(y, order):
    found = [i.rsplit("_", 1)[0] for i in across("posterior", y)]
    assert [i for i in found if i != "vastus_intermedius"] == order.split()
    assert "vastus_intermedius" not in found[:-1]


def middle(view, id_):
    return areas(view)[id_].centroid


def reach(view, id_):
    """How high and how low a footprint reaches in a view, mm."""
    _, low, _, high = areas(view)[id_].bounds
    return high, low


@pytest.mark.parametrize("id_", ["quadratus_femoris_origin", "gemelli_origin_inferior", "gluteus_medius_insertion"])
def test_a_patch_has_the_same_height_from_every_side(id_):
    views = [v for v in LONG_VIEWS if id_ in areas(v)]
    assert len(views) > 1
    if id_ == "gluteus_medius_insertion":  # seen from the front by its edge alone
        views.remove("anterior")
    for ends in zip(*(reach(v, id_) for v in views), strict=True):
        assert max(ends) - min(ends) <= 6


@pytest.mark.parametrize(("view", "top"), [("anterior", 50), ("lateral", 50), ("posterior", 50)])
def test_rectus_femoris_begins_at_one_height(view, top):
    assert reach(view, "rectus_femoris_origin")[0] == pytest.approx(top, abs=3)


@pytest.mark.parametrize("view", ["lateral", "posterior"])
def test_adductor_magnus_also_begins_at_the_tuberosity(view):
    """Low and behind: below the hamstrings, and wide enough to be seen."""
    parts = shapely.get_parts(areas(view)["adductor_magnus_origin"])
    hamstrings = middle(view, "biceps_femoris_long_head_origin")
    part = min(parts, key=lambda p: p.distance(hamstrings))
    assert part.distance(hamstrings) < 8
    assert part.centroid.y < hamstrings.y
    assert part.buffer(-1.5).area > 5


@pytest.mark.parametrize("view", ["anterior", "lateral"])
def test_tensor_fasciae_latae_begins_along_the_rim_above_sartorius(view):
    assert reach(view, "tensor_fasciae_latae_origin")[0] > reach(view, "sartorius_origin")[0] + 15


@pytest.mark.parametrize("id_", ["gemelli_insertion", "obturator_internus_insertion"])
def test_what_turns_round_the_ischium_ends_above_quadratus_femoris(id_):
    high, low = reach("posterior", id_)
    assert high - low < 13
    assert low > reach("posterior", "quadratus_femoris_insertion")[0] + 4


def test_the_lips_of_the_linea_aspera_are_drawn_where_the_muscles_lie():
    """The inner lip beside vastus medialis, the outer beside vastus lateralis, where the shaft has its middle."""
    line = shapely.LineString([(-99, -205), (99, -205)])
    femur = next(s for s in load_view("posterior").of("femur") if s.layer == "bones")
    cut = [shapely.LineString(c).intersection(line) for c in femur.contour_lines()]
    inner, outer = sorted(c.x for c in cut if not c.is_empty)
    at = {i: areas("posterior")[i].intersection(line).centroid.x for i in across("posterior", -205)}
    assert at["vastus_medialis_origin"] < inner < at["adductor_magnus_insertion"]
    assert at["biceps_femoris_short_head_origin"] - 1 < outer < at["vastus_lateralis_origin"]


def test_the_soleal_line_runs_where_soleus_begins():
    tibia = next(s for s in load_view("posterior").of("tibia") if s.layer == "bones")
    soleus = areas("posterior")["soleus_origin_tibia"]
    (line,) = (shapely.LineString(c) for c in tibia.contour_lines())
    assert line.within(soleus.buffer(4))
    assert line.within(seen("posterior")["tibia"].buffer(0.5))


BEFORE = [
    ("posterior", "y", "biceps_femoris_long_head_origin", "semimembranosus_origin"),
    ("posterior", "x", "semitendinosus_origin", "biceps_femoris_long_head_origin"),
    ("posterior", "x", "biceps_femoris_long_head_origin", "semimembranosus_origin"),
    ("posterior", "y", "semimembranosus_origin", "gemelli_origin_inferior"),
    ("posterior", "y", "gemelli_origin_inferior", "gemelli_origin_superior"),
    ("posterior", "y", "quadratus_femoris_insertion", "obturator_internus_insertion"),
    ("posterior", "y", "obturator_internus_insertion", "piriformis_insertion"),
    ("posterior", "y", "soleus_origin_fibula", "biceps_femoris_long_head_insertion"),
    ("anterior", "y", "semitendinosus_insertion", "gracilis_insertion"),
    ("anterior", "x", "sartorius_insertion", "gracilis_insertion"),
    ("anterior", "y", "rectus_femoris_origin", "sartorius_origin"),
    ("anterior", "x", "iliacus_insertion", "psoas_major_insertion"),
    ("anterior", "y", "adductor_brevis_origin", "adductor_longus_origin"),
    ("anterior", "y", "adductor_longus_origin", "pectineus_origin"),
    ("anterior", "x", "adductor_brevis_origin", "gracilis_origin"),
    ("anterior", "y", "adductor_magnus_origin", "adductor_brevis_origin"),
    ("anterior", "x", "vastus_lateralis_insertion", "rectus_femoris_insertion"),
    ("anterior", "x", "rectus_femoris_insertion", "vastus_medialis_insertion"),
    ("posterior", "y", "adductor_magnus_origin", "biceps_femoris_long_head_origin"),
    ("posterior", "x", "semimembranosus_origin", "quadratus_femoris_origin"),
    ("lateral", "x", "semimembranosus_origin", "quadratus_femoris_origin"),
    ("lateral", "y", "quadratus_femoris_origin", "gemelli_origin_inferior"),
    ("anterior", "x", "tensor_fasciae_latae_origin", "sartorius_origin"),
    ("lateral", "x", "gluteus_maximus_origin", "gluteus_medius_origin"),
    ("lateral", "y", "gluteus_minimus_origin", "gluteus_medius_origin"),
    ("lateral", "x", "gluteus_medius_origin", "tensor_fasciae_latae_origin"),
    ("lateral", "x", "tensor_fasciae_latae_origin", "sartorius_origin"),
    ("lateral", "x", "iliotibial_band_origin", "tensor_fasciae_latae_origin"),
    ("lateral", "x", "gluteus_medius_insertion", "gluteus_minimus_insertion"),
    ("lateral", "y", "vastus_lateralis_origin", "gluteus_medius_insertion"),
    ("lateral", "y", "rectus_femoris_origin", "gluteus_minimus_origin"),
]
"""View and axis, and two footprints of which the first lies further to the left (x) or lower (y)."""


@pytest.mark.parametrize(("view", "axis", "one", "other"), BEFORE, ids=lambda v: str(v))
def test_footprints_lie_as_in_the_textbooks(view, axis, one, other):
    assert getattr(middle(view, one), axis) < getattr(middle(view, other), axis)
