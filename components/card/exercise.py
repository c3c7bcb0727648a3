"""An exercise as escaped HTML: when to stop, its picture, how and how much, and what was measured. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from components.card.fold import definition_list
from components.figures import html as figures
from data.catalog import Catalog
from data.exercise import Exercise, Measured, shared_rule

WHOLE = "All of it, with what was measured"


def exercise(found: Exercise, catalog: Catalog, *, with_pain: bool = True, noted: bool = True) -> str:
    """One exercise: when to stop, the picture, how, how much and how hard, care, each figure with its own study.

    `with_pain` and `noted` are False where the pain rule, or that no picture was reviewed, stands once for several.
    """
    head = f'<h4><a href="./{address(found.id)}" target="_self">{escape(found.name)}</a></h4>'
    return f'<div class="hc-exercise">{head}{body(found, catalog, with_pain=with_pain, noted=noted)}</div>'


def body(found: Exercise, catalog: Catalog, *, with_pain: bool = True, noted: bool = True) -> str:
    """All of an exercise but its name."""
    plan = found.training(catalog.exercises, with_pain=False)
    rows = definition_list([("For", found.use), *plan, ("Care", found.caveat)])
    return (
        (pain(found.pain_rule.words) if with_pain else "")
        + f"<p>{escape(found.how)}</p>{figures.shown(found.id, catalog, noted=noted)}"
        + f"{rows}{_rests_on(found.dose_references, catalog)}{measured(found, catalog)}"
    )


def pain(rule: str, title: str = "Pain.") -> str:
    """When to stop: stands before how it is done."""
    return f'<p class="hc-stop-if"><b>{title}</b> {escape(rule)}</p>'


def measured(found: Exercise, catalog: Catalog) -> str:
    """Each figure with the study that it comes from; nothing where nothing was measured."""
    if not found.measured:
        return ""
    rows = "".join(_figure(m, catalog) for m in found.measured)
    return (
        '<p class="hc-note">Measured, each in its own study and not to be compared:</p>'
        f'<ul class="hc-effects">{rows}</ul>'
    )


def address(id_: str) -> str:
    """Where an exercise stands in full, below the app's base."""
    return f"exercises?exercise={id_}"


def plans(chosen: Sequence[Exercise], catalog: Catalog, *, leave: bool = True) -> str:
    """Several exercises as a list, each with picture, how and plan; the pain rule once, above, where all share it.

    `leave` is False where a link must leave the page as it is.
    """
    if not chosen:
        return ""
    rule = shared_rule(chosen)
    target = 'target="_self"' if leave else 'target="_blank" rel="noopener"'
    items = ""
    for found in chosen:
        plan = found.training(catalog.exercises, with_pain=not rule)
        rows = "<br>".join(f"<b>{name}:</b> {escape(words)}" for name, words in plan)
        picture = figures.shown(found.id, catalog, small=True, noted=False)
        way = f'<a href="./{address(found.id)}" {target}>{WHOLE}</a>'
        items += f"<li><b>{escape(found.name)}.</b> {escape(found.how)}{picture}<p>{rows}</p><p>{way}</p></li>"
    seen = figures.unreviewed_of((e.id for e in chosen), catalog)
    return f'{pain(rule) if rule else ""}<ul class="hc-points hc-plans">{items}</ul>{seen}'


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
