"""What the server does beside Streamlit's own work: check content, warm caches, answer on our own addresses."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from components.card import heads
from components.diagram import assets
from components.plate import still
from components.server import frame, history, look, preview
from components.server.headers import SecurityHeaders
from components.server.health import health
from components.shared.served import version
from data.catalog import catalog
from data.check import problems
from data.outlines import VIEWS, load_view

log = logging.getLogger("hipchain")
_INDEX = Path(st.__file__).parent / "static" / "index.html"


def routes() -> list[Route]:
    """Our own addresses: assets, and the pages, whose HTML is Streamlit's with our styles linked.

    Opened at a page's own address, Streamlit's front end first asks for its health below that page and logs a 404 in
    the browser's console. A one-line script, loaded before it, tells it where the server is.
    """
    index = _INDEX.read_text(encoding="utf-8")
    style = f'<link rel="stylesheet" href="./{look.style_url()}">\n'
    style += f'<script src="./{history.script_url()}"></script>\n'
    start = index.replace("</head>", f"{style}</head>", 1)
    below = start.replace("<script", f'<script src="{assets.base_url()}"></script>\n<script', 1)

    def page(request: Request) -> Response:
        return HTMLResponse(start if request.url.path == "/" else below, headers={"Cache-Control": "no-cache"})

    return [
        *assets.routes(),
        *heads.routes(),
        *still.routes(),
        *look.routes(),
        *history.routes(),
        Route("/healthz", health),
        Route("/", page),
        *(Route(f"/{Path(script).stem}", page) for script, *_ in (*frame.PAGES[1:], *frame.ASIDE)),
    ]


def middleware() -> list[Middleware]:
    """What every request passes through."""
    return [Middleware(SecurityHeaders)]


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Refuse to start on content that is not valid, with every problem at once; warm the figures meanwhile."""
    found = problems()
    if found and not preview.wanted():
        print("HipChain does not start: the content has errors.", *found, sep="\n", file=sys.stderr)
        raise SystemExit(1)
    if not found:
        # Loaded now and kept: what happens to the files while the server runs changes nothing for readers.
        catalog()
        for view in VIEWS:
            load_view(view)
        version()
        threading.Thread(target=assets.warm, name="warm", daemon=True).start()
    # A folder called pages makes Streamlit expect its old kind of multipage app until st.navigation is first called:
    # the first reader of a fresh server would find no page but the start. This is what st.navigation itself sets.
    PagesManager.uses_pages_directory = False
    yield


def on_script_error(error: Exception) -> bool:
    """Log the error for us and tell the reader in plain words; no trace ever reaches a screen."""
    log.error("A page failed", exc_info=error)
    st.error("Something went wrong on our side. Reload the page; nothing you did is lost.", icon=":material/error:")
    return True
