"""The cut icon font: every icon that is named is in it, drawn as in the whole one; a new name asks for a new font."""

import io
import re
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.ttLib import TTFont

from components.server import front_end, icons

HOME = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def whole():
    return TTFont(front_end.icon_font())


@pytest.fixture(scope="module")
def cut_body():
    return icons.cut(icons.ours())


def shaped(body, word):
    """The glyphs that a browser puts in place of a word."""
    buffer = hb.Buffer()
    buffer.add_str(word)
    buffer.guess_segment_properties()
    font = hb.Font(hb.Face(body))
    hb.shape(font, buffer, {"liga": True})
    return [info.codepoint for info in buffer.glyph_infos]


def plain(font):
    out = io.BytesIO()
    font.flavor = None
    font.save(out)
    return out.getvalue()


def drawn(font, number):
    glyph = font.getGlyphName(number)
    pen = DecomposingRecordingPen(font.getGlyphSet())
    font.getGlyphSet()[glyph].draw(pen)
    return pen.value, font["hmtx"][glyph]


def named_anywhere():
    """Every icon that a file of ours names, found by another way than the font's own search."""
    found = set()
    for path in (*HOME.glob("components/**/*"), *HOME.glob("pages/**/*"), *HOME.glob("data/**/*"), HOME / "app.py"):
        if path.is_file() and path.suffix in {".py", ".yaml", ".js", ".css", ".html", ".toml"}:
            found |= {n.split("/")[1] for n in re.findall(r"material/[^:\s\"'`]+", path.read_text(encoding="utf-8"))}
    return {name for name in found if re.fullmatch(r"[a-z_0-9]+", name)}


@pytest.mark.long
def test_every_icon_that_is_named_is_drawn_as_before(whole, cut_body):
    cut = TTFont(io.BytesIO(cut_body))
    body, before = plain(cut), plain(TTFont(front_end.icon_font()))
    names = named_anywhere()
    assert len(names) > 20
    for name in sorted(
        names | {"keyboard_double_arrow_right", "close", "check", "expand_more", "chevron_right", "menu"}
    ):
        assert len(shaped(body, name)) == 1, name
        assert drawn(cut, shaped(body, name)[0]) == drawn(whole, shaped(before, name)[0])
    assert len(shaped(body, "rocket_launch")) > 1  # so the check can tell


def test_it_is_far_smaller(cut_body):
    assert len(cut_body) < front_end.icon_font().stat().st_size / 10


def test_every_icon_of_streamlits_front_end_is_in_it(whole):
    signs = dict(icons.signs(whole))
    assert {"visibility_off", "upload", "content_copy", "open_in_new", "markdown"} <= icons.theirs(signs)


def test_no_name_of_an_icon_is_put_together():
    for path in (*HOME.glob("components/**/*.py"), *HOME.glob("pages/**/*.py")):
        if path.name != "icons.py":
            assert not re.search(r":material/[^a-z0-9]", path.read_text(encoding="utf-8")), path


def test_another_icon_asks_for_another_font(monkeypatch):
    before = icons.kept_as()
    icons.kept_as.cache_clear()
    found = icons.ours()
    monkeypatch.setattr(icons, "ours", lambda: found | {"rocket_launch"})
    assert icons.kept_as() != before
    icons.kept_as.cache_clear()
