"""The health check: is the server up, and is the content on disk still what it started with and valid?"""

from __future__ import annotations

import logging
import threading

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from data.catalog import stamp
from data.check import problems

log = logging.getLogger("hipchain")
_lock = threading.Lock()
_seen: dict[str, object] = {}


def health(_request: Request) -> Response:
    """Answer 200 while the server can serve. `content` is `valid`, `changed` or `broken` on disk.

    The server keeps the content that it started with whatever happens to the files; `broken` names how many problems
    a restart would meet, and they are logged once.
    """
    now = stamp()
    with _lock:
        started = _seen.setdefault("started", now)
        if _seen.get("stamp") != now:
            found = problems() if now != started else []
            for problem in found:
                log.error("Content on disk is broken, the last good one stays: %s", problem)
            _seen.update(stamp=now, broken=len(found))
        broken = _seen["broken"]
    content = "broken" if broken else "valid" if now == started else "changed"
    return JSONResponse({"status": "ok", "content": content, "problems": broken}, headers={"Cache-Control": "no-store"})
