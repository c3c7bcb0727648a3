"""The first answer as a browser gets it: whole pages, kept, compressed, tagged, and safe against strangers."""

import gzip
import re
from functools import partial

import pytest
from starlette.applications import Starlette
from starlette.requests import Request

from components.drawing.built import visible
from components.first import markdown
from components.first.picture import placing
from components.first.script import script
from components.server import front_end, html, look
from components.shared.menu import ASIDE, PAGES, path
from data.footprint import ATTACHMENTS
from data.outlines import LONG_VIEWS
from data.source import ContentError
from data.visibility import LAYERS
from tests.unit.served import ask, awaited
from tests.work import calls

APP = Starlette(routes=html.routes())
ADDRESSES = [f"/{path(entry)}" for entry in (*PAGES, *ASIDE)]


def page(address, query="", **headers):
    route = next(r for r in APP.routes if r.path == address)
    raw = [(k.replace("_", "-").encode(), v.encode()) for k, v in headers.items()]
    scope = {"type": "http", "path": address, "query_string": query.encode(), "headers": raw, "method": "GET"}
    return awaited(route.endpoint(Request(scope)))


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_answer_stands_beside_the_root_and_before_every_script_of_the_app(address):
    text = page(address).body.decode()
    first, root = text.index('<div id="hc-first"'), text.index('<div id="root" inert></div>')
    assert first < root < text.index("static/js/index.")
    assert text.count("<title>") == 1
    assert "You need to enable JavaScript" not in text
    assert not re.search(r"<(script|link)\b[^>]*static/js", text[:root])
    index = (front_end.folder() / "index.html").read_text(encoding="utf-8")
    for file in re.findall(r'(?:src|href)="(\./static/[^"]+)"', index):
        assert file in text  # nothing of the app's own is lost


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_presenter_sees_no_menu_on_any_page(address):
    assert "<header>" in page(address).body.decode()
    for _ in range(2):  # as it is made, and as it is kept
        presented = page(address, "presenter=1").body.decode()
        assert "<header>" not in presented
        assert 'data-bare=""' in presented
        assert look.presenter() in presented
    assert "<header>" in page(address, "presenter=yes").body.decode()


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_one_script_of_ours_within_it(address):
    text = page(address).body.decode()
    inline = re.findall(r"<script>(.*?)</script>", text, re.DOTALL)
    assert len(inline) == 2
    assert script() in inline


def test_the_script_is_small():
    assert len(gzip.compress(script().encode(), 9)) < 6_900  # 5.9 kB in brotli at its best


@pytest.mark.parametrize("coding", ["br", "gzip"])
def test_it_travels_compressed_and_is_asked_for_again_by_its_tag(coding):
    sent = page("/", accept_encoding=coding)
    assert sent.headers["content-encoding"] == coding
    assert len(sent.body) < 80_000
    again = page("/", accept_encoding=coding, if_none_match=sent.headers["etag"])
    assert (again.status_code, again.body) == (304, b"")
    weak = f'"another", W/{sent.headers["etag"]}'  # a cache on the way may say so
    assert page("/", accept_encoding=coding, if_none_match=weak).status_code == 304
    assert page("/", accept_encoding=coding, if_none_match='"another"').status_code == 200
    assert sent.headers["etag"] != page("/", accept_encoding="identity").headers["etag"]


def test_it_is_kept_by_what_is_asked_not_by_how():
    def number():
        return len(html.KEEPING)

    page("/", "structure=sartorius")
    before = number()
    for n in range(40):
        page("/", f"utm={n}&structure=sartorius&view=lateral")
    assert number() == before
    page("/", "structure=gracilis")
    assert number() == before + 1 or number() == html.KEPT


def test_what_is_kept_has_an_end(monkeypatch):
    monkeypatch.setattr(html, "KEPT", 3)
    for structure in ("sartorius", "gracilis", "rectus_femoris", "vastus_lateralis", "semitendinosus"):
        page("/", f"structure={structure}")
    assert len(html.KEEPING) == 3


def test_a_kept_answer_costs_next_to_nothing(monkeypatch):
    asked = partial(page, "/", "structure=sartorius", accept_encoding="br")
    tag = asked().headers["ETag"]
    monkeypatch.setattr(html, "finished", None)  # what is made is made in another thread: none is
    assert asked().headers["ETag"] == tag
    assert calls(asked) < 500


@pytest.mark.parametrize(
    "query", ["structure=<script>alert(1)</script>", "view=" + "x" * 10_000, "hide=" + "%3Cb%3E," * 800, "a=%00&a=%ff"]
)
def test_a_hostile_link_gets_a_plain_page(query):
    sent = page("/", query)
    text = sent.body.decode()
    assert sent.status_code == 200
    assert "alert(1)" not in text
    assert "x" * 100 not in text
    assert "Traceback" not in text


def test_a_page_is_served_by_the_app():
    status, headers, body = ask(APP, "/stop_flags")
    assert (status, headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert b"When to stop and see someone" in body


def test_an_answer_that_fails_leaves_the_app(monkeypatch, caplog):
    def broken(_what, _catalog):
        raise KeyError("sartorius")

    monkeypatch.setattr(html, "answered", broken)
    sent = page("/lab", "strength=35&mass=99")
    text = sent.body.decode()
    assert (sent.status_code, "hc-first" in text, '<div id="root"></div>' in text) == (200, False, True)
    assert "sartorius" not in text
    assert "no first answer of the page lab" in caplog.text


def test_an_author_sees_the_app_alone(monkeypatch):
    monkeypatch.setenv("HIPCHAIN_PREVIEW", "1")
    text = page("/chains").body.decode()
    assert "hc-first" not in text
    assert '<div id="root"></div>' in text
    assert "base.js" in text


def test_an_author_whose_content_is_broken_sees_the_app_too(monkeypatch):
    def broken():
        raise ContentError(["sartorius.yaml:3:tissue: jelly"])

    monkeypatch.setenv("HIPCHAIN_PREVIEW", "1")
    monkeypatch.setattr(html.look, "style_url", broken)
    assert '<div id="root"></div>' in page("/").body.decode()


@pytest.mark.parametrize("view", ["lateral", "anterior", "axial_mid_thigh"])
def test_the_points_that_decide_the_size_are_those_furthest_out(view):
    """At every height the kept points reach as far as all do, below it and above it (fit.js asks nothing else)."""
    from components.drawing.built import drawn

    data = placing(view, "surface")
    (low, high), right = data["extent"]["y"], data["extent"]["whole"][1]
    every = [
        (x, y)
        for t in drawn(view, "surface").traces
        if t["meta"]["kind"] in ("fill", "patch")
        for x, y in zip(t["x"], t["y"], strict=True)
        if x is not None and x <= right + 1 and y < (low + high) / 2
    ]
    kept = data["low"]["wide"]
    assert len(kept) < len(every) / 10
    for height in range(int(low) - 1, int((low + high) / 2), 7):
        for side in (lambda y, h=height: y < h, lambda y, h=height: y >= h):
            most = [max((x for x, y in points if side(y)), default=0) for points in (every, kept)]
            assert most[0] == pytest.approx(most[1], abs=0.06)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("### A **b**\n\n- one\n- two\n  more", "<h3>A <b>b</b></h3><ul><li>one</li><li>two more</li></ul>"),
        ("a <b> & `c`", "<p>a &lt;b&gt; &amp; <code>c</code></p>"),
        ("| a | b |\n|---|---|\n| 1 | 2 |", '<table class="hc-table"><thead><tr><th>a</th><th>b</th></tr></thead>'
         "<tbody><tr><td>1</td><td>2</td></tr></tbody></table>"),
    ],
)  # fmt: skip
def test_our_own_markdown_is_read_and_escaped(text, found):
    assert markdown.html(text) == found


@pytest.mark.parametrize("drawing", [*LAYERS, ATTACHMENTS, "deep+nerves+vessels"])
@pytest.mark.parametrize("view", LONG_VIEWS)
def test_whatever_can_be_tapped_before_the_app_is_there_has_a_head(view, drawing):
    data = placing(view, drawing)
    assert set(visible(view, drawing)) <= set(data["heads"]) == set(data["peeks"]) == set(data["names"])
