"""The tours that come with the app, as a list: what each is for, its stops, and the ways to play it. Pure."""

from __future__ import annotations

from functools import cache
from html import escape
from pathlib import Path

from data.catalog import Catalog
from data.tour import OurTour

LEAD = (
    "A tour is a row of screens with a line of text each. It plays in the whole window: Next and Back, the arrow keys, "
    "Page Down and Page Up, or a clicker. Escape leaves the full screen. Your own tours begin on any screen, with "
    "“Add to a tour” at its foot."
)


@cache
def style() -> str:
    """How tours stand on their own page: of no use to any other."""
    return f"<style>{(Path(__file__).resolve().parent / 'tours.css').read_text(encoding='utf-8')}</style>"


def tours(catalog: Catalog) -> str:
    """All of them."""
    return f'<div class="hc-tours">{"".join(map(_tour, catalog.tours.values()))}</div>'


def _tour(tour: OurTour) -> str:
    minutes = "one minute" if tour.minutes == 1 else f"{tour.minutes} minutes"
    return (
        f'<section aria-label="{escape(tour.name)}"><h3>{escape(tour.name)}</h3><p>{escape(tour.about)}</p>'
        f"<p>{len(tour.stops)} stops, {minutes}</p>{ways(tour, tour.id)}</section>"
    )


def ways(tour: OurTour, code: str) -> str:
    """How a tour is played, and where it is read, printed and sent from."""
    first = escape(tour.stops[0].link(tour=code, stop="1"))
    return (
        f'<p class="hc-tour-start"><a class="hc-go" data-go="play" data-full href="{first}">Play</a> '
        f'<a class="hc-go" data-go="open" href="./tours?open={code}">Stops, print, link</a></p>'
    )
