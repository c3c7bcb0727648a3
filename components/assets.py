"""What the browser fetches by URL: plotly.js from the installed `plotly` package, and the figures as JSON.

Addresses carry a version, so browsers may keep what they fetched for a year. Bodies are compressed once per server.
"""

from __future__ import annotations

import gc
import gzip
import hashlib
import json
from functools import cache, lru_cache
from pathlib import Path

import plotly
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components import figure
from components.url import LAYERS, SECTIONS, VIEWS
from data.catalog import catalog, files
from data.outlines import load_view
from data.outlines.pose import Pose
from data.section import SIDES

BASE = "hipchain-assets"
"""Relative on purpose: it resolves below whatever base path the app is served from."""
NO_ROLLER = "plain"
_YEAR = "public, max-age=31536000, immutable"
_HOME = Path(__file__).resolve().parent.parent
_PLOTLY = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"


@cache
def version() -> str:
    """A short hash over everything a figure is made from: outlines, content and the figure code."""
    digest = hashlib.sha256(plotly.__version__.encode())
    for path in (*files(), *sorted((_HOME / "components").glob("*.py"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def plotly_url() -> str:
    """Where the browser finds plotly.js."""
    return f"{BASE}/plotly-{plotly.__version__}.min.js"


@cache
def _script_body() -> bytes:
    parts = ("diagram.js", "diagram_extra.js")  # one script: one request, and no import address to version
    return gzip.compress(b"".join((_HOME / "components" / p).read_bytes() for p in parts), 6, mtime=0)


def script_url() -> str:
    """Where the browser finds the diagram's own script."""
    return f"{BASE}/diagram-{hashlib.sha256(_script_body()).hexdigest()[:12]}.js"


def base_url() -> str:
    """Where a page other than the start finds the script that names the server's address."""
    return f"./{BASE}/base.js"


def figure_url(view: str, layer: str, roller: str | None = None, pose: Pose | None = None) -> str:
    """Where the browser finds the figure of one view and layer, with a roller drawn where one is named.

    `pose` is rounded to whole degrees and cut to its ranges and to what the view can show.
    """
    shown = (pose or Pose()).within().seen(view)
    posed = "" if shown == Pose() else f"&pose={shown.tilt:.0f}_{shown.drop:.0f}_{shown.lean:.0f}"
    return f"{BASE}/figure/{view}/{layer}/{roller or NO_ROLLER}.json?v={version()}{posed}"


def read_pose(text: str, view: str) -> Pose | None:
    """The pose that an address names, in whole degrees; None where it is none, out of range or not for this view."""
    parts = text.split("_")
    if len(parts) != 3 or not all(p.removeprefix("-").isdecimal() and len(p) < 4 for p in parts):
        return None
    pose = Pose(*(float(p) for p in parts))
    return pose if pose == pose.within() == pose.seen(view) else None


@cache
def drawn(view: str, layer: str) -> figure.Drawn:
    """The drawing of a view and layer at rest, made once per server."""
    return figure.draw(load_view(view), layer, catalog())


@cache
def _built(view: str, layer: str, roller: str | None = None) -> tuple[bytes, frozenset[str]]:
    built = figure.finish(drawn(view, layer), catalog(), roller)
    return _packed_json(built), frozenset(built["hipchain"]["order"])


@lru_cache(maxsize=256)
def _posed(view: str, layer: str, pose: Pose) -> bytes:
    return _packed_json(figure.finish(drawn(view, layer), catalog(), pose=pose))


def _packed_json(built: object) -> bytes:
    return gzip.compress(json.dumps(built, separators=(",", ":")).encode(), 6)


def figure_body(view: str, layer: str, roller: str | None = None, pose: Pose | None = None) -> bytes:
    """The figure as gzipped JSON; built once per server (posed figures: the last 256 of them)."""
    return _built(view, layer, roller)[0] if pose is None or pose == Pose() else _posed(view, layer, pose)


def visible(view: str, layer: str) -> frozenset[str]:
    """The ids of which some part can be seen in a view and layer."""
    return _built(view, layer)[1]


@cache
def _plotly_body() -> bytes:
    return gzip.compress(_PLOTLY.read_bytes(), 6)


def warm() -> None:
    """Build every body that a first reader would wait for. Runs beside the server's start."""
    _plotly_body()
    for view in ("lateral", *VIEWS):
        for layer in LAYERS:
            figure_body(view, layer)
    for section in SECTIONS:
        figure_body(section, "surface")
    # Streamlit collects garbage after every script run, and messages wait meanwhile. Content and code live as long as
    # the server does: take them out of the collector's sight (measured: about 100 ms less from tap to card).
    gc.collect()
    gc.freeze()


def routes() -> list[Route]:
    """The routes to mount beside Streamlit's own."""
    return [
        Route(f"/{BASE}/plotly-{plotly.__version__}.min.js", _serve_plotly),
        Route(f"/{BASE}/base.js", _serve_base),
        Route(f"/{BASE}/diagram-{{version}}.js", _serve_script),
        Route(f"/{BASE}/figure/{{view}}/{{layer}}/{{roller}}.json", _serve_figure),
    ]


def _serve_plotly(request: Request) -> Response:
    return packed(request, _plotly_body(), "text/javascript; charset=utf-8")


def _serve_base(_request: Request) -> Response:
    script = "window.__streamlit = { BACKEND_BASE_URL: new URL('./', location.href).href };"
    return Response(script, media_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


def _serve_script(request: Request) -> Response:
    return packed(request, _script_body(), "text/javascript; charset=utf-8")


def _serve_figure(request: Request) -> Response:
    view, layer, roller = (request.path_params[k] for k in ("view", "layer", "roller"))
    rollers = {NO_ROLLER, *(SIDES if view in SECTIONS else SECTIONS)}
    layers = ("surface",) if view in SECTIONS else LAYERS
    if view not in {*VIEWS, *SECTIONS} or layer not in layers or roller not in rollers:
        return PlainTextResponse("There is no such figure.", status_code=404)
    pose = read_pose(request.query_params.get("pose", "0_0_0"), view)
    if pose is None or (pose != Pose() and roller != NO_ROLLER):
        return PlainTextResponse("There is no such pose.", status_code=404)
    body = figure_body(view, layer, None if roller == NO_ROLLER else roller, pose)
    return packed(request, body, "application/json")


def packed(request: Request, body: bytes, media_type: str) -> Response:
    """Send a gzipped body as it is, or unpacked to the rare client that cannot read gzip."""
    headers = {"Cache-Control": _YEAR, "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff"}
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(body, media_type=media_type, headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(body), media_type=media_type, headers=headers)
