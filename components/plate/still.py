"""The still picture that stands in where the diagram cannot be drawn: same view, same structure marked, no script."""

from __future__ import annotations

from functools import lru_cache
from gzip import compress
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.plate.plate import plate, shapes_of
from components.plate.svg import svg
from components.shared.served import BASE, packed, version
from components.shared.url import NOTHING, SECTIONS, VIEWS, State
from data.catalog import catalog
from data.outlines import load_view
from data.outlines.side import plain


def picture_url(state: State) -> str:
    """Where the browser finds the still picture of a state's view with its structure marked."""
    return f"{BASE}/picture/{state.pictured}/{quote(state.structure or NOTHING)}.svg?v={version()}"


def picture_text(state: State) -> str:
    """What the still picture shows, in words."""
    found = load_view(state.pictured)
    marked = state.structure if state.structure and shapes_of(state.view, state.structure) else None
    return f"Still picture: {found.title}." + (f" Marked: {catalog().name(marked)}." if marked else "")


@lru_cache(maxsize=64)
def _body(view: str, structure: str) -> bytes:
    return compress(svg(plate(view, () if structure == NOTHING else (structure,))).encode(), 6, mtime=0)


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{BASE}/picture/{{view}}/{{structure}}.svg", _serve)]


def _serve(request: Request) -> Response:
    view, structure = request.path_params["view"], request.path_params["structure"]
    content = catalog()
    known = structure in {NOTHING, *content.known}
    if plain(view) not in {*VIEWS, *SECTIONS} or not known:
        return PlainTextResponse("There is no such picture.", status_code=404)
    return packed(request, _body(view, structure), "image/svg+xml; charset=utf-8")
