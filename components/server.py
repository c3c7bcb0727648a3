"""What the server does beside Streamlit's own work: check content, warm caches, answer on our own addresses."""

from __future__ import annotations

import logging
import sys
import threading
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import streamlit as st

from components import assets
from data.check import problems

log = logging.getLogger("hipchain")
routes = assets.routes


@asynccontextmanager
async def lifespan(_app: Any) -> AsyncIterator[None]:
    """Refuse to start on content that is not valid, with every problem at once; warm the figures meanwhile."""
    found = problems()
    if found:
        print("HipChain does not start: the content has errors.", *found, sep="\n", file=sys.stderr)
        raise SystemExit(1)
    threading.Thread(target=assets.warm, name="warm", daemon=True).start()
    yield


def on_script_error(error: Exception) -> bool:
    """Log the error for us and tell the reader in plain words; no trace ever reaches a screen."""
    log.error("A page failed", exc_info=error)
    st.error("Something went wrong on our side. Reload the page; nothing you did is lost.", icon=":material/error:")
    return True
