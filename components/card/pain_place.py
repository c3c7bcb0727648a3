"""The words of a place that hurts as escaped HTML: its stop signs first, then what is read there. Pure."""

from __future__ import annotations

from html import escape

from components.card.condition import NOW, URGENCY, signs
from components.card.fold import section
from components.card.stories import LEARNING, link
from data.catalog import Catalog
from data.model import Urgency
from data.pain_place import PainPlace
from data.wording import sentence

FIRST = "First: does one of these fit?"
NO_FIT = (
    "No page fits? A page that is not here yet is no answer. See someone with any stop sign, and with pain that stays."
)


def stop_signs(found: PainPlace, catalog: Catalog) -> str:
    """The stop signs that stand first here, each with what to do; every other emergency in a line, the rest folded."""
    flags = found.flags(catalog.stop_flags)
    first, others = flags[: len(found.ask_first)], flags[len(found.ask_first) :]
    order = list(Urgency)
    items = "".join(
        f"<li><b>{escape(f.name)}</b> → <b>{URGENCY[f.urgency] if f.stops else 'Mention it'}:</b> "
        f"{escape(sentence(f.action))}</li>"
        for f in sorted(first, key=lambda f: (not f.stops, order.index(f.urgency)))
    )
    emergencies = "; ".join(escape(f.sign) for f in others if f.stops and f.urgency is Urgency.EMERGENCY)
    calm = [f for f in others if not f.stops or f.urgency is not Urgency.EMERGENCY]
    more = section(f"All other stop signs that fit here ({len(calm)})", signs(calm))
    return (
        f'<div class="hc-stop hc-place-first"><p class="hc-word"><span class="hc-icon" aria-hidden="true">!</span>'
        f"<b>{FIRST}</b></p><p>{escape(found.ask_why)}</p>"
        f'<ul class="hc-points">{items}</ul>'
        f"<p><b>Also an emergency, anywhere:</b> {emergencies}. {NOW}</p>{more}"
        f'<p><a href="./stop_flags" target="_self">Every stop sign as a question, with its guidance</a></p></div>'
    )


def about(found: PainPlace) -> str:
    """What lies here, in a sentence."""
    return f'<h2>{escape(found.name)}</h2><p class="hc-plain">{escape(found.plain)}</p>'


def conditions(found: PainPlace, catalog: Catalog) -> str:
    """What people with pain here commonly read about: what is ruled out first, then the commonest."""
    items = ""
    for listed in found.in_order:
        condition = catalog.conditions[listed.condition]
        mark = ' <span class="hc-chip">rule out first</span>' if listed.first else ""
        items += f"<li>{link(condition, found.id)}{mark} – {escape(sentence(listed.why))}</li>"
    return (
        f'<h3>Stories of pain that is felt here</h3><p class="hc-note hc-learning">{LEARNING}</p>'
        f'<ol class="hc-steps">{items}</ol>'
    )


def not_here(found: PainPlace) -> str:
    """What hurts here too and has no page yet."""
    return (
        f'<p class="hc-note"><b>Hurts here too, no page yet:</b> {escape("; ".join(found.not_here))}.</p>'
        f'<p class="hc-note">{NO_FIT}</p>'
    )
