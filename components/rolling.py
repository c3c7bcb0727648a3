"""The Rolling guide: a roller at one place, what it presses from skin to bone, and what to make of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from html import escape

import pandas as pd
import streamlit as st

from components import url
from components.card import card
from components.card_text import CONFIDENCE
from components.controls import legend
from components.diagram import Pick, diagram
from components.note import link_notes
from components.page_head import page_head
from components.palette import ROLLING, TISSUE
from components.url import SECTIONS, State
from data.catalog import Catalog
from data.model import Verdict
from data.outlines import load_view
from data.rolling import Advice, advice, at_level, counts, elsewhere
from data.section import Pressed, beside, sides, under_roller

SIDE_NAMES = {"outer": "Outer", "front": "Front", "inner": "Inner", "back": "Back"}
LOOKS = {"outer": "lateral", "front": "anterior", "inner": "anterior", "back": "posterior"}
"""The long view in which a roller from that side is best seen."""
START = "axial_mid_thigh"


@st.fragment
def rolling(catalog: Catalog) -> None:
    """Draw the screen for the level, side and structure that the URL names."""
    known = catalog.known
    state, side, notes = read(st.query_params, catalog)
    pressed = under_roller(load_view(state.view), side)
    ids = [p.id for p in pressed]
    decided = advice(state.view, side, pressed, beside(load_view(state.view), side), catalog)
    if "structure" not in st.query_params:
        state = state.but(structure=decided.structure or ids[-1])

    def go(new: State, to_side: str = side) -> None:
        st.query_params.from_dict(write(new, to_side))

    def on_section(pick: Pick) -> None:
        go(state.but(structure=pick.id))

    def on_long_view(pick: Pick) -> None:
        if pick.y is not None:
            go(state.but(view=nearest(pick.y), structure=pick.id))

    st.html(
        page_head(
            "What happens if I roll here?",
            "Choose a level and a side, or tap the thigh to put the roller there.",
        )
    )
    link_notes(notes)
    _place_controls(state, side)
    with st.container(key="rolling_columns"):  # on a tablet the text goes below the two pictures (styles/rolling.css)
        left, middle, right = st.columns([38, 24, 38], gap="medium")
    with left:
        diagram(state, known, on_section, key="section", roller=side, names=False)
        st.caption(
            "Skin and fat are drawn schematically. The circle is to size: a roller 14 cm thick. "
            "What lies up to 3 cm beside the line counts too."
        )
        st.html(legend("rolling"))
    with middle:
        long_view = State(view=LOOKS[side], colour="rolling", structure=state.structure)
        diagram(long_view, known, on_long_view, key="long_view", roller=state.view, names=False)
        st.caption("Tap to move the roller. The bar is the stretch it presses, about 6 cm. Hatched rings: keep off.")
    with right:
        with st.container(key="rolling_answer"):
            st.html(summary(catalog, state.view, side, decided))
        st.html(way_down(catalog, pressed, decided))
        told = bool(state.structure) and state.structure == decided.structure  # then its verdict box says nothing new
        with st.container(key="rolling_card_told" if told else "rolling_card"):
            here = {i: at_level(s, state.view) for i, s in catalog.structures.items()}
            card(
                replace(catalog, structures=here), state.structure, (), on_choose=lambda _: None, on_hide=None,
                how_first=True,
            )  # fmt: skip
        st.html(effects(catalog))
    with st.expander("All structures as a table", icon=":material/table_rows:"):
        structures_table(catalog)


def read(params: Mapping[str, str], catalog: Catalog) -> tuple[State, str, list[str]]:
    """The state, the side and notes for a reader, from query parameters."""
    known = catalog.known
    state, notes = url.read(params, known, catalog.chains)
    if state.view not in SECTIONS:
        state = state.but(view=START, layer="surface")
    possible = sides(load_view(state.view))
    side = params.get("side", "outer")
    if side not in possible:
        notes.append("A roller cannot come from the side that the link names; the outer side is shown.")
        side = "outer"
    return state.but(colour="rolling", hidden=(), presenter=False), side, notes


def write(state: State, side: str) -> dict[str, str]:
    """The query parameters of a state and side."""
    wanted = url.write(state)
    if side not in sides(load_view(state.view)):
        side = "outer"
    return {k: wanted[k] for k in ("structure", "view", "layer")} | {"side": side}


def nearest(y_mm: float) -> str:
    """The section whose level lies nearest to a height."""
    return min(SECTIONS, key=lambda s: abs((load_view(s).level or 0.0) - y_mm))


def summary(catalog: Catalog, section: str, side: str, found: Advice) -> str:
    """Whether to roll at this place, as HTML: verdict, confidence, what decides it, reason, when it hurts."""
    ink = ROLLING[found.verdict]
    structure = catalog.structures.get(found.structure or "")
    sure = f'<span class="hc-conf">{CONFIDENCE[structure.confidence]}</span>' if structure else ""
    said = [_layers(catalog, found), _why_care(catalog, found), escape(found.reason)]
    if structure and not found.layers:
        said.append(f"What decides is <b>{escape(structure.name)}</b>.")
    if structure and found.layers:
        said.append(_not_here(structure.id, section))
    return (
        f'<div class="hc-verdict hc-{ink.key}"><p class="hc-word"><span class="hc-icon" aria-hidden="true">{ink.icon}'
        f"</span><b>{SIDE_NAMES[side]} side, {SECTIONS[section].lower()}: {escape(ink.word.lower())}</b>{sure}</p>"
        f"<p>{' '.join(s for s in said if s)}</p>{_sore(catalog, found)}</div>"
    )


def _layers(catalog: Catalog, found: Advice) -> str:
    """What is pressed first, and for a thin sheet what lies under it, each with its verdict."""
    layers = [catalog.structures[i] for i in found.layers]
    words = [escape(ROLLING[s.rolling.verdict].word.lower()) for s in layers]
    if not layers:
        return ""
    first = _low(layers[0].name)
    if len(layers) == 1:
        return f"Pressed first: <b>{first}</b> ({words[0]})."
    kind = TISSUE[layers[1].tissue].word.lower()
    return f"On the <b>{first}</b> itself: {words[0]}; the {kind} under it (<b>{_low(layers[1].name)}</b>): {words[1]}."


def _why_care(catalog: Catalog, found: Advice) -> str:
    """What lies nearest to the way that is to be kept off, and whether the place is less good for it."""
    if not found.close or found.verdict is Verdict.AVOID:
        return ""
    near = found.close[0]
    where = f"<b>{_low(catalog.short_name(near.id))}</b>, about {near.aside_mm:.0f} mm to the side"
    return f"Only with care because of the {where}." if found.capped else f"Close by, to keep off: {where}."


def _not_here(structure: str, section: str) -> str:
    """That the way to roll a structure is given for other levels, where it is."""
    levels = elsewhere(structure, section)
    if levels is None:
        return ""
    there = " and ".join(f"the {SECTIONS[v].lower()}" for v in levels) or "another part of the leg"
    return f"The way to roll it is given for {there}: roll it there."


def _sore(catalog: Catalog, found: Advice) -> str:
    """What changes when it hurts, for every tissue on the way."""
    kinds: dict[str, list[str]] = {}
    for id_ in found.painful:
        if verdict := catalog.structures[id_].rolling.when_painful:
            kinds.setdefault(ROLLING[verdict].word.lower(), []).append(_low(catalog.name(id_)))
    said = "; ".join(f"{escape(word)} ({', '.join(names)})" for word, names in kinds.items())
    return f'<p class="hc-sore"><b>If it hurts here: {said}.</b></p>' if said else ""


def _low(name: str) -> str:
    """A name within a sentence, escaped."""
    return escape(name[:1].lower() + name[1:])


def way_down(catalog: Catalog, pressed: Sequence[Pressed], found: Advice) -> str:
    """The tissues from skin to bone as an ordered list, each with verdict and thickness, and what is close by."""
    items = []
    for tissue in pressed:
        known = catalog.structures.get(tissue.id)
        ink = ROLLING[known.rolling.verdict] if known else None
        verdict = f"{ink.icon} {ink.word.lower()}" if ink else ""
        if known and not counts(tissue, known):
            verdict = "too thin to count"
        thick = "" if tissue.id in catalog.bones else f"about {max(1, round(tissue.thickness_mm))} mm"
        said = " · ".join(s for s in (thick, verdict) if s)
        items.append(f"<li><b>{escape(catalog.name(tissue.id))}</b> <span>{said}</span></li>")
    return (
        f'<p class="hc-under">Under the roller, from skin to bone</p><ol class="hc-way">{"".join(items)}</ol>'
        f"{_close_by(catalog, found)}"
    )


def _close_by(catalog: Catalog, found: Advice) -> str:
    """What to keep off within a roller's contact, as a list under its own heading; empty where there is nothing."""
    items = []
    for near in found.close:
        ink = ROLLING[catalog.structures[near.id].rolling.verdict]
        where = f"about {near.aside_mm:.0f} mm to the side" if near.aside_mm >= 1 else "on the way"
        items.append(
            f"<li><b>{escape(catalog.name(near.id))}</b> <span>{where}, {near.depth_mm:.0f} mm deep · "
            f"{ink.icon} {ink.word.lower()}</span></li>"
        )
    return f'<p class="hc-under">Close by</p><ul class="hc-way">{"".join(items)}</ul>' if items else ""


def effects(catalog: Catalog) -> str:
    """What rolling changes and for how long, with links to the sources."""
    items = []
    for effect in catalog.rolling_effects.values():
        links = ", ".join(
            f'<a href="./evidence?reference={r}" target="_self">{escape(catalog.references[r].short)}</a>'
            for r in effect.references
        )
        items.append(f"<li><b>{escape(effect.what)}</b>: {escape(effect.how_long)} ({links})</li>")
    return f'<p class="hc-under">What rolling changes, and for how long</p><ul class="hc-effects">{"".join(items)}</ul>'


def table(catalog: Catalog) -> pd.DataFrame:
    """Every structure as a row: name, verdict, tissue, region, confidence, dose, reason."""
    rows = [
        {
            "Structure": s.name,
            "Rolling": f"{ROLLING[s.rolling.verdict].icon} {ROLLING[s.rolling.verdict].word}",
            "When it hurts": ROLLING[s.rolling.when_painful].word if s.rolling.when_painful else "",
            "Tissue": TISSUE[s.tissue].word,
            "Region": s.group.capitalize(),
            "Confidence": CONFIDENCE[s.confidence].removesuffix(" confidence"),
            "Reason": s.rolling.reason,
            "Dose": s.rolling.how_to.dose if s.rolling.how_to else "",
            "Instead": s.rolling.instead or "",
        }
        for s in catalog.structures.values()
    ]
    return pd.DataFrame(rows)


def structures_table(catalog: Catalog) -> None:
    """The table with filters and a download."""
    rows = table(catalog)
    columns = st.columns(4)
    for column, name in zip(columns, ("Rolling", "Tissue", "Region", "Confidence"), strict=True):
        wanted = column.multiselect(name, sorted(rows[name].unique()), key=f"table_{name.lower()}")
        if wanted:
            rows = rows[rows[name].isin(wanted)]
    st.dataframe(rows, hide_index=True, key="structures")
    st.download_button("Table as CSV", rows.to_csv(index=False), "hipchain-structures.csv", "text/csv")


def _place_controls(state: State, side: str) -> None:
    with st.container(horizontal=True, gap="medium", key="place_controls"):
        st.session_state["roller_level"], st.session_state["roller_side"] = state.view, side
        st.segmented_control(
            "Level", list(SECTIONS), format_func=SECTIONS.__getitem__, key="roller_level", required=True, wrap=True,
            label_visibility="collapsed",
            on_change=lambda: st.query_params.from_dict(_moved(view=st.session_state["roller_level"], side=side)),
        )  # fmt: skip
        st.segmented_control(
            "Side", sides(load_view(state.view)), format_func=SIDE_NAMES.__getitem__, key="roller_side", required=True,
            wrap=True, label_visibility="collapsed",
            on_change=lambda: st.query_params.from_dict(_moved(view=state.view, side=st.session_state["roller_side"])),
        )  # fmt: skip


def _moved(view: str, side: str) -> dict[str, str]:
    """A roller moved elsewhere: the structure is again the one that decides there."""
    return {k: v for k, v in write(State(view=view), side).items() if k != "structure"}
