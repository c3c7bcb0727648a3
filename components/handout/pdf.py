"""The handout as PDF that prints well in grey: one page, and a second for a home plan. Pure: returns bytes."""

from __future__ import annotations

from bisect import bisect_left
from functools import partial

from components.handout.letters import close
from components.handout.page import Page
from components.handout.plan_page import PlanPage
from components.handout.sheet import DoesNotFitError, printable
from data.catalog import Catalog
from data.handout import DOSE_LIMIT, NAME_LIMIT, NOTE_LIMIT, Handout, lines

SIZES = (10.5, 10.0, 9.5, 9.0, 8.5, 8.0)
"""Type sizes tried from the largest to the least that is still read with ease, pt."""
WITH_FIGURES = SIZES[:5]
"""Type as small as it gets makes room for words, not for pictures."""
WAYS = ((True, False, True), (False, False, True), (True, False, False), (False, False, False), (False, True, False))
"""What is tried in turn: (rest and next step of an exercise, only what is needed to act, pictures of exercises)."""


def pdf(handout: Handout, catalog: Catalog) -> bytes:
    """Lay the handout out on one page, its home plan on another.

    Raises DoesNotFitError with a reason, KeyError for an id that is not known.
    """
    _refuse_what_is_far_too_long(handout)
    page = Page(handout, catalog)
    try:
        for plan, brief, figures in WAYS:
            words = [printable(line) for line in lines(handout, catalog, brief=brief, plan=plan, figures=figures)]
            # the largest of the sizes that fits, by halving: a smaller size never needs more room
            sizes = SIZES if not figures else WITH_FIGURES
            fitting = bisect_left(sizes, True, key=partial(page.fits, words))
            if fitting < len(sizes):
                page.draw(words, sizes[fitting])
                if handout.planned:
                    PlanPage(page.pdf, handout, catalog).draw()
                return bytes(page.pdf.output())
        raise DoesNotFitError(_advice(handout))
    finally:
        close(page.pdf)


def _refuse_what_is_far_too_long(handout: Handout) -> None:
    """Before any heavy work."""
    typed = [("note", handout.note, NOTE_LIMIT), ("name", handout.name, NAME_LIMIT)]
    typed += [("dose", dose, DOSE_LIMIT) for _, dose in handout.exercises]
    for what, text, most in typed:
        if len(text) > most:
            raise DoesNotFitError(
                f"The {what} has {len(text):,} letters; a page holds {most:,} at the very most. Shorten the {what}."
            )


def _advice(handout: Handout) -> str:
    parts = []
    if len(handout.note) > 300:
        parts.append(f"shorten the note ({len(handout.note):,} letters)")
    if len(handout.structures) > 1:
        parts.append(f"choose fewer structures ({len(handout.structures)} now)")
    if handout.exercises and not handout.planned:  # with a plan the first page names them in one line
        parts.append(f"choose fewer exercises ({len(handout.exercises)} now)")
    if handout.chain:
        parts.append("leave out the chain")
    return f"This does not fit on one page in readable type: {', or '.join(parts) or 'choose less'}."
