"""The rules of the first answer: its own, and the diagram's for the picture's frame. Pure."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from components.diagram import style as diagram

_HOME = Path(__file__).resolve().parent / "styles"
FILES = ("layer", "header", "places", "text", "picture", "small")


@cache
def style() -> str:
    """All rules, without what only readers of the files need."""
    found = "".join((_HOME / f"{name}.css").read_text(encoding="utf-8") for name in FILES)
    rules = re.sub(r"/\*.*?\*/", "", found, flags=re.DOTALL)
    lines = (line.strip() for line in rules.splitlines())
    return diagram.style() + "\n" + "\n".join(line for line in lines if line)
