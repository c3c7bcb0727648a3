"""Pictures as a browser gets them: kept for a year under an address that follows what is served, strangers refused."""

import gzip
import xml.etree.ElementTree as ET

import pytest
from starlette.applications import Starlette

from components.figures import art, serve
from components.figures.inks import INKS
from components.shared.served import BASE
from tests.unit.served import ask

APP = Starlette(routes=serve.routes())


def served(path, query=""):
    status, headers, body = ask(APP, f"/{BASE}/shown/{path}", query=query)
    return status, headers, body


@pytest.mark.parametrize("ink", INKS)
def test_a_kept_picture_is_served_for_a_year(ink):
    status, headers, body = served(f"clam/start.{ink}.svg", f"v={art.version('clam')}")
    assert status == 200
    assert headers["content-type"].startswith("image/svg+xml")
    assert "immutable" in headers["cache-control"]
    assert ET.fromstring(body).tag.endswith("svg")


def test_it_is_sent_compressed():
    _, headers, body = ask(APP, f"/{BASE}/shown/clam/end.light.svg", accept_encoding="gzip")
    assert headers["content-encoding"] == "gzip"
    assert gzip.decompress(body).startswith(b"<svg")


@pytest.mark.parametrize(
    "path",
    [
        "nobody/start.light.svg", "clam/middle.light.svg", "clam/start.pink.svg", "clam/solved.light.svg",
        "../art/start.light.svg", "..%2fart/start.light.svg", "clam/..%2fsolved.json.light.svg", "CLAM/start.light.svg",
        "clam%00/start.light.svg", ".clam/start.light.svg", "clam/start.light.svg.svg", "x" * 4000 + "/start.light.svg",
    ],
)  # fmt: skip
def test_an_unknown_or_hostile_address_is_no_picture(path):
    status, _, body = served(path)
    assert status == 404
    assert b"<svg" not in body


@pytest.mark.parametrize("id_", ["", "..", "../art", "/etc", "clam/", "clam/../clam", "Clam", "nobody"])
def test_an_unknown_id_has_no_steps(id_):
    assert art.steps(id_) == ()
    for ask_ in (art.size, art.solved, art.built_from):
        with pytest.raises(KeyError):
            ask_(id_)


def test_the_address_of_a_picture_leads_to_it():
    url = art.url("clam", "end", "dark")
    assert url.startswith(f"./{BASE}/shown/")
    assert f"?v={art.version('clam')}" in url
    assert ask(APP, url.removeprefix(".").partition("?")[0])[0] == 200


@pytest.mark.parametrize("query", ["", "v=", "v=0123456789ab", "w=1"])
def test_an_address_that_is_not_ours_is_not_kept(query):
    status, headers, _ = served("clam/start.light.svg", query)
    assert status == 200
    assert headers["cache-control"] == "no-cache"


@pytest.mark.parametrize("part", ["played", "inked", "kept"])
def test_whatever_changes_what_is_served_changes_its_address(monkeypatch, part):
    film = next(p.name for p in sorted(art.FOLDER.iterdir()) if art.FILM in art.steps(p.name))
    before, made = art.version(film), getattr(art, part)
    monkeypatch.setattr(art, part, lambda *a, **k: made(*a, **k) + "<!-- anew -->")
    art.version.cache_clear()
    try:
        assert art.version(film) != before
    finally:
        monkeypatch.undo()
        art.version.cache_clear()


def test_the_grey_of_a_mistake_counts_too(monkeypatch):
    shown = next(p.name for p in sorted(art.FOLDER.iterdir()) if "mistake" in art.steps(p.name))
    before, made = art.version(shown), art.inked
    monkeypatch.setattr(art, "inked", lambda a, i, *, muted=False: made(a, i, muted=muted) + "!" * muted)
    art.version.cache_clear()
    try:
        assert art.version(shown) != before
    finally:
        monkeypatch.undo()
        art.version.cache_clear()
