"""The figures are valid plotly, hold the names and nothing twice, and every colour mode has its inks."""

import gzip
import json
import re
from pathlib import Path

import plotly.graph_objects as go
import pytest

from components.chains.overlay import GRADES, items
from components.diagram import assets, plotly_js
from components.drawing import built
from components.drawing import figure as figure_module
from components.plate.art import art
from components.shared.palette import INKS, MODES, OVERLAY
from components.shared.served import version
from components.shared.url import LAYERS, VIEWS
from data.catalog import catalog
from data.chain import Grade

DRESS = Path(assets.__file__).parent / "browser" / "dress.js"


@pytest.fixture(scope="module", params=[(v, la) for v in VIEWS for la in LAYERS], ids="-".join)
def figure(request):
    return json.loads(gzip.decompress(built.figure_body(*request.param)))


def test_plotly_accepts_the_figure(figure):
    drawn = go.Figure({"data": figure["data"], "layout": figure["layout"]})
    assert len(drawn.data) == len(figure["data"]) >= 12


def test_the_anatomy_is_not_sent_twice(figure):
    """It comes as SVG; here are only names, and what can change over them."""
    assert {t["meta"]["kind"] for t in figure["data"]} == {"leader", "leader_dot", "label"}
    assert len(json.dumps(figure)) < 24_000


@pytest.mark.parametrize(("view", "layer"), [(v, la) for v in VIEWS for la in LAYERS])
def test_every_class_has_an_ink_in_both_themes(view, layer):
    drawn = built.drawn(view, layer)
    shapes = {s.id: s.tissue for s in (*drawn.bodies, *drawn.marks)}
    tables, inks = figure_module.classes(shapes, shapes, catalog()), figure_module.inks()
    assert set(tables) == {"anatomy", "rolling", "tissue", *(f"chain:{c}" for c in catalog().chains)}
    for table in tables.values():
        assert set(table) == set(shapes)
        for key in table.values():
            assert inks[key]["light"]
            assert inks[key]["dark"]


@pytest.mark.parametrize("scheme", OVERLAY)
def test_every_ink_that_names_and_rollers_ask_for_is_sent(figure, scheme):
    """`dress.js` asks for them by these names."""
    asked = set(re.findall(r"ink\('(\w+)'\)", DRESS.read_text(encoding="utf-8")))
    assert asked
    assert asked <= set(figure["hipchain"]["overlay"][scheme])


def test_what_can_be_reached_by_key_is_drawn(figure):
    own = figure["hipchain"]
    drawn = set(re.findall(r'<g data-id="([^"]+)"', art(own["view"], own["layer"])))
    assert set(own["order"]) <= drawn


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
    assert version() in assets.art_url("lateral", "surface")


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
