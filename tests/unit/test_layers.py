"""The house: every file has a room, and a room imports only what stands below it (docs/architecture.md)."""

import ast
from pathlib import Path

import pytest

from tests.every import every

HOME = Path(__file__).parents[2]
ORDER = (
    ("data",),
    ("shared",),
    ("drawing",),
    ("plate",),
    ("figures",),
    ("diagram",),
    ("card",),
    (
        "explore",
        "rolling",
        "chains",
        "lab",
        "evidence",
        "self_check",
        "quiz",
        "exercises",
        "handout",
        "where",
        "ask",
        "deck",
        "embed",
        "follow",
    ),
    ("first",),
    ("tour",),
    ("pages",),
    ("server",),
    ("pocket",),
    ("app", "deploy"),
)
"""The rooms from the ground up. Rooms on one floor never import each other."""
FLOOR = {room: number for number, rooms in enumerate(ORDER) for room in rooms}
PURE = {
    "data": ("streamlit", "plotly"),
    "drawing": ("streamlit",),
    "plate": ("streamlit",),
    "figures": ("streamlit",),
    "first": ("streamlit",),
    "pocket": ("streamlit",),
}
"""What a whole room must not import."""
RENDERERS = {
    "ask": {"box"},
    "shared": {"address", "clock", "download", "keep", "note", "side_switch", "step"},
    "card": {"card", "stop_flags"},
    "chains": {"playing"},
    "deck": {"choice"},
    "diagram": {"component", "kept_ink"},
    "embed": {"example"},
    "explore": {"controls"},
    "handout": {"code", "preview"},
    "lab": {"controls"},
    "self_check": {"answers", "gate"},
    "quiz": {"kept", "run"},
    "tour": {"add", "edit", "ink", "kept", "opened"},
}
"""The files of a room that may draw on a screen or keep a reader's session; all others of these rooms are pure."""
FREE = {"pages", "server", "app", "deploy"}
FOLDERS = ("data", "components", "pages", "deploy")
FILES = sorted(path for folder in FOLDERS for path in (HOME / folder).rglob("*.py"))


def named(path):
    return str(path.relative_to(HOME))


def room(path, home=HOME):
    """The room of a file; KeyError for a file that no room claims."""
    first, *rest = path.relative_to(home).parts
    found = first.removesuffix(".py") if first != "components" else rest[0]
    if found not in FLOOR:
        raise KeyError(f"{named(path)} stands in no room: move it into one, or name the room in ORDER")
    return found


def imports(path):
    """Every module that a file imports, in full: `components.card.text`."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((a.name, ()) for a in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module, tuple(a.name for a in node.names)


def rooms_imported(path):
    for module, names in imports(path):
        first, *rest = module.split(".")
        if first == "components":
            yield from rest[:1] or names
        elif first in FLOOR:
            yield first


def a_room_imports_only_what_stands_below_it(path):
    if path == HOME / "components/__init__.py" or path.is_relative_to(HOME / "tests"):
        return
    here = room(path)
    for other in rooms_imported(path):
        assert other == here or FLOOR[other] < FLOOR[here], f"{here} may not import {other}"


def what_is_pure_knows_no_screen(path):
    if path not in FILES or path == HOME / "components/__init__.py" or room(path) in FREE:
        return
    here, found = room(path), {module.split(".")[0] for module, _ in imports(path)}
    barred = PURE.get(here, () if path.stem in RENDERERS.get(here, ()) else ("streamlit",))
    assert found.isdisjoint(barred)


def test_every_file_named_here_is_there():
    stems = {(room(p), p.stem) for p in FILES if p.parent.name in RENDERERS}
    assert {(r, f) for r, files in RENDERERS.items() for f in files} <= stems


def pages_compose_and_stay_short(path):
    if path.is_relative_to(HOME / "pages"):
        assert {"numpy", "shapely", "scipy", "yaml"}.isdisjoint(m.split(".")[0] for m, _ in imports(path))
        assert len(path.read_text(encoding="utf-8").splitlines()) <= 150


def no_file_is_longer_than_two_screens_or_wider_than_one(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= 250
    assert max(map(len, lines), default=0) <= 120


CHECKS = (
    a_room_imports_only_what_stands_below_it,
    what_is_pure_knows_no_screen,
    pages_compose_and_stay_short,
    no_file_is_longer_than_two_screens_or_wider_than_one,
)


@pytest.mark.parametrize("path", [*FILES, HOME / "app.py", *sorted((HOME / "tests").rglob("*.py"))], ids=named)
def test_a_file_stands_in_its_room(path):
    every(CHECKS, path)


def test_no_file_holds_a_machine_path():
    text = [
        p for f in (*FOLDERS, "tests") for p in (HOME / f).rglob("*") if p.suffix in {".py", ".yaml", ".js", ".css"}
    ]
    bad = [
        p
        for p in text
        if "/" + "work/" in p.read_text(encoding="utf-8") or "/" + "root/" in p.read_text(encoding="utf-8")
    ]
    assert bad == []
