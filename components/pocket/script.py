"""The script within the file, and the hash by which its policy names it. Modules would not load from a file. Pure."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

from components.diagram.script import bundle

_ENTRY = Path(__file__).resolve().parent / "browser" / "pocket.js"


@cache
def script() -> str:
    """All of it, without what only readers of the modules need."""
    found = re.sub(r"^\s+", "", bundle(_ENTRY), flags=re.MULTILINE)
    return f"(() => {{\n{found}\n$pocket.start();\n}})();"


def policy() -> str:
    """What the file may load: nothing. Its own script runs, by its hash, and no other."""
    digest = base64.b64encode(hashlib.sha256(script().encode()).digest()).decode()
    return (
        f"default-src 'none'; script-src 'sha256-{digest}'; style-src 'unsafe-inline'; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )
