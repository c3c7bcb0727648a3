"""What is made once and kept on disk: compressed files, the smaller plotly build, the icons.

It lies within the virtual environment, so that it goes where the installed packages go and is forgotten with them.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

VARIABLE = "HIPCHAIN_STORE"
"""Another folder for it; a server that may not write into its environment makes one for itself and names it here."""


def home() -> Path:
    """The folder of everything that is kept."""
    named = os.environ.get(VARIABLE)
    return Path(named) if named else Path(sys.prefix) / "share" / "hipchain"


def read(name: str) -> bytes | None:
    """What is kept under a name; None where nothing is, or nothing yet."""
    try:
        return (home() / name).read_bytes()
    except OSError:
        return None


def has(name: str) -> bool:
    """Whether something is kept under a name."""
    return (home() / name).is_file()


def keep(name: str, body: bytes) -> None:
    """Keep it. A server that reads meanwhile finds the whole file or none."""
    path = home() / name
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}.part")
    part.write_bytes(body)
    part.replace(path)
