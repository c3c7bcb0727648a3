"""Embedded: who is trusted with messages, what an embedded page is made of, and the snippet that teachers paste."""

import gzip
import json
import re

import pytest
from starlette.applications import Starlette
from starlette.datastructures import QueryParams

from components.embed import hosts, script
from components.embed.bar import bar
from components.embed.snippet import snippet, within
from components.embed.words import words
from components.first import markdown
from components.first.pages import asked
from components.server import headers, html
from components.shared.embedded import embedded
from components.shared.menu import ASIDE, DISCLAIMER, PAGES, STOP_LABEL, path
from data.catalog import catalog
from tests.unit.served import ask

APP = Starlette(routes=[script.SERVED.route(), *html.routes()])
PICTURE = '<div class="hc-diagram'


def text(query="", address="/"):
    return ask(APP, address, query=query)[2].decode()


@pytest.mark.parametrize(
    ("query", "is_so"),
    [("embed=true", True), ("EMBED=True", True), ("embed=false&embed=true", True), ("embed=1", False), ("", False)],
)
def test_an_address_asks_for_it_as_streamlits_front_end_reads_it(query, is_so):
    assert embedded(QueryParams(query).multi_items()) is is_so


def test_who_may_show_it_and_who_is_spoken_with(monkeypatch):
    html.KEEPING.clear()
    given = "https://School.example/; 'self', https://*.uni.example http://localhost:8080 * https: http://x:*"
    monkeypatch.setenv(hosts.ANCESTORS_VARIABLE, given + " moodle.example https://* https://*.example 'none' data:")
    found = hosts.sources()
    spoken = ("https://school.example", "'self'", "https://*.uni.example", "http://localhost:8080")
    assert hosts.trusted(found) == spoken
    broad = ("*", "https:", "http://x:*", "moodle.example", "https://*", "https://*.example", "data:")
    assert hosts.only_shown(found) == broad
    assert f"frame-ancestors {' '.join(found)}" in headers.for_frames()[headers.NAME]
    assert 'data-hosts="https://school.example &#x27;self&#x27; https://*.uni.example http://localhost:8080"' in text(
        "embed=true"
    )
    assert "No messages: `*`" in words()
    html.KEEPING.clear()


def test_without_the_variable_nobody_but_its_own_pages(monkeypatch):
    monkeypatch.delenv(hosts.ANCESTORS_VARIABLE, raising=False)
    assert hosts.trusted(hosts.sources()) == ("'self'",)
    assert "names nobody yet" in words()


@pytest.mark.parametrize("address", [f"/{path(entry)}" for entry in (*PAGES, *ASIDE)])
def test_an_embedded_page_has_one_line_instead_of_menu_and_footer(address):
    found = text("embed=true", address)
    first = found[found.index('<div id="hc-first"') : found.index('<div id="root"')]
    assert "<header>" not in first
    assert "<footer>" not in first
    assert first.count(DISCLAIMER) == 1
    assert re.sub("<.*?>", "", bar(address.strip("/") or "explore")) in re.sub("<.*?>", "", first)
    assert (STOP_LABEL in re.sub("<.*?>", "", first)) or address == "/stop_flags"
    assert found.index("/before-") < found.index("/embed-") < found.index("static/js/index.")
    assert "data-hosts" not in text("", address)
    assert "hc-embed-bar" not in text("", address)


def test_the_picture_comes_before_its_controls_and_both_forms_are_kept():
    html.KEEPING.clear()
    for query, first in (("embed=true", True), ("", False), ("embed=true", True)):
        found = text(query)
        assert (found.index(PICTURE) < found.index('hc-key-view_controls"')) is first
    assert len(html.KEEPING) == 2
    what = asked("explore", {}, catalog())
    assert html.kept(what, "", html.Form.WITHIN).tag != html.kept(what, "").tag


def test_the_script_knows_what_can_be_named_and_links_take_embed_along():
    url = re.search(r'src="\./(hipchain-assets/embed-\w+\.js)"', text("embed=true"))[1]
    status, sent, body = ask(APP, f"/{url}", accept_encoding="gzip")
    assert status == 200
    assert "immutable" in sent["cache-control"]
    source = gzip.decompress(body).decode()
    known = json.loads(re.search(r"\$embed\.start\((.*)\);", source)[1])
    assert known["select"]["sartorius"] == "Sartorius"
    assert set(known["select"]) == set(catalog().known)
    assert "postMessage" in source
    assert "'*'" not in re.sub(r"includes\('\*'\)", "", source), "a message to whoever is there"
    assert "'embed'" in html.before.script()


def test_the_snippet_is_whole_and_cannot_be_broken_out_of():
    address = "https://hip.example/" + within("", {"structure": "sartorius", "view": 'x"><script>'}).removeprefix("./")
    plain, grows = (snippet(address, 'A "title"', grows=g) for g in (False, True))
    assert "<script" not in plain.replace("%3Cscript", "")
    assert "embed=true" in plain
    assert 'title="A &quot;title&quot;"' in plain
    assert all(part in plain for part in ("fullscreen", "clipboard-write", 'loading="lazy"'))
    assert 'origin !== "https://hip.example"' in grows
    assert "source !== frame.contentWindow" in grows
    assert len(grows.splitlines()) <= 14


def test_the_page_for_teachers_leads_there_before_the_app_runs():
    assert '<a href="./embedding">choose, try and copy</a>' in text("", "/teachers")
    assert "<a" not in markdown.html("[x](javascript:alert) [y](https://elsewhere.example)")
