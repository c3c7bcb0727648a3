"""The script of an embedded page: the modules of `browser/` as one file, and the element that asks for it.

Who may be spoken with stands on that element: the list is the server's, and may change when the script does not.
"""

from __future__ import annotations

import json
from functools import cache
from html import escape
from pathlib import Path

from components.diagram.script import bundle
from components.embed.hosts import sources, trusted
from components.shared.palette import MODES
from components.shared.served import Text, zipped
from components.shared.url import LAYERS, SECTIONS, VIEWS, State
from data.catalog import catalog
from data.footprint import BONES

_ENTRY = Path(__file__).resolve().parent / "browser" / "embed.js"


def known() -> dict[str, object]:
    """What a host may name, what an address means that says nothing, and what a colour asks of the rest."""
    content = catalog()
    return {
        "select": {i: content.name(i) for i in sorted(content.known)},
        "view": [*VIEWS, *SECTIONS],
        "layer": list(LAYERS),
        "colour": list(MODES),
        "start": State.structure,
        "bare": {"layer": BONES, "views": list(VIEWS)},
    }


@cache
def _body() -> bytes:
    told = json.dumps(known(), ensure_ascii=False, separators=(",", ":"))
    return zipped(f"(() => {{\n{bundle(_ENTRY)}\n$embed.start({told});\n}})();\n")


SERVED = Text("embed", "js", _body)


def element() -> str:
    """What an embedded page holds in its HTML."""
    return f'<script defer src="./{SERVED.url()}" data-hosts="{escape(" ".join(trusted(sources())))}"></script>\n'
