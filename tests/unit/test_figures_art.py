"""Kept pictures as they are served: every class has a look in every ink, and no address reaches beyond the pictures."""

import re
import xml.etree.ElementTree as ET

import numpy as np
import pytest

from components.figures.camera import Camera, Sheet
from components.figures.film import FRAMES, frame, played
from components.figures.inks import INKS, inked, looks
from components.figures.march import march
from components.figures.scene import DRAFT, Scene
from data.figures.points import flesh, points
from data.figures.solve import solve
from tests.unit.figures import FEET, picture

PROPS = {
    "box": {"kind": "box", "at": [0.6, 0.6], "size": [0.2, 0.2, 0.3]},
    "step": {"kind": "step", "at": [0.6, 0.2], "size": [0.2, 0.2, 0.1]},
    "cushion": {"kind": "cushion", "at": [0.6, -0.2], "size": [0.2, 0.2, 0.1]},
    "table": {"kind": "table", "at": [-0.9, 0], "size": [0.5, 1, 0.5]},
    "chair": {"kind": "chair", "at": [-0.9, 1], "size": [0.4, 0.4, 0.45], "back": 180},
    "roller": {"kind": "roller", "r": 0.075, "under": "palm_l"},
    "ball": {"kind": "ball", "r": 0.05, "under": "palm_r"},
    "wall": {"kind": "wall", "facing": 0, "at": -1.3},
    "rail": {"kind": "rail", "at": [0.5, -0.8]},
    "line": {"kind": "line", "at": [0.3, 0], "size": [0.3, 0.05]},
    "band": {"kind": "band", "between": ["shank_l@.9", "shank_r@.9"]},
    "cuff": {"kind": "cuff", "around": "shank_r@.7"},
    "bar": {"kind": "bar", "plate": 0.2},
    "stick": {"kind": "stick"},
    "weight": {"kind": "hand_weight", "hand": "r"},
}
MARKS = [
    {"structure": "quadriceps", "side": "l", "as": "works"},
    {"structure": "rectus_femoris", "side": "r", "as": "pressed"},
    {"structure": "tensor_fasciae_latae", "side": "r", "as": "stretched"},
    {"structure": "hamstrings", "side": "r", "as": "pressed"},
]


@pytest.fixture(scope="module")
def drawn():
    """A picture with every prop, every kind of mark and every arrow, drawn a little coarsely."""
    bent = {"angles": {"knee_b": {"flex": 40}}, "keep": ["heel_l"]}
    arrows = [{"point": "knee_l"}, {"point": "roller", "by": [0.1, 0, 0]}, {"point": "hipside_r", "push": [0, 0.2, 0]}]
    shown = picture(
        equipment=["mat"], props=PROPS, marks=MARKS, arrows=arrows, level=True, camera={"az": 40, "el": 8},
        end=bent, mistake={"what": "Wrong", "pose": {"about": {"hip_b": {"abd": -5}}}},
    )  # fmt: skip
    return Scene.of(shown, solve(shown), 1.2).art()


def classes(svg):
    return set(re.findall(r'class="([^"]*)"', svg))


def test_all_steps_are_drawn_on_one_sheet(drawn):
    assert list(drawn) == ["start", "end", "mistake"]
    assert len({re.search(r'viewBox="[^"]*"', svg)[0] for svg in drawn.values()}) == 1


def test_every_kind_of_thing_is_drawn(drawn):
    found = classes("".join(drawn.values()))
    assert {
        "mat",
        "box",
        "bed",
        "leg",
        "cushion",
        "roller",
        "wall",
        "stripe",
        "metal",
        "weight",
        "band",
        "cuff",
    } <= found
    assert {"skin", "top", "shorts", "hair", "line", "crease", "edge", "shade", "shadow"} <= found
    assert {"muscle", "fibre", "muscle_edge", "pressed", "hatch", "stretched", "stretched_edge", "hidden"} <= found
    assert {"move", "move_line", "move_halo", "level", "ghost", "wrong"} <= found
    assert "wrong" not in classes(drawn["start"]) | classes(drawn["end"])
    assert "ghost" not in classes(drawn["start"]) | classes(drawn["mistake"])


@pytest.mark.parametrize("ink", INKS)
def test_every_class_has_a_look_in_every_ink(drawn, ink):
    for svg in drawn.values():
        found = inked(svg, ink)
        assert "class=" not in found
        assert all("fill" in e.attrib for e in ET.fromstring(found))
    with pytest.raises(KeyError):
        inked('<path class="aura" d=""/>', ink)


def colours(look):
    return [[int(c[i : i + 2], 16) for i in (0, 2, 4)] for c in re.findall(r"#([0-9a-f]{6})", look)]


@pytest.mark.parametrize("ink", INKS)
def test_a_mistake_is_grey_but_for_its_sign_and_what_is_to_be_kept_off(ink):
    for name, look in looks(ink, muted=True).items():
        assert all(max(c) - min(c) < 8 for c in colours(look)) or name in ("wrong", "keep_off")


def test_grey_ink_has_no_colour():
    assert all(max(c) == min(c) for look in looks("grey").values() for c in colours(look))


def test_the_camera_sees_a_person_where_it_stands():
    step = solve(picture(start={"rest": {"floor": FEET}}))["start"]
    camera = Camera.at(0, 0)
    sheet = Sheet(-0.6, -0.1, 0.6, 1.8, 0.5)
    seen = march(step.posed, camera, sheet)
    rows, columns = np.nonzero(seen.piece >= 0)
    top, bottom = sheet.rows()[rows.min()], sheet.rows()[rows.max()]
    assert top - bottom == pytest.approx(1.7, abs=0.06)
    nose = flesh().names.index("nose_l")
    assert (seen.piece == nose).any()  # seen from the front
    assert not (march(step.posed, Camera.at(180, 0), sheet).piece == nose).any()
    assert abs(sheet.columns()[columns].mean()) < 0.02
    left = np.isin(seen.piece, [n for n, name in enumerate(flesh().names) if name.startswith("forearm_l")])
    assert sheet.columns()[np.nonzero(left)[1]].mean() > 0.1  # its left is the viewer's right
    beside = march(step.posed, Camera.at(90, 0), sheet)
    assert sheet.columns()[np.nonzero(beside.piece == nose)[1]].mean() < -0.05  # from its left it looks to the left


def test_what_stands_before_the_body_hides_it():
    box = {"box": {"kind": "box", "at": [0.8, 0], "size": [0.1, 1.5, 0.8]}}
    shown = picture(props=box, start={"rest": {"floor": FEET}})
    scene = Scene.of(shown, solve(shown), DRAFT)
    free = Scene.of(picture(start={"rest": {"floor": FEET}}), scene.steps, DRAFT)
    view = scene.view(scene.steps["start"])
    assert view.body.sum() < 0.7 * (view.flesh.piece >= 0).sum()
    assert free.plan is not None


def test_a_small_pressed_place_is_ringed_as_a_thumb_may_hide_it():
    ringed = {}
    for structure in ("distal_itb_fat_pad", "hamstrings"):
        marked = [{"structure": structure, "side": "l", "as": "pressed"}]
        shown = picture(marks=marked, camera={"az": 90, "el": 8})
        ringed[structure] = "move_halo" in Scene.of(shown, solve(shown), DRAFT).art()["start"]
    assert ringed == {"distal_itb_fat_pad": True, "hamstrings": False}


def test_a_heel_near_the_hip_wears_no_shorts():
    folded = {"angles": {"hip_b": {"flex": 110}, "knee_b": {"flex": 126}}}
    shown = picture(root="supine", camera={"az": 0, "el": 8}, start=folded, end=folded)
    steps = solve(shown)
    scene = Scene.of(shown, steps, DRAFT)
    shorts = re.search(r'class="shorts" d="([^"]*)"', scene.art()["start"])
    starts = np.array(re.findall(r"M(-?[\d.]+)[ ]?(-?[\d.]+)", shorts[1]), float)
    heel = scene.sheet.units(scene.camera.seen(points(["heel_l"]).at(steps["start"].posed)))
    assert len(starts)
    assert np.linalg.norm(starts - heel, axis=1).min() > 30


def test_a_film_stands_still_for_who_wants_less_motion():
    film = f'<svg viewBox="0 0 1 1">{"".join(frame("clam", n, "") for n in range(FRAMES))}</svg>'
    found = played(film, "clam")
    assert found.count("@keyframes clam-f") == FRAMES
    still = re.search(r"@media\(prefers-reduced-motion:reduce\)\{(.*?)\}\}", found)[1]
    assert "animation:none" in still
    assert re.search(r"#clam-f0\{opacity:1", found)
    assert re.search(r"#clam-f3\{opacity:0", found)
