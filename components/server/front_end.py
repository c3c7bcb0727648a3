"""Streamlit's front end as it lies on disk, found without running Streamlit."""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from importlib import metadata
from pathlib import Path
from typing import Any


@cache
def folder() -> Path:
    """Where `index.html` is, and `static/` with all that it loads."""
    spec = importlib.util.find_spec("streamlit")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("Streamlit is not installed")
    return Path(spec.origin).parent / "static"


def version() -> str:
    """Which Streamlit it is of."""
    return metadata.version("streamlit")


@cache
def packable() -> dict[str, Path]:
    """Every script and style sheet, by its name below `static/`."""
    found = sorted(p for kind in ("js", "css") for p in (folder() / "static" / kind).iterdir())
    return {f"{p.parent.name}/{p.name}": p for p in found if p.suffix in (".js", ".css") and p.is_file()}


@cache
def icon_font() -> Path:
    """The font of the icons."""
    return next((folder() / "static" / "media").glob("MaterialSymbols-Rounded.*.woff2"))


@cache
def manifest() -> dict[str, dict[str, Any]]:
    """What its builder says of each part: its file, and the parts that it imports."""
    read: dict[str, dict[str, Any]] = json.loads((folder() / "manifest.json").read_text(encoding="utf-8"))
    return read
