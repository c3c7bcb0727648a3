"""What is wrong with a picture's file is said as file:line:field, all at once, like with all content."""

import shutil
from dataclasses import replace

import pytest
import yaml

from data.catalog import CONTENT, catalog, problems_in
from data.figures.built import digest
from data.figures.key_pose import flat
from data.figures.pose import NoPicture, Picture
from data.figures.shown import misplaced, unshown, unsourced
from data.records import Records
from tests.unit.figures import FEET, picture

WRONG = (  # what is planted in the clam, the field, what is said of it
    ({"start": {"angles": {"hip_b": {"flex": 140}}}}, "start.angles", "hip_b.flex 140 is outside its limits"),
    ({"start": {"angles": {"hip_b": {"bend": 10}}}}, "start.angles", "there is no angle hip_b.bend"),
    ({"start": {"about": {"tail": {"flex": 10}}}}, "start.about", "there is no angle tail.flex"),
    ({"start": {"rest": {"floor": ["wing_l"]}}}, "start.rest.floor.0", "'wing_l' is no place on the body"),
    ({"start": {"hold": ["hip_l.bend"]}}, "start.hold", "there is no angle hip_l.bend"),
    ({"start": {"rest": {"moon": ["heel_l"]}}}, "(file)", "start: 'moon' is no surface"),
    ({"start": {"touch": [["heel_l", "wing_l"]]}}, "(file)", "touch 'wing_l' is no place"),
    ({"start": {"hold": ["knee_l.flex"]}}, "(file)", "hold names knee_l.flex, which `angles` does not give"),
    ({"end": {"props": {"roller": {"under": "thigh_l"}}}}, "(file)", "end: there is no prop 'roller'"),
    ({"steps": {"start": "Lie"}}, "(file)", "give each pose its caption"),
    ({"arrows": [{"point": "knee_l", "step": "middle"}]}, "(file)", "there is no step 'middle'"),
    ({"marks": [{"structure": "appendix", "side": "l"}]}, "marks.0.structure", "'appendix' has no patch"),
    ({"props": {"ball": {"kind": "ball", "r": 0.1, "under": "thigh_l", "wall": "east"}}}, "(file)", "which is no wall"),
    ({"props": {"ball": {"kind": "cube"}}}, "props.ball", "cube"),
    ({"equipment": ["trampoline"]}, "equipment.0", "mat"),
    ({"colour": "red"}, "colour", "unknown key"),
)


def planted_in(folder, name, change):
    """A kept picture in another folder, with a change of some fields."""
    (folder / "figures").mkdir(exist_ok=True)
    given = yaml.safe_load((CONTENT / "figures" / f"{name}.yaml").read_text(encoding="utf-8")) | change
    (folder / "figures" / f"{name}.yaml").write_text(yaml.safe_dump(given, sort_keys=False), encoding="utf-8")


@pytest.mark.parametrize(("planted", "field", "said"), WRONG, ids=lambda v: v if isinstance(v, str) else "")
def test_a_fault_is_told_with_its_place(tmp_path, planted, field, said):
    planted_in(tmp_path, "clam", planted)
    records = Records(tmp_path)
    records.one_each("figures", Picture, but="none")
    assert (field, True) in [(p.field, said in p.message) for p in records.problems]
    assert records.problems[0].file.endswith("figures/clam.yaml")
    assert records.problems[0].line > 1 or field == "(file)"


def test_faults_of_several_files_are_told_together_with_those_of_other_content(tmp_path):
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    for name in ("clam", "sl_abduction"):
        planted_in(root, name, {"colour": "red"})
    with (root / "groups.yaml").open("a", encoding="utf-8") as file:
        file.write("- {id: nobody, name: nobody, colour: red}\n")
    assert {(p.file.rpartition("/")[2], p.field.rpartition(".")[2]) for p in problems_in(root)} == {
        ("clam.yaml", "colour"), ("sl_abduction.yaml", "colour"), ("groups.yaml", "colour"),
        ("groups.yaml", "plain"), ("groups.yaml", "checked"),
    }  # fmt: skip


def test_a_picture_of_what_is_not_there_is_told_with_its_line(tmp_path):
    root = tmp_path / "content"
    shutil.copytree(CONTENT, root)
    planted_in(root, "clam_back", {"shows": ["sartorius"]})
    [problem] = problems_in(root)
    assert (problem.file.rpartition("/")[2], problem.field) == ("clam_back.yaml", "shows")
    assert problem.line > 1


def test_a_picture_of_what_is_not_there_is_told():
    shown = picture(shows=["sartorius"])
    [(table, id_, (field, message))] = misplaced(replace(catalog(), pictures={shown.id: shown}, no_pictures={}))
    assert (table, id_, field) == ("figures", shown.id, "shows")
    assert "'sartorius' is nothing that a picture of kind 'exercise' can show" in message


@pytest.mark.parametrize(("id_", "said"), [("clam", "has a picture"), ("nonsense", "is no exercise")])
def test_a_reason_for_what_needs_none_is_told(id_, said):
    none = {id_: NoPicture(id=id_, why="Because")}
    [(table, named, (_, message))] = misplaced(replace(catalog(), no_pictures=none))
    assert (table, named) == ("figures/none", id_)
    assert said in message


def test_what_has_neither_picture_nor_reason_is_told():
    c = catalog()
    assert "clam" in unshown(replace(c, pictures={}, no_pictures={}))
    assert "clam" not in unshown(replace(c, pictures={}, no_pictures={"clam": NoPicture(id="clam", why="Because")}))


def test_a_length_from_nowhere_is_told():
    c = catalog()
    assert unsourced(c) == []
    assert unsourced(replace(c, references={})) == ["has_motion_segment_mass", "winter2009"]


def test_a_later_pose_has_what_it_does_not_say_from_the_one_before():
    shown = picture(
        start={
            "angles": {"knee_b": {"flex": 5}, "hip_l": {"flex": 3}},
            "hold": ["knee_l.flex"],
            "rest": {"floor": FEET},
        },
        end={"angles": {"knee_l": {"flex": 30}}, "about": {"hip_l": {"flex": 20}}, "keep": ["heel_r"]},
    )
    end = shown.poses()["end"]
    assert flat(end.angles) == {"knee_l.flex": 30, "knee_r.flex": 5}
    assert flat(end.about) == {"hip_l.flex": 20}
    assert end.held == {"knee_l.flex"}
    assert end.rest == shown.start.rest


def test_a_mistake_comes_from_the_end_unless_it_says_the_start():
    squat = {"angles": {"knee_b": {"flex": 40}}}
    for start, flexed in (("end", 40), ("start", 5)):
        mistake = {"what": "Knees in", "from": start, "pose": {"about": {"hip_b": {"abd": -5}}}}
        shown = picture(end=squat, mistake=mistake)
        assert flat(shown.poses()["mistake"].angles)["knee_l.flex"] == flexed
        assert shown.before("mistake") == start


def test_the_digest_knows_poses_and_no_captions():
    one = picture()
    assert digest(picture(steps={"start": "Stand up"}, reviewed="Someone")) == digest(one)
    assert digest(picture(camera={"az": 1, "el": 5})) != digest(one)
