"""Who moves with a muscle and who moves against it, as escaped HTML. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from components.card.way import ways
from data.catalog import Catalog
from data.model import Tissue
from data.movements import partners
from data.structure import Structure
from data.wording import capital

SAID = (
    "As the records here name their actions, most of them for a straight hip. How strongly a muscle pulls, and in "
    "rotation even which way, changes with the position of the joint."
)


def moves(structure: Structure, catalog: Catalog) -> str:
    """A list of its movements, each with its helpers and opponents as links; nothing for what moves nothing."""
    if structure.tissue is not Tissue.MUSCLE or not (found := partners(structure.id, catalog)):
        return ""
    rows = "".join(
        f"<dt>{escape(capital(p.movement))}{' (in part)' if p.partly else ''}</dt>"
        f"<dd>{_row('With', p.also, p.also_partly, catalog)}"
        f"{_row('Against', p.against, p.against_partly, catalog)}</dd>"
        for p in found
    )
    return f'<dl class="hc-partners">{rows}</dl><p class="hc-note">{SAID}</p>'


def _row(label: str, whole: Sequence[str], partly: Sequence[str], catalog: Catalog) -> str:
    if not (whole or partly):
        return f"<p>{label}: none of those here.</p>"
    said = [ways(whole, catalog)] if whole else []
    said += [f"in part {ways(partly, catalog)}"] if partly else []
    return f"<p>{label}: {'; '.join(said)}.</p>"
