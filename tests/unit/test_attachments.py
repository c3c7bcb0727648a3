"""Attachments as they are shown: a drawing of their own, named by end, on the card and in words."""

import gzip
import re

import pytest
from starlette.applications import Starlette

from components.card import attachments as card
from components.card.text import sections
from components.diagram import assets
from components.drawing.built import drawn, figure_body, visible
from components.drawing.footprints import roomy
from components.drawing.labels import Anchor
from components.drawing.place import reveal
from components.first import explore
from components.plate.art import art
from components.plate.attached import attached_svg, attached_url, sides
from components.plate.inks import art_css
from components.server.server import routes
from components.shared.legend import legend, legend_of
from components.shared.palette import ATTACHMENT
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.catalog import catalog
from data.footprint import ATTACHMENTS, every, footprints
from tests.unit.served import ask

C = catalog()
GROUP = re.compile(r'<g data-id="([^"]+)" class="([^"]+)"><path class="(\w+)"')
FIXED = sorted({f.structure for _, f in every().values()})


def got(url):
    """What the server answers, uncompressed."""
    return ask(Starlette(routes=routes()), "/" + url.partition("?")[0])


@pytest.mark.parametrize("view", VIEWS)
def test_every_footprint_is_drawn_over_the_bones_as_what_it_is(view):
    groups = GROUP.findall(art(view, ATTACHMENTS))
    prints = [(i, kind) for i, words, kind in groups if words == f"foot attachments-{kind}"]
    assert prints == [(f.structure, f.role) for f in footprints(view)]
    bones = [i for i, words, _ in groups if not words.startswith("foot")]
    assert groups[: len(bones)] == [g for g in GROUP.findall(art(view, "bones")) if "m-" not in g[1]]


@pytest.mark.parametrize("view", VIEWS)
def test_other_drawings_carry_none_and_the_drawing_itself_is_light(view):
    assert all('class="foot' not in art(view, layer) for layer in LAYERS)
    more = len(gzip.compress(art(view, ATTACHMENTS).encode(), 9)) - len(gzip.compress(art(view, "bones").encode(), 9))
    assert 0 < more < 4096


def test_both_ends_have_a_colour_a_pattern_and_a_line_of_their_own():
    css = art_css()
    for role in ATTACHMENT:
        assert f".hc-ink[data-mode=attachments] .attachments-{role}{{--hc-f:" in css
        assert f".foot>.{role}{{stroke:var(--hc-{role}_line)}}" in css
    assert "url(#hc-p-attachments-insertion)" in css
    assert all(ink.word in legend(ATTACHMENTS) and ink.icon in legend(ATTACHMENTS) for ink in ATTACHMENT.values())


@pytest.mark.parametrize("view", VIEWS)
def test_each_end_is_named_once_with_its_sign_and_can_be_reached(view):
    named = [a for a in drawn(view, ATTACHMENTS).anchors if a.weight]
    wanted = {(f.structure, ATTACHMENT[f.role].icon) for f in footprints(view)}
    assert sorted((a.id, a.text[0]) for a in named) == sorted(wanted)
    assert {f.structure for f in footprints(view)} <= visible(view, ATTACHMENTS)
    assert all(
        C.name(f.structure).encode() in gzip.decompress(figure_body(view, ATTACHMENTS)) for f in footprints(view)
    )


def test_a_name_of_three_rows_is_left_out_where_the_screen_is_narrow():
    long, short = (Anchor("x", text, 0, 0, 1) for text in ("▲ Biceps femoris, short head", "▲ Gluteus medius"))
    assert roomy([long, short]) == [short]


@pytest.mark.parametrize("state", [State(view="axial_hip", layer="surface"), State(view="posterior", layer="deep")])
def test_choosing_the_mode_leads_to_bare_bones_seen_from_a_side(state):
    chosen = state.coloured(ATTACHMENTS)
    assert (chosen.layer, chosen.drawing) == ("bones", ATTACHMENTS)
    assert chosen.view == ("lateral" if state.view in SECTIONS else state.view)
    assert chosen.but(layer="deep").drawing == "deep"
    assert chosen.but(view="axial_hip", layer="surface").drawing == "surface"
    assert state.coloured("tissue") == state.but(colour="tissue")


def test_where_the_mode_shows_nothing_the_legend_says_how_to_see_it():
    here = State(layer="bones", colour=ATTACHMENTS)
    assert legend_of(here) == legend(ATTACHMENTS)
    assert "choose Bones" in legend_of(here.but(layer="surface"))
    assert legend_of(State()) == legend("anatomy")


@pytest.mark.parametrize("structure", FIXED)
def test_what_is_chosen_by_name_stays_in_the_mode_where_it_is_seen_there(structure):
    found = reveal(State(structure=structure, view="anterior", layer="bones", colour=ATTACHMENTS))
    assert found.drawing == ATTACHMENTS
    assert structure in visible(found.view, ATTACHMENTS)


def test_what_is_fixed_nowhere_is_shown_where_it_lies():
    found = reveal(State(structure="sciatic_nerve", view="posterior", layer="bones", colour=ATTACHMENTS))
    assert found.drawing != ATTACHMENTS
    assert "sciatic_nerve" in visible(found.view, found.layer)


def test_it_has_an_address_of_its_own_in_each_long_view():
    status, _, body = got(assets.art_url("anterior", ATTACHMENTS))
    assert (status, b'class="foot' in body) == (200, True)
    assert got(assets.figure_url("anterior", ATTACHMENTS))[0] == 200
    assert got(assets.art_url("axial_hip", ATTACHMENTS))[0] == 404


@pytest.mark.parametrize("structure", FIXED)
def test_a_card_has_a_small_plate_that_is_fetched_when_it_is_wanted(structure):
    found = C.structures[structure]
    said = card.attachments(found, C)
    assert f'src="./{attached_url(structure)}"' in said
    assert 'loading="lazy"' in said
    assert "Where it is fixed" in sections(found, C)
    assert len(gzip.compress(said.encode())) < 1024
    svg = attached_svg(structure)
    assert len(gzip.compress(svg.encode())) < 12 * 1024
    shown = [f for found in sides(structure).values() for f in found]
    assert svg.count('class="origin"') + svg.count('class="insertion"') == len(shown)
    alt = re.search(r'alt="([^"]+)"', said)[1]
    assert all(f.role in alt and C.name(f.bone).lower() in alt for f in shown)


def test_a_plate_is_served_and_only_where_there_is_one():
    status, headers, _ = got(attached_url("pectineus"))
    assert (status, headers["content-type"][:13]) == (200, "image/svg+xml")
    assert got(attached_url("sciatic_nerve"))[0] == 404
    assert card.attachments(C.structures["sciatic_nerve"], C) == ""


def test_an_end_on_no_bone_is_said_and_not_drawn():
    assert "Its insertion is on none of these bones. Achilles tendon" in card.attachments(C.structures["soleus"], C)
    assert "on none of these bones" not in card.attachments(C.structures["sartorius"], C)


@pytest.mark.parametrize(
    "structure",
    [
        "gluteus_maximus",
        "iliotibial_band",
        "rectus_femoris",
        "vastus_intermedius",
        "vastus_lateralis",
        "vastus_medialis",
    ],
)
def test_what_ends_on_more_than_bone_says_that_only_bone_is_drawn(structure):
    note = "Only the part on bone is drawn."
    assert note in card.attachments(C.structures[structure], C)
    assert note not in card.attachments(C.structures["quadratus_femoris"], C)


@pytest.mark.parametrize("view", VIEWS)
def test_the_picture_stands_in_words_too(view):
    said = card.in_words(view, C)
    for own in footprints(view):
        row = re.search(rf"<li><b>{re.escape(C.name(own.structure))}</b>: (.*?)</li>", said)[1]
        assert own.role in row
        assert C.name(own.bone).lower() in row


def test_the_first_answer_carries_the_mode_only_where_it_is_asked_for():
    plain = explore.answer(State(), (), C).main
    assert 'class="foot' not in plain
    assert "hc-in-words" not in plain
    asked = explore.answer(State(view="anterior", layer="bones", colour=ATTACHMENTS), (), C).main
    assert 'class="foot' in asked
    assert "hc-in-words" in asked
    assert card.ABOUT in asked
