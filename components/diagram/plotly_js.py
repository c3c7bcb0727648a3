"""Which build of plotly.js the browser gets: the basic one where setup could fetch it, else the whole one of the wheel.

The basic build draws all that we draw at a quarter of the size. It must be of the release that the wheel holds, for
which our figures are made.
"""

from __future__ import annotations

import gzip
import re
from functools import cache
from pathlib import Path

import plotly

from components.shared import store
from components.shared.codings import CODINGS, ENDINGS, compress

WHOLE = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
PACKAGE = "plotly.js-basic-dist-min"
RELEASE = "4.1.1"
INTEGRITY = "sha512-1oNF8PeQx2hv/y7tqEVWKD3JGwn/MGEMQ8mL9HUwsaqG9FGy/OU5FHUHvzqbqxN4mnwZGI9abTiE775C4kkjMQ=="
"""Of the package's archive, as its registry states it. A test fails when the wheel has moved on from `RELEASE`."""
_BEST, _GOOD = 11, 9


@cache
def release() -> str:
    """The release of plotly.js within the installed wheel."""
    with WHOLE.open(encoding="utf-8") as file:
        return stated(file.read(300))


def stated(head: str) -> str:
    """The release that a build states in its first lines; empty where it states none."""
    found = re.search(r"plotly\.js (?:\([^)]*\) )?v(\d+\.\d+\.\d+)", head)
    return found[1] if found else ""


def basic_name() -> str:
    """What the basic build is called, on disk and in the address."""
    return f"plotly-basic-{RELEASE}.min.js"


def whole_name() -> str:
    """What the whole build is called."""
    return f"plotly-{release()}.min.js"


def keep_basic(body: bytes) -> None:
    """Keep the basic build as it travels."""
    _keep(basic_name(), body, _BEST)


def keep_whole() -> None:
    """Keep the whole build as it travels. Its best compression would take half a minute."""
    _keep(whole_name(), WHOLE.read_bytes(), _GOOD)


def _keep(name: str, body: bytes, quality: int) -> None:
    for coding in CODINGS:
        store.keep(f"{name}{ENDINGS[coding]}", compress(body, coding, quality))


def kept(name: str) -> bool:
    """Whether a build is kept in every coding."""
    return all(store.has(f"{name}{ENDINGS[coding]}") for coding in CODINGS)


def basic() -> bool:
    """Whether the basic build is there, and is of the release that our figures are made for."""
    return release() == RELEASE and kept(basic_name())


@cache
def name() -> str:
    """The build that readers get. It stays while the server runs."""
    return basic_name() if basic() else whole_name()


@cache
def body(coding: str) -> bytes | None:
    """The build in a coding. The whole build is gzipped now where it is not kept; in brotli it may be missing."""
    found = store.read(f"{name()}{ENDINGS[coding]}")
    return gzip.compress(WHOLE.read_bytes(), 6) if found is None and coding == "gzip" else found
