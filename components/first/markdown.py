"""The little Markdown that our own texts use, as HTML: headings, lists, tables, paragraphs, bold, code, links. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

_INLINE = (
    (re.compile(r"\*\*(.+?)\*\*"), r"<b>\1</b>"),
    (re.compile(r"`(.+?)`"), r"<code>\1</code>"),
    (re.compile(r"\[([^\]]+)\]\((\./[^)\s]*)\)"), r'<a href="\2">\1</a>'),
)


def html(text: str) -> str:
    """Our own Markdown as HTML; whatever markup it holds is escaped."""
    return "".join(_block(part.splitlines()) for part in re.split(r"\n\s*\n", text.strip()) if part)


def _block(lines: list[str]) -> str:
    first = lines[0]
    if heading := re.match(r"(#+) (.*)", first):
        level = len(heading[1])
        rest = _block(lines[1:]) if lines[1:] else ""
        return f"<h{level}>{_inline(heading[2])}</h{level}>{rest}"
    if first.startswith("- "):
        items = re.split(r"^- ", "\n".join(lines), flags=re.MULTILINE)[1:]
        return f"<ul>{''.join(f'<li>{_inline(item)}</li>' for item in items)}</ul>"
    if first.startswith("|"):
        return _table(lines)
    return f"<p>{_inline(' '.join(lines))}</p>"


def _table(lines: list[str]) -> str:
    head, _, *rows = ([cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines)
    body = "".join(f"<tr>{_cells('td', row)}</tr>" for row in rows)
    return f'<table class="hc-table"><thead><tr>{_cells("th", head)}</tr></thead><tbody>{body}</tbody></table>'


def _cells(tag: str, row: Iterable[str]) -> str:
    return "".join(f"<{tag}>{_inline(cell)}</{tag}>" for cell in row)


def _inline(text: str) -> str:
    found = escape(" ".join(text.split()), quote=False)
    for pattern, by in _INLINE:
        found = pattern.sub(by, found)
    return found
