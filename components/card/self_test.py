"""A test of the self-check as escaped HTML: its names, how good it is, why one was left out. Pure.

Links to sources open a new tab: within the self-check they would begin a new session, and the answers would be gone.
"""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from components.card.text import VERIFIED
from components.shared.link import beside
from data.catalog import Catalog
from data.self_check import AlsoCalled, LeftOut, SelfTest

DO_IT = "How it is done stands in the self-check, which asks for the stop signs first."


def also_called(names: Iterable[AlsoCalled]) -> str:
    """The names under which a test is taught and examined; nothing where there are none."""
    said = "; ".join(f"{escape(n.name)}" for n in names)
    return f'<p class="hc-note">Also called: {said}</p>' if said else ""


def accuracy(found: SelfTest, catalog: Catalog) -> str:
    """How good a test is, with figures only where one was measured, what they are of, and the sources."""
    known = found.accuracy
    figures = "No sensitivity or specificity is known."
    if known.sensitivity:
        figures = (
            f"Sensitivity {escape(known.sensitivity)}, specificity {escape(known.specificity or '')} – "
            f"for {escape(known.measured or '')}."
        )
    return (
        f"<p><b>Weak evidence.</b> {escape(known.plain)} {figures}</p><p>{escape(found.means)}</p>"
        f"{sources(found.references, catalog)}"
    )


def sources(ids: Iterable[str], catalog: Catalog) -> str:
    """Links to the sources, each with how far it was checked."""
    links = []
    for id_ in ids:
        icon, words = VERIFIED[catalog.references[id_].verification]
        link = beside(f"./evidence?reference={id_}", catalog.short(id_))
        links.append(f'{link} <span aria-hidden="true">{icon}</span> {words.split(":")[0]}')
    return f'<p class="hc-note">Sources: {"; ".join(links)}</p>'


def about_test(found: SelfTest, catalog: Catalog) -> str:
    """What a test is worth, and the way to doing it; the steps are left to the self-check and its stop signs."""
    return (
        f"{also_called(found.also_called)}{accuracy(found, catalog)}"
        f'<p><a href="./self_check" target="_self">{escape(DO_IT)}</a></p>'
    )


def left_out_test(found: LeftOut, catalog: Catalog) -> str:
    """A test that is not asked for, and why."""
    return (
        f"<p><b>{escape(found.name)}.</b> Used for: {escape(found.used_for)} {escape(found.why)}</p>"
        f"{also_called(found.also_called)}{sources(found.references, catalog)}"
    )
