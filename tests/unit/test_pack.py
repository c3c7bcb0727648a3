"""Streamlit's files on the line: small, whole, kept for a year; plain where they are not packed, and no other file."""

import gzip

import brotli
import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.responses import PlainTextResponse

from components.server import front_end, icons, pack
from components.shared import codings, store
from tests.unit.served import ask

UNPACK = {"br": brotli.decompress, "gzip": gzip.decompress}
SCRIPT = min(
    (n for n in front_end.packable() if n.endswith(".js")),
    key=lambda n: abs(front_end.packable()[n].stat().st_size - 20_000),
)
SHEET = next(n for n in front_end.packable() if n.endswith(".css"))


@pytest.fixture
def kept(tmp_path, monkeypatch):
    monkeypatch.setenv(store.VARIABLE, str(tmp_path / "store"))
    return tmp_path / "store"


@pytest.fixture
def packed(kept):
    for name in (SCRIPT, SHEET):
        for coding in codings.CODINGS:
            pack.pack(name, coding, 5)


def app():
    return pack.PackedFiles(PlainTextResponse("from Streamlit"))


@pytest.mark.parametrize(
    ("header", "codings_"),
    [
        ("gzip, deflate, br, zstd", ("br", "gzip")),
        ("gzip", ("gzip",)),
        ("br;q=0.1, gzip;q=1.0", ("br", "gzip")),
        ("br;q=0, gzip", ("gzip",)),
        ("BR ; Q=0.000,GZIP", ("gzip",)),
        ("*", ("br", "gzip")),
        ("*;q=0", ()),
        ("identity", ()),
        ("gzip;q=no", ()),
        ("", ()),
    ],
)
def test_a_browser_gets_what_it_can_read(header, codings_):
    assert codings.accepted(header) == codings_


@given(st.text())
def test_no_header_breaks_the_choice(header):
    assert set(codings.accepted(header)) <= set(codings.CODINGS)


@pytest.mark.parametrize("coding", ["br", "gzip"])
@pytest.mark.parametrize(("name", "kind"), [(SCRIPT, "text/javascript"), (SHEET, "text/css")])
@pytest.mark.usefixtures("packed")
def test_a_file_comes_whole_and_small(coding, name, kind):
    status, headers, body = ask(app(), f"/static/{name}", accept_encoding=coding)
    plain = front_end.packable()[name].read_bytes()
    assert status == 200
    assert headers["content-encoding"] == coding
    assert headers["content-type"] == f"{kind}; charset=utf-8"
    assert headers["vary"] == "Accept-Encoding"
    assert {"immutable", "public", "max-age=31536000"} == set(headers["cache-control"].split(", "))
    assert UNPACK[coding](body) == plain
    assert len(body) == int(headers["content-length"]) < len(plain) / 2


@pytest.mark.usefixtures("packed")
def test_a_head_has_the_same_headers_and_no_body():
    _, of_get, _ = ask(app(), f"/static/{SCRIPT}", accept_encoding="br")
    status, of_head, body = ask(app(), f"/static/{SCRIPT}", "HEAD", accept_encoding="br")
    assert (status, body) == (200, b"")
    assert of_head == of_get


@pytest.mark.usefixtures("packed")
def test_who_has_a_file_is_not_sent_it_again():
    tags = {c: ask(app(), f"/static/{SCRIPT}", accept_encoding=c)[1]["etag"] for c in ("br", "gzip")}
    assert tags["br"] != tags["gzip"]  # two bodies, two tags
    seen = f'"other", W/{tags["br"]}'
    status, headers, body = ask(app(), f"/static/{SCRIPT}", accept_encoding="br", if_none_match=seen)
    assert (status, body, headers["etag"]) == (304, b"", tags["br"])
    assert ask(app(), f"/static/{SCRIPT}", accept_encoding="gzip", if_none_match=seen)[0] == 200


@pytest.mark.parametrize(
    "headers", [{}, {"accept_encoding": "identity"}, {"accept_encoding": "br", "range": "bytes=0-9"}]
)
@pytest.mark.usefixtures("packed")
def test_a_plain_file_or_a_part_of_one_comes_from_streamlit(headers):
    status, answered, body = ask(app(), f"/static/{SCRIPT}", **headers)
    assert (status, body) == (200, b"from Streamlit")
    assert answered["vary"] == "Accept-Encoding"  # a cache on the way must not hand the plain one to everybody


@pytest.mark.usefixtures("kept")
def test_until_a_file_is_packed_it_comes_plain():
    server = app()
    assert ask(server, f"/static/{SCRIPT}", accept_encoding="br, gzip")[2] == b"from Streamlit"
    pack.pack(SCRIPT, "gzip", 5)
    assert ask(server, f"/static/{SCRIPT}", accept_encoding="br, gzip")[1]["content-encoding"] == "gzip"
    pack.pack(SCRIPT, "br", 5)
    assert ask(server, f"/static/{SCRIPT}", accept_encoding="br, gzip")[1]["content-encoding"] == "br"


def test_below_another_path_it_is_the_same(packed):
    assert ask(app(), f"/school/hip/static/{SCRIPT}", accept_encoding="br")[1]["content-encoding"] == "br"


@pytest.mark.parametrize("method", ["POST", "PUT", "OPTIONS"])
@pytest.mark.usefixtures("packed")
def test_only_reading_is_answered(method):
    assert ask(app(), f"/static/{SCRIPT}", method, accept_encoding="br")[2] == b"from Streamlit"


@pytest.mark.parametrize(
    "path",
    [
        "/",
        "/static/",
        "/static/js/",
        "/static/js/none.js",
        "/static/js/../../index.html",
        "/static/js/..%2f..%2findex.html",
        "/static/js/../js/" + SCRIPT.split("/")[1],
        "/static/js/./" + SCRIPT.split("/")[1],
        "/static/js//" + SCRIPT.split("/")[1],
        "/static/" + SCRIPT + "\n",
        "/static/" + SCRIPT + "\0.js",
        "/static/" + SCRIPT + ".br",
        "/static/" + SCRIPT.replace("/", "\\"),
        "/static/media/../" + SCRIPT,
        "/elsewhere/" + SCRIPT,
    ],
)
@pytest.mark.usefixtures("packed")
def test_a_name_that_is_not_a_files_own_passes_on(path):
    _, headers, body = ask(app(), path, accept_encoding="br, gzip")
    assert body == b"from Streamlit"
    assert "content-encoding" not in headers


def test_what_is_kept_is_whole_or_not_there(kept, monkeypatch):
    assert store.read("a/b.br") is None
    store.keep("a/b.br", b"one")
    store.keep("a/b.br", b"two")
    assert store.read("a/b.br") == b"two"
    assert [p.name for p in (kept / "a").iterdir()] == ["b.br"]


def test_the_icons_come_cut_and_are_asked_for_again(kept):
    address = f"/static/media/{front_end.icon_font().name}"
    assert (
        ask(app(), address, accept_encoding="br")[2] == b"from Streamlit"
    )  # the whole font, until the cut one is made
    store.keep(icons.kept_as(), b"a font")
    status, headers, body = ask(app(), address, accept_encoding="br")
    assert (status, body, headers["content-type"]) == (200, b"a font", "font/woff2")
    assert headers["cache-control"] == "no-cache"  # the next version may have more icons under the same name
    assert "content-encoding" not in headers
    assert ask(app(), address, if_none_match=headers["etag"])[0] == 304
