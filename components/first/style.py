"""The rules of the first answer: its own, and the diagram's for the picture's frame. Pure."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from components.diagram import style as diagram

_HOME = Path(__file__).resolve().parent / "styles"


@cache
def style() -> str:
    """All rules, without what only readers of the file need."""
    rules = re.sub(r"/\*.*?\*/", "", (_HOME / "first.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = (line.strip() for line in rules.splitlines())
    return diagram.style() + "\n" + "\n".join(line for line in lines if line)
