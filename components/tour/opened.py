"""One tour as a page: its stops in order, and the ways to play, print and send it."""

from __future__ import annotations

from html import escape

import segno
import streamlit as st

from components.shared.address import base
from components.shared.clock import today
from components.shared.reach import opens_elsewhere
from components.tour.paper import pdf
from components.tour.playing import there
from components.tour.title import GONE, title
from data.catalog import catalog
from data.tour import Tour

LONGEST_CODE = 1200
"""A link of more characters makes a code that a phone hardly reads from a screen."""


def play(tour: Tour, code: str) -> None:
    """The one way to play it at once, in a row of others."""
    first = next((n for n, stop in enumerate(tour.stops) if there(stop)), 0)
    to = escape(tour.stops[first].link(tour=code, stop=str(first + 1)))
    st.html(
        f'<p class="hc-tour-start"><a class="hc-go" data-go="play" data-full href="{to}">Play</a></p>', width="content"
    )


def start(tour: Tour, code: str) -> None:
    """The ways to play it; the first stop that is still there comes first."""
    first = next((n for n, stop in enumerate(tour.stops) if there(stop)), None)
    if first is None:
        st.warning("No stop of this tour is in HipChain any more.", icon=":material/info:")
        return
    to = escape(tour.stops[first].link(tour=code, stop=str(first + 1)))
    st.html(
        f'<p class="hc-tour-start"><a class="hc-go" data-go="play" data-full href="{to}">Play full screen</a> '
        f'<a class="hc-go" data-go="play" href="{to}">Play in this window</a></p>'
    )


def stops(tour: Tour, code: str) -> None:
    """Every stop with its line; one that is no longer there is named, not lost."""
    rows = []
    for number, stop in enumerate(tour.stops, 1):
        name = escape(title(stop))
        to = escape(stop.link(tour=code, stop=str(number)))
        named = name if name == GONE else f'<a data-go="play" href="{to}">{name}</a>'
        rows.append(f"<li><span>{named}</span><p>{escape(stop.line)}</p></li>")
    st.html(f'<ol class="hc-stops">{"".join(rows)}</ol>')


def ways(tour: Tour, code: str) -> None:
    """Print it, and send it on: file, link and code."""
    link = f"{base('tours')}/tours?open={code}"
    elsewhere = opens_elsewhere(link)
    day = today()
    st.download_button(
        "Print this tour (PDF)", lambda: pdf(tour, link if elsewhere else "", day, catalog()),
        "hipchain-tour.pdf", "application/pdf", icon=":material/print:", on_click="ignore", key="tour_print",
    )  # fmt: skip
    st.markdown("**Link.** It holds the whole tour: whoever has it can play it, nothing is stored elsewhere.")
    st.code(link, language=None, wrap_lines=True)
    if len(link) > LONGEST_CODE:
        st.caption(
            "This link is too long for a code that a phone can read. Send the link itself, or shorten the lines."
        )
    else:
        picture = segno.make_qr(link, error="l").svg_data_uri(scale=6, border=4, dark="#000", light="#fff")
        st.html(f'<img class="hc-code" alt="The link of this tour as a code to scan" src="{picture}">')
    if not elsewhere:
        st.caption(":material/info: This address is of this machine or network: it opens nowhere else.")
