"""What is laid over a layer: drawn, named, listed and addressed where it is switched on, and nowhere else."""

import re
from types import SimpleNamespace

import pytest
import shapely
from starlette.applications import Starlette

from components.diagram import assets
from components.drawing import place
from components.drawing.built import drawn, visible
from components.drawing.place import arrived, reveal
from components.plate import art as art_module
from components.plate import plate as plate_module
from components.plate.inks import art_css, art_defs
from components.plate.over_inks import over_css, over_defs
from components.server.server import routes
from components.shared import laid as words
from components.shared import url
from components.shared.legend import legend_of
from components.shared.palette import INKS, OVER_ONLY
from components.shared.url import SECTIONS, VIEWS, State
from data.catalog import catalog
from data.footprint import ATTACHMENTS
from data.outlines import over
from data.outlines.pose import Pose
from data.quiz.places import places
from data.quiz.question import Options
from tests.unit.laid import SAMPLE, lay
from tests.unit.served import ask

C = catalog()
BACK = State(structure=None, view="posterior", layer="deep", also=("nerves",))


@pytest.fixture
def sample(monkeypatch):
    return lay(monkeypatch)


def groups(view, drawing, pose=None):
    """What is laid over a drawing: (id, what covers it, kind of its first path that is no rim), back to front."""
    svg = art_module.art(view, drawing, pose)
    found = re.findall(r'<g data-id="(\w+)"(?: data-covers="([^"]*)")? class="laid [^"]*">(.*?)</g>', svg)
    kinds = [re.findall(r'class="(\w+)', paths.replace("under_rim", "")) for _, _, paths in found]
    return [(i, covers.split(), kind[0]) for (i, covers, _), kind in zip(found, kinds, strict=True)]


def test_a_link_says_what_is_laid_over_in_a_fixed_order():
    state, notes = url.read({"also": "vessels,nerves"}, C.known, C.chains)
    assert (state.also, notes) == (("nerves", "vessels"), [])
    assert url.write(state)["also"] == "nerves,vessels"
    assert "also" not in url.write(State())
    state, notes = url.read({"also": "nerves,<b>"}, C.known, C.chains)
    assert state.also == ("nerves",)
    assert len(notes) == 1
    assert "<b>" not in notes[0]


def test_the_drawing_is_named_by_its_layer_and_what_is_laid_over_it():
    assert State().drawing == "surface"
    assert BACK.but(also=("nerves", "vessels")).drawing == "deep+nerves+vessels"
    assert BACK.but(view="axial_hip", layer="surface").drawing == "surface"
    assert State(layer="bones", colour=ATTACHMENTS, also=("joint",)).drawing == f"{ATTACHMENTS}+joint"
    assert over.parted("deep+nerves+vessels") == ("deep", ("nerves", "vessels"))


@pytest.mark.parametrize("view", [*VIEWS, *SECTIONS])
def test_without_the_switch_nothing_of_it_is_drawn_or_asked_for(view, monkeypatch):
    def asked(*_):
        raise AssertionError("a drawing with nothing laid over it asked for what could be")

    monkeypatch.setattr(over, "over", asked)
    fresh = drawn.__wrapped__(view, "surface")
    assert fresh.laid == ()
    assert fresh.traces == drawn(view, "surface").traces
    assert fresh.anchors == drawn(view, "surface").anchors
    assert not re.search('class="laid|<style|<defs', art_module.art(view, "surface"))


def test_the_page_carries_no_ink_that_only_overlays_need():
    page, own = art_css() + art_defs(), over_css() + over_defs()
    for tissue in OVER_ONLY:
        assert not re.search(rf"--hc-(?:p-)?(?:tissue-)?{tissue}\b", page)
        assert f".a-{tissue}{{--hc-f:" in own
        assert f".hc-ink[data-mode=tissue] .tissue-{tissue}{{--hc-f:" in own
    assert "over_line" not in page
    named = set(re.findall(r"var\(--hc-([\w-]+)[,)]", over_css())) - {"f"}
    known = set(re.findall(r"--hc-([\w-]+):", page + own))
    assert {n for n in named if not n.startswith("p-")} <= known
    assert set(re.findall(r"url\(#([\w-]+)\)", over_css())) == set(re.findall(r'<pattern id="([^"]+)"', over_defs()))


def test_what_only_overlays_show_is_told_apart_in_both_schemes():
    for mode in ("anatomy", "tissue"):
        inks = [INKS[mode][t] for t in (*OVER_ONLY, "nerve", "ligament", "bone", "muscle")]
        for colours in ([i.light for i in inks], [i.dark for i in inks], [i.word for i in inks]):
            assert len(set(colours)) == len(inks)
    tissue = [INKS["tissue"][t] for t in OVER_ONLY]
    assert len({i.pattern for i in tissue}) == len(tissue)
    assert len({i.icon for i in INKS["tissue"].values() if i.icon not in "◆◇"}) == len(INKS["tissue"]) - 2


def test_a_piece_lies_open_from_its_layer_inwards_and_is_dashed_before_that(sample):
    assert groups("posterior", "surface+nerves") == [
        ("sciatic_nerve", list(sample("posterior", "surface+nerves").laid[0].covers), "under_line"),
        ("common_fibular_nerve", [], "over_line"),
    ]
    assert "gluteus_maximus" in groups("posterior", "surface+nerves")[0][1]
    assert "piriformis" not in groups("posterior", "surface+nerves")[0][1]
    assert [g[2] for g in groups("posterior", "deep+nerves")] == ["over_line", "over_line"]
    assert [g[2] for g in groups("posterior", "deep+joint")] == ["under_area", "mark_area"]
    assert "over_fibre" in art_module.art("posterior", "deepest+joint")
    assert [g[2] for g in groups("anterior", "surface+vessels")] == ["under_line", "under_line", "over_line"]
    assert [g[2] for g in groups("anterior", "bones+vessels")] == ["over_line", "mark_dot", "over_line"]


def test_a_course_is_as_wide_as_its_record_in_the_drawing_says(sample):
    nerve = next(p for p in sample("posterior", "deep+nerves").laid if p.shape.id == "sciatic_nerve")
    ring = shapely.Polygon(list(zip(nerve.traces[0]["x"], nerve.traces[0]["y"], strict=True)))
    course = shapely.LineString(nerve.shape.outline()[0])
    assert ring.area / course.length == pytest.approx(12, rel=0.06)


def test_it_takes_the_place_of_the_mark_of_the_same_structure(sample):
    mark = r'data-id="sciatic_nerve" class="[^"]*m-nerve'
    assert re.search(mark, art_module.art("posterior", "deep"))
    assert not re.search(mark, art_module.art("posterior", "deep+nerves"))
    assert re.search(mark, art_module.art("posterior", "deep+vessels"))
    ids = [a.id for a in sample("posterior", "deep+nerves").anchors]
    assert len(ids) == len(set(ids))


def test_its_names_come_first_and_all_of_it_can_be_reached(sample):
    anchors = sorted(sample("posterior", "surface+nerves+joint").anchors, key=lambda a: -a.weight)
    ids = [a.id for a in anchors]
    assert set(ids[:2]) == {"popliteal_fossa", "common_fibular_nerve"}
    assert set(ids[2:4]) == {"sciatic_nerve", "trochanteric_bursa"}
    assert {"sciatic_nerve", "common_fibular_nerve"} <= visible("posterior", "surface+nerves")


def test_a_pose_moves_it(sample):
    still, leant = (art_module.art("posterior", "deep+nerves", p) for p in (None, Pose(drop=8)))
    nerves = [re.findall(r'<path class="over_line" d="([^"]+)"', svg) for svg in (still, leant)]
    assert nerves[0][0] != nerves[1][0]  # it begins in the pelvis
    assert nerves[0][1] == nerves[1][1]  # and ends on the thigh


def test_it_lies_over_attachments_too(sample):
    svg = art_module.art("posterior", f"{ATTACHMENTS}+nerves")
    assert svg.rindex('class="foot') < svg.index('class="laid')


def test_it_is_dressed_in_every_mode(sample):
    svg = art_module.art("posterior", "deep+nerves+joint")
    assert svg.startswith("<style>")
    assert 'class="laid a-nerve rolling-avoid tissue-nerve known"' in svg


def test_legends_name_what_is_laid_over_and_what_is_dashed():
    assert "Artery" not in legend_of(State())
    assert words.DASHED not in legend_of(State())
    said = legend_of(State(also=("vessels",)))
    assert all(word in said for word in ("Artery", "Vein", words.DASHED))
    assert "Cartilage" in legend_of(State(also=("joint",)))
    assert "Artery" not in legend_of(State(colour="tissue"))
    assert "Artery" in legend_of(State(colour="tissue", also=("vessels",)))
    assert words.DASHED not in legend_of(State(view="axial_hip", also=("vessels",)))


def test_the_switches_and_the_sentence(sample):
    assert list(words.switches(State())) == ["nerves", "vessels", "joint"]
    assert words.switches(State(view="axial_hip")) == {}
    assert words.switched(State(also=("vessels",)), "nerves").also == ("nerves", "vessels")
    assert words.switched(State(also=("nerves", "vessels")), "nerves").also == ("vessels",)
    assert words.about(State()) == ""
    assert words.about(State(also=("nerves", "vessels", "joint"))).startswith(
        "Laid over it: nerves, vessels and the joint;"
    )


def test_an_address_names_it_and_only_what_there_is():
    app = Starlette(routes=routes())

    def got(path):
        return ask(app, "/" + path.partition("?")[0])[0]

    assert got(assets.art_url("posterior", "deep+nerves+vessels")) == 200
    assert got(assets.figure_url("posterior", f"{ATTACHMENTS}+joint")) == 200
    for view, wrong in (
        ("posterior", "deep+vessels+nerves"), ("posterior", "deep+"), ("posterior", "deep+fat"),
        ("axial_hip", "surface+nerves"), ("posterior", "deep+nerves+nerves"),
    ):  # fmt: skip
        assert got(assets.art_url(view, wrong)) == 404
        assert got(assets.figure_url(view, wrong)) == 404


def test_what_is_only_laid_over_turns_its_switch_on(sample, monkeypatch):
    monkeypatch.setattr(place, "laid_only", lambda structure: structure == "sciatic_nerve")
    wanted = State(structure="sciatic_nerve")
    found = reveal(wanted)
    assert (found.view, found.layer, found.also) == ("posterior", "deep", ("nerves",))
    found = reveal(wanted.but(view="posterior", layer="bones", also=("joint",)))
    assert (found.view, found.layer, found.also) == ("posterior", "bones", ("nerves", "joint"))
    there = wanted.but(view="posterior", layer="surface", also=("nerves",))
    assert reveal(there) == there
    assert arrived(wanted, {"structure": "sciatic_nerve"}) == reveal(wanted)
    assert arrived(wanted, {"structure": "sciatic_nerve", "view": "anterior", "layer": "deep"}) == wanted
    assert arrived(State(structure="piriformis"), {"structure": "piriformis"}) == State(structure="piriformis")


@pytest.mark.parametrize("structure", sorted(over.drawn()))
def test_everything_that_is_laid_over_can_be_shown_by_its_name(structure):
    found = reveal(State(structure=structure))
    assert structure in visible(found.view, found.drawing)
    if place.laid_only(structure):
        assert over.of(found.view, structure)
        assert plate_module.plate(found.view, (structure,)).absent == ()
        assert places([structure], Options(), 0.1) == []  # the quiz asks for nothing that only a switch shows


def test_a_plate_of_what_is_only_laid_over_draws_it(sample, monkeypatch):
    monkeypatch.setattr(plate_module, "load_view", lambda _: SimpleNamespace(of=lambda _: []))
    assert plate_module.shapes_of("posterior", "sciatic_nerve") == [SAMPLE["nerves", "posterior"][0]]
    assert plate_module.shapes_of("lateral", "sciatic_nerve") == []


def test_the_check_names_what_is_drawn_wrong(tmp_path, monkeypatch):
    rows = (
        "view: lateral", "shapes:",
        "  - {id: sciatic_nerve, schematic: true, mark: line, tissue: nerve, width: 12, layer: bones, first: deep,",
        "     rings: [[[0, 0], [0, -100]]], label: [60, -50], moves: thigh}",
        "  - {id: trochanteric_bursa, schematic: true, mark: area, tissue: bursa, layer: bones, first: deep,",
        "     rings: [[[0, 0], [10, 10], [10, 0], [0, 10]]], label: [8, 5], moves: thigh}",
        "  - {id: no_such_nerve, schematic: true, mark: line, tissue: nerve, layer: bones, first: deep,",
        "     rings: [[[0, 0], [0, -100]]], label: [0, -50], moves: thigh}",
    )  # fmt: skip
    (tmp_path / "over" / "nerves").mkdir(parents=True)
    (tmp_path / "over" / "nerves" / "posterior.yaml").write_text("\n".join(rows), encoding="utf-8")
    monkeypatch.setattr(over, "FOLDER", tmp_path)
    found = {p.field for p in over.check(C.known)}
    assert found == {"view", "shapes.0.label", "shapes.1.rings.0", "shapes.2.id"}
