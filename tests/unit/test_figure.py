"""The figures are valid plotly, complete, and speak every colour mode."""

import gzip
import json

import plotly.graph_objects as go
import pytest

from components.chains.overlay import GRADES, items
from components.diagram import assets, plotly_js
from components.drawing import built
from components.shared.palette import INKS, MODES, OVERLAY
from components.shared.served import version
from components.shared.url import LAYERS, VIEWS
from data.catalog import catalog
from data.chain import Grade


@pytest.fixture(scope="module", params=[(v, la) for v in VIEWS for la in LAYERS], ids="-".join)
def figure(request):
    return json.loads(gzip.decompress(built.figure_body(*request.param)))


def test_plotly_accepts_the_figure(figure):
    drawn = go.Figure({"data": figure["data"], "layout": figure["layout"]})
    assert len(drawn.data) == len(figure["data"]) > 20


def test_every_class_has_an_ink_in_both_themes(figure):
    tables, inks = figure["hipchain"]["classes"], figure["hipchain"]["inks"]
    assert set(tables) == {"anatomy", "rolling", "tissue", *(f"chain:{c}" for c in catalog().chains)}
    for table in tables.values():
        assert set(table) == set(figure["hipchain"]["names"])
        for key in table.values():
            assert inks[key]["light"]
            assert inks[key]["dark"]


def test_every_kind_of_glaze_has_an_overlay_colour(figure):
    drawn_otherwise = {
        "fill",
        "patch",
        "edge",
        "fibre",
        "leader",
        "leader_dot",
        "label",
        "mark_dot",
        "mark_line",
        "mark_area",
    }
    for kind in {t["meta"]["kind"] for t in figure["data"]} - drawn_otherwise:
        assert kind in OVERLAY["light"]
        assert kind in OVERLAY["dark"]


def test_what_can_be_reached_by_key_is_drawn(figure):
    drawn = {t["meta"].get("id") for t in figure["data"]}
    assert set(figure["hipchain"]["order"]) <= drawn


def test_no_class_speaks_by_colour_alone():
    for mode in set(MODES) - {"anatomy"}:
        inks = list(INKS[mode].values())
        assert len({i.word for i in inks}) == len(inks)
        assert all(i.icon for i in inks)
        if mode != "tissue":
            assert len({i.pattern for i in inks}) == len(inks)


def test_the_surface_hides_what_the_deep_layer_shows():
    assert "iliotibial_band" in built.visible("lateral", "surface")
    assert "iliotibial_band" not in built.visible("lateral", "deep")
    assert "gluteus_minimus" in built.visible("lateral", "deepest")
    assert "gluteus_minimus" not in built.visible("lateral", "surface")


def test_addresses_change_with_what_they_serve():
    assert version() in assets.figure_url("lateral", "surface")
    assert plotly_js.RELEASE in assets.plotly_url()


def test_the_claims_chart_is_valid_and_keeps_its_colours_under_its_patterns():
    from components.evidence.figure import build, counts

    claims = catalog().claims.values()
    drawn = go.Figure(build(claims, dark=False))
    assert sum(sum(bar.x) for bar in drawn.data) == len(claims)
    assert all(bar.marker.pattern.fillmode == "overlay" for bar in drawn.data)
    assert sum(n for row in counts(claims).values() for n in row.values()) == len(claims)


def test_the_kinds_of_arrow_differ_in_line_and_sign_not_in_colour_alone():
    signs, lines, meanings = zip(*GRADES.values(), strict=True)
    assert len(set(signs)) == len(set(lines)) == len(set(meanings)) == len(Grade)
    edges = {e.grade: (c, e) for c in catalog().chains.values() for e in c.edges}
    for grade, (chain, edge) in edges.items():
        step = next(s for s in chain.steps if edge.id in s.edges)
        arrow = next(i for i in items(chain, step, None) if i["kind"] == "arrow" and i["id"] == edge.id)
        assert arrow["grade"] == grade  # which the diagram draws as a line and a sign
        assert GRADES[grade][2] in arrow["label"]
