"""Every drawn outline as JSON: the views' own shapes, and what is laid over them."""

import json
import runpy
import sys
import warnings

import numpy as np
import pytest
import shapely

from data import outlines
from data.outlines import Shape, load_view
from data.outlines import __main__ as printing


def test_outlines_are_printed_as_json_per_view_and_structure(monkeypatch, capsys):
    monkeypatch.setattr(sys, "argv", ["data.outlines", "--json"])
    with warnings.catch_warnings(action="ignore", category=RuntimeWarning):  # a test that ran before imported it
        runpy.run_module("data.outlines", run_name="__main__")
    printed = json.loads(capsys.readouterr().out)
    assert set(printed) == set(outlines.VIEWS)
    band = printed["lateral"]["iliotibial_band"]
    assert np.asarray(band).shape[1] == 2
    ys = [y for _, y in band]
    assert max(ys) - min(ys) > 450  # about half a metre of band, in mm


def test_what_is_laid_over_a_view_is_printed_as_rings_in_mm(monkeypatch):
    laid = Shape.model_validate(
        {"id": "new_nerve", "layer": "bones", "tissue": "nerve", "schematic": True, "mark": "line", "width": 4}
        | {"rings": [[[0, 0], [0, -50], [0, -100]]], "label": [0, -50]}
    )
    dive = laid.model_copy(update={"part": "deeper", "rings": (((0.0, -100.0), (0.0, -150.0), (0.0, -200.0)),)})
    place = laid.model_copy(
        update={"id": "new_bursa", "mark": "area", "rings": (((9.0, 0.0), (19.0, 0.0), (9.0, -9.0)),)}
    )
    known = laid.model_copy(update={"id": "sciatic_nerve"})
    monkeypatch.setattr(printing, "over", lambda kind, _: (laid, dive, place, known) if kind == "nerves" else ())
    lines = printing.printed(load_view("posterior"))
    ring = shapely.Polygon(lines["new_nerve"])  # one ring: the parts meet
    assert ring.bounds == pytest.approx((-2, -200, 2, 0), abs=0.1)
    assert ring.area == pytest.approx(4 * 200, abs=1)
    assert shapely.Polygon(lines["new_bursa"]).area == pytest.approx(place.area().area, abs=1)
    own = load_view("posterior").of("sciatic_nerve")[0].outline()[0]
    assert lines["sciatic_nerve"] == np.round(own, 1).tolist()  # the view draws it itself
