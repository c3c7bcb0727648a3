"""Streamlit's icon font cut down to the icons that can be asked for: some 200 of 4,000 (Material Symbols, Apache-2.0).

An icon is written as its name, which the font joins into one sign. The names are found in the code, the content and
Streamlit's front end; another one gives the font another name here, and until that is made the whole font is sent.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import Any

from components.server import front_end
from components.shared import store
from components.shared.codings import CODINGS
from data.catalog import files

_HOME = Path(__file__).resolve().parents[2]
_NAMED = re.compile(r":material/(\w+)")
_WORDS = re.compile(r"[`\"']([a-z0-9_]+)[`\"']")
_DRAWS = ("iconFont", "iconValue")
"""How a script of the front end writes icons. Some name theirs as plain words: each word that is an icon is kept."""
_WRITTEN = "abcdefghijklmnopqrstuvwxyz_0123456789 "


@cache
def ours() -> frozenset[str]:
    """The icons that our code and content name."""
    code = (p for folder in ("components", "pages") for p in (_HOME / folder).rglob("*.py"))
    return frozenset(_named((*code, *(p for p in files() if p.suffix in (".py", ".yaml")))))


def theirs(known: Iterable[str]) -> frozenset[str]:
    """The icons that Streamlit may write; `known` are those that the font has."""
    python = (
        p for p in front_end.folder().parent.rglob("*.py") if p.name != "material_icon_names.py"
    )  # lists them all
    scripts = [p for p in front_end.packable().values() if p.suffix == ".js"]
    plain = {word for text in map(_text, scripts) if any(d in text for d in _DRAWS) for word in _WORDS.findall(text)}
    return frozenset({*_named((*python, *scripts)), *plain} & set(known))


@cache
def kept_as() -> str:
    """The name under which the store keeps the font with the icons that are named now."""
    made_from = "\n".join((front_end.version(), version("fonttools"), _text(Path(__file__)), *sorted(ours())))
    return f"icons-{hashlib.sha256(made_from.encode()).hexdigest()[:12]}.woff2"


def complete() -> bool:
    """Whether the font is there, or cannot be made: WOFF2 is brotli."""
    return "br" not in CODINGS or store.has(kept_as())


def make() -> None:
    """Cut the font and keep it."""
    store.keep(kept_as(), cut(ours()))


def cut(wanted: frozenset[str]) -> bytes:
    """The font with the icons that are wanted and those that Streamlit may write."""
    from fontTools import subset
    from fontTools.ttLib import TTFont

    font = TTFont(front_end.icon_font())
    known = dict(signs(font))
    options = subset.Options(layout_features=["*"], layout_closure=False, notdef_outline=True, name_IDs=["*"])
    subsetter = subset.Subsetter(options)
    names = (wanted | theirs(known)) & known.keys()
    subsetter.populate(glyphs=[known[name] for name in names], unicodes=map(ord, _WRITTEN))
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return out.getvalue()


def signs(font: Any) -> Iterator[tuple[str, str]]:
    """Every icon of a font: the letters that are joined, and the glyph that they become."""
    letters = {glyph: chr(code) for code, glyph in font.getBestCmap().items() if code < 0x80}
    for lookup in font["GSUB"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            for first, rows in getattr(getattr(table, "ExtSubTable", table), "ligatures", {}).items():
                for row in rows:
                    yield "".join(letters[glyph] for glyph in (first, *row.Component)), row.LigGlyph


def _named(paths: Iterable[Path]) -> Iterator[str]:
    return (name for path in paths for name in _NAMED.findall(_text(path)))


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
