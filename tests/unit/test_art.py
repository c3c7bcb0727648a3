"""The drawing as SVG: all of it, true to the shapes, light enough for the first answer, and dressed in every mode."""

import gzip
import re
from itertools import pairwise

import numpy as np
import pytest
import shapely

from components.drawing.built import drawn
from components.drawing.figure import classes, inks
from components.plate import art as art_module
from components.plate.art import art, art_box, path, without
from components.plate.inks import GLAZES, art_css, art_defs, name
from components.shared.palette import OVERLAY, QUIET
from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.catalog import catalog
from data.outlines import load_view
from data.outlines.pose import Pose

PLACES = [*((v, la) for v in VIEWS for la in LAYERS), *((s, "surface") for s in SECTIONS)]
KIB = 1024
QUIET_IDS = {
    "quadratus_lumborum", "iliocostalis_lumborum", "longissimus_thoracis", "multifidus", "tibialis_anterior",
    "extensor_digitorum_longus", "fibularis_longus",
}  # fmt: skip
NUMBER = re.compile(r"-?\d*\.?\d+")


def rings(d):
    """The rings of a path, as the browser reads them."""
    found = []
    for way in re.findall(r"M[^M]*", d):
        start, _, steps = way[1:].rstrip("z").partition("l")
        numbers = [float(n) for n in NUMBER.findall(steps)]
        points = [[float(n) for n in NUMBER.findall(start)], *(numbers[i : i + 2] for i in range(0, len(numbers), 2))]
        found.append(np.cumsum(points, axis=0))
    return found


@pytest.mark.long
@pytest.mark.parametrize(("view", "layer"), PLACES)
def test_every_structure_of_a_view_is_in_its_drawing(view, layer):
    found = set(re.findall(r'<g data-id="([^"]+)"', art(view, layer)))
    assert found == {s.id for s in (*drawn(view, layer).bodies, *drawn(view, layer).marks)}


@pytest.mark.parametrize(("view", "layer"), PLACES)
def test_the_still_leaves_out_only_what_lies_wholly_under_others(view, layer):
    ids = set(re.findall(r'<g data-id="([^"]+)"', art(view, layer)))
    left_out = ids - set(re.findall(r'<g data-id="([^"]+)"', art(view, layer, still=True)))
    assert left_out.isdisjoint({a.id for a in drawn(view, layer).anchors})


def test_a_path_goes_where_the_shape_goes_and_rounds_to_its_step():
    for trace in drawn("lateral", "surface").traces:
        kind = trace["meta"]["kind"]
        if kind == "mark_dot":
            continue
        step = art_module.STEPS.get(kind, art_module.ROUGH) / 10
        wanted = list(art_module.lines(trace))
        drawn_here = [ring * (step, -step) for ring in rings(path(trace))]
        assert drawn_here
        for ring in drawn_here:
            near = min(wanted, key=lambda line: float(np.abs(line[0] - ring[0]).sum()))
            if len(ring) > 1:
                assert (
                    shapely.hausdorff_distance(shapely.LineString(ring), shapely.LineString(near)) < max(step, 0.3) * 2
                )


@pytest.mark.parametrize("view", VIEWS)
def test_the_drawing_is_light(view):
    """The first answer carries it: 1.6 Mbit/s bring 44 KiB in a quarter of a second."""
    assert len(gzip.compress(art(view, "surface").encode(), 9)) < 45.5 * KIB
    assert len(gzip.compress(art(view, "surface", still=True).encode(), 9)) < 40 * KIB


def test_a_pose_moves_what_the_pose_moves():
    still, tilted = art("lateral", "bones"), art("lateral", "bones", Pose(tilt=10))
    bone = re.compile(r'<g data-id="(\w+)".*?</g>')
    before, after = ({m[1]: m[0] for m in bone.finditer(a)} for a in (still, tilted))
    assert before["hip_bone"] != after["hip_bone"]
    assert before["femur"] == after["femur"]


def test_what_is_hidden_is_taken_off_and_nothing_else():
    whole = art("lateral", "surface")
    some = without(whole, ["iliotibial_band"])
    assert re.findall(r'<g data-id="(\w+)" hidden', some)[0] == "iliotibial_band"
    assert some.replace(" hidden", "") == whole


@pytest.mark.parametrize(("view", "layer"), PLACES)
def test_every_structure_has_its_ink_in_every_mode(view, layer):
    """The class that a mode looks for is on the group, and the sheet has a rule for it."""
    content, css = catalog(), art_css()
    found = drawn(view, layer)
    shapes = [*found.bodies, *found.marks]
    tables = classes([s.id for s in shapes], {s.id: s.tissue for s in shapes}, content)
    groups = dict(re.findall(r'<g data-id="([^"]+)" class="([^"]+)"', art(view, layer)))
    for id_, words in groups.items():
        has = set(words.split())
        for mode, table in tables.items():
            ink = table[id_]
            if mode.startswith("chain:"):
                if ink.startswith("chain."):
                    assert "known" in has
                    told = re.findall(rf'\[data-mode="{mode}"\] :is\(([^)]*)\)\.known\{{--hc-f:([^}}]+)', css)
                    roles = [fill for ids, fill in told if f"[data-id={id_}]" in ids.split(",")]
                    assert len(roles) == (ink != "chain.none")
                    assert all(f"--hc-{name(ink)})" in fill for fill in roles)
            elif "." in ink:
                assert name(ink) in has
                assert f".hc-ink[data-mode={mode}] .{name(ink)}{{--hc-f:" in css
            else:
                assert f"a-{ink}" in has
                assert f".a-{ink}{{--hc-f:" in css


def test_every_variable_and_pattern_that_a_rule_names_is_there_in_both_schemes():
    css = art_css()
    light, system, dark = (re.search(rule, css)[1] for rule in (
        r"\.hc-ink\{([^}]*)\}", r":not\(\[data-scheme\]\)\{([^}]*)\}", r"\[data-scheme=dark\]\{([^}]*)\}"
    ))  # fmt: skip
    assert system == dark
    named = set(re.findall(r"var\(--hc-([\w-]+)\)", css)) - {"f"}
    for scheme, table in (("light", light), ("dark", dark)):
        known = set(re.findall(r"--hc-([\w-]+):", table))
        assert named <= known
        assert set(OVERLAY[scheme]) <= known
    ids = set(re.findall(r'<pattern id="([^"]+)"', art_defs()))
    assert set(re.findall(r"url\(#([\w-]+)\)", css)) == ids


@pytest.mark.parametrize(("view", "layer"), PLACES)
def test_all_kinds_of_path_have_a_rule(view, layer):
    css = art_css()
    for kind in set(re.findall(r'<path class="(\w+)', art(view, layer))):
        assert re.search(rf"\.{kind}\b", css)


@pytest.mark.parametrize("kind", sorted({*art_module.STEPS, *GLAZES}))
def test_each_kind_is_shown_at_the_scale_at_which_it_was_rounded(kind):
    rules = " ".join(re.findall(rf"\.hc-art \.{kind}\{{([^}}]*)", art_css()))
    step = art_module.STEPS.get(kind, art_module.ROUGH)
    assert re.findall(r"transform:scale\((\d+)\)", rules) == ([str(step)] if step > 1 else [])


def test_the_frame_holds_all_of_the_drawing_across():
    left, _, wide, tall = art_box("lateral", "surface")
    x = [
        v
        for d in re.findall(r'class="fill" d="([^"]+)"', art("lateral", "surface"))
        for r in rings(d)
        for v in r[:, 0] / 10
    ]
    assert left - 0.1 <= min(x) < max(x) <= left + wide + 0.1
    assert tall > 600


def test_numbers_of_a_path_do_not_run_into_each_other():
    for d in re.findall(r' d="([^"]+)"', art("lateral", "surface")):
        for ring in rings(d):
            assert len(ring) > 1
        for a, b in pairwise(re.findall(r"[Mlz]", d)):
            assert (a, b) in {("M", "l"), ("l", "z"), ("z", "M"), ("l", "M")}


@pytest.mark.parametrize("view", VIEWS)
def test_only_what_the_edge_cuts_is_drawn_paler(view):
    """Lower back and shin: the muscles of hip and thigh keep their full ink."""
    (low, high), quiet = load_view(view).window.y, [s for s in load_view(view).shapes if s.quiet]
    assert quiet
    for shape in quiet:
        _, bottom, _, top = shape.area().bounds
        assert bottom < low or top > high, shape.id
        assert shape.tissue in QUIET
        assert f'<g data-id="{shape.id}" class="a-muscle a-quiet_muscle ' in art(view, shape.layer)
    assert {s.id for s in load_view(view).shapes if s.id in QUIET_IDS} == {s.id for s in quiet}


def test_the_paler_ink_wins_over_the_full_one_and_only_where_the_anatomy_is_shown():
    css = art_css()
    assert css.index(".a-muscle{--hc-f:") < css.index(".a-quiet_muscle{--hc-f:")
    assert css.index(".a-quiet_muscle{--hc-f:") < css.index(".hc-ink[data-mode=rolling] .rolling-avoid{--hc-f:")
    for scheme in OVERLAY:
        full, quiet, far = (inks()[key][scheme] for key in ("muscle", "quiet_muscle", "context_muscle"))
        assert min(full, far) < quiet < max(full, far)


def test_what_two_drawings_share_is_drawn_once():
    few, many = drawn("lateral", "deep+nerves"), drawn("lateral", "deep+nerves+vessels")
    known = {id(piece.traces) for piece in many.laid}
    assert few.laid
    assert all(id(piece.traces) in known for piece in few.laid)
    known = {id(trace) for trace in drawn("lateral", "surface").traces}
    assert sum(id(trace) in known for trace in few.traces) > len(few.traces) / 3
