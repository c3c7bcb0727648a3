"""The stop signs in the self-check, as escaped HTML: a question of the gate, and what a yes means. Pure."""

from __future__ import annotations

from html import escape

from components.card.calls import EMERGENCY_NUMBERS, calls
from components.card.sources import public
from data.catalog import Catalog
from data.model import Urgency
from data.self_check import SelfCheck
from data.stop_flag import StopFlag
from data.wording import capital, sentence, small

STOP_TITLES = {
    Urgency.EMERGENCY: "Get help now",
    Urgency.TODAY: "See someone today",
    Urgency.SOON: "See someone this week",
}
FIRST = "First: where it hurts, and how old"
"""What the first screen is called."""
URGENCY_WORDS = {Urgency.EMERGENCY: "Emergency", Urgency.TODAY: "Today", Urgency.SOON: "This week"}


def flag(found: StopFlag) -> str:
    """One question of the gate: the question alone, so that all can be read in a minute or two."""
    return f'<p class="hc-flag">{escape(found.ask)}</p>'


def call_now(check: SelfCheck) -> str:
    """When not to read on, and the numbers to call: stands before the first question."""
    numbers = "".join(
        f'<a class="hc-call" href="tel:{number}" aria-label="{number}, {place}"><b>{number}</b></a>'
        for number, place in EMERGENCY_NUMBERS.items()
    )
    said = f"<p><b>{escape(check.call_now)}</b></p>"
    return f'<div class="hc-stop hc-call-now">{said}<p class="hc-calls">{numbers}</p></div>'


def stop(found: StopFlag, catalog: Catalog) -> str:
    """What to do now after a yes, and the more urgent signs that would come before it."""
    words = catalog.self_check.urgent[found.urgency]
    order = list(Urgency)
    numbers = calls() if found.urgency is Urgency.EMERGENCY else ""
    worse = [f for f in catalog.stop_flags.values() if f.stops and order.index(f.urgency) < order.index(found.urgency)]
    more = ""
    if worse:
        items = "".join(f"<li><b>{escape(capital(f.sign))}</b> → {escape(f.action)}.</li>" for f in worse)
        more = f'<p class="hc-under">If one of these fits too, it comes first</p><ul class="hc-points">{items}</ul>'
    return (
        f'<div class="hc-stop"><p class="hc-word"><span class="hc-icon" aria-hidden="true">!</span>'
        f"<b>{URGENCY_WORDS[found.urgency]}: {escape(small(found.name))}</b></p>"
        f'<p class="hc-plain">{escape(sentence(found.action))}</p>{numbers}<p>{escape(words.now)}</p>'
        f"<p>Why: {escape(found.why)}. It may be nothing of the kind; "
        f"finding out needs a person, not an app.</p><p>{public(found.references, catalog)}</p></div>{more}"
    )
