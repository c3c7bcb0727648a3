"""What the file says of itself: from what content it was made, what it leaves out, who drew it. Pure."""

from __future__ import annotations

import hashlib
from html import escape

from components.first.answer import block, stack, subtitle
from components.shared.menu import CREDIT_LICENSED, DISCLAIMER, STOP_LABEL
from data.catalog import Catalog, files

TITLE = "Pocket edition"
LEAD = "HipChain as one file: for a USB stick, or where there is no network. It asks nothing of any server."
LEFT_OUT = (
    "The Lab, with its two models, and the arrows of the chains over the picture.",
    "The quiz, flash cards, and a round for a class.",
    "Ask in your own words. Here a name finds a structure; dangers are under “When to stop”.",
    "The answers of the self-check. Its stop signs and its tests are here.",
    "The handout and the home plan as a PDF. The browser can print what is on the screen.",
    "Two structures side by side, hiding one, the tissues under a point, the small plates of attachments.",
    "The pictures as slow movements.",
    "The left side: every picture is of the right one.",
    "Tours, Follow and the pen.",
)
KEYS = (
    "In the picture: arrow keys go from structure to structure, plus and minus zoom, 0 shows all, Escape clears. Every "
    "structure also stands in the list under the picture. Back leads to what was shown before."
)


def version() -> str:
    """A short hash over the content: the same content makes the same file."""
    digest = hashlib.sha256()
    for path in files():
        digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


def made(catalog: Catalog) -> str:
    """The state of the content in words: its last correction and its version."""
    last = max(change.date for change in catalog.changes.values())
    return f"Content with corrections up to {last.day} {last:%B %Y}, version {version()}."


def about(catalog: Catalog, base: str) -> str:
    """The page of the file on itself."""
    there = f' It is all at <a href="{escape(base)}/" rel="noopener">{escape(base)}</a>.' if base else ""
    items = "".join(f"<li>{escape(words)}</li>" for words in LEFT_OUT)
    return stack(
        f'<div class="hc-head"><h1>{TITLE}</h1><p>{LEAD}</p></div>',
        block(f'<p><b>{DISCLAIMER}</b> <a href="#stop_flags">{STOP_LABEL}</a></p>'),
        subtitle("What it leaves out"),
        block(f"<p>These need the app itself.{there}</p><ul>{items}</ul>"),
        subtitle("By keys"),
        block(f"<p>{KEYS}</p>"),
        subtitle("State, credit and licence"),
        block(f"<p>{made(catalog)}</p><p>{CREDIT_LICENSED} Code and words: MIT.</p>"),
    )
