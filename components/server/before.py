"""What must run before Streamlit's own scripts, served by URL as one file.

history.js keeps the browser's history short; along.js lets links take along what holds on every screen; guest.js keeps
Streamlit from telling a page around this one where its readers are; play.js leads through a tour that is played;
rows.js keeps the focus with a row of a list that moves; following.js fetches the script of a room for those who are in
one.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

from components.follow import room
from components.shared.along import GOES_ALONG
from components.shared.embedded import EMBED
from components.shared.served import Text, zipped

_HERE = Path(__file__).resolve().parent
SCRIPTS = ("guest.js", "history.js", "along.js", "play.js", "rows.js", "following.js")
NAMES = "'names'"
"""Where along.js gets the names: they are told in one place."""
FOLLOW = "'follow.js'"
"""Where following.js gets the address of that script."""


@cache
def script() -> str:
    """The scripts, with the names filled in."""
    names = ", ".join(f"'{name}'" for name in (*GOES_ALONG, EMBED))
    found = "".join((_HERE / name).read_text(encoding="utf-8") for name in SCRIPTS)
    return found.replace(NAMES, names).replace(FOLLOW, f"'./{room.SERVED.url()}'")


@cache
def _body() -> bytes:
    return zipped(script())


SERVED = Text("before", "js", _body)
