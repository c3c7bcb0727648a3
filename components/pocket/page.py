"""The file itself: one HTML page that loads nothing. Pure."""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from html import escape
from pathlib import Path
from typing import Any

from components.first.answer import SITE, columns, stack
from components.first.explore import every
from components.plate.inks import art_defs
from components.plate.over_inks import over_defs
from components.pocket import edition, reading
from components.pocket.book import book
from components.pocket.links import ABOUT, MENU, hash_of, inside
from components.pocket.script import policy, script
from components.pocket.style import style
from components.shared.menu import CREDIT, DISCLAIMER, STOP_FLAGS, STOP_LABEL, stem
from components.shared.page_head import HEADS
from data.catalog import Catalog

_ICON = Path(__file__).resolve().parent.parent / "server" / "icon.svg"
NO_SCRIPT = (
    "The picture and all other pages of this file need scripts, which are off here: open it in a browser, not in a "
    "preview of your mail or files. What follows does not wait for that."
)
_ZOOMS = (
    ("0.7", "Zoom in", "M12 5v14M5 12h14"),
    ("1.43", "Zoom out", "M5 12h14"),
    ("0", "Whole picture", "M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5"),
)


def page(catalog: Catalog, base: str = "") -> str:
    """The whole file. The same content makes the same file; `base` is the app's public address, or empty."""
    held = _within(book(catalog, base))
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        f'<meta http-equiv="Content-Security-Policy" content="{policy()}">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        '<meta name="referrer" content="no-referrer"><meta name="color-scheme" content="light dark">'
        f"<title>{SITE} {edition.TITLE.lower()}</title>"
        f'<meta name="description" content="{escape(edition.made(catalog))}">'
        f'<link rel="icon" href="{_icon()}"><style>{style()}</style></head><body>'
        f'<div id="hc-first" class="hc-still" data-page="explore" data-picture-page="">'
        f'<a class="hc-skip" href="#hc-first-main">Skip to the text</a>{_header()}'
        '<main id="hc-first-main" tabindex="-1">'
        '<p id="hc-note" class="hc-caption" role="status" hidden></p>'
        f'<section id="hc-explore" hidden>{_explore(catalog, base)}</section>'
        f'<article id="hc-text" class="hc-waiting">{_no_script(catalog, base)}</article></main>{_footer()}</div>'
        f'<script type="application/json" id="hc-book">{held}</script><script>{script()}</script></body></html>\n'
    )


def _within(found: Mapping[str, Any]) -> str:
    """JSON that can neither end the element it stands in nor begin another there."""
    text = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    return text.replace("</", "<\\/").replace("<!--", "\\u003c!--").replace("<script", "\\u003cscript")


def _icon() -> str:
    return "data:image/svg+xml;base64," + base64.b64encode(_ICON.read_bytes()).decode()


def _header() -> str:
    entries = [(hash_of(stem(e)), e[1]) for e in MENU] + [(f"#{ABOUT}", edition.TITLE)]
    links = "".join(f'<a href="{to}"><span data-w="{escape(w)}">{escape(w)}</span></a>' for to, w in entries)
    return (
        f'<header><img src="{_icon()}" alt="" width="24" height="24"><b>{SITE}</b>'
        f'<nav aria-label="Pages">{links}</nav><details class="hc-menu"><summary>☰ Menu</summary>'
        f'<nav aria-label="Pages">{links}</nav></details></header>'
    )


def _no_script(catalog: Catalog, base: str) -> str:
    """What stands there until the script has run, and where none does: why, and what does not wait."""
    return f'<p class="hc-no-script">{NO_SCRIPT}</p>{inside(reading.stop_signs(catalog), base)}'


def _footer() -> str:
    """Always in sight: that this is no diagnosis, and the way to the stop signs."""
    return (
        f'<footer><p><b>{DISCLAIMER}</b> <span class="hc-wide-only">{CREDIT}</span></p>'
        f'<a href="{hash_of(stem(STOP_FLAGS))}">{STOP_LABEL}</a></footer>'
    )


def _explore(catalog: Catalog, base: str) -> str:
    """The frame of the picture with its choices, and the place of the card; the script fills them."""
    head, _ = HEADS["explore"]
    left = stack(
        '<div class="hc-row-2 hc-key-view_controls"></div>', _picture(),
        '<div class="hc-row-2 hc-key-colour_controls"></div><div class="hc-legend-row"></div>',
    )  # fmt: skip
    right = f'{_BOX}<div class="hc-card" data-card></div>'
    return f'<h1 class="hc-off">{escape(head)}</h1>{columns((58, left), (42, right))}{inside(every(catalog), base)}'


_BOX = (
    '<div class="hc-box" role="search"><label>Find by name'
    '<input type="search" autocomplete="off" spellcheck="false"></label>'
    '<ul></ul><span class="hc-off" role="status"></span></div>'
)


def _picture() -> str:
    tools = "".join(
        f'<button type="button" data-zoom="{by}" aria-label="{words}" title="{words}">'
        f'<svg viewBox="0 0 24 24" aria-hidden="true"><path d="{d}"/></svg></button>'
        for by, words, d in _ZOOMS
    )
    return (
        '<div class="hc-diagram hc-ink hc-footed hc-inviting" data-mode="anatomy">'
        '<div class="hc-strip"><span class="hc-side-left"></span><span class="hc-middle"><b class="hc-title"></b> '
        '<b class="hc-hint">Tap any tissue</b></span><span class="hc-side-right"></span></div>'
        '<div class="hc-stage"><div class="hc-plot" tabindex="0" role="application" aria-roledescription="diagram" '
        f'aria-label="Picture"><svg class="hc-art" aria-hidden="true">{art_defs()}{over_defs()}'
        '<g class="hc-tenths"></g></svg><svg class="hc-over" aria-hidden="true"></svg>'
        '<svg class="hc-names" aria-hidden="true"></svg></div><span class="hc-side-top"></span>'
        '<span class="hc-side-bottom"></span></div><div class="hc-foot">'
        '<b class="hc-invite" aria-hidden="true">Tap any tissue</b><button type="button" class="hc-peek" hidden>'
        '<span class="hc-peek-words"></span></button></div>'
        '<div class="hc-said" role="status"></div><div class="hc-tip" hidden></div>'
        f'<div class="hc-tools">{tools}</div></div>'
    )
