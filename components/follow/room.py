"""The room's script, served by URL as one file to those who are in one; and all routes of this room."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from starlette.routing import Route

from components.diagram.script import bundle
from components.follow import serve
from components.shared.room import LETTERS
from components.shared.served import Text, zipped

_HERE = Path(__file__).resolve().parent
STYLE = "'rules'"
ALPHABET = "'letters'"
"""Where the script gets its rules and the letters: both are told in one place."""


@cache
def script() -> str:
    """All modules of `browser/`, with the rules of what they draw: a page without a room carries none of it."""
    rules = re.sub(r"/\*.*?\*/", "", (_HERE / "bar.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    style = " ".join(rules.split()).replace("'", '"')
    found = bundle(_HERE / "browser" / "follow.js").replace(STYLE, f"'{style}'").replace(ALPHABET, f"'{LETTERS}'")
    return f"(() => {{\n{found}\n$follow.start();\n}})();"


@cache
def _body() -> bytes:
    return zipped(script())


SERVED = Text("follow", "js", _body)


def routes() -> list[Route]:
    """The routes to mount beside Streamlit's own: the script, and what it asks."""
    return [*serve.routes(), SERVED.route()]
