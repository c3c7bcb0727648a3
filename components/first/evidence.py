"""The evidence in its first form: the record that the link names, or the part's list in full. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from components.evidence import changes, leads, text, trials
from components.evidence.state import PARTS, article, choice
from components.first import markdown
from components.first.answer import Answer, block, caption, notes, segments, stack, words
from components.first.answer import title as heading
from components.first.page import web_page
from components.shared.page_head import HEADS
from components.shared.palette import FINDING
from data.catalog import Catalog

Chosen = tuple[str, str | None, str | None]
"""The part, the record that the link names, and the article whose claims it asks for."""
KEYS = {
    "claims": "claim", "conflicts": "conflict", "myths": "myth", "exercises": "exercise", "tests": "test",
    "references": "reference",
}  # fmt: skip
"""By which parameter a record of a part is named."""


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[Chosen, list[str]]:
    """The part and record that a link names, and what of the link could not be used."""
    part, focus, note = choice(params, catalog)
    return (part, focus, article(params, catalog)), [note] if note else []


def answer(chosen: Chosen, notes_: tuple[str, ...], catalog: Catalog) -> Answer:
    """The page of a part, with the record first that the link names."""
    part, focus, said_by = chosen
    head, sentence = HEADS["evidence"]
    title, about = f"{head}: {PARTS[part].lower()}", sentence
    if focus:
        title, about = _named(part, focus, catalog)
    parts = segments("Part", [(f"./evidence?part={p}", name, p == part) for p, name in PARTS.items()])
    lead = leads.part(part, catalog)
    return Answer(
        page="evidence",
        title=title,
        description=about,
        main=stack(
            heading(head), words(markdown.html(leads.page(catalog))), notes(notes_), parts,
            words(markdown.html(lead)), _linked(part, focus, catalog), block(_list(part, focus, catalog, said_by)),
        ),
        address={KEYS[part]: focus} if focus else {"article": said_by} if said_by else {"part": part},
        about=web_page("WebPage", title, about),
    )  # fmt: skip


def _named(part: str, focus: str, catalog: Catalog) -> tuple[str, str]:
    """Title and description of one record."""
    if part == "claims":
        found = catalog.claims[focus]
        return f"Claim: {found.text} {FINDING[found.verdict].word}", found.reason
    if part == "conflicts":
        return catalog.conflicts[focus].question, catalog.conflicts[focus].resolution
    if part == "myths":
        return catalog.myths[focus].title, catalog.myths[focus].found
    if part == "exercises":
        return catalog.exercises[focus].name, catalog.exercises[focus].use
    if part == "tests":
        return trials.named(focus, catalog)
    return catalog.references[focus].citation, catalog.references[focus].finding


def _linked(part: str, focus: str | None, catalog: Catalog) -> str:
    """The one record that the link names, unfolded, as the app shows it above the rest."""
    if focus and part == "claims":
        said = text.claim(catalog.claims[focus], catalog, is_open=True)
        return stack(caption("The claim that the link names:"), block(said), key="linked")
    if focus and part == "references":
        return stack(caption("The source that the link names:"), block(text.references([focus], catalog)), key="linked")
    return ""


def _list(part: str, focus: str | None, catalog: Catalog, said_by: str | None) -> str:
    """All of a part, or what one article claims; where one claim or source was asked for, the way to the others."""
    if focus and part in ("claims", "references"):
        return f'<p><a href="./evidence?part={part}">All {PARTS[part].lower()}</a></p>'
    if part == "claims":
        by = {c.id: {s.article for s in c.said_by} for c in catalog.claims.values()}
        shown = (c for c in catalog.claims.values() if not said_by or said_by in by[c.id])
        return "".join(text.claim(c, catalog) for c in shown)
    if part == "conflicts":
        order = sorted(catalog.conflicts, key=lambda i: i != focus)
        return "".join(text.conflict(catalog.conflicts[i], catalog) for i in order)
    if part == "myths":
        myths = sorted(catalog.myths.values(), key=lambda m: m.id != focus)
        return "".join(text.myth(m, catalog) for m in myths)
    if part == "exercises":
        return trials.exercises(focus, catalog)
    if part == "tests":
        return trials.tests(focus, catalog)
    if part == "changes":
        return "".join(changes.entry(c, catalog) for c in changes.newest_first(catalog.changes.values()))
    return text.references(catalog.references, catalog)
