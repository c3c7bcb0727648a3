"""What is taken along, chosen: structures, kinds of card, and the files to download."""

from __future__ import annotations

import streamlit as st

from components.deck.apkg import apkg
from components.deck.table import csv, tsv, worded
from components.shared.clock import today
from data.catalog import Catalog
from data.deck import KINDS, Kind, cards


def take_along(content: Catalog) -> None:
    """Draw the choice: nothing chosen means all, and a file is made only when it is asked for."""
    with st.expander("Take the questions along as flash cards", icon=":material/style:"):
        st.markdown(
            "For Anki, with pictures; for other programs as tables, without those that need a picture. "
            "Importing again brings what is new, makes no doubles and keeps your schedule."
        )
        chosen = st.multiselect(
            "Structures (none chosen: all)", sorted(content.structures, key=content.name), format_func=content.name,
            key="deck_structures",
        )  # fmt: skip
        kinds = st.pills(
            "Kinds of card (none chosen: all)", list(Kind), format_func=KINDS.__getitem__, selection_mode="multi",
            key="deck_kinds",
        )  # fmt: skip
        found = cards(chosen or sorted(content.structures, key=content.name), kinds or list(Kind), content)
        said = worded(found)
        st.markdown(f"**{len(found)} cards**, {len(said)} of them without a picture.")
        with st.container(horizontal=True, key="deck_files"):
            st.download_button(
                "Anki deck (.apkg)", lambda: apkg(tuple(found), today()), "hipchain.apkg",
                "application/octet-stream", type="primary", icon=":material/download:", on_click="ignore",
                key="deck_apkg", disabled=not found,
            )  # fmt: skip
            st.download_button(
                "Table (.csv)", lambda: csv(found), "hipchain-cards.csv", "text/csv", on_click="ignore",
                key="deck_csv", disabled=not said,
            )  # fmt: skip
            st.download_button(
                "Tabs (.tsv)", lambda: tsv(found), "hipchain-cards.tsv", "text/tab-separated-values",
                on_click="ignore", key="deck_tsv", disabled=not said,
            )  # fmt: skip
        st.caption("Pictures: CC BY-SA 4.0, drawn after BodyParts3D. The credit stands on each card.")
