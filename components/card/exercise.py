"""An exercise as escaped HTML. Pure."""

from __future__ import annotations

from html import escape

from components.card.text import definition_list
from data.catalog import Catalog
from data.exercise import Exercise, Measured


def exercise(found: Exercise, catalog: Catalog) -> str:
    """One exercise: how, dose, care, and what was measured, each figure with its own study."""
    rows = definition_list([("Dose", found.dose), ("For", found.use), ("Care", found.caveat)])
    head = f"<h4>{escape(found.name)}</h4><p>{escape(found.how)}</p>{rows}"
    if not found.measured:
        return f'<div class="hc-exercise">{head}</div>'
    figures = "".join(_figure(m, catalog) for m in found.measured)
    return (
        f'<div class="hc-exercise">{head}<p class="hc-note">Measured, each in its own study and not to be compared:</p>'
        f'<ul class="hc-effects">{figures}</ul></div>'
    )


def _figure(found: Measured, catalog: Catalog) -> str:
    who = f"{catalog.short_name(found.structure)}, " if found.structure else ""
    reference = catalog.references[found.reference]
    return (
        f"<li>{escape(who)}{escape(found.what)}: <b>{escape(found.value)}</b> "
        f'(<a href="./evidence?reference={reference.id}" target="_self">{escape(catalog.short(reference.id))}</a>)</li>'
    )
