"""The pocket edition as tests get it: as setup has made and kept it; to make one takes 15 s of a processor."""

from __future__ import annotations

import gzip
import json
import re
from functools import cache
from typing import Any

from components.pocket.page import page
from components.server import pocket
from data.catalog import catalog


@cache
def file() -> str:
    """The file as the server sends it."""
    return served().decode()


def made_here() -> str:
    """The file as this process makes it."""
    return page(catalog())


@cache
def book() -> dict[str, Any]:
    """What it holds for its script, with the pictures unpacked."""
    held = re.search(r'<script type="application/json" id="hc-book">(.*?)</script>', file(), re.DOTALL)
    assert held
    found: dict[str, Any] = json.loads(held[1])
    return found


@cache
def served() -> bytes:
    """The file as the server sends it, made by another process."""
    found = pocket.make()
    assert found
    return gzip.decompress(found)
