"""The script within the page: the modules of `browser/` and those of the diagram that they share, as one text.

It is the same in every page, so that the content security policy can name it by its hash.
"""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from components.diagram.script import bundle

_ENTRY = Path(__file__).resolve().parent / "browser" / "first.js"


@cache
def script() -> str:
    """All of it, without what only readers of the files need."""
    found = re.sub(r"^\s+", "", bundle(_ENTRY), flags=re.MULTILINE)
    return f"(() => {{\n{found}\n$first.start();\n}})();"


@cache
def script_source() -> str:
    """What the content security policy calls it."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()}'"
