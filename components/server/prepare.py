"""Makes what the server keeps on disk: `python -m components.server.prepare`. Nothing is made twice.

`deploy/setup` and the image's build run it. A server whose store has gaps runs it beside itself, as a process of its
own: within the server it would hold up the first readers.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from components.server import pack
from components.shared import store

_HOME = Path(__file__).resolve().parents[2]
_QUALITY = 9


def prepare() -> None:
    """Fill every gap."""
    for name, coding in pack.missing():
        pack.pack(name, coding, _QUALITY)


def complete() -> bool:
    """Whether nothing is left to do."""
    return not pack.missing()


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


if __name__ == "__main__":
    os.nice(10)  # the server comes first
    prepare()
