"""Footprints as data: every fault is told by file, line and field."""

import re

import pytest

from data import check, footprint
from data.catalog import catalog
from data.footprint import ATTACHMENTS, LONG_VIEWS, ROLES, areas, every, footprints
from data.ids import ids
from data.outlines import FOLDER
from data.source import ContentError

READ_IN = {
    s.id: {role: [r.reference for r in s.checked.standing(role)] if s.checked else [] for role in ROLES}
    for s in catalog().structures.values()
}


@pytest.fixture
def broken(tmp_path, monkeypatch):
    """The three files, of which one has some words changed; gives the problems."""

    def change(view, old, new):
        (tmp_path / ATTACHMENTS).mkdir()
        for name in LONG_VIEWS:
            text = (FOLDER / ATTACHMENTS / f"{name}.yaml").read_text(encoding="utf-8")
            if name == view:
                assert old in text
                text = text.replace(old, new, 1)
            (tmp_path / ATTACHMENTS / f"{name}.yaml").write_text(text, encoding="utf-8")
        monkeypatch.setattr(footprint, "FOLDER", tmp_path)
        return [str(p) for p in footprint.check(READ_IN)]

    return change


def test_no_problem_is_found_in_the_footprints():
    assert footprint.check(READ_IN) == []
    assert [p for p in check.problems() if "attachments" in p.file] == []


SARTORIUS = "  - id: sartorius_origin\n    structure: sartorius\n    role: origin\n    bone: hip_bone\n"
FAULTS = [
    ("anterior", "view: anterior", "view: above", r"anterior\.yaml:2:view: "),
    ("anterior", "role: insertion", "role: middle", r"\.yaml:\d+:footprints\.\d+\.role: "),
    ("anterior", SARTORIUS, SARTORIUS.replace("_origin", "_start", 1).replace("structure: s", "structure: x"),
     r"\.yaml:\d+:footprints\.\d+\.structure: 'xartorius' is no structure"),
    ("anterior", SARTORIUS, SARTORIUS.replace("hip_bone", "skull"),
     r"\.yaml:\d+:footprints\.\d+\.bone: 'skull' is no bone"),
    ("anterior", SARTORIUS, SARTORIUS.replace("hip_bone", "femur"),
     r"\.rings\.0: 'sartorius_origin' does not lie on 'femur'"),
    ("lateral", SARTORIUS, SARTORIUS.replace("role: origin", "role: insertion"),
     r"lateral\.yaml:\d+:footprints\.\d+\.id: 'sartorius_origin' is another attachment"),
    ("anterior", "id: gracilis_origin", "id: sartorius_origin", r"\.id: 'sartorius_origin' is drawn twice"),
    ("anterior", "source: imaios_sartorius", "source: gray1918", r"\.source: no record says that the origin was read"),
    ("anterior", "label: [-34.5, 77]", "label: [0, 77]", r"\.label: the label anchor of 'sartorius_origin' lies out"),
    ("anterior", "[[60, -19], [66, -17.5], [71, -21]", "[[60, -19], [71, -21], [66, -17.5]",
     r"\.rings\.0: the outline of 'adductor_longus_origin' crosses itself"),
    ("anterior", "    schematic: true", "    scheme: true", r"\.scheme: unknown key"),
]  # fmt: skip


@pytest.mark.parametrize(("view", "old", "new", "told"), FAULTS, ids=[f[3][-30:] for f in FAULTS])
def test_a_fault_is_told_by_file_line_and_field(broken, view, old, new, told):
    found = broken(view, old, new)
    assert any(re.search(told, p) for p in found), found


def test_a_broken_file_is_never_drawn(broken):
    broken("posterior", "role: insertion", "role: middle")
    footprints.cache_clear()
    with pytest.raises(ContentError, match="role"):
        footprints("posterior")
    footprints.cache_clear()


def test_every_attachment_has_a_permanent_id():
    assert {f"footprints.{i}" for i in every()} <= set(ids(catalog()))


def test_footprints_of_a_view_do_not_lie_over_each_other():
    for view in LONG_VIEWS:
        found = list(areas(view).values())
        assert all(a.intersection(b).area < 0.01 for n, a in enumerate(found) for b in found[n + 1 :])


def test_a_section_has_none():
    assert footprints("axial_hip") == ()
