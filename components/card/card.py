"""The card beside the diagram: everything about the selected structure, in the order in which people ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components.card import text
from components.card.compare import beside, likely
from components.card.group import card as group_card
from components.shared.palette import ROLLING
from data.catalog import Catalog
from data.model import Tissue
from data.outlines.side import RIGHT

Act = Callable[[str], None]


def card(
    catalog: Catalog,
    selected: str | None,
    stack: Sequence[str],
    on_choose: Act,
    on_hide: Act | None,
    *,
    how_first: bool = False,
    compared: str | None = None,
    on_compare: Callable[[str | None], None] | None = None,
    group: str | None = None,
    side: str = RIGHT,
) -> None:
    """Draw the card of `selected`; `stack` are the ids under the last tap, surface first.

    `how_first` opens how to roll instead of the anatomy. `compared` is what stands beside it. Where nothing is
    selected, the card may be that of a `group`. `side` is the one that pictures on it show.
    """
    with st.container(key="structure_card"):
        if selected is None and group:
            st.html(group_card(catalog.groups[group], catalog))
            return
        if selected is None:
            st.html(text.EMPTY)
            return
        if selected in catalog.structures:
            structure = catalog.structures[selected]
            st.html(text.head(structure))
            _stack(catalog, selected, stack, on_choose)
            folds = text.sections(structure, catalog, how_first=how_first, side=side)
            st.html(beside(structure, compared, catalog) + folds)
            if on_compare:
                _compare(catalog, selected, compared, on_compare)
        elif selected in catalog.bones:
            st.html(text.bone(catalog.bones[selected]) + text.pain_stories(selected, catalog))
            _stack(catalog, selected, stack, on_choose)
        else:
            st.html(text.context(catalog.context[selected]))
            _stack(catalog, selected, stack, on_choose)
        if on_hide:
            st.button("Hide on the picture", icon=":material/visibility_off:", on_click=on_hide, args=(selected,))


def _compare(catalog: Catalog, selected: str, compared: str | None, on_compare: Callable[[str | None], None]) -> None:
    """What the structure may be compared with: those it is easily mixed up with, and what is compared now."""
    offered = [
        i for i in dict.fromkeys([*likely(selected, catalog), *([compared] if compared else [])]) if i != selected
    ]
    st.session_state["compare_choice"] = compared if compared in offered else None
    st.pills(
        "Compare with", offered, key="compare_choice", format_func=catalog.short_name,
        on_change=lambda: on_compare(st.session_state["compare_choice"]),
    )  # fmt: skip


def pressed(catalog: Catalog, stack: Sequence[str]) -> list[str]:
    """What a roller presses under skin and fat, of the tissues under a point: down to the first bone, not beyond it.

    `stack` has the surface first, but marks before everything else, since a finger would miss them otherwise. Here a
    bursa and a pad of fat come back under the tissue that covers them, a bump of bone to the bone.
    """
    soft: list[str] = []
    pads: list[str] = []
    bumps: list[str] = []
    bone: list[str] = []
    places = {Tissue.BURSA: pads, Tissue.FAT: pads, Tissue.BONE: bumps, Tissue.LANDMARK: bumps}
    for id_ in stack:
        if id_ in catalog.bones:
            bone = [id_]
            break
        known = catalog.structures.get(id_)
        (places.get(known.tissue, soft) if known else soft).append(id_)
    return [*soft, *pads, *bumps, *bone]


def _stack(catalog: Catalog, selected: str, stack: Sequence[str], on_choose: Act) -> None:
    """The tissues under the last tap, each with its verdict's icon, each to choose."""
    shown = pressed(catalog, stack)
    if len(shown) < 2:
        return
    st.session_state["stack_choice"] = selected if selected in shown else None

    def chosen() -> None:
        if choice := st.session_state["stack_choice"]:
            on_choose(choice)

    def named(id_: str) -> str:
        known = catalog.structures.get(id_)
        icon = f" {ROLLING[known.rolling.verdict].icon}" if known else ""
        return f"{shown.index(id_) + 1} {catalog.name(id_)}{icon}"

    st.pills(
        "What a roller presses here: skin and fat, then",
        shown,
        key="stack_choice",
        format_func=named,
        on_change=chosen,
    )
