"""Ways within the file: the app's own links become hashes, what the file leaves out leads to the app or says so. Pure.

A hash says what the app's address says: `./?structure=sartorius` is `#structure=sartorius` here, and `./where?place=x`
is `#where?place=x`.
"""

from __future__ import annotations

import re
from html import escape

from components.shared.menu import CHAINS, EVIDENCE, EXERCISES, ROLLING, SELF_CHECK, START, STOP_FLAGS, WHERE, stem

ABOUT = "about"
"""The page of the file on itself."""
MENU = (START, ROLLING, CHAINS, EVIDENCE, WHERE, SELF_CHECK, EXERCISES, STOP_FLAGS)
"""The pages of the app that are in the file."""
PAGES = frozenset({*map(stem, MENU), ABOUT})
_LINK = re.compile(r'<a ([^>]*?)href="\./([^"?]*)(?:\?([^"]*))?"([^>]*)>')
_TARGET = re.compile(r' (?:target|rel)="[^"]*"')
_TO_HANDOUT = re.compile(r'<p><a class="[^"]*hc-to-handout".*?</a></p>')
_EXERCISE = re.compile(r"exercise=")


def inside(html: str, base: str) -> str:
    """The same text with links that work in the file; `base` is the app's public address, or empty."""

    def led(found: re.Match[str]) -> str:
        before, page, query, after = found[1], found[2], found[3] or "", found[4]
        if page == stem(EVIDENCE) and _EXERCISE.match(query):
            page = stem(EXERCISES)  # an exercise stands once in the file
        if page in PAGES or not page:
            return f'<a {before}href="{hash_of(page, query)}"{_TARGET.sub("", after)}>'
        to = f"{escape(base)}/{page}{f'?{query}' if query else ''}" if base else f"#{ABOUT}"
        return f'<a {before}href="{to}"{after if base else _TARGET.sub("", after)}>'

    return _LINK.sub(led, html if base else _TO_HANDOUT.sub("", html))


def hash_of(page: str, query: str = "") -> str:
    """The hash of a page of the app; `query` is HTML already where it goes into HTML."""
    if page in ("", stem(START)):
        return f"#{query or stem(START)}"
    return f"#{page}{f'?{query}' if query else ''}"
