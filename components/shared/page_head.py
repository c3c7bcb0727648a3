"""The head of a page whose picture needs the room: title and one sentence on a line."""

from __future__ import annotations

from html import escape


def page_head(title: str, sentence: str) -> str:
    """The title and what the page is for, as HTML."""
    return f'<div class="hc-head"><h1>{escape(title)}</h1><p>{escape(sentence)}</p></div>'
