"""The evidence in the file: every claim, conflict, myth, test, source and correction, each to be led to. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from html import escape

from components.card.text import references
from components.evidence import changes, leads, text, trials
from components.evidence.state import PARTS
from components.first import markdown
from components.first.answer import block, segments, stack, title, words
from components.shared.page_head import HEADS
from data.catalog import Catalog

SHOWN = {part: name for part, name in PARTS.items() if part != "exercises"}
"""The parts by their names: exercises have a page of their own."""
_LIST = '<ol class="hc-refs">'


def parts(catalog: Catalog) -> dict[str, str]:
    """The pages of the evidence by part."""
    check = catalog.self_check
    tests = [*(t.id for t in check.tests), *(t.id for t in check.left_out)]
    lists: Mapping[str, str] = {
        "claims": _records((c.id, text.claim(c, catalog)) for c in catalog.claims.values()),
        "conflicts": _records((c.id, text.conflict(c, catalog)) for c in catalog.conflicts.values()),
        "myths": _records((m.id, text.myth(m, catalog)) for m in catalog.myths.values()),
        "tests": _records(zip(tests, _each(trials.tests(None, catalog)), strict=True)),
        "references": f"{_LIST}{''.join(map(marker, catalog.references))}</ol>",
        "changes": "".join(changes.entry(c, catalog) for c in changes.newest_first(catalog.changes.values())),
    }
    return {part: _page(part, lists[part], catalog) for part in SHOWN}


def marker(reference: str) -> str:
    """What stands for a source in a text; the script puts its words there. Cited often, it stands once in the file."""
    return f"⟦{reference}⟧"


def sources(catalog: Catalog) -> dict[str, str]:
    """Each source in full, as a line of a list, by id."""
    return {i: _line(i, catalog) for i in catalog.references}


def once(catalog: Catalog) -> Callable[[str], str]:
    """What gives a text back with a marker in the place of each source in full."""
    markers = {_plain(id_, catalog): marker(id_) for id_ in catalog.references}

    def marked(html: str) -> str:
        for source, short in markers.items() if _LIST in html else ():
            html = html.replace(source, short)
        return html

    return marked


def _plain(id_: str, catalog: Catalog) -> str:
    return references([catalog.references[id_]]).removeprefix(_LIST).removesuffix("</ol>")


def _line(id_: str, catalog: Catalog) -> str:
    return _plain(id_, catalog).replace("<li ", f'<li data-record="{escape(id_)}" ', 1)


def _records(found: Iterable[tuple[str, str]]) -> str:
    return "".join(f'<div data-record="{escape(i)}">{html}</div>' for i, html in found)


def _each(html: str) -> list[str]:
    """Records that unfold, one by one; none holds another."""
    return [f'<details class="hc-claim"{part}' for part in html.split('<details class="hc-claim"')[1:]]


def _page(part: str, body: str, catalog: Catalog) -> str:
    ways = segments("Part", [(f"./evidence?part={p}", name, p == part) for p, name in SHOWN.items()])
    lead = words(markdown.html(leads.part(part, catalog)))
    about = words(markdown.html(leads.page(catalog)))
    return stack(title(HEADS["evidence"][0]), about, ways, lead, f"<div>{block(body)}</div>")
