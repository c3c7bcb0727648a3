"""The bar at the foot of the window that leads through a tour: where we are, the line in large type, the ways on. Pure.

The same HTML stands in the first answer and in the app; `components/server/play.js` adds the keys.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from html import escape
from pathlib import Path

from components.diagram import assets
from components.explore import state as explore
from components.tour.playing import Playing, playing
from data.catalog import Catalog

_STYLE = Path(__file__).resolve().parent / "play.css"


@cache
def style() -> str:
    """What a tour that is played changes, as a style element: no menu, room for the bar."""
    return f"<style>{_STYLE.read_text(encoding='utf-8')}</style>"


def bar_of(params: Mapping[str, str], content: Catalog) -> str:
    """The bar of an address; empty where no tour is played."""
    now = playing(params, content)
    return "" if now is None else bar(now, content)


def bar(now: Playing | str, content: Catalog) -> str:
    """The bar of a tour that is played, or what is wrong with the link that names it."""
    if isinstance(now, str):
        return _region("Tour", "", f'<p class="hc-tour-line">{escape(now)}</p>', _leave("./"))
    count = len(now.tour.stops)
    where = f"{now.number + 1} of {count}"
    line = escape(now.stop.line or now.tour.name)
    said = (
        f'<p class="hc-tour-where"><b>{where}</b> {escape(now.tour.name)}</p>'
        f'<p class="hc-tour-line">{line}</p>{_skipped(now)}'
    )
    back = _go("back", now.link(now.before), "Back") if now.before is not None else _go("back", "", "Back")
    on = (
        _go("next", now.link(now.after), "Next")
        if now.after is not None
        else _go("next", f"./tours?open={now.code}", "End")
    )
    ends = now.ends
    first, last = _go("first", now.link(ends[0]), "First stop"), _go("last", now.link(ends[1]), "Last stop")
    full = '<button type="button" class="hc-go hc-full" data-go="full">Full screen</button>'
    hidden = f'<span class="hc-tour-ends">{first}{last}</span>'
    ways = f"{back}{on}{full}{_leave(now.stop.link())}{hidden}"
    return _region(f"Tour: {now.tour.name}", f"Stop {where}.", said, ways, _ahead(now, content))


def _ahead(now: Playing, content: Catalog) -> str:
    """What the next stop will draw, where that is Explore: the browser fetches it while this one is looked at."""
    if now.after is None or (stop := now.tour.stops[now.after]).page != "explore":
        return ""
    state, _ = explore.read(stop.params, content)
    return f"{assets.figure_url(state.view, state.drawing)} {assets.art_url(state.view, state.drawing)}"


def _region(name: str, where: str, said: str, ways: str, ahead: str = "") -> str:
    return (
        f'<section class="hc-tour" aria-label="{escape(name)}" data-where="{where}" data-ahead="{escape(ahead)}">'
        f'<div class="hc-tour-said" tabindex="-1">{said}</div><div class="hc-tour-ways">{ways}</div></section>'
    )


def _go(kind: str, to: str, words: str) -> str:
    """A way on; without an address the place where it would be, so that nothing moves under the finger."""
    if not to:
        return f'<span class="hc-go" data-none>{words}</span>'
    return f'<a class="hc-go" data-go="{kind}" href="{escape(to)}">{words}</a>'


def _leave(to: str) -> str:
    return f'<a class="hc-go hc-leave" data-go="leave" data-alone href="{escape(to)}">Leave</a>'


def _skipped(now: Playing) -> str:
    """Which stops beside this one are no longer there."""
    gone = [str(n + 1) for n in now.skipped]
    if not gone:
        return ""
    which = f"Stop {gone[0]} is" if len(gone) == 1 else f"Stops {', '.join(gone[:-1])} and {gone[-1]} are"
    return f'<p class="hc-tour-note">{which} no longer in HipChain and left out.</p>'
