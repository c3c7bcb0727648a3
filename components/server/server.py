"""What the server does beside Streamlit's own work: check content, warm caches, answer on our own addresses."""

from __future__ import annotations

import gc
import logging
import os
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route
from streamlit.runtime.pages_manager import PagesManager

from components.ask import asking, box
from components.card import heads
from components.diagram import assets
from components.embed import script as embed
from components.figures import serve as figures
from components.follow import room
from components.plate import attached, still
from components.server import before, html, icon, kept_files, look, pocket, prepare, preview
from components.server.headers import SecurityHeaders
from components.server.health import health
from components.server.pack import PackedFiles
from components.shared.served import version
from data import neighbours
from data.catalog import catalog
from data.check import problems
from data.outlines import VIEWS, load_view
from data.source import remembered

log = logging.getLogger("hipchain")
FIGURES_VARIABLE = "HIPCHAIN_FIGURES"
"""`when_asked`: nothing is drawn, and no question prepared for, before a reader asks."""


def routes() -> list[Route]:
    """Our own addresses: assets, and the pages, whose HTML is Streamlit's with our first answer beside its root."""
    return [
        *assets.routes(),
        *box.routes(),
        *heads.routes(),
        *still.routes(),
        *attached.routes(),
        *figures.routes(),
        look.SERVED.route(),
        before.SERVED.route(),
        embed.SERVED.route(),
        *room.routes(),
        *icon.routes(),
        *pocket.routes(),
        Route("/healthz", health),
        Route("/robots.txt", _robots),
        *html.routes(),
    ]


def _robots(_request: Request) -> Response:
    """Those who search may read every page; without this they would get Streamlit's page and find no rule in it."""
    return PlainTextResponse("User-agent: *\nAllow: /\n")


def middleware() -> list[Middleware]:
    """What every request passes through."""
    return [Middleware(SecurityHeaders), Middleware(PackedFiles)]


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Refuse to start on content that is not valid, with every problem at once; warm the figures meanwhile."""
    gc.disable()  # what is loaded and made until `warm` ends stays (measured: healthy after 2.4 s instead of 3.1)
    with remembered():
        found = problems()
        if found:
            gc.enable()
            if not preview.wanted():
                print("HipChain does not start: the content has errors.", *found, sep="\n", file=sys.stderr)
                raise SystemExit(1)
        else:
            # Loaded now and kept: what happens to the files while the server runs changes nothing for readers.
            catalog()
            for view in VIEWS:
                load_view(view)
            version()
            threading.Thread(target=warm, name="warm", daemon=True).start()
    # A folder called pages makes Streamlit expect its old kind of multipage app until st.navigation is first called:
    # the first reader of a fresh server would find no page but the start. This is what st.navigation itself sets.
    PagesManager.uses_pages_directory = False
    kept_files.keep()
    with prepare.beside():
        yield


def warm() -> None:
    """Make what a first reader would wait for: first of all what the app's own address answers with."""
    try:
        if os.environ.get(FIGURES_VARIABLE) != "when_asked":
            html.warm()
            asking.warm()
            neighbours.computed()
            assets.warm()
    finally:
        # While garbage is collected messages wait. Content and code live as long as
        # the server does: take them out of the collector's sight (measured: about 100 ms less from tap to card).
        gc.collect()
        gc.freeze()
        gc.collect()  # a full one is due when there is a quarter more than after the last: not a quarter of all content
        gc.enable()


def on_script_error(error: Exception) -> bool:
    """Log the error for us and tell the reader in plain words; no trace ever reaches a screen."""
    log.error("A page failed", exc_info=error)
    st.error("Something went wrong on our side. Reload the page; nothing you did is lost.", icon=":material/error:")
    return True
