"""What to say of a place under the roller, as escaped HTML. Pure: takes content and advice, returns strings."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.card.text import CONFIDENCE
from components.rolling.state import SIDE_NAMES
from components.shared.palette import ROLLING, TISSUE
from components.shared.url import SECTIONS
from data.catalog import Catalog
from data.model import Verdict
from data.rolling import Advice, counts, elsewhere
from data.section import Pressed
from data.structure import Structure
from data.wording import small


def summary(catalog: Catalog, section: str, side: str, found: Advice) -> str:
    """Whether to roll at this place, as HTML: verdict, confidence, what decides it, reason, when it hurts."""
    ink = ROLLING[found.verdict]
    structure = catalog.structures.get(found.structure or "")
    sure = f'<span class="hc-conf">{CONFIDENCE[structure.confidence]}</span>' if structure else ""
    said = [_layers(catalog, found), _why_care(catalog, found), escape(found.reason)]
    if structure and not found.layers:
        said.append(f"What decides is <b>{escape(structure.name)}</b>.")
    if structure and found.layers:
        said.append(_not_here(structure, section))
    return (
        f'<div class="hc-verdict hc-{ink.key}"><p class="hc-word"><span class="hc-icon" aria-hidden="true">{ink.icon}'
        f"</span><b>{SIDE_NAMES[side]} side, {SECTIONS[section].lower()}: {escape(ink.word.lower())}</b>{sure}</p>"
        f"<p>{' '.join(s for s in said if s)}</p>{_sore(catalog, found)}</div>"
    )


def _layers(catalog: Catalog, found: Advice) -> str:
    """What is pressed first, and for a thin sheet what lies under it, each with its verdict."""
    layers = [catalog.structures[i] for i in found.layers]
    words = [escape(ROLLING[s.rolling.verdict].word.lower()) for s in layers]
    if not layers:
        return ""
    first = _low(layers[0].name)
    if len(layers) == 1:
        return f"Pressed first: <b>{first}</b> ({words[0]})."
    kind = TISSUE[layers[1].tissue].word.lower()
    return f"On the <b>{first}</b> itself: {words[0]}; the {kind} under it (<b>{_low(layers[1].name)}</b>): {words[1]}."


def _why_care(catalog: Catalog, found: Advice) -> str:
    """What lies nearest to the way that is to be kept off, and whether the place is less good for it."""
    if not found.close or found.verdict is Verdict.AVOID:
        return ""
    near = found.close[0]
    where = f"<b>{_low(catalog.short_name(near.id))}</b>, about {near.aside_mm:.0f} mm to the side"
    return f"Only with care because of the {where}." if found.capped else f"Close by, to keep off: {where}."


def _not_here(structure: Structure, section: str) -> str:
    """That the way to roll a structure is meant for another place, where it is."""
    how = elsewhere(structure, section)
    return f"The way to roll it is meant for another place: {escape(how.where)}." if how else ""


def _sore(catalog: Catalog, found: Advice) -> str:
    """What changes when it hurts, for every tissue on the way."""
    kinds: dict[str, list[str]] = {}
    for id_ in found.painful:
        if verdict := catalog.structures[id_].rolling.when_painful:
            kinds.setdefault(ROLLING[verdict].word.lower(), []).append(_low(catalog.name(id_)))
    said = "; ".join(f"{escape(word)} ({', '.join(names)})" for word, names in kinds.items())
    return f'<p class="hc-sore"><b>If it hurts here: {said}.</b></p>' if said else ""


def _low(name: str) -> str:
    """A name within a sentence, escaped."""
    return escape(small(name))


def way_down(catalog: Catalog, pressed: Sequence[Pressed], found: Advice) -> str:
    """The tissues from skin to bone as an ordered list, each with verdict and thickness, and what is close by."""
    items = []
    for tissue in pressed:
        known = catalog.structures.get(tissue.id)
        ink = ROLLING[known.rolling.verdict] if known else None
        verdict = f"{ink.icon} {ink.word.lower()}" if ink else ""
        if known and not counts(tissue, known):
            verdict = "too thin to count"
        thick = "" if tissue.id in catalog.bones else f"about {max(1, round(tissue.thickness_mm))} mm"
        said = " · ".join(s for s in (thick, verdict) if s)
        items.append(f"<li><b>{escape(catalog.name(tissue.id))}</b> <span>{said}</span></li>")
    return (
        f'<p class="hc-under">Under the roller, from skin to bone</p><ol class="hc-way">{"".join(items)}</ol>'
        f"{_close_by(catalog, found)}"
    )


def _close_by(catalog: Catalog, found: Advice) -> str:
    """What to keep off within a roller's contact, as a list under its own heading; empty where there is nothing."""
    items = []
    for near in found.close:
        ink = ROLLING[catalog.structures[near.id].rolling.verdict]
        where = f"about {near.aside_mm:.0f} mm to the side" if near.aside_mm >= 1 else "on the way"
        items.append(
            f"<li><b>{escape(catalog.name(near.id))}</b> <span>{where}, {near.depth_mm:.0f} mm deep · "
            f"{ink.icon} {ink.word.lower()}</span></li>"
        )
    return f'<p class="hc-under">Close by</p><ul class="hc-way">{"".join(items)}</ul>' if items else ""


def effects(catalog: Catalog, named: str | None = None) -> str:
    """What rolling changes and for how long, with links to the sources; the one that a link names stands first."""
    items = []
    for effect in sorted(catalog.rolling_effects.values(), key=lambda e: e.id != named):
        links = ", ".join(
            f'<a href="./evidence?reference={r}" target="_self">{escape(catalog.short(r))}</a>'
            for r in effect.references
        )
        here = ' class="hc-named"' if effect.id == named else ""
        items.append(f"<li{here}><b>{escape(effect.what)}</b>: {escape(effect.how_long)} ({links})</li>")
    return f'<p class="hc-under">What rolling changes, and for how long</p><ul class="hc-effects">{"".join(items)}</ul>'
