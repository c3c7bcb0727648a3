"""The rules of the file: the app's, those of the first answer, in whose places all stands, and its own. Pure."""

from __future__ import annotations

import re
from pathlib import Path

from components.first.style import style as first
from components.plate.over_inks import over_css
from components.pocket import figures
from components.server.look import rules

_HOME = Path(__file__).resolve().parent / "styles"
FILES = ("pocket", "print")


def style() -> str:
    """All rules, the file's own last."""
    own = "".join((_HOME / f"{name}.css").read_text(encoding="utf-8") for name in FILES)
    lines = (line.strip() for line in re.sub(r"/\*.*?\*/", "", own, flags=re.DOTALL).splitlines())
    return "\n".join((rules(), first(), over_css(), figures.rules(), *(line for line in lines if line)))
