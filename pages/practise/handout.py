"""The Handout screen: choose, type, look at the page as it will be printed, download."""

from __future__ import annotations

import datetime

import streamlit as st

from components.handout.code import code
from components.handout.picture import plate_png
from components.handout.preview import preview
from components.handout.state import PAPERS, Choice, best_view, read, write
from components.plate.plate import plate
from components.plate.svg import svg
from components.shared.address import follow, move
from components.shared.clock import today
from components.shared.download import download
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.side_switch import side_switch
from components.shared.url import VIEWS
from data.catalog import Catalog, catalog
from data.handout import MOST_EXERCISES, MOST_STRUCTURES, Handout, plain_text
from data.outlines.side import sided
from data.plan import DAYS, Plan, next_monday

_BOX = 25_000


@st.fragment
def handout() -> None:
    """Draw the screen. A fragment: every choice reruns only this."""
    content = catalog()
    st.html(page_head("handout"))
    choice, notes = read(st.query_params, content)
    link_notes(notes)
    left, right = st.columns([46, 54], gap="large")
    with left:
        choice, doses = _choices(content, choice)
        plan = _plan(choice)
        name = st.text_input("For (optional)", key="handout_name", max_chars=60, placeholder="A name for the page")
        note = st.text_area("Note (optional)", key="handout_note", max_chars=_BOX, height=120)
        address = code(choice)
    page = Handout(
        choice.structures, choice.chain, tuple((e, doses.get(e, "")) for e in choice.exercises), note, name,
        "letter" if choice.paper == "letter" else "a4", choice.view, address, today(), plan, choice.side,
    )  # fmt: skip
    with right:
        preview(page)
    _parts(choice, content)


def _choices(content: Catalog, choice: Choice) -> tuple[Choice, dict[str, str]]:
    def go(new: Choice) -> None:
        if new.structures != choice.structures and new.structures:
            new = new.but(view=best_view(new.structures))
        move(write(new))

    picked = follow("handout_structures", list(choice.structures))
    st.multiselect(
        f"Structures (up to {MOST_STRUCTURES})", sorted(content.structures, key=content.name), key=picked,
        format_func=content.name, max_selections=MOST_STRUCTURES,
        on_change=lambda: go(choice.but(structures=tuple(st.session_state[picked]))),
    )  # fmt: skip
    chain = follow("handout_chain", choice.chain)
    st.selectbox(
        "Chain (optional)", sorted(content.chains, key=lambda i: content.chains[i].rank), key=chain, index=None,
        format_func=lambda i: content.chains[i].name, placeholder="None",
        on_change=lambda: go(choice.but(chain=st.session_state[chain])),
    )  # fmt: skip
    chosen = follow("handout_exercises", list(choice.exercises))
    st.multiselect(
        f"Exercises (up to {MOST_EXERCISES})", list(content.exercises), key=chosen,
        format_func=lambda i: content.exercises[i].name, max_selections=MOST_EXERCISES,
        on_change=lambda: go(choice.but(exercises=tuple(st.session_state[chosen]))),
    )  # fmt: skip
    doses = {
        e: st.text_input(f"Dose: {content.exercises[e].name}", content.exercises[e].dose, key=f"dose_{e}", max_chars=80)
        for e in choice.exercises
    }
    with st.container(horizontal=True, gap="medium", key="handout_look"):
        for label, field, options in (("Picture", "view", VIEWS), ("Paper", "paper", PAPERS)):
            key = follow(f"handout_{field}", getattr(choice, field))
            st.segmented_control(
                label, list(options), format_func=options.__getitem__, key=key, required=True,
                on_change=lambda field=field, key=key: go(choice.but(**{field: st.session_state[key]})),
            )  # fmt: skip
        side_switch(choice.side, write(choice), label=True)
    return choice, doses


def _plan(choice: Choice) -> Plan | None:
    """The home plan, where there is something to plan: its days stand in the address, its first day does not."""
    if not choice.exercises:
        return None
    days = follow("handout_plan", list(choice.plan), ordered=False)  # pills: as tapped; the address: as in a week
    st.pills(
        "Home plan on a second page: your days for exercises (optional)", list(DAYS), key=days,
        selection_mode="multi", format_func=lambda d: DAYS[d][:3],
        on_change=lambda: move(write(choice.but(plan=tuple(d for d in DAYS if d in st.session_state[days])))),
    )  # fmt: skip
    if not choice.plan:
        return None
    first = st.date_input(
        "First week", next_monday(today()), key="handout_first", format="YYYY-MM-DD",
        help="The plan begins on a Monday: of another day, on the one after it.",
    )  # fmt: skip
    return Plan(choice.plan, next_monday(first)) if isinstance(first, datetime.date) else None


def _parts(choice: Choice, content: Catalog) -> None:
    st.subheader("Parts to use elsewhere", divider="gray", anchor=False)
    found = plate(sided(choice.view, choice.side), choice.structures)
    with st.container(horizontal=True, key="handout_parts"):
        download("Picture as SVG", lambda: svg(found), "hipchain.svg", "image/svg+xml")
        download("Picture as PNG", lambda: plate_png(found), "hipchain.png", "image/png")
    for id_ in choice.structures:
        with st.expander(f"Card as plain text: {content.name(id_)}"):
            st.code(plain_text(id_, content), language=None, wrap_lines=True)


handout()
