"""The one line that stays at the foot of an embedded page: what this is, the stop signs, and the way out. Pure."""

from __future__ import annotations

from html import escape

from components.shared.menu import DISCLAIMER, START, STOP_FLAGS, STOP_LABEL, path, stem


def _short(words: str, least: str) -> str:
    """Words of which a narrow frame shows only the beginning."""
    return f"<span>{escape(least)}<i>{escape(words.removeprefix(least))}</i></span>"


def bar(page: str) -> str:
    """The line of a page, the same before the app runs and in it; the script completes its last link."""
    start = "" if page == stem(START) else f'<a href="./{path(START)}">{START[1]}</a>'
    stop = "" if page == stem(STOP_FLAGS) else f'<a href="./{path(STOP_FLAGS)}">{_short(STOP_LABEL, STOP_FLAGS[1])}</a>'
    whole = "./" if page == stem(START) else f"./{page}"
    return (
        f'<div class="hc-embed-bar" role="contentinfo"><b>{escape(DISCLAIMER)}</b>{start}{stop}'
        f'<a href="{whole}" target="_blank" rel="noopener" data-alone data-whole><span><i>Open in </i>HipChain</span> '
        '<span aria-hidden="true">↗</span></a></div>'
    )
