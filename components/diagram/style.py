"""The diagram's own rules: the files of `styles/` as one text, as short as can be without another word.

Streamlit sends them with every message, so comments and line breaks stay behind.
"""

from __future__ import annotations

import re
from pathlib import Path

_HOME = Path(__file__).resolve().parent / "styles"
FILES = ("frame", "tools", "selection", "overlay")


def style() -> str:
    """All rules in one line."""
    rules = "".join((_HOME / f"{name}.css").read_text(encoding="utf-8") for name in FILES)
    return " ".join(re.sub(r"/\*.*?\*/", "", rules, flags=re.DOTALL).split())
