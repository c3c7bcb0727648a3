"""The address of pictures: `shown/<picture>/<step>.<ink>.svg`, kept by browsers for a year under the art's own hash."""

from __future__ import annotations

from functools import lru_cache
from gzip import compress

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.figures import art
from components.shared.served import BASE, packed


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{BASE}/shown/{{picture}}/{{step}}.{{ink}}.svg", _serve)]


@lru_cache(maxsize=512)
def _body(picture: str, step: str, ink: str) -> bytes:
    return compress(art.svg(picture, step, ink).encode(), 6, mtime=0)


def _serve(request: Request) -> Response:
    try:
        body = _body(*(request.path_params[k] for k in ("picture", "step", "ink")))
    except KeyError:
        return PlainTextResponse("There is no such picture.", status_code=404)
    ours = request.query_params.get("v") == art.version(request.path_params["picture"])
    found = packed(request, body, "image/svg+xml; charset=utf-8")
    if not ours:  # an old page, or a stranger's: it must not keep for a year what may change tomorrow
        found.headers["Cache-Control"] = "no-cache"
    return found
