"""The emergency numbers as something to tap, as escaped HTML. Pure."""

from __future__ import annotations

EMERGENCY_NUMBERS = {"112": "Europe and most mobile phones", "911": "North America", "999": "United Kingdom"}
ELSEWHERE = "Elsewhere: your own emergency number."


def calls() -> str:
    """The numbers with where they hold, and what holds elsewhere."""
    numbers = "".join(
        f'<a class="hc-call" href="tel:{number}"><b>{number}</b> {place}</a>'
        for number, place in EMERGENCY_NUMBERS.items()
    )
    return f'<p class="hc-calls">{numbers}</p><p class="hc-note">{ELSEWHERE}</p>'
