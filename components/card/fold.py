"""How a card is built: rows of term and text, and parts that fold away, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from data.wording import capital


def definition_list(rows: Sequence[tuple[str, str | None]]) -> str:
    """Rows of term and text; rows without text are left out."""
    return rows_of([(term, escape(capital(text))) for term, text in rows if text])


def rows_of(rows: Sequence[tuple[str, str]], kind: str = "") -> str:
    """Rows of term and HTML; rows without any are left out. `kind` is a class of the list."""
    inner = "".join(f"<dt>{escape(term)}</dt><dd>{html}</dd>" for term, html in rows if html)
    marked = f' class="{kind}"' if kind else ""
    return f"<dl{marked}>{inner}</dl>" if inner else ""


def section(title: str, body: str, *, is_open: bool = False) -> str:
    """A part of the card that folds away; empty when it has no body."""
    return f"<details{' open' if is_open else ''}><summary>{escape(title)}</summary>{body}</details>" if body else ""
