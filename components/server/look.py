"""The app's own styles: one file, linked in the page itself, so that the first thing painted has its final shape."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from components.diagram.style import pen_style
from components.plate.inks import art_css
from components.shared.served import Text, zipped

_STYLES = Path(__file__).resolve().parent / "styles"
_COMMON = ("frame", "page", "room", "parts", "figure")
FILES = (
    *_COMMON,
    "card",
    "rolling",
    "evidence",
    "chains",
    "lab",
    "self_check",
    "exercises",
    "quiz",
    "handout",
    "where",
    "ask",
)
"""What is common comes first."""
SCHEME = '@property --hc-scheme { syntax: "<color>"; inherits: true; initial-value: #fff; }'
"""Makes of the page's scheme a colour that rules can ask for (styles/figure.css); no other rule can hold it."""


@cache
def rules() -> str:
    """The rules of every page and of the drawing.

    All stand within `:root`, so that they win over Streamlit's own classes. What holds for a keyed container of the app
    (`st-key-x`) holds for its place in the first answer (`hc-key-x`), too.
    """
    own = "".join((_STYLES / f"{name}.css").read_text(encoding="utf-8") for name in FILES)
    both = re.sub(r"\.st-key-(\w+)", r":is(.st-key-\1, .hc-key-\1)", re.sub(r"/\*.*?\*/", "", own, flags=re.DOTALL))
    lines = (line.strip() for line in both.splitlines())
    return f"{SCHEME}\n:root {{\n{chr(10).join(line for line in lines if line)}\n{art_css()}}}\n"


@cache
def styles() -> bytes:
    """The same, gzipped."""
    return zipped(rules())


SERVED = Text("styles", "css", styles)


def style_url() -> str:
    """Where the browser finds them."""
    return SERVED.url()


@cache
def presenter() -> str:
    """What the presenter's view changes, and its pen, as a style element."""
    return f"<style>{(_STYLES / 'presenter.css').read_text(encoding='utf-8')}</style>{pen()}"


@cache
def pen() -> str:
    """How the pen and what it has drawn look, as a style element: for who presents, and where a tour kept strokes."""
    return f"<style>{pen_style()}</style>"
