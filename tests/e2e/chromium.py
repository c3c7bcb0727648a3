"""The Chromium that journeys run in: its shell without windows where there is one, which is the same browser at less.

The shell (Debian's `chromium-headless-shell`) is what Playwright itself starts when nobody looks on. It leaves out what
is around a page: menus, extensions, and what the whole browser does to pages by a setting of its own.
"""

from __future__ import annotations

import os
import shutil

FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
FLAGS += ["--disable-component-update", "--disable-sync"]
FLAGS += ["--font-render-hinting=none"]  # the shell alone would set letters on whole pixels, as no reader sees them
UNPAINTED = ["--force-gpu-mem-available-mb=0"]
"""No memory for what is painted, so that nothing is: a third of a load's work, and journeys do not look at pixels. All
else is done as ever: style, layout, frames, hits. Who takes a picture starts a browser without this."""
SHELL = "chromium-headless-shell"
WHOLE = ("chromium", "chromium-browser")


def shell() -> str:
    """Where the browser of the journeys is: the shell, or else the whole one; `CHROMIUM` in the environment wins."""
    return _first(SHELL, *WHOLE)


def whole() -> str:
    """Where the whole browser is, for what its shell does not do."""
    return _first(*WHOLE)


def _first(*names: str) -> str:
    places = (os.environ.get("CHROMIUM"), *map(shutil.which, names))
    place = next(filter(None, places), None)
    assert place, "no Chromium: run bash tests/run, which installs it"
    return place
