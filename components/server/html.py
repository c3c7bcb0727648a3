"""The pages as HTML: Streamlit's own, with the first answer beside its root, made once for each thing asked.

What the reader is to see comes first in the document, and Streamlit's scripts after it: on a slow line they would share
the line with the answer. Opened at a page's own address, Streamlit's front end first asks for its health below that
page and logs a 404 in the browser's console; a one-line script, run before it, tells it where the server is.
"""

from __future__ import annotations

import hashlib
import logging
import os
import re
from collections import OrderedDict
from collections.abc import Awaitable, Callable, Mapping
from enum import Enum, auto
from functools import cache
from threading import Lock
from typing import NamedTuple

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from components.diagram import assets
from components.embed import script as embed
from components.embed.style import style as embedded_style
from components.first.layer import layer, meta
from components.first.pages import Asked, answered, asked
from components.first.script import script
from components.first.style import style
from components.server import before, front_end, icon, look, preload, preview
from components.server.headers import for_frames
from components.shared.along import along
from components.shared.codings import CODINGS, accepted, compress
from components.shared.embedded import embedded
from components.shared.menu import ASIDE, PAGES, path, stem
from components.shared.served import BASE_VARIABLE, same
from components.tour.bar import bar_of
from components.tour.bar import style as bar_style
from data.catalog import catalog
from data.source import ContentError

KEPT = 256
"""How many finished pages are kept, each in one coding: 20 to 130 kB apiece, for who reads none up to half a MB."""
TYPED = frozenset({"ask"})
"""Pages whose address holds a reader's own words: these are kept nowhere."""
QUALITY = {"br": 4, "gzip": 5}
"""A reader waits for a page that was not asked for before: fast is more than small."""
log = logging.getLogger("hipchain")
_MARKS = re.compile(r"<noscript>.*?</noscript>|<!--.*?-->|<title>.*?</title>", re.DOTALL)


class Frame(NamedTuple):
    """Streamlit's own page, taken apart: what the head needs at once, and what can wait until the answer is there."""

    head: str
    later: str


class Form(Enum):
    """How a page is shown: as usual, as part of another's, or in the presenter's view, without menu and foot."""

    USUAL = auto()
    WITHIN = auto()
    PRESENTED = auto()


class Body(NamedTuple):
    """A finished page in one coding, and the tag by which a browser asks whether it is still the same."""

    content: bytes
    tag: str


KEEPING: OrderedDict[tuple[Asked, Form, str], Body] = OrderedDict()
"""Finished pages by what was asked, in which form, and the coding, the last asked for at the end."""
_lock = Lock()


def routes() -> list[Route]:
    """Every page at its own address."""
    return [Route(f"/{path(entry)}", page_at(stem(entry))) for entry in (*PAGES, *ASIDE)]


@cache
def frame() -> Frame:
    """Streamlit's page in two parts."""
    index = _MARKS.sub("", (front_end.folder() / "index.html").read_text(encoding="utf-8"))
    head = index.partition("<head>")[2].partition("</head>")[0]
    now = re.findall(r"<meta\b[^>]*>|<link rel=\"(?:shortcut icon|service-desc)\"[^>]*>", head)
    later = re.findall(r"<script\b[^>]*>.*?</script>|<link\b[^>]*>", head, re.DOTALL)
    return Frame("\n".join(now), "\n".join(part for part in later if part not in now))


def plain(page: str, *, within: bool = False) -> str:
    """Streamlit's page with our styles and no first answer: where that fails, and for an author's preview.

    The content of a preview may not be valid.
    """
    now, later = frame()
    try:
        styles = f'<link rel="stylesheet" href="./{look.style_url()}">'
    except ContentError:  # the drawing's colours follow from content; until it is valid there is nothing to draw
        styles = ""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{now}\n{styles}{embedded_style() if within else ""}\n'
        f'{_before(page, within=within)}{later}</head><body><div id="root"></div></body></html>'
    )


def _before(page: str, *, within: bool) -> str:
    """What runs before Streamlit's own scripts: what keeps history and links; below the start, where the server is.

    `within` another page there is also what speaks with that.
    """
    found = [before.SERVED.url(), *([] if page == "explore" else [assets.base_url()])]
    scripts = "".join(f'<script defer src="./{url.removeprefix("./")}"></script>\n' for url in found)
    return scripts + (embed.element() if within else "")


def page_html(what: Asked, played: str = "", form: Form = Form.USUAL) -> str:
    """The whole page of what was asked, in a form; with the bar of a tour that is `played`."""
    within, presented = form is Form.WITHIN, form is Form.PRESENTED
    found = answered(what, catalog(), embedded=within)
    styles = f"<style>{look.rules()}{style()}</style>{embedded_style() if within else ''}"
    if presented:
        styles += look.presenter()
    tour = played and bar_style() + played
    now, later = frame()
    home = os.environ.get(BASE_VARIABLE, "").rstrip("/")
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head>{now}\n{meta(found, home)}\n'
        f"{styles}</head>\n"
        f'<body>{layer(found, icon.url(), bare=presented, embedded=within, played=tour)}<div id="root" inert></div>\n'
        f"<script>{script()}</script>\n{_before(what[0], within=within)}{later}\n"
        f"{preload.links(what[0], figures(what))}</body></html>"
    )


def figures(what: Asked) -> list[str]:
    """What the app will draw there, where that is known before it runs."""
    page, state, _ = what
    if page != "explore":
        return []
    return [assets.figure_url(state.pictured, state.drawing), assets.art_url(state.pictured, state.drawing)]


def finished(what: Asked, coding: str, form: Form = Form.USUAL, played: str = "") -> Body:
    """A page in a coding (empty: none), kept; with the bar of a tour, which may be a reader's own, it is not."""
    text = page_html(what, played, form).encode()
    tag = f'"{hashlib.sha256(text).hexdigest()[:20]}{coding and f"-{coding}"}"'
    body = Body(compress(text, coding, QUALITY[coding]) if coding else text, tag)
    if played or what[0] in TYPED:
        return body
    with _lock:
        KEEPING[what, form, coding] = body
        while len(KEEPING) > KEPT:
            KEEPING.popitem(last=False)
    return body


def warm() -> None:
    """Make the answer that most readers begin with."""
    for coding in CODINGS:
        finished(asked("explore", {}, catalog()), coding)


def kept(what: Asked, coding: str, form: Form = Form.USUAL) -> Body | None:
    """A page that was made before."""
    with _lock:
        found = KEEPING.get((what, form, coding))
        if found:
            KEEPING.move_to_end((what, form, coding))
        return found


def page_at(page: str) -> Callable[[Request], Awaitable[Response]]:
    """The endpoint of a page: from what is kept at once, else made in a thread of its own."""

    async def answer(request: Request) -> Response:
        within = embedded(request.query_params.multi_items())
        if preview.wanted():
            return _alone(page, within=within)
        coding = next(iter(accepted(request.headers.get("accept-encoding", ""))), "")
        try:
            params = values(request)
            form = Form.WITHIN if within else Form.PRESENTED if "presenter" in along(params) else Form.USUAL
            what = asked(page, params, catalog())
            played = await run_in_threadpool(bar_of, params, catalog()) if page != "tours" and "tour" in params else ""
            body = None if played else kept(what, coding, form)
            if body is None:
                body = await run_in_threadpool(finished, what, coding, form, played)
        except Exception:  # whatever went wrong here must not stand in the app's way
            log.exception("There is no first answer of the page %s", page)
            return _alone(page, within=within)
        headers = {"Cache-Control": "no-cache", "Vary": "Accept-Encoding", "ETag": body.tag} | for_frames()
        if same(request.headers, body.tag):
            return Response(status_code=304, headers=headers)
        coded = {"Content-Encoding": coding} if coding else {}
        return Response(body.content, media_type="text/html; charset=utf-8", headers=headers | coded)

    return answer


def _alone(page: str, *, within: bool) -> Response:
    headers = {"Cache-Control": "no-cache"} | for_frames()
    return Response(plain(page, within=within), media_type="text/html", headers=headers)


def values(request: Request) -> Mapping[str, str]:
    """The query parameters; of one that is named twice the last, as Streamlit takes it."""
    return dict(request.query_params)
