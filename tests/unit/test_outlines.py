"""The drawing, shape by shape: clean outlines, fibres inside, the right things on top of each other."""

from pathlib import Path

import numpy as np
import pytest
import shapely

from data import check, outlines
from data.catalog import catalog
from data.outlines import AXIAL_VIEWS, LONG_VIEWS, load_view, over
from data.visibility import shown
from tests.every import every

SHAPES = [pytest.param(v, s, id=f"{v}-{s.id}-{s.part or ''}") for v in LONG_VIEWS for s in load_view(v).shapes]


def top(view, layer, x, y):
    """The ids at a point, surface first, by the rules of the diagram: drawing order and patches."""
    shapes = [s for s in shown(load_view(view), layer) if not s.schematic]
    order = {s.id: n for n, s in enumerate(shapes)}
    point = shapely.Point(x, y)
    found = []
    for n, s in enumerate(shapes):
        if not s.area().contains(point):
            continue
        height = float(n)
        for patch in s.in_front_of:
            above = [order[i] for i in patch.over if i in order]
            if above and shapely.Polygon(patch.where).contains(point):
                height = max(height, max(above) + 0.5)
        found.append((height, s.id))
    return [id_ for _, id_ in sorted(found, reverse=True)]


def test_no_problem_is_found_in_the_drawing():
    assert outlines.check() == []


def is_simple_and_holds_its_label(_, shape):
    for ring in shape.outline():
        assert np.isfinite(ring).all()
        if shape.mark != "line":
            assert shapely.LineString(ring).is_simple
    if not shape.schematic:
        assert shape.area().buffer(1).contains(shapely.Point(shape.label))


def has_fibre_guides_that_run_along_the_belly(_, shape):
    if not shape.fibres:
        return
    inside = shape.area().buffer(6)
    length = sum(shapely.LineString(f).length for f in shape.fibre_lines())
    within = sum(shapely.LineString(f).intersection(inside).length for f in shape.fibre_lines())
    assert within / length > 0.8


def has_its_lines_on_it(_, shape):
    """Those of a bone."""
    for line in shape.contour_lines():
        assert shape.area().buffer(1).contains(shapely.LineString(line))


def shows_some_of_itself_over_what_its_patch_covers(view, shape):
    for patch in shape.in_front_of:
        below = shapely.union_all([s.area() for i in patch.over for s in load_view(view).of(i)])
        assert shape.area().intersection(shapely.Polygon(patch.where)).intersection(below).area > 5


CHECKS = (
    is_simple_and_holds_its_label,
    has_fibre_guides_that_run_along_the_belly,
    has_its_lines_on_it,
    shows_some_of_itself_over_what_its_patch_covers,
)


@pytest.mark.parametrize(("view", "shape"), SHAPES)
def test_a_shape_is_drawn_cleanly(view, shape):
    every(CHECKS, view, shape)


@pytest.mark.parametrize("view", ["anterior", "posterior"])
def test_the_sacrum_has_four_pairs_of_openings_within_it(view):
    (sacrum,) = load_view(view).of("sacrum")
    holes = [shapely.Polygon(ring) for ring in sacrum.hollow_lines()]
    assert len(holes) == 8
    assert all(hole.is_valid and sacrum.area().contains(hole) for hole in holes)
    middle = np.mean([h.centroid.x for h in holes])
    assert sum(h.centroid.x < middle for h in holes) == 4
    assert not any(a.intersects(b) for n, a in enumerate(holes) for b in holes[:n])


@pytest.mark.parametrize("view", LONG_VIEWS)
def test_no_nerve_vessel_or_bursa_is_left_when_only_bones_are(view):
    tissues = {s.tissue for s in shown(load_view(view), "bones")}
    assert not tissues & {"muscle", "fascia", "nerve", "vessel", "bursa"}


def test_the_vessels_run_from_under_the_inguinal_ligament_to_sartorius():
    view = load_view("anterior")
    part = next(s for s in view.of("femoral_neurovascular_bundle") if s.part == "femoral_triangle")
    (line,) = part.outline()
    assert view.of("inguinal_ligament")[0].area().distance(shapely.Point(line[0])) < 3
    assert view.of("sartorius")[0].area().distance(shapely.Point(line[-1])) < 3
    straight = shapely.LineString([line[0], line[-1]])
    assert shapely.hausdorff_distance(straight, shapely.LineString(line)) > 2


@pytest.mark.parametrize("view", AXIAL_VIEWS)
def test_a_section_lies_inside_its_skin(view):
    section = load_view(view)
    skin, fat, *_ = section.surround
    assert (skin.id, fat.id) == ("skin", "subcutaneous_fat")
    assert section.level is not None
    for shape in section.shapes:
        assert shape.area().within(fat.area().buffer(0.5)), shape.id


def test_the_sections_run_from_the_hip_to_the_knee():
    levels = {name: load_view(name).level for name in AXIAL_VIEWS}
    assert sorted(levels, key=levels.get, reverse=True) == list(AXIAL_VIEWS)
    assert (min(levels, key=levels.get), max(levels, key=levels.get)) == ("axial_knee", "axial_hip")


def test_a_view_that_no_screen_shows_is_a_problem(tmp_path, monkeypatch):
    for path in outlines.FOLDER.glob("*.yaml"):
        (tmp_path / path.name).write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "from_above.yaml").write_text("view: from_above\n", encoding="utf-8")
    monkeypatch.setattr(outlines, "FOLDER", tmp_path)
    found = outlines.check()
    assert [(Path(p.file).name, p.line) for p in found] == [("from_above.yaml", 1)]
    assert "LONG_VIEWS or AXIAL_VIEWS" in found[0].message


@pytest.mark.parametrize(
    ("old", "new", "problem"),
    [
        ("tissue: fascia", "tisue: fascia", "tisue: unknown key"),
        ("over: [hip_bone]", "over: [hip_bon]", "over: 'hip_bon' is not drawn in this view"),
        ("view: lateral", "view: side", "view: the file is named 'lateral'"),
        ("layer: surface", "layer: top", "layer: "),
        ("window: {x: [-125, 135]", "window: {x: [135, -125]", "window.x: give the lower bound first"),
    ],
)
def test_a_mistake_is_named_with_file_line_and_field(tmp_path, monkeypatch, old, new, problem):
    text = (outlines.FOLDER / "lateral.yaml").read_text().replace(old, new, 1)
    (tmp_path / "lateral.yaml").write_text(text)
    monkeypatch.setattr(outlines, "FOLDER", tmp_path)
    monkeypatch.setattr(outlines, "VIEWS", ("lateral",))
    line = text[: text.index(new)].count("\n") + 1
    found = [str(p) for p in outlines.check()]
    assert any(f"lateral.yaml:{line}:" in p and problem in p for p in found), found


def test_a_drawing_that_disagrees_with_its_record_is_a_problem_at_its_line(monkeypatch):
    """All at once, as the check tells them: it takes seconds, however much is wrong."""
    planted = {
        "sartorius": ("tissue", "fascia", "muscle in its record and fascia here"),
        "vastus_lateralis": ("schematic", True, "schematic: false in its record and true here"),
        "gluteus_medius": ("context", True, "remove context: true"),
        "l4": ("context", False, "add context: true"),
        "rectus_femoris": ("id", "rectus_femora", "has no record in data/content"),
    }
    view = load_view("lateral")
    at = {id_: next(n for n, s in enumerate(view.shapes) if s.id == id_) for id_ in planted}
    shapes = list(view.shapes)
    for id_, (field, value, _) in planted.items():
        shapes[at[id_]] = shapes[at[id_]].model_copy(update={field: value})
    wrong = view.model_copy(update={"shapes": tuple(shapes)})
    monkeypatch.setattr(outlines, "load_view", lambda name: wrong if name == "lateral" else load_view(name))
    lines = (outlines.FOLDER / "lateral.yaml").read_text(encoding="utf-8").splitlines()
    problems = check.problems()
    for id_, (field, _, says) in planted.items():
        found = [p for p in problems if p.field == f"shapes.{at[id_]}.{field}"]
        assert [p.file for p in found] == ["data/outlines/lateral.yaml"], id_
        assert says in found[0].message
        start = lines.index(f"  - id: {id_}") + 1
        assert start <= found[0].line <= start + 8
    assert len(problems) == len(planted)


def test_every_structure_and_bone_is_drawn():
    drawn = over.drawn() | {s.id for v in LONG_VIEWS for s in load_view(v).shapes}
    assert {*catalog().structures, *catalog().bones} <= drawn


def test_what_is_drawn_in_no_view_of_the_whole_thigh_is_a_problem(monkeypatch):
    anterior = {s.id for s in load_view("anterior").shapes}
    monkeypatch.setattr(outlines, "LONG_VIEWS", {"anterior": "Front"})
    every = {*catalog().structures, *catalog().bones} - over.drawn()
    found = {p.field for p in check.problems()}
    assert found & every == every - anterior != set()
    assert found - every  # what is felt there cannot be lit either


def test_what_has_no_measured_surface_is_marked_schematic_in_content_and_drawing():
    schematic = over.drawn() | {s.id for v in LONG_VIEWS for s in load_view(v).shapes if s.schematic}
    assert schematic == {s.id for s in catalog().structures.values() if s.schematic}


@pytest.mark.parametrize(
    ("view", "layer", "x", "y", "stack"),
    [
        ("lateral", "surface", 5, -220, ["iliotibial_band", "vastus_lateralis", "vastus_intermedius"]),
        ("lateral", "deep", 5, -220, ["vastus_lateralis", "vastus_intermedius"]),
        ("posterior", "surface", 0, -20, ["gluteus_maximus"]),
        ("posterior", "surface", 5, -200, ["biceps_femoris_long_head"]),
        ("anterior", "surface", -15, -200, ["rectus_femoris", "vastus_intermedius", "femur"]),
    ],
)
def test_what_lies_over_what(view, layer, x, y, stack):
    found = [i for i in top(view, layer, x, y) if i in stack]
    assert found == stack
    assert top(view, layer, x, y)[0] == stack[0]


def test_a_view_that_does_not_exist_is_a_key_error():
    with pytest.raises(KeyError):
        load_view("superior")
