"""The diagram's own rules: the files of `styles/` as one text.

Streamlit sends them with every message, so comments and indents stay behind. Line breaks do not: Streamlit takes a
text without any for the name of a file.
"""

from __future__ import annotations

import re
from pathlib import Path

_HOME = Path(__file__).resolve().parent / "styles"
FILES = ("frame", "tools", "foot", "selection", "overlay")


def style() -> str:
    """All rules, without what only readers of the files need."""
    return _bare("".join((_HOME / f"{name}.css").read_text(encoding="utf-8") for name in FILES))


def pen_style() -> str:
    """The rules of the presenter's pen: for those who present, and for those who see what one has drawn."""
    return _bare((_HOME.parent / "pen" / "pen.css").read_text(encoding="utf-8"))


def _bare(rules: str) -> str:
    lines = re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL).splitlines()
    return "\n".join(line.strip() for line in lines if line.strip())
