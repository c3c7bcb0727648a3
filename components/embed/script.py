"""The script of an embedded page: the modules of `browser/` as one file, and the element that asks for it.

Who may be spoken with stands on that element: the list is the server's, and may change when the script does not.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from functools import cache
from html import escape
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.diagram.script import bundle
from components.embed.hosts import sources, trusted
from components.shared.palette import MODES
from components.shared.served import BASE, packed
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
    text = f"(() => {{\n{bundle(_ENTRY)}\n$embed.start({told});\n}})();\n"
    return gzip.compress(text.encode(), 6, mtime=0)


@cache
def script_url() -> str:
    """Where the browser finds it; the address changes with the script and with what can be named."""
    return f"{BASE}/embed-{hashlib.sha256(_body()).hexdigest()[:12]}.js"


def element() -> str:
    """What an embedded page holds in its HTML."""
    return f'<script defer src="./{script_url()}" data-hosts="{escape(" ".join(trusted(sources())))}"></script>\n'


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{BASE}/embed-{{version}}.js", _serve)]


def _serve(request: Request) -> Response:
    return packed(request, _body(), "text/javascript; charset=utf-8")
