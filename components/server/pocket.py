"""The pocket edition as a download at `/pocket`: made at setup or when it is first asked for, and kept.

A process of its own makes it (`python -m deploy.pocket`): that takes 15 seconds of computing, and readers must not
wait for it.
"""

from __future__ import annotations

import asyncio
import gzip
import hashlib
import logging
import os
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from functools import cache
from pathlib import Path
from threading import Lock

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.shared import store
from components.shared.codings import accepted
from components.shared.served import BASE_VARIABLE, same
from data.catalog import files

NAME = "hipchain-pocket.html"
MISSING = "There is no pocket edition here."
_HOME = Path(__file__).resolve().parents[2]
_MADE_OF = {".py", ".js", ".css", ".svg"}
_MOST_S = 600
AGAIN_S = 600.0
"""So long it is not tried again where it could not be made: anybody may ask."""
_lock = Lock()
_held: dict[str, bytes] = {}
"""What could not be kept on disk."""
_failed: dict[str, float] = {}
"""When it could last not be made."""
_making: list[asyncio.Task[bytes | None]] = []
"""Who asks meanwhile waits for this, and takes no thread of those that make other answers."""
log = logging.getLogger("hipchain")


def routes() -> list[Route]:
    """The address of the file."""
    return [Route("/pocket", _serve)]


@cache
def kept_as() -> str:
    """Under which name it is kept: another for other content, code, or public address."""
    digest = hashlib.sha256(os.environ.get(BASE_VARIABLE, "").encode())
    code = (p for p in (_HOME / "components").rglob("*") if p.suffix in _MADE_OF)
    for path in (*files(), *sorted(code)):
        digest.update(path.read_bytes())
    return f"pocket-{digest.hexdigest()[:12]}.html.gz"


def complete() -> bool:
    """Whether it is there."""
    return store.has(kept_as())


def make() -> bytes | None:
    """The file, gzipped: from what is kept, else made now and kept. None where it cannot be made, which is logged."""
    name = kept_as()
    with _lock:  # who asks meanwhile waits for the same one
        found = store.read(name) or _held.get(name)
        if found is None and time.monotonic() - _failed.get(name, -AGAIN_S) >= AGAIN_S:
            found = _made()
            if found:
                _keep(name, found)
            else:
                _failed[name] = time.monotonic()
        return found


def forget() -> None:
    """Let go of what could not be kept on disk, and of what went wrong."""
    _held.clear()
    _failed.clear()


async def found() -> bytes | None:
    """The file, by one thread however many ask; who goes away ends it for nobody."""
    now = [task for task in _making if not task.done() and task.get_loop() is asyncio.get_running_loop()]
    _making[:] = now or [asyncio.create_task(run_in_threadpool(make))]
    return await asyncio.shield(_making[0])


def _made() -> bytes | None:
    with tempfile.TemporaryDirectory(prefix="hipchain-pocket-") as folder:
        path = Path(folder) / NAME
        command = [sys.executable, "-m", "deploy.pocket", str(path)]
        try:
            subprocess.run(
                command, cwd=_HOME, check=True, capture_output=True, stdin=subprocess.DEVNULL, timeout=_MOST_S
            )
            return gzip.compress(path.read_bytes(), 9, mtime=0)
        except (OSError, subprocess.SubprocessError) as why:
            said = getattr(why, "stderr", None) or b""
            log.error("The pocket edition cannot be made: %s %s", why, said.decode(errors="replace")[-2000:])
            return None


def _keep(name: str, body: bytes) -> None:
    """Keep it in the place of earlier ones."""
    try:
        store.keep(name, body)
    except OSError:
        _held[name] = body
        return
    for old in store.home().glob("pocket-*.html.gz"):
        if old.name != name:
            with suppress(OSError):
                old.unlink()


async def _serve(request: Request) -> Response:
    tag = f'"{kept_as()}"'
    headers = {
        "Cache-Control": "no-cache", "ETag": tag, "Vary": "Accept-Encoding",
        "Content-Disposition": f'attachment; filename="{NAME}"',
    }  # fmt: skip
    if same(request.headers, tag):
        return Response(status_code=304, headers=headers)
    body = await found()
    if body is None:
        return PlainTextResponse(MISSING, status_code=404)
    if "gzip" in accepted(request.headers.get("accept-encoding", "")):
        headers["Content-Encoding"] = "gzip"
    else:
        body = await run_in_threadpool(gzip.decompress, body)
    return Response(body, media_type="text/html; charset=utf-8", headers=headers)
