"""What a page's HTML names ahead: files that are there, each once, all that is imported; pictures only where one is."""

import re
from pathlib import Path

import pytest
from starlette.requests import Request

from components.diagram import assets
from components.server import front_end, preload, server
from components.shared import menu
from tests.unit.served import awaited

HOME = Path(__file__).parents[2]
PAGES = [Path(script).stem for script, *_ in (*menu.PAGES, *menu.ASIDE)]
INDEX = (front_end.folder() / "index.html").read_text(encoding="utf-8")


def named(html):
    return re.findall(r'<link rel="(\w+)"[^>]* href="([^"]+)"', html)


@pytest.mark.parametrize("page", PAGES)
def test_the_files_that_are_named_are_there_and_named_once(page):
    files = [href for rel, href in named(preload.links(page)) if "/static/" in href]
    assert files
    assert len(set(files)) == len(files)
    for href in files:
        assert (front_end.folder() / href.removeprefix("./")).is_file()
        assert href not in INDEX  # Streamlit's own HTML names those that every app needs


@pytest.mark.parametrize("page", PAGES)
def test_all_that_a_named_file_imports_is_named_too(page):
    known = {Path(f).name for f in preload.scripts(page)} | {Path(f).name for f in re.findall(r"[\w./-]+\.js", INDEX)}
    for file in preload.scripts(page):
        text = (front_end.folder() / file).read_text(encoding="utf-8")
        imported = set(re.findall(r"(?:from|import)\s*[\"'`]\./([\w.-]+\.js)[\"'`]", text))
        assert imported <= known, file


@pytest.mark.parametrize("page", PAGES)
def test_a_picture_is_named_only_where_one_is(page):
    links = preload.links(page, ["hipchain-assets/figure/a.json?v=1&pose=2"])
    shows = page in preload.PICTURES
    assert (assets.script_url() in links) == shows
    assert ("figure/a.json?v=1&amp;pose=2" in links) == shows
    assert (f'fetchpriority="low" href="{assets.plotly_url()}"' in links) == shows


def test_what_a_first_visit_loads_is_known_and_can_be_packed():
    first = preload.first_visit()
    assert {f"js/{Path(f).name}" for f in re.findall(r"static/js/[\w.-]+\.js", INDEX)} <= first
    assert any(name.endswith(".css") for name in first)
    assert first <= front_end.packable().keys()


def test_no_heavy_part_is_named():
    for page in PAGES:
        assert preload.HEAVY.isdisjoint(preload.parts(page))
        files = [front_end.folder() / f for f in preload.scripts(page)]
        assert max(f.stat().st_size for f in files) < 300_000


def test_every_part_is_one_of_streamlits():
    assert {part for page in PAGES for part in preload.parts(page)} | preload.HEAVY <= preload.lazy().keys()


def test_a_part_that_streamlit_has_no_more_is_left_out(monkeypatch):
    preload.scripts.cache_clear()
    monkeypatch.setattr(preload, "lazy", lambda: {})
    assert preload.scripts("explore") == ()
    preload.scripts.cache_clear()


@pytest.mark.parametrize(
    ("path", "query", "figure"),
    [
        ("/", "", "figure/lateral/surface/"),
        ("/", "view=anterior&layer=deep&structure=nothing_we_know", "figure/anterior/deep/"),
        ("/", 'view="><script>', "figure/lateral/surface/"),
        ("/rolling", "view=anterior", None),
    ],
)
def test_a_page_is_served_with_its_links(path, query, figure):
    route = next(r for r in server.routes() if r.path == path)
    scope = {"type": "http", "path": path, "query_string": query.encode(), "headers": [], "method": "GET"}
    html = awaited(route.endpoint(Request(scope))).body.decode()
    assert "<script>" not in html.split("prerenderReady")[-1]
    found = [href for rel, href in named(html) if "figure/" in href]
    assert [figure in f for f in found] == [True] if figure else found == []
    assert all(f'href="./{f}"' in html for f in preload.scripts(Path(path).stem or "explore"))
