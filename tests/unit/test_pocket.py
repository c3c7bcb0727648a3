"""The pocket edition: all records in one small file that loads nothing, the same every time; danger before advice."""

import base64
import gzip
import json
import re
from html import escape, unescape

import pytest

from components.figures import art
from components.pocket import reading
from components.pocket.edition import LEFT_OUT, made
from components.pocket.links import ABOUT, PAGES, inside
from components.pocket.script import policy, script
from components.shared.menu import DISCLAIMER, STOP_LABEL
from components.shared.palette import FINDING, ROLLING
from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.catalog import catalog
from data.outlines.over import offered
from tests import pocket
from tests.every import every

pytestmark = pytest.mark.long  # the file is made anew whenever a source has changed: 15 s of a processor
C = catalog()
MOST = 6_000_000
HREF = re.compile(r'href="([^"]*)"')


def words(html):
    """What is read, in one line, with each source in its place."""
    sources = pocket.book()["sources"]
    whole = re.sub(r"⟦(\w+)⟧", lambda found: sources[found[1]], html)
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", whole)).split())


def plain(text):
    return " ".join(text.split())


def texts():
    """All HTML that the script puts on the screen."""
    book = pocket.book()
    return [*book["pages"].values(), *book["cards"].values(), *book["sources"].values(), *book["peeks"].values()]


def test_it_is_small():
    assert len(pocket.file().encode()) < MOST


def test_another_process_makes_the_same_file():
    assert pocket.served() == pocket.made_here().encode()


def test_it_loads_nothing():
    text = pocket.file()
    assert f'<meta http-equiv="Content-Security-Policy" content="{policy()}">' in text
    assert "default-src 'none'" in policy()
    assert re.findall(r"<(?:iframe|object|embed|form|base|audio|video)\b", text) == []
    assert re.findall(r"<script[^>]*\bsrc=", text) == []
    for part in (text, *texts()):
        assert all(src.startswith("data:") for src in re.findall(r'\bsrc="([^"]*)"', part))
    assert [link for link in re.findall(r"<link\b[^>]*>", text) if 'href="data:' not in link] == []
    assert re.findall(r"url\((?!#)[^)]*\)|@import", text.partition("</style>")[0]) == []
    assert not re.search(r"\b(?:fetch|XMLHttpRequest|WebSocket|import|\w+Storage|indexedDB|cookie)\b", script())


def test_every_link_leads_within_the_file_or_is_a_plain_one_to_a_source():
    known = {"", *PAGES, "explore"}
    for html in texts():
        for to in map(unescape, HREF.findall(html)):
            if to.startswith("#"):
                page = to[1:].partition("?")[0]
                assert page in known or "=" in page, to
            else:
                assert to.startswith(("https://", "http://", "tel:")), to
    assert len(re.findall(r"<script>", pocket.file())) == 1


def test_every_record_that_a_link_names_is_in_its_page():
    pages = pocket.book()["pages"]
    for html in texts():
        for claim in re.findall(r"#evidence\?claim=(\w+)", html):
            assert f'data-record="{claim}"' in pages["evidence/claims"]
        for reference in re.findall(r"#evidence\?reference=(\w+)", html):
            assert f"⟦{reference}⟧" in pages["evidence/references"]
        for exercise in re.findall(r"#exercises\?exercise=(\w+)", html):
            assert f"exercises/{exercise}" in pages
        for chain in re.findall(r"#chains\?chain=(\w+)", html):
            assert f"chains/{chain}" in pages
        for condition in re.findall(r"condition=(\w+)", html):
            assert f"where/{condition}" in pages
        for id_ in re.findall(r'"#structure=(\w+)', html):
            assert id_ == "none" or id_ in pocket.book()["cards"]


def a_card_says_what_it_is_and_whether_to_roll(structure):
    text = words(pocket.book()["cards"][structure.id])
    assert plain(structure.plain) in text
    assert f"Rolling: {ROLLING[structure.rolling.verdict].word.lower()}" in text
    assert plain(structure.rolling.reason) in text
    if how := structure.rolling.how_to:
        assert plain(how.dose) in text or plain(how.dose)[1:] in text
    for reference in structure.sources:
        assert plain(C.references[reference].citation) in text


def it_can_be_found_and_seen(structure):
    book = pocket.book()
    assert book["called"][structure.id][0] == structure.name
    place = book["places"][structure.id]
    name = "+".join((f"{place['view']}/{place['layer']}", *filter(None, place.get("also", "").split(","))))
    assert book["ids"].index(structure.id) in book["drawings"][name]["order"]
    assert any(f'data-id="{structure.id}"' in book["parts"][n] for n in book["drawings"][name]["parts"])


def it_stands_under_its_verdict_among_all(structure):
    assert f'href="#structure={structure.id}">' in pocket.book()["pages"]["rolling"]


CHECKS = (a_card_says_what_it_is_and_whether_to_roll, it_can_be_found_and_seen, it_stands_under_its_verdict_among_all)


@pytest.mark.parametrize("structure", C.structures.values(), ids=lambda s: s.id)
def test_a_structure_is_all_there(structure):
    every(CHECKS, structure)


def test_every_claim_has_its_verdict_reason_and_studies():
    text = words(pocket.book()["pages"]["evidence/claims"])
    for claim in C.claims.values():
        assert plain(claim.text) in text
        assert f"{claim.id} · {FINDING[claim.verdict].word}" in text
        assert plain(claim.reason) in text


def test_every_source_is_there_in_full():
    text = words(pocket.book()["pages"]["evidence/references"])
    assert all(plain(found.citation) in text for found in C.references.values())


def test_no_source_stands_twice():
    for id_, line in pocket.book()["sources"].items():
        said = line.partition("<p>")[2].partition("</p>")[0]
        assert sum(said in html for html in texts()) == 1, id_


def test_every_stop_sign_is_there_with_what_to_do_and_also_without_scripts():
    without = words(re.search(r'<article id="hc-text"[^>]*>(.*?)</article>', pocket.file(), re.DOTALL)[1])
    pages = pocket.book()["pages"]
    for page in (words(pages["stop_flags"]), words(pages["self_check"]), without):
        for flag in C.stop_flags.values():
            assert plain(flag.ask) in page
            assert plain(flag.action)[1:] in page
    for flag in C.stop_flags:
        assert f'data-record="{flag}"' in pages["stop_flags"]


def test_the_self_check_says_which_signs_end_it():
    page = words(reading.self_check(C))
    turn = page.index(reading.NOT_ENDING)
    assert page.index("A yes ends the self-check") < turn
    for flag in C.stop_flags.values():
        assert (page.index(plain(flag.ask)) < turn) is flag.stops, flag.id
    assert {flag.stops for flag in C.stop_flags.values()} == {True, False}


def test_danger_comes_before_advice():
    pages = pocket.book()["pages"]
    for key, html in pages.items():
        if key.startswith("exercises"):
            assert html.index("#stop_flags") < re.search(r"hc-exercise-(?:card|whole)", html).start()
        if key.startswith("where/"):
            assert html.index("hc-stop") < html.index("<h3>")
    assert pages["rolling"].index("hc-ask-first") < pages["rolling"].index("Dose:")
    assert pages["self_check"].index("hc-call-now") < pages["self_check"].index("hc-steps")
    foot = re.search(r"<footer>(.*?)</footer>", pocket.file(), re.DOTALL)[1]
    assert DISCLAIMER in foot
    assert f'<a href="#stop_flags">{STOP_LABEL}</a>' in foot


def test_all_that_can_be_read_of_the_app_is_there():
    keys = set(pocket.book()["pages"])
    assert keys >= {f"chains/{i}" for i in C.chains} | {f"exercises/{i}" for i in C.exercises}
    assert keys >= {f"where/{i}" for i in (*C.pain_places, *C.conditions)}
    assert not set(C.pain_places) & set(C.conditions)
    assert keys >= {"rolling", "where", "exercises", "self_check", "stop_flags", ABOUT, "evidence/tests"}


def test_every_drawing_is_there_with_all_that_can_be_laid_over_it():
    names = set(pocket.book()["drawings"])
    assert {f"{view}/{layer}" for view in VIEWS for layer in LAYERS} <= names
    assert {f"{view}/surface" for view in SECTIONS} <= names
    assert {f"lateral/deep+{'+'.join(offered())}", "anterior/attachments"} <= names


def test_every_picture_is_there_but_the_films():
    figures = json.loads(gzip.decompress(base64.b64decode(pocket.book()["figures"])))
    wanted = {key for html in texts() for key in re.findall(r'data-figure="([^"]*)"', html)}
    assert wanted == set(figures)
    shown = {key.partition("/")[0] for key in wanted}
    assert shown == {p.id for p in C.pictures.values() if art.steps(p.id)}
    assert not any("film" in key for key in wanted)


def test_it_says_what_it_leaves_out_and_of_when_it_is():
    text = words(pocket.book()["pages"][ABOUT])
    assert all(words(escape(line)) in text for line in LEFT_OUT)
    assert made(C) in text
    assert re.search(r"corrections up to \d+ \w+ 20\d\d, version [0-9a-f]{12}", text)
    assert "CC BY-SA 4.0" in text
    assert "BodyParts3D" in text


@pytest.mark.parametrize(
    ("link", "there", "elsewhere"),
    [
        ("./?structure=sartorius&amp;view=lateral", "#structure=sartorius&amp;view=lateral", None),
        ("./", "#explore", None),
        ("./stop_flags", "#stop_flags", None),
        ("./evidence?exercise=clam", "#exercises?exercise=clam", None),
        ("./where?place=knee_outer&amp;condition=x", "#where?place=knee_outer&amp;condition=x", None),
        ("./quiz?seed=7", f"#{ABOUT}", "https://hip.example/quiz?seed=7"),
        ("./lab", f"#{ABOUT}", "https://hip.example/lab"),
        ("https://doi.org/x", "https://doi.org/x", None),
    ],
)
def test_links_of_the_app_lead_within_the_file(link, there, elsewhere):
    html = f'<a class="x" href="{link}" target="_self">words</a>'
    assert f'href="{there}"' in inside(html, "")
    assert f'href="{elsewhere or there}"' in inside(html, "https://hip.example")
