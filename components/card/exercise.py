"""An exercise as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from components.card.text import definition_list
from data.catalog import Catalog
from data.exercise import Exercise, Measured, shared_rule


def exercise(found: Exercise, catalog: Catalog, *, with_pain: bool = True) -> str:
    """One exercise: how, how much and how hard, when to stop and go on, care, and each figure with its own study.

    `with_pain` is False where the pain rule stands once for several.
    """
    plan = found.training(catalog.exercises, with_pain=with_pain)
    rows = definition_list([("For", found.use), *plan, ("Care", found.caveat)])
    head = f"<h4>{escape(found.name)}</h4><p>{escape(found.how)}</p>{rows}{_rests_on(found.dose_references, catalog)}"
    if not found.measured:
        return f'<div class="hc-exercise">{head}</div>'
    figures = "".join(_figure(m, catalog) for m in found.measured)
    return (
        f'<div class="hc-exercise">{head}<p class="hc-note">Measured, each in its own study and not to be compared:</p>'
        f'<ul class="hc-effects">{figures}</ul></div>'
    )


def plans(chosen: Sequence[Exercise], catalog: Catalog) -> str:
    """Several exercises as a list, each with how and its plan; the pain rule once, below, where all share it."""
    rule = shared_rule(chosen)
    items = ""
    for found in chosen:
        plan = found.training(catalog.exercises, with_pain=not rule)
        rows = "<br>".join(f"<b>{name}:</b> {escape(words)}" for name, words in plan)
        items += f"<li><b>{escape(found.name)}.</b> {escape(found.how)}<br>{rows}</li>"
    pain = f"<p><b>Pain:</b> {escape(rule)}</p>" if rule else ""
    return f'<ul class="hc-points">{items}</ul>{pain}' if chosen else ""


def _rests_on(ids: Iterable[str], catalog: Catalog) -> str:
    links = "; ".join(_link(i, catalog) for i in ids)
    return f'<p class="hc-note">Days, effort, rest and pain rule are our choice within: {links}</p>'


def _figure(found: Measured, catalog: Catalog) -> str:
    who = f"{catalog.short_name(found.structure)}, " if found.structure else ""
    spread = f" ({escape(found.spread or found.no_spread or '')})"
    return (
        f"<li>{escape(who)}{escape(found.what)}: <b>{escape(found.value)}</b>{spread} "
        f"– {_link(found.reference, catalog)}</li>"
    )


def _link(id_: str, catalog: Catalog) -> str:
    return f'<a href="./evidence?reference={id_}" target="_self">{escape(catalog.short(id_))}</a>'
