"""What the browser fetches by URL: plotly.js, the diagram's script, drawings as SVG, figures as JSON.

Addresses carry a version, so browsers may keep what they fetched for a year. Bodies are compressed once per server.
"""

from __future__ import annotations

from functools import cache, lru_cache

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.diagram import plotly_js
from components.diagram.script import pen_script, script
from components.drawing.built import figure_body
from components.plate.art import art
from components.plate.inks import art_defs
from components.shared.codings import CODINGS
from components.shared.served import BASE, Text, packed, version, zipped
from components.shared.url import LAYERS, SECTIONS, VIEWS
from data.catalog import catalog
from data.footprint import ATTACHMENTS
from data.outlines.over import named, parted
from data.outlines.pose import Pose
from data.outlines.side import plain
from data.section import SIDES

NO_ROLLER = "plain"


def plotly_url() -> str:
    """Where the browser finds plotly.js."""
    return f"{BASE}/{plotly_js.name()}"


@cache
def script_body() -> bytes:
    """The diagram's own script, compressed once per server."""
    return zipped(script())


@cache
def pen_body() -> bytes:
    """The script of the presenter's pen, compressed once per server."""
    return zipped(pen_script())


SCRIPT, PEN = Text("diagram", "js", script_body), Text("pen", "js", pen_body)


def script_url() -> str:
    """Where the browser finds the diagram's own script."""
    return SCRIPT.url()


def pen_url() -> str:
    """Where the browser finds the presenter's pen."""
    return PEN.url()


def base_url() -> str:
    """Where a page other than the start finds the script that names the server's address."""
    return f"./{BASE}/base.js"


def figure_url(view: str, layer: str, roller: str | None = None, pose: Pose | None = None) -> str:
    """Where the browser finds the figure of one view and layer, with a roller drawn where one is named.

    `pose` is rounded to whole degrees and cut to its ranges and to what the view can show.
    """
    return f"{BASE}/figure/{view}/{layer}/{roller or NO_ROLLER}.json?v={version()}{_posed(view, pose)}"


def art_url(view: str, layer: str, pose: Pose | None = None) -> str:
    """Where the browser finds the drawing of one view and layer; for `pose` see `figure_url`."""
    return f"{BASE}/art/{view}/{layer}.svg?v={version()}{_posed(view, pose)}"


def _posed(view: str, pose: Pose | None) -> str:
    shown = _shown(view, pose)
    return f"&pose={shown.tilt:.0f}_{shown.drop:.0f}_{shown.lean:.0f}" if shown else ""


def _shown(view: str, pose: Pose | None) -> Pose | None:
    """What of a pose shows in a view, in whole degrees; None where that is the ordinary drawing."""
    cut = (pose or Pose()).within().seen(view)
    whole = Pose(round(cut.tilt), round(cut.drop), round(cut.lean))
    return None if whole == Pose() else whole


@lru_cache(maxsize=320)
def art_body(view: str, layer: str, pose: Pose | None = None) -> bytes:
    """The drawing as a gzipped SVG with its patterns; the last 320 of them, poses counted."""
    inner = f"{art_defs()}{art(view, layer, pose)}"
    return zipped(f'<svg xmlns="http://www.w3.org/2000/svg" class="hc-art">{inner}</svg>')


def read_pose(text: str, view: str) -> Pose | None:
    """The pose that an address names, in whole degrees; None where it is none, out of range or not for this view."""
    parts = text.split("_")
    if len(parts) != 3 or not all(p.removeprefix("-").isdecimal() and len(p) < 4 for p in parts):
        return None
    pose = Pose(*(float(p) for p in parts))
    return pose if pose == pose.within() == pose.seen(view) else None


def warm() -> None:
    """Build every body that a first reader would wait for. Runs beside the server's start.

    Left sides are drawn when they are asked for: most readers never ask.
    """
    for coding in CODINGS:
        plotly_js.body(coding)
    for view in ("lateral", *VIEWS):
        for layer in LAYERS:
            figure_body(view, layer)
            art_body(view, layer)
    for section in SECTIONS:
        figure_body(section, "surface")
        art_body(section, "surface")
    for chain in catalog().chains.values():
        for step in chain.steps:
            art_body(step.view, step.layer, _shown(step.view, step.pose))


def routes() -> list[Route]:
    """The routes to mount beside Streamlit's own."""
    return [
        Route(f"/{BASE}/{plotly_js.name()}", _serve_plotly),
        Route(f"/{BASE}/base.js", _serve_base),
        SCRIPT.route(),
        PEN.route(),
        Route(f"/{BASE}/figure/{{view}}/{{layer}}/{{roller}}.json", _serve_figure),
        Route(f"/{BASE}/art/{{view}}/{{layer}}.svg", _serve_art),
    ]


def _serve_plotly(request: Request) -> Response:
    gzipped = plotly_js.body("gzip") or b""
    return packed(request, gzipped, "text/javascript; charset=utf-8", plotly_js.body("br"))


def _serve_base(_request: Request) -> Response:
    script = "window.__streamlit = { BACKEND_BASE_URL: new URL('./', location.href).href };"
    return Response(script, media_type="text/javascript; charset=utf-8", headers={"Cache-Control": "no-cache"})


def _serve_figure(request: Request) -> Response:
    view, layer, roller = (request.path_params[k] for k in ("view", "layer", "roller"))
    rollers = {NO_ROLLER, *(SIDES if plain(view) in SECTIONS else SECTIONS)}
    if not _drawn(view, layer) or roller not in rollers:
        return PlainTextResponse("There is no such figure.", status_code=404)
    pose = read_pose(request.query_params.get("pose", "0_0_0"), view)
    if pose is None or (pose != Pose() and roller != NO_ROLLER):
        return PlainTextResponse("There is no such pose.", status_code=404)
    body = figure_body(view, layer, None if roller == NO_ROLLER else roller, pose)
    return packed(request, body, "application/json")


def _serve_art(request: Request) -> Response:
    view, layer = (request.path_params[k] for k in ("view", "layer"))
    pose = read_pose(request.query_params.get("pose", "0_0_0"), view)
    if not _drawn(view, layer) or pose is None:
        return PlainTextResponse("There is no such drawing.", status_code=404)
    return packed(request, art_body(view, layer, _shown(view, pose)), "image/svg+xml; charset=utf-8")


def _drawn(view: str, layer: str) -> bool:
    ground, kinds = parted(layer)
    if plain(view) in SECTIONS:
        return layer == "surface"
    return plain(view) in VIEWS and ground in (*LAYERS, ATTACHMENTS) and layer == named(ground, kinds)
