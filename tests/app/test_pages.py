"""Every page and deep link, run by AppTest: no exception, the right words, state in the URL."""

import re
from pathlib import Path
from urllib.parse import parse_qs, urlparse

import pytest

from components.ask.links import address
from components.shared import menu
from components.shared.url import LAYERS, VIEWS
from data.catalog import catalog
from tests.app.opened import run, words

C = catalog()


def test_the_start_teaches_something():
    text = words(run())
    assert "<h2>Iliotibial band</h2>" in text
    assert "Rolling: little benefit" in text
    assert "For learning, not a diagnosis" in text


@pytest.mark.parametrize("structure", [*C.structures, *C.bones, *C.context])
def test_a_deep_link_opens_the_card(structure):
    assert f"<h2>{C.name(structure).replace(chr(39), '&#x27;')}</h2>" in words(run(structure=structure))


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("layer", LAYERS)
def test_a_deep_link_restores_view_and_layer(view, layer):
    at = run(view=view, layer=layer)
    assert at.session_state["view"] == view
    assert at.session_state["layer"] == layer


@pytest.mark.parametrize(
    ("colour", "word"), [("rolling", "Helps, with care"), ("tissue", "Bursa"), ("chain", "Where it hurts")]
)
def test_a_colour_mode_brings_its_legend(colour, word):
    assert word in words(run(colour=colour))


def test_a_bad_link_falls_back_with_a_quiet_note():
    text = words(run(structure="<script>alert(1)</script>", view="above", colour="pink"))
    assert "<h2>Iliotibial band</h2>" in text
    assert "alert(1)" not in text
    assert "The link names 3 things that HipChain does not have" in text
    assert words(run(view="above")).count("the usual one is shown instead") == 1


def test_nothing_selected_says_what_to_do():
    assert "Tap any tissue" in words(run(structure="none"))


def test_a_name_that_is_asked_for_leads_to_a_view_and_layer_that_show_it():
    link = parse_qs(urlparse(address("structure", "gluteus_minimus")).query)
    assert link["layer"][0] in ("deep", "deepest")
    at = run(**{key: value[0] for key, value in link.items()})
    assert at.query_params["structure"] == "gluteus_minimus"
    assert "<h2>Gluteus minimus</h2>" in words(at)


def test_one_tap_switches_view_and_layer_and_keeps_the_selection():
    at = run(structure="sartorius", view="anterior")
    at.segmented_control(key="view").select("lateral").run()
    at.segmented_control(key="layer").select("deep").run()
    assert (at.query_params["view"], at.query_params["layer"]) == ("lateral", "deep")
    assert at.query_params["structure"] == "sartorius"


def test_hiding_and_bringing_back():
    at = run(structure="iliotibial_band")
    next(b for b in at.button if "Hide" in b.label).click().run()
    assert at.query_params["hide"] == "iliotibial_band"
    at.pills(key="bring_back").select("iliotibial_band").run()
    assert "hide" not in at.query_params


def test_presenter_is_part_of_the_link():
    at = run()
    at.toggle(key="presenter").set_value(True).run()
    assert not at.exception
    assert at.query_params["presenter"] == "1"


def test_the_presenters_view_goes_along_and_can_be_left_on_every_screen():
    at = run(presenter="1")
    at.switch_page("pages/learn/chains.py").run()
    assert at.query_params["presenter"] in ("1", ["1"])
    at.button(key="leave_presenter").click().run()
    assert "presenter" not in at.query_params
    at.switch_page("pages/learn/lab.py").run()
    assert "presenter" not in at.query_params


def test_the_stop_flags_are_there_and_grouped():
    at = run()
    at.switch_page("pages/safety/stop_flags.py").run()
    assert not at.exception
    text = words(at)
    for flag in C.stop_flags.values():
        assert flag.name in text


@pytest.mark.parametrize("page", [script for script, *_ in (*menu.PAGES, *menu.ASIDE)])
def test_every_page_opens_from_the_start_and_keeps_the_frame(page):
    at = run()
    at.switch_page(page).run()
    assert not at.exception
    own, _, footer = re.sub("<style>.*?</style>", "", words(at), flags=re.DOTALL).partition(menu.DISCLAIMER)
    assert footer
    assert len(own) > 20, "the page says nothing of its own"


def test_every_script_in_pages_is_a_page():
    home = Path(menu.__file__).parents[2]
    scripts = {p.relative_to(home).as_posix() for p in (home / "pages").rglob("*.py")}
    named = [script for script, *_ in (*menu.PAGES, *menu.ASIDE)]
    assert scripts == set(named), "name the script in PAGES in components/shared/menu.py"
    stems = [Path(script).stem for script in named]
    assert len(set(stems)) == len(stems), "the address of a page is its file's name: give each its own"


def test_two_structures_stand_side_by_side():
    at = run(structure="sartorius", compare="gracilis", view="anterior")
    assert "Gracilis" in words(at)
    assert "hc-compare" in words(at)
    at = run(structure="sartorius", compare="<script>")
    assert "hc-compare" not in words(at)
    assert "structure to compare with" in words(at)


def test_a_group_is_lit_with_its_card_and_a_member_leads_back():
    at = run(group="hamstrings")
    text = words(at)
    assert "<h2>Hamstrings</h2>" in text
    assert "3 of 4: helps, with care" in text
    assert at.session_state["view"] == "posterior"
    assert 'href="./?group=hamstrings"' in words(run(structure="semitendinosus"))


def test_a_group_that_is_not_there_falls_back_with_a_note():
    text = words(run(group="<script>alert(1)</script>"))
    assert "<h2>Iliotibial band</h2>" in text
    assert "names a group that HipChain does not have" in text
    assert "alert(1)" not in text


@pytest.mark.parametrize("group", C.groups)
def test_every_group_opens(group):
    assert f"Group of {len(C.members(group))}" in words(run(group=group))


def test_the_deeper_part_folds_below_the_anatomy():
    text = words(run(structure="gluteus_medius"))
    assert text.index("<summary>Anatomy") < text.index("<summary>For the exam") < text.index("<summary>Neighbours")
    assert "<details open><summary>For the exam" not in text


@pytest.mark.parametrize(
    ("page", "params"),
    [
        ("pages/learn/evidence.py", {}),
        ("pages/learn/evidence.py", {"part": "references"}),
        ("pages/learn/rolling.py", {}),
        ("pages/learn/lab.py", {"part": "stance"}),
        ("pages/practise/handout.py", {}),
    ],
    ids=["claims", "references", "rolling", "lab", "handout"],
)
def test_no_file_is_made_before_it_is_asked_for(page, params, monkeypatch):
    made = []
    for maker in ("spreadsheet.csv_file", "bibliography.bibtex", "bibliography.ris"):
        monkeypatch.setattr(f"data.{maker}", made.append)
    for maker in ("components.plate.svg.svg", "components.handout.picture.plate_png"):
        monkeypatch.setattr(maker, made.append)
    assert run(page, **params).get("download_button")
    assert not made
