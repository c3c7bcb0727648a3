"""The left side is the mirror image of the right one, in all that is drawn and said; the words are never mirrored."""

import re

import numpy as np
import pytest
import shapely
from shapely.affinity import scale
from starlette.applications import Starlette

from components.chains import overlay
from components.diagram import assets
from components.diagram.mirror import mirrored, mirrored_frame
from components.drawing.built import drawn, visible
from components.drawing.figure import finish
from components.drawing.labels import Label, cross
from components.drawing.traces import lines
from components.plate import attached, still
from components.plate.attached import attached_url
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.catalog import catalog
from data.footprint import ATTACHMENTS, areas, footprints
from data.outlines import load_view
from data.outlines.over import KINDS, over
from data.outlines.pose import Mover, Pose
from data.outlines.side import LEFT, RIGHT, mirrored_view, side_of, sided
from data.section import beside, sides, skin_point, under_roller
from tests.every import every
from tests.unit.served import ask

C = catalog()
DRAWINGS = [(v, la) for v in VIEWS for la in ("surface", ATTACHMENTS, "deep+nerves+vessels+joint")]
DRAWINGS += [(v, "surface") for v in SECTIONS]
POSES = {"lateral": Pose(tilt=25), "anterior": Pose(drop=8, lean=15), "posterior": Pose(drop=8, lean=15)}
APP = Starlette(routes=[*assets.routes(), *attached.routes(), *still.routes()])
TURNED = re.compile(r"\b[Rr]ight\b")


def got(url):
    """How the server answers."""
    return ask(APP, "/" + url.partition("?")[0], query=url.partition("?")[2])[0]


def over_there(area):
    return scale(area, -1, 1, origin=(0, 0))


def same(one, other, room=1.0):
    return one.symmetric_difference(other).area <= room + 0.002 * one.area


def the_mirror_image_of_the_mirror_image_is_the_drawing(view):
    found, twice = load_view(view), mirrored_view(load_view(sided(view, LEFT)))
    assert twice.shapes == found.shapes
    assert twice.surround == found.surround
    assert twice.window == found.window
    assert dict(twice.marks) == dict(found.marks)


def it_says_its_own_side_and_shows_what_lies_there(view):
    right, left = load_view(view), load_view(sided(view, LEFT))
    assert left.title == right.title.replace("Right", "Left")
    assert not TURNED.search(left.title)
    if view in ("anterior", "posterior"):  # where the body's sides lie on the page does not depend on the leg
        assert left.marks == right.marks
    else:
        assert (left.marks["left"], left.marks["right"]) == (right.marks["right"], right.marks["left"])


def what_is_laid_over_and_where_muscles_are_fixed_is_mirrored(view):
    for kind in KINDS:
        for one, other in zip(over(kind, view), over(kind, sided(view, LEFT)), strict=True):
            assert (one.id, one.part, one.first) == (other.id, other.part, other.first)
            assert np.allclose(np.vstack(one.outline()) * [-1, 1], np.vstack(other.outline()))
    for one, other in zip(footprints(view), footprints(sided(view, LEFT)), strict=True):
        assert one.id == other.id
        assert same(over_there(areas(view)[one.id]), areas(sided(view, LEFT))[one.id])


def a_pose_turns_it_the_other_way(view):
    pose = POSES.get(view)
    for one, other in zip(load_view(view).shapes, load_view(sided(view, LEFT)).shapes, strict=True) if pose else ():
        for a, b in zip(one.outline(), other.outline(), strict=True):
            there = Mover(view, pose).move(one, a) * [-1, 1]
            assert np.allclose(there, Mover(sided(view, LEFT), pose).move(other, b), atol=1e-6), one.id


VIEW_CHECKS = (
    the_mirror_image_of_the_mirror_image_is_the_drawing,
    it_says_its_own_side_and_shows_what_lies_there,
    what_is_laid_over_and_where_muscles_are_fixed_is_mirrored,
    a_pose_turns_it_the_other_way,
)


@pytest.mark.parametrize("view", [*VIEWS, *SECTIONS])
def test_a_view_is_mirrored(view):
    every(VIEW_CHECKS, view)


def everything_that_can_be_tapped_lies_at_its_mirror_image(found):
    (view, layer), right, left = found
    assert list(right.seen) == list(left.seen)
    for id_, area in right.seen.items():
        assert same(over_there(area), left.seen[id_]), id_
    assert visible(view, layer) == visible(sided(view, LEFT), layer)


def names_are_written_not_mirrored_and_their_leaders_do_not_cross(found):
    _, right, left = found
    built, mirror = finish(right, C), finish(left, C)
    assert mirror["hipchain"]["names"] == built["hipchain"]["names"]
    assert mirror["hipchain"]["layer"] == built["hipchain"]["layer"]
    for density in ("wide", "medium", "narrow"):
        own = [t for t in mirror["data"] if t["meta"].get("density") == density]
        there = {i for t in own if t["meta"]["kind"] == "label" for i in t["meta"]["ids"]}
        ours = [t for t in built["data"] if t["meta"].get("density") == density and t["meta"]["kind"] == "label"]
        assert len(there ^ {i for t in ours for i in t["meta"]["ids"]}) <= 2  # of two as heavy either may be named
        ways = [line for t in own if t["meta"]["kind"] == "leader" for line in lines(t)]
        labels = [Label("", "", "", *map(float, (*way[0], *way[-1]))) for way in ways if len(way) == 2]
        assert not any(cross(a, b) for n, a in enumerate(labels) for b in labels[:n])


def what_is_shown_is_as_large(found):
    _, right, left = found
    one, other = (finish(f, C)["hipchain"]["extent"] for f in (right, left))
    assert other["whole"] == pytest.approx([-one["whole"][1], -one["whole"][0]])
    assert other["x"] == pytest.approx([-one["x"][1], -one["x"][0]])
    assert other["y"] == one["y"]


DRAWN_CHECKS = (
    everything_that_can_be_tapped_lies_at_its_mirror_image,
    names_are_written_not_mirrored_and_their_leaders_do_not_cross,
    what_is_shown_is_as_large,
)


@pytest.mark.long
@pytest.mark.parametrize(("view", "layer"), DRAWINGS)
def test_a_drawing_is_mirrored(view, layer):
    every(DRAWN_CHECKS, ((view, layer), drawn(view, layer), drawn(sided(view, LEFT), layer)))


def lit(muscle, side):
    """How far its highlight lies beside the middle of a muscle, seen from the front, mm to the right of the page."""
    mine = [t for t in drawn(sided("anterior", side), "surface").traces if t["meta"]["id"] == muscle]
    rings = {k: [line for t in mine if t["meta"]["kind"] == k for line in lines(t)] for k in ("fill", "highlight")}
    body, light = (shapely.union_all([shapely.make_valid(shapely.Polygon(r)) for r in rings[k]]) for k in rings)
    return light.centroid.x - body.centroid.x


@pytest.mark.parametrize("muscle", ["rectus_femoris", "adductor_longus"])
def test_light_falls_from_the_left_of_the_page_on_both_sides(muscle):
    """What is due to the muscle's own form is mirrored, and falls out of the sum; mirrored light would, too."""
    assert lit(muscle, RIGHT) + lit(muscle, LEFT) < -1


@pytest.mark.parametrize("section", SECTIONS)
def test_a_roller_presses_the_same_on_both_sides_and_is_drawn_where_it_is(section):
    right, left = load_view(section), load_view(sided(section, LEFT))
    assert sides(left) == sides(right)
    for side in sides(right):
        assert [p.id for p in under_roller(left, side)] == [p.id for p in under_roller(right, side)]
        assert [b.id for b in beside(left, side)] == [b.id for b in beside(right, side)]
        x, y = skin_point(right, side)
        assert skin_point(left, side) == pytest.approx((-x, y), abs=1e-6)
        url = assets.figure_url(sided(section, LEFT), "surface", side)
        assert got(url) == 200


def test_addresses_keep_the_sides_apart_and_refuse_what_is_none():
    state = State(view="anterior", layer="deep", side=LEFT)
    assert "anterior-left/deep" in assets.art_url(state.pictured, state.drawing)
    for view, status in (("anterior-left", 200), ("anterior-left-left", 404), ("anterior-right", 404), ("-left", 404)):
        for url in (assets.art_url(view, "deep"), assets.figure_url(view, "deep")):
            assert got(url) == status, view
    assert got(still.picture_url(state)) == 200
    assert got(attached_url("sartorius", LEFT)) == 200
    assert got(attached_url("no_such", LEFT)) == 404
    assert still.picture_text(state).startswith("Still picture: Left thigh")


def test_what_is_laid_over_the_picture_is_mirrored_but_its_words():
    chain = C.chains["weak_glute_med"]
    step = next(s for s in chain.steps if s.edges)
    items = overlay.items(chain, step, None)
    other = mirrored(items)
    for one, turned in zip(items, other, strict=True):
        assert {k: v for k, v in one.items() if isinstance(v, str)} == {
            k: v for k, v in turned.items() if isinstance(v, str)
        }
        for key in {"at", "from", "to"} & one.keys():
            assert tuple(turned[key]) == pytest.approx((-one[key][0], one[key][1]))
        assert turned.get("flipped", False) == (one["kind"] == "arrow")
    assert "flipped" not in items[0]
    line = [{"kind": "line", "points": [(1, 2), (3.0, 4)], "tone": "lit"}]
    assert mirrored(line)[0]["points"] == [(-1, 2), (-3, 4)]
    assert mirrored_frame({"x": (-10, 30), "whole": (-10, 40), "y": (1, 2)}) == {
        "x": [-30, 10], "whole": [-40, 10], "y": (1, 2),
    }  # fmt: skip


def test_no_left_side_is_drawn_before_it_is_asked_for(monkeypatch):
    asked_for = []
    monkeypatch.setattr(assets, "figure_body", lambda view, *_: asked_for.append(view))
    monkeypatch.setattr(assets, "art_body", lambda view, *_: asked_for.append(view))
    assets.warm()
    assert asked_for
    assert {side_of(view) for view in asked_for} == {RIGHT}


@pytest.mark.parametrize("layer", LAYERS)
def test_both_sides_offer_the_same_drawings(layer):
    for view in VIEWS:
        assert got(assets.art_url(sided(view, LEFT), layer)) == 200
