"""The rules of an embedded page, for what is read before the app runs and for the app. Pure."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parent / "styles" / "embedded.css"


@cache
def style() -> str:
    """All of them as a style element, without what only readers of the file need."""
    found = re.sub(r"/\*.*?\*/", "", _FILE.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = (line.strip() for line in found.splitlines())
    return "<style>:root {" + "\n".join(line for line in lines if line) + "}</style>"
