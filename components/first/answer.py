"""What one address is answered with, whatever the page: the parts from which its HTML is put together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any
from urllib.parse import urlencode

from components.shared.side import LABEL, NAME
from components.shared.url import in_short
from data.outlines.side import SIDES

SITE = "HipChain"


@dataclass(frozen=True)
class Answer:
    """One page in its first form.

    `main` is its HTML; `title`, `description` and `about` (JSON-LD) are for those who search; `address` are the query
    parameters under which it is known. `data` is what the script in the page works with, where there is a picture.
    """

    page: str
    title: str
    description: str
    main: str
    address: Mapping[str, str] = field(default_factory=dict)
    about: Mapping[str, Any] = field(default_factory=dict)
    data: Mapping[str, Any] | None = None
    more: str = ""
    """What stands below the foot: where the app has nothing."""


def block(html: str) -> str:
    """A piece of text as the app will hold it."""
    return f'<div class="stHtml">{html}</div>' if html else ""


def words(html: str) -> str:
    """Running text of a page, which the app holds without the room below a paragraph."""
    return f'<div class="hc-said-so">{html}</div>' if html else ""


def stack(*parts: str, key: str = "") -> str:
    """Pieces one below the other; `key` names the app's container with the same look."""
    return f'<div class="hc-stack{f" hc-key-{key}" if key else ""}">{"".join(parts)}</div>'


def columns(*widths_and_parts: tuple[int, str], read_first: str = "") -> str:
    """Columns beside each other, as wide as the app's, in percent; below each other on a phone.

    `read_first` stands at the head of the last column, and on a phone above all of them; with an empty part it is all
    that stands there. It comes first in the text too: a page is drawn while it arrives, and what came later and went
    above would push down what is there.
    """
    gap = f"{2 * (len(widths_and_parts) - 1) / len(widths_and_parts):.3f}rem"
    wide = " ".join(f"calc({width}% - {gap})" for width, _ in widths_and_parts)
    inner = "".join(f"<div>{part}</div>" for _, part in widths_and_parts if part)
    head = f'<div class="hc-read-first">{read_first}</div>' if read_first else ""
    return f'<div class="hc-cols" style="--hc-cols: {wide}">{head}{inner}</div>'


def title(name: str) -> str:
    """The title of a page that has no picture."""
    return f'<h1 class="hc-title-1">{escape(name)}</h1>'


def subtitle(name: str) -> str:
    """A heading with its line, as between the parts of a page."""
    return f'<h2 class="hc-sub">{escape(name)}</h2>'


def notes(found: Sequence[str]) -> str:
    """What of the link could not be used, as short as the app says it."""
    return "".join(f'<p class="hc-caption">{escape(note)}</p>' for note in in_short(found))


def caption(html: str) -> str:
    """Small print."""
    return f'<p class="hc-caption">{html}</p>'


def segments(label: str, choices: Sequence[tuple[str, str, bool]]) -> str:
    """A row of links of which one is where we are: (address, words, here)."""
    links = "".join(
        f'<a href="{escape(to)}"{" aria-current=true" if here else ""}>{escape(name)}</a>' for to, name, here in choices
    )
    return f'<div class="hc-seg" role="group" aria-label="{escape(label)}">{links}</div>'


def sides(page: str, params: Mapping[str, str], side: str) -> str:
    """The switch of the client's side, as links: both name theirs, or a link would keep what holds now."""
    ways = [(f"./{page}?{urlencode({**params, NAME: key})}", words, key == side) for key, words in SIDES.items()]
    return segments(LABEL, ways)
