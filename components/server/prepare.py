"""Makes what the server keeps on disk: `python -m components.server.prepare [--fetch]`. Nothing is made twice.

`deploy/setup` and the image's build run it, and let it fetch. A server whose store has gaps runs it beside itself, as a
process of its own: within the server it would hold up the first readers.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from pathlib import Path

from components.diagram import plotly_js
from components.server import basic_plotly, icons, pack, pocket, preload
from components.shared import store

_HOME = Path(__file__).resolve().parents[2]
_BEST, _GOOD = 11, 9
"""Brotli's best takes six times as long as its next but one: worth it for what a first visit loads."""


def prepare(fetch: bool = False) -> None:
    """Fill every gap; what has to come from elsewhere only where that is wanted."""
    first = preload.first_visit()
    for name, coding in sorted(pack.missing(), key=lambda gap: gap[0] not in first):
        pack.pack(name, coding, _BEST if name in first else _GOOD)
    if not icons.complete():
        icons.make()
    if fetch and not plotly_js.basic():
        try:
            basic_plotly.fetch()
        except basic_plotly.NotFetchedError as why:
            print(f"HipChain sends the whole of plotly.js (1 MB more): the basic build is not here ({why}).")
    if not _has_plotly():
        plotly_js.keep_whole()


def complete() -> bool:
    """Whether nothing is left to do."""
    return not pack.missing() and icons.complete() and _has_plotly()


def _has_plotly() -> bool:
    return plotly_js.basic() or plotly_js.kept(plotly_js.whole_name())


@contextmanager
def beside() -> Iterator[None]:
    """Fill the gaps in a process of its own, which ends with the server at the latest."""
    with ExitStack() as stack:
        if not complete():
            if not writable(store.home()):
                stack.enter_context(_store_of_its_own())
            process = subprocess.Popen(
                [sys.executable, "-m", "components.server.prepare"], cwd=_HOME, stdin=subprocess.DEVNULL
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
        yield


def writable(folder: Path) -> bool:
    """Whether files can be kept in a folder, which is made where it is not there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        return False
    return os.access(folder, os.W_OK)


@contextmanager
def _store_of_its_own() -> Iterator[None]:
    before = os.environ.get(store.VARIABLE)
    with tempfile.TemporaryDirectory(prefix="hipchain-", ignore_cleanup_errors=True) as own:
        os.environ[store.VARIABLE] = own
        try:
            yield
        finally:
            os.environ.pop(store.VARIABLE)
            if before is not None:
                os.environ[store.VARIABLE] = before


def everything() -> None:
    """What setup has time for: every gap, and beside it the pocket edition, which a server makes when it is asked."""
    with ThreadPoolExecutor(1) as beside_it:  # it is made by a process of its own
        pocket_edition = beside_it.submit(pocket.make)
        prepare(fetch=True)
        pocket_edition.result()


if __name__ == "__main__":
    os.nice(10)  # the server comes first
    if "--fetch" in sys.argv[1:]:
        everything()
    else:
        prepare()
