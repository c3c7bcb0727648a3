"""What a page will need, named in its HTML, so that a browser fetches it at once and not when it comes across it.

Streamlit loads the script of a widget when the first of its kind is to be drawn. What those scripts import in turn is
read from the list that the front end's builder left.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from html import escape

from components.ask import box
from components.diagram import assets
from components.server import front_end

_ENTRY = "index.html"
_BASIC = ("PageLink", "Button")
_PARTS: dict[str, tuple[str, ...]] = {
    "explore": ("Html", "BidiComponent", "ButtonGroup", "Checkbox"),
    "ask": ("Html", "BidiComponent"),
    "rolling": ("Html", "BidiComponent", "ButtonGroup", "DownloadButton", "Multiselect"),
    "chains": ("Html", "BidiComponent", "ButtonGroup"),
    "lab": ("Html", "BidiComponent", "ButtonGroup", "DownloadButton", "Slider"),
    "evidence": ("Html", "ButtonGroup", "DownloadButton", "Multiselect", "TextInput"),
    "where": ("Html", "BidiComponent", "ButtonGroup"),
    "self_check": ("Html", "BidiComponent", "ButtonGroup"),
    "exercises": ("Html", "ButtonGroup", "Selectbox"),
    "quiz": ("Html", "BidiComponent", "ButtonGroup", "DownloadButton", "FileUploader", "Multiselect"),
    "handout": (
        "Html",
        "ButtonGroup",
        "Checkbox",
        "DownloadButton",
        "Multiselect",
        "Selectbox",
        "TextArea",
        "TextInput",
    ),
    "stop_flags": ("Html",),
    "tours": ("Html", "BidiComponent"),
    "teachers": ("Html", "ButtonGroup", "Multiselect", "NumberInput", "Slider", "TextArea"),
    "embedding": ("Html", "BidiComponent", "ButtonGroup", "Checkbox", "Selectbox"),
    "accessibility": (),
    "follow": ("Html",),
}
"""The parts that each page shows first, by its script's name. A test opens every page and compares."""
HEAVY = frozenset({"DataFrame", "PlotlyChart"})
"""Tables and charts stand further down; half a megabyte and more of script would hold up what stands above."""
PICTURES = frozenset({"explore", "rolling", "chains", "lab", "where", "self_check"})
"""The pages that show the diagram at once."""
ASKS = frozenset({"explore", "ask"})
"""The pages with the box."""


def parts(page: str) -> tuple[str, ...]:
    """The parts of the front end that a page loads when it is first drawn, without the heavy ones."""
    return (*_BASIC, *_PARTS.get(page, ()))


@cache
def lazy() -> dict[str, str]:
    """Every part that Streamlit loads when it needs it: its name, and the key under which the builder lists it."""
    entries = front_end.manifest()
    return {entries[key]["name"]: key for key in entries[_ENTRY]["dynamicImports"]}


@cache
def scripts(page: str) -> tuple[str, ...]:
    """The files that a page's parts add to those that Streamlit's own HTML names, the deepest imports first."""
    has = set(_imported((_ENTRY,)))
    keys = _imported(lazy()[part] for part in parts(page) if part in lazy())
    return tuple(front_end.manifest()[key]["file"] for key in keys if key not in has)


def first_visit() -> frozenset[str]:
    """Every script and style sheet that a first visit to any page loads, by its name below `static/`."""
    entries = front_end.manifest()
    basic = [entries[key]["file"] for key in _imported((_ENTRY,))]
    found = (*basic, *entries[_ENTRY].get("css", ()), *(file for page in _PARTS for file in scripts(page)))
    return frozenset(file.removeprefix("static/") for file in found)


def links(page: str, figures: Sequence[str] = ()) -> str:
    """The links for the head of a page. `figures` are the addresses of those that it will draw, where they are known.

    plotly.js is large and run last: it must not hold up what Streamlit needs.
    """
    found = [f'<link rel="modulepreload" crossorigin href="./{file}">' for file in scripts(page)]
    if page in ASKS:
        found.append(f'<link rel="modulepreload" crossorigin href="{box.SERVED.url()}">')
    if page in PICTURES:
        found += [
            f'<link rel="modulepreload" crossorigin href="{assets.script_url()}">',
            *(f'<link rel="preload" as="fetch" crossorigin href="{escape(url)}">' for url in figures),
            f'<link rel="preload" as="script" fetchpriority="low" href="{assets.plotly_url()}">',
        ]
    return "\n".join(found) + "\n"


def _imported(keys: Iterable[str]) -> tuple[str, ...]:
    """Parts and all that they import, at any depth; what is imported stands before what imports it."""
    found: dict[str, None] = {}
    seen: set[str] = set()

    def visit(key: str) -> None:
        if key not in seen:
            seen.add(key)
            for other in front_end.manifest()[key].get("imports", ()):
                visit(other)
            found[key] = None

    for key in keys:
        visit(key)
    return tuple(found)
