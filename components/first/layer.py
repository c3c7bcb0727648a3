"""An answer as the layer that stands beside the app's own root, until that is ready. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from html import escape
from typing import Any
from urllib.parse import urlencode

from components.embed.bar import bar
from components.first.answer import SITE, Answer
from components.shared.menu import (
    ACCESSIBILITY,
    ADD_LABEL,
    CREDIT,
    DISCLAIMER,
    FOLLOW,
    PAGES,
    STOP_FLAGS,
    STOP_LABEL,
    TEACHERS,
    TOURS,
    Entry,
    path,
    stem,
)

NO_SCRIPT = (
    "You can read everything on this page, and its links work. The live picture and the questions need scripts, which "
    "are switched off here. At a school, ask IT to allow scripts and web sockets for this site."
)


_POCKET = '<a href="./pocket" download>Take HipChain along as a file</a>'
"""What works where web sockets do not."""


def layer(answer: Answer, mark: str, *, bare: bool = False, embedded: bool = False, played: str = "") -> str:
    """The layer; `mark` is the address of the app's sign, `played` the bar of a tour that is played.

    A `bare` one has neither menu nor foot: the presenter's view. Within a page of another's one line stands for both.
    """
    bare = bare or embedded
    head = "" if bare else _header(answer, mark)
    foot = "" if bare else _footer()
    more, line = ("", bar(answer.page)) if embedded else (answer.more, "")
    kind = (' data-picture-page=""' if answer.data else "") + (' data-bare=""' if bare else "")
    tour = f'<div class="hc-key-tour_bar">{played}</div>' if played else ""
    return (
        f'<div id="hc-first" class="hc-still" data-page="{answer.page}"{kind}>'
        f'<a class="hc-skip" href="#hc-first-main">Skip to the text</a>{head}{tour}'
        f'<main id="hc-first-main" tabindex="-1">{answer.main}{foot}{more}</main>{line}'
        f'<p class="hc-why" role="status" hidden><span></span> {_POCKET}</p>'
        f'<noscript><p class="hc-why">{NO_SCRIPT}</p></noscript></div>{_data(answer.data)}'
    )


def meta(answer: Answer, base: str) -> str:
    """What the head of the page says of it; `base` is the app's public address where one is set, else empty."""
    address = ("" if answer.page == "explore" else answer.page) + (
        f"?{urlencode(answer.address)}" if answer.address else ""
    )
    described = escape(shortened(answer.description))
    return (
        f"<title>{escape(answer.title)} · {SITE}</title>"
        f'<meta name="description" content="{described}">'
        f'<link rel="canonical" href="{escape(f"{base}/{address}" if base else f"./{address}")}">'
        f'<script type="application/ld+json">{within_script(answer.about)}</script>'
    )


def shortened(words: str, most: int = 300) -> str:
    """A description that ends with a whole sentence or word."""
    if len(words) <= most:
        return words
    cut = words[: most - 2]
    sentence = cut.rfind(". ")
    return cut[: sentence + 1] if sentence > most // 3 else cut[: cut.rfind(" ")] + " …"


def within_script(found: Mapping[str, Any]) -> str:
    """JSON that cannot end the element it stands in."""
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")


def _data(found: Mapping[str, Any] | None) -> str:
    return f'<script type="application/json" id="hc-first-data">{within_script(found)}</script>' if found else ""


def _links(entries: Sequence[Entry], now: str) -> str:
    return "".join(
        f'<a href="./{path(e)}"{" aria-current=page" if stem(e) == now else ""}><span data-w="{escape(e[1])}">'
        f"{escape(e[1])}</span></a>"
        for e in entries
    )


def _header(answer: Answer, mark: str) -> str:
    """The menu: in a row, or on a phone behind a button, as the app has it."""
    links = _links(PAGES, answer.page)
    return (
        f'<header><img src="{escape(mark)}" alt="" width="24" height="24"><b>{SITE}</b>'
        f'<nav aria-label="Pages">{links}</nav><details class="hc-menu"><summary>☰ Menu</summary>'
        f'<nav aria-label="Pages">{links}</nav></details></header>'
    )


def _footer() -> str:
    return (
        f'<footer><p><b>{DISCLAIMER}</b> {CREDIT}</p><a href="./{path(STOP_FLAGS)}">{STOP_LABEL}</a>'
        f'<a href="./{path(TOURS)}">{TOURS[1]}</a><a href="./{path(TEACHERS)}">{TEACHERS[1]}</a>'
        f'<a href="./{path(FOLLOW)}">{FOLLOW[1]}</a><a href="./{path(ACCESSIBILITY)}">{ACCESSIBILITY[1]}</a>'
        f'<a href="./{path(TOURS)}">{ADD_LABEL}</a></footer>'
    )
