"""A small plate for one structure's card: its footprints on bare bones, from each side where one is seen.

An image of its own, fetched only when the reader unfolds it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import shapely
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

from components.drawing.built import drawn
from components.plate.art import path
from components.shared.palette import ANATOMY, ATTACHMENT, OVERLAY
from components.shared.served import BASE, packed, version, zipped
from components.shared.url import VIEWS
from data.footprint import ATTACHMENTS, Footprint, areas, attached
from data.outlines import load_view
from data.outlines.side import RIGHT, plain, side_of, sided

BONY = ("fill", "patch", "edge", "far", "contour", "bone_hollow")
"""What is drawn of a bone."""
SEEN_MM2 = 8.0
"""Less than this of a footprint is not worth a picture."""
AROUND_MM, LEAST_MM = (46.0, 34.0), (120.0, 170.0)
"""Room around the footprints, and the least that a picture shows: across and up."""
GAP_MM, TITLE = 10.0, 0.055
"""Between two sides; how high their names are, as a part of the picture."""


@lru_cache(maxsize=64)
def sides(structure: str) -> dict[str, tuple[Footprint, ...]]:
    """The footprints of a structure that can be seen, by view, in the order of the views."""
    seen = {v: tuple(f for f in attached(structure, v) if areas(v)[f.id].area >= SEEN_MM2) for v in VIEWS}
    return {view: found for view, found in seen.items() if found}


@lru_cache(maxsize=64)
def attached_svg(structure: str, side: str = RIGHT) -> str:
    """The plate as an SVG document; its colours follow the reader's system. KeyError for what has no footprint."""
    shown = sides(structure)
    if not shown:
        raise KeyError(structure)
    boxes = {
        sided(view, side): shapely.union_all([areas(sided(view, side))[f.id] for f in found]).bounds
        for view, found in shown.items()
    }
    low, high = _span([(b[1], b[3]) for b in boxes.values()], 1)
    low, high = max(low, -500.0), min(high, 190.0)
    letter = (high - low) * TITLE
    left, parts = 0.0, []
    for view, box in boxes.items():
        start, end = _span([(box[0], box[2])], 0)
        size = f'width="{end - start:.0f}" height="{high - low:.0f}"'
        part = f'viewBox="{start:.1f} {-high:.1f} {end - start:.1f} {high - low:.1f}"'
        inside = _inside(view, structure, (start, low, end, high))
        title = f'x="{left + (end - start) / 2:.0f}" y="{1.1 * letter:.0f}" font-size="{letter:.1f}"'
        words = VIEWS[plain(view)]
        parts.append(
            f'<svg x="{left:.0f}" y="{1.6 * letter:.0f}" {size} {part}>{inside}</svg><text {title}>{words}</text>'
        )
        left += end - start + GAP_MM
    wide, tall = left - GAP_MM, high - low + 1.6 * letter
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide:.0f} {tall:.0f}" width="{wide:.0f}" '
        f'height="{tall:.0f}"><style>{_style()}</style>{_hatch(tall)}{"".join(parts)}</svg>'
    )


def attached_size(structure: str) -> tuple[int, int]:
    """Width and height of the plate, in its own units."""
    words = attached_svg(structure).split('viewBox="', 1)[1].split('"', 1)[0].split()
    return int(words[2]), int(words[3])


def attached_url(structure: str, side: str = RIGHT) -> str:
    """Where the browser finds the plate."""
    return f"{BASE}/attachments/{sided(structure, side)}.svg?v={version()}"


def routes() -> list[Route]:
    """The route to mount beside Streamlit's own."""
    return [Route(f"/{BASE}/attachments/{{structure}}.svg", _serve)]


def _serve(request: Request) -> Response:
    named = request.path_params["structure"]
    if not sides(plain(named)):
        return PlainTextResponse("There is no such picture.", status_code=404)
    return packed(request, _body(plain(named), side_of(named)), "image/svg+xml; charset=utf-8")


@lru_cache(maxsize=64)
def _body(structure: str, side: str) -> bytes:
    return zipped(attached_svg(structure, side))


def _span(found: Sequence[tuple[float, float]], axis: int) -> tuple[float, float]:
    """From where to where a picture reaches, with room around, and never less than LEAST_MM."""
    low, high = min(a for a, _ in found) - AROUND_MM[axis], max(b for _, b in found) + AROUND_MM[axis]
    more = max(0.0, LEAST_MM[axis] - (high - low)) / 2
    return low - more, high + more


def _inside(view: str, structure: str, box: tuple[float, float, float, float]) -> str:
    """The bones that lie in a box, by outline and form, and on them the footprints of one structure."""
    frame, own = shapely.box(*box), {f.id for f in sides(structure)[plain(view)]}
    near = {s.id for s in drawn(view, ATTACHMENTS).bodies if s.area().intersects(frame)}
    far = {s.id for s in load_view(view).shapes if s.context}
    parts = []
    for trace in drawn(view, ATTACHMENTS).traces:
        meta = trace["meta"]
        kind = "far" if meta["kind"] == "fill" and meta["id"] in far else meta["kind"]
        if meta.get("part") in own or (meta["id"] in near and kind in BONY):
            parts.append(f'<path class="{kind}" d="{path(trace)}"/>')
    return f"<g>{''.join(parts)}</g>"


def _style() -> str:
    """The colours of both schemes: white bones, the ends as in the large picture."""
    rules = []
    for scheme, paper, ink in (("light", "#fbfaf6", "#3c3a36"), ("dark", "#1b1d20", "#e9e6df")):
        over = OVERLAY[scheme]
        bone, (start, end) = ANATOMY["bone"], (getattr(ATTACHMENT[r], scheme) for r in ATTACHMENT)
        rules.append(
            f":root{{background:{paper}}}text{{fill:{ink}}}.fill,.patch,.far{{fill:{getattr(bone, scheme)}}}"
            f".fill,.edge,.far{{stroke:{over['bone_line']}}}.contour{{stroke:{over['contour']}}}"
            f".bone_hollow{{fill:{over['bone_hollow']}}}"
            f".origin{{fill:{start};stroke:{over['origin_line']}}}.insertion{{stroke:{over['insertion_line']}}}"
            f".ground{{fill:{end}}}.line{{stroke:{over['insertion_line']}}}"
        )
    return (
        "g{transform:scale(.1)}.bone_hollow{transform:scale(4)}path{fill:none}.far{opacity:.45}"
        "g path{vector-effect:non-scaling-stroke}.insertion{fill:url(#h)}"
        "text{text-anchor:middle;font-family:sans-serif}"
        f"{rules[0]}@media(prefers-color-scheme:dark){{{rules[1]}}}"
    )


def _hatch(tall: float) -> str:
    """The pattern of an insertion, as fine as the picture is large; in tenths, as what it fills."""
    side = tall / 7
    return (
        f'<pattern id="h" width="{side:.2f}" height="{side:.2f}" patternUnits="userSpaceOnUse" '
        f'patternTransform="rotate(45)"><rect class="ground" width="{side:.2f}" height="{side:.2f}"/>'
        f'<path class="line" stroke-width="{side / 3:.1f}" d="M0 0V{side:.2f}"/></pattern>'
    )
