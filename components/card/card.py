"""The card beside the diagram: everything about the selected structure, in the order in which people ask."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import streamlit as st

from components.card import stories, text
from components.shared.palette import ROLLING
from data.catalog import Catalog
from data.model import Tissue

Act = Callable[[str], None]


def card(
    catalog: Catalog,
    selected: str | None,
    stack: Sequence[str],
    on_choose: Act,
    on_hide: Act | None,
    *,
    how_first: bool = False,
) -> None:
    """Draw the card of `selected`; `stack` are the ids under the last tap, surface first.

    `how_first` opens how to roll instead of the anatomy.
    """
    with st.container(key="structure_card"):
        if selected is None:
            st.html(
                '<div class="hc-empty"><h2>Nothing selected</h2><p class="hc-plain">Tap any tissue in the picture, '
                "or search for it by name.</p></div>"
            )
            return
        if selected in catalog.structures:
            structure = catalog.structures[selected]
            st.html(text.head(structure))
            _stack(catalog, selected, stack, on_choose)
            references = [catalog.references[r] for r in structure.sources]
            st.html(
                text.section(
                    "How to roll it" if structure.rolling.how_to else "What to do",
                    text.how_to(structure, catalog),
                    is_open=how_first,
                )
                + text.section("Anatomy", text.anatomy(structure), is_open=not how_first)
                + text.section("Find it on yourself", text.find_it(structure))
                + text.section("Its part in the three chains", text.roles(structure, catalog))
                + _stories(catalog, selected)
                + text.section(
                    f"What is claimed ({len(catalog.claims_about(selected))})", text.claims(structure, catalog)
                )
                + text.section(f"References ({len(references)})", text.references(references))
            )
        elif selected in catalog.bones:
            st.html(text.bone(catalog.bones[selected]) + _stories(catalog, selected))
            _stack(catalog, selected, stack, on_choose)
        else:
            st.html(text.context(catalog.context[selected]))
            _stack(catalog, selected, stack, on_choose)
        if on_hide:
            st.button("Hide on the picture", icon=":material/visibility_off:", on_click=on_hide, args=(selected,))


def _stories(catalog: Catalog, selected: str) -> str:
    """The conditions that are about it or felt there, folded away."""
    found = catalog.conditions_of(selected)
    return text.section(f"Stories of pain that touch it ({len(found)})", stories.linked(found))


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
