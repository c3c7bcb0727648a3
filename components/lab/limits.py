"""How far to trust the models, as Markdown for a page that has a title of its own. Pure."""

from __future__ import annotations

from pathlib import Path

import data

_FILE = Path(data.__file__).parent / "MODEL.md"


def limits() -> str:
    """The words of `data/MODEL.md`, their title one level lower."""
    return "#" + _FILE.read_text(encoding="utf-8")
