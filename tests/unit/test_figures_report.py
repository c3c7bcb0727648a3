"""`python -m data.figures`: every picture by what it shows, with its errors; what is missing or over a limit fails."""

import json
from dataclasses import replace

import pytest

from data.catalog import catalog
from data.figures import __main__ as report
from data.figures.pose import NoPicture
from data.figures.shown import showable

C = catalog()
FEW = {i: C.pictures[i] for i in ("sl_abduction", "roll_gluteus_maximus")}
REST = [i for ids in showable(C).values() for i in ids if i not in ("sl_abduction", "gluteus_maximus")]


@pytest.fixture
def known(monkeypatch):
    def use(**given):
        few = replace(C, pictures=FEW, no_pictures={i: NoPicture(id=i, why="Not here") for i in REST})
        monkeypatch.setattr(report, "catalog", lambda: replace(few, **given))

    return use


def test_one_object_is_keyed_by_what_is_shown(known, capsys):
    known()
    assert report.main(["--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert set(found) == {*C.exercises, *showable(C)["roll"], *(t.id for t in C.self_check.tests)}
    assert found["t1"]["no_picture"]
    rolled = found["gluteus_maximus"]
    assert rolled["tissues"] == [{"structure": "gluteus_maximus", "side": "l", "as": "pressed"}]
    assert rolled["more"] == []
    for step, pose in rolled["poses"].items():
        assert pose["problems"] == []
        assert 0 < max(rolled["contacts"][step].values()) <= rolled["errors"]["contact_mm"]
        assert max(pose["asked_off_degrees"].values()) <= rolled["errors"]["held_angle_degrees"]
    assert all(rolled["errors"][name] <= limit for name, limit in rolled["limits"].items())


def test_what_has_neither_picture_nor_reason_fails(known, capsys):
    known(no_pictures={})
    assert report.main([]) == 1
    assert "clam: neither a picture nor a reason" in capsys.readouterr().out


def test_what_is_over_a_limit_fails(known, capsys, monkeypatch):
    known()
    monkeypatch.setattr("data.figures.measure.CONTACT_MM", 0.0)
    assert report.main([]) == 1
    assert "contact" in capsys.readouterr().out
