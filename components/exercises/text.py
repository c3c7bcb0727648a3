"""The words of the Exercises screen as escaped HTML: when to stop, one exercise in full, cards of several. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from itertools import groupby
from urllib.parse import urlencode

from components.card.exercise import address, body, measured
from components.card.fold import definition_list, section
from components.card.text import studied
from components.exercises.state import STAGES, Shown, said, write
from components.figures import html as figures
from data.catalog import Catalog
from data.exercise import STOP, Exercise, shared_rule
from data.pain_place import PainPlace
from data.wording import sentence, small
from data.working import before, equipment, positions, told_in, worked

SIGNS = "All signs to stop at, and who should ask first"
ALL = "All exercises"
ANY = "Any"
FILTER = "Filter by tissue, place, equipment, position"
BEGIN, LAST = "Nothing leads here: one to begin with", "Nothing: the last step"
NOTHING = "No exercise here fits all of that. Take a filter off."


def first(chosen: Sequence[Exercise], place: PainPlace | None = None) -> str:
    """What ends an exercise, and the way to the stop signs: before all else; the pain rule, where all share it.

    Where a `place` that hurts is chosen its own signs are a tap away too.
    """
    rule = shared_rule(chosen) or STOP
    here = ""
    if place:
        name = f"It hurts there? First the signs: {small(place.name)}"
        here = f'<a class="hc-row" href="./where?place={place.id}" target="_self">{escape(name)}</a>'
    return (
        '<div class="hc-stop hc-exercise-first"><p class="hc-word"><span class="hc-icon" aria-hidden="true">!</span>'
        f"<b>First</b></p><p>{escape(rule)}</p>"
        f'<p>{here}<a class="hc-row" href="./stop_flags" target="_self">{SIGNS}</a></p></div>'
    )


def whole(found: Exercise, catalog: Catalog) -> str:
    """One exercise in full, below `first`: its picture, how and how much, what comes before and after, ways on."""
    return (
        f'<article class="hc-exercise-whole"><h2>{escape(found.name)}</h2>{_chips(found, catalog)}'
        f'<div class="hc-exercise">{body(found, catalog, with_pain=False)}</div>'
        f"{_progression(found, catalog)}{_tissues(found, catalog)}{_stories(found, catalog)}"
        f"{to_handout(found.id)}</article>"
    )


def cards(chosen: Sequence[Exercise], shown: Shown, catalog: Catalog) -> str:
    """Cards under the name of their stage; said once that no picture was reviewed."""
    if not chosen:
        return f'<p class="hc-plain">{NOTHING}</p>'
    parts = ""
    for stage, group in groupby(chosen, key=lambda e: e.stage):
        each = "".join(card(e, shown, catalog) for e in group)
        parts += f'<h2 class="hc-stage">{stage} · {STAGES[str(stage)]}</h2><div class="hc-exercise-cards">{each}</div>'
    return parts + figures.unreviewed_of((e.id for e in chosen), catalog)


def card(found: Exercise, shown: Shown, catalog: Catalog) -> str:
    """One exercise in short: picture with the mistake, dose, what studies measured, what comes before and after."""
    to = f"./exercises?{urlencode(write(shown.but(exercise=found.id)))}"
    picture = figures.shown(found.id, catalog, small=True, noted=False)
    more = len(figures.drawn(found.id, catalog)) - 1
    if more > 0:
        words = f"{more} more picture{'' if more == 1 else 's'}"
        picture += f'<p><a href="{escape(to)}" target="_self">{words}</a></p>'
    rows = [("Care", found.caveat), ("For", sentence(found.use)), ("Dose", f"{found.dose}, {found.days}")]
    study = section(f"What studies measured ({len(found.measured)})", measured(found, catalog))
    return (
        f'<article class="hc-exercise-card"><h3><a class="hc-row" href="{escape(to)}" target="_self">'
        f"{escape(found.name)}</a></h3>{_chips(found, catalog)}<p>{escape(found.how)}</p>{picture}"
        f"{definition_list(rows)}{study}{_progression(found, catalog, when=True)}{to_handout(found.id)}</article>"
    )


def to_handout(id_: str) -> str:
    """The way to a handout with this exercise on it."""
    return (
        f'<p><a class="hc-row hc-to-handout" href="./handout?exercises={id_}" target="_self">'
        f'<span class="hc-chip">Add to handout</span></a></p>'
    )


def back(shown: Shown) -> str:
    """The way back to the list, with the filters as they were."""
    query = urlencode(write(shown.but(exercise=None)))
    to = f"./exercises{f'?{escape(query)}' if query else ''}"
    return f'<p><a class="hc-row" href="{to}" target="_self">← {ALL}</a></p>'


def _chips(found: Exercise, catalog: Catalog) -> str:
    """Stage, position and what is needed, each with its word."""
    needs = equipment(found.id, catalog)
    words = [
        f"Stage {found.stage}: {small(STAGES[str(found.stage)])}",
        *(said(p) for p in positions(found.id, catalog)),
    ]
    if needs is not None:
        words.append(", ".join(said(n) for n in needs) or "No equipment")
    return f'<p class="hc-latin">{"".join(f"""<span class="hc-chip">{escape(w)}</span>""" for w in words)}</p>'


def _progression(found: Exercise, catalog: Catalog, *, when: bool = False) -> str:
    """What leads here and what comes after, with the way to each; `when` says also when to go on."""
    earlier = ", ".join(_link(e) for e in before(found.id, catalog)) or BEGIN
    step = found.next_step
    later = _link(catalog.exercises[step.exercise]) if step.exercise else LAST
    if when:
        later = escape(step.when) + (f" → {later}" if step.exercise else "")
    return f'<dl class="hc-progression"><dt>Before</dt><dd>{earlier}</dd><dt>After</dt><dd>{later}</dd></dl>'


def _tissues(found: Exercise, catalog: Catalog) -> str:
    rows = [
        f'<li><a href="./?structure={i}" target="_self">{escape(catalog.name(i))}</a> – {studied(n)}</li>'
        for i, n in worked(found, catalog).items()
    ]
    return f'<h3>What works</h3><ul class="hc-points">{"".join(rows)}</ul>' if rows else ""


def _stories(found: Exercise, catalog: Catalog) -> str:
    rows = [
        f'<li><a href="./where?condition={c.id}" target="_self">{escape(c.short_name)}</a></li>'
        for c in told_in(found.id, catalog)
    ]
    return f'<h3>Stories of pain that name it</h3><ul class="hc-points">{"".join(rows)}</ul>' if rows else ""


def _link(found: Exercise) -> str:
    return f'<a href="./{address(found.id)}" target="_self">{escape(found.name)}</a>'


def number(chosen: Sequence[Exercise], catalog: Catalog) -> str:
    """How many pass the filters."""
    return f"{len(chosen)} of {len(catalog.exercises)} exercises"
