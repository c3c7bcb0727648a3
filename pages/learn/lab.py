"""The Lab screen: the two hip models beside the posed figure."""

from __future__ import annotations

import streamlit as st

from components.diagram.component import Pick, diagram
from components.lab import overlay as lab_overlay
from components.lab import text as lab_text
from components.lab.controls import Go, segments, slider
from components.lab.figure import curves
from components.lab.limits import limits
from components.lab.state import AXES, ELEMENTS, PARTS, WHO, Lab, read, write
from components.shared.address import move, titled
from components.shared.download import download
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.side_switch import side_switch
from components.shared.url import State
from data.catalog import Catalog, catalog
from data.mechanics.spread import spread
from data.mechanics.table import arms_table, multiples_table, stance_table
from data.mechanics.tilt import arms
from data.outlines import load_view
from data.outlines.pose import Pose
from data.spreadsheet import csv_file

ANGLES = {
    "tilt": "Pelvic tilt, forwards",
    "lean": "Trunk lean to the standing leg",
    "drop": "Pelvic drop of the free side",
}
"""The sliders that pose the figure, by angle."""


@st.fragment
def lab() -> None:
    """Draw the screen. A fragment: a slider reruns only this."""
    state, notes = read(st.query_params)

    def go(new: Lab) -> None:
        move(write(new))

    st.html(page_head("lab"))
    titled(f"Lab: {PARTS[state.part]}")
    link_notes(notes)
    with st.container(horizontal=True, gap="medium", key="lab_looks"):
        segments("Part", PARTS, state.part, "part", state, go, hide=True)
        if state.part != "limits":
            side_switch(state.side, write(state))
    {"stance": _stance, "tilt": _tilt, "limits": _limits}[state.part](state, catalog(), go)


def _stance(state: Lab, content: Catalog, go: Go) -> None:
    found = spread(state.stance)
    left, right = st.columns([50, 50], gap="medium")
    with left:
        _picture(
            content,
            State(view="anterior", side=state.side),
            Pose(drop=state.drop, lean=state.lean),
            lab_overlay.stance(found, state.drop),
            found.answer.feasible,
        )
    with right:
        segments("Who is weak", WHO, state.who, "who", state, go)
        slider("Strength that is left", "strength", state, go, "%d %%", step=5)
        with st.container(horizontal=True, gap="medium", key="lab_angles"):
            slider(ANGLES["lean"], "lean", state, go, "%d°")
            slider(ANGLES["drop"], "drop", state, go, "%d°")
        st.html(lab_text.stance(found))
        with st.container(horizontal=True, vertical_alignment="bottom", key="lab_more"):
            slider("Body mass", "mass", state, go, "%d kg")
            held = found.answer.feasible  # without forces there is nothing to take along
            download("Forces as CSV", lambda: csv_file(stance_table(state.stance)), "hipchain-stance.csv", able=held)
            download(
                "Multiples as CSV", lambda: csv_file(multiples_table(state.stance)), "hipchain-multiples.csv", able=held
            )
    _findings("stance", content)


def _tilt(state: Lab, content: Catalog, go: Go) -> None:
    now, start = arms(state.tilt), arms(0)
    items = lab_overlay.tilt(state.element, state.axis, state.tilt, now[state.element])
    left, right = st.columns([50, 50], gap="medium")
    with left:
        _picture(content, State(view="lateral", side=state.side), Pose(tilt=state.tilt), items, True)
    with right:
        slider(ANGLES["tilt"], "tilt", state, go, "%d°")
        segments("About which axis", AXES, state.axis, "axis", state, go)
        st.session_state["lab_element"] = state.element
        st.selectbox(
            "Muscle in the picture", ELEMENTS, format_func=lab_text.ELEMENT_NAMES.__getitem__, key="lab_element",
            on_change=lambda: go(state.but(element=st.session_state["lab_element"])),
        )  # fmt: skip
        st.html(lab_text.tilt(now, start, state.axis, state.element))
        download("Moment arms as CSV", lambda: csv_file(arms_table(state.tilt)), "hipchain-arms.csv")
    with st.expander("Over the whole range of tilt", icon=":material/show_chart:"):
        dark = st.context.theme.type == "dark"
        st.plotly_chart(
            curves(state.axis, state.element, dark=dark), config={"displayModeBar": False}, key="lab_curves"
        )
    _findings("tilt", content)


def _limits(_state: Lab, _content: Catalog, _go: Go) -> None:
    st.markdown(limits())


def _picture(content: Catalog, look: State, pose: Pose, items: list[lab_overlay.Item], held: bool) -> None:
    known, view = content.known, look.view

    def picked(pick: Pick) -> None:
        st.session_state["lab_tapped"] = pick.id

    words = "; ".join(i["text"] for i in items if i["kind"] == "text")
    diagram(
        look.but(structure=st.session_state.get("lab_tapped"), layer="bones", hidden=_marks(view)),
        known,
        picked,
        key="lab_diagram",
        names=False,
        pose=pose,
        extra=items,
        about=words if held else f"Cannot hold the pelvis level. {words}",
        frame=lab_overlay.FRAMES["stance" if view == "anterior" else "tilt"],
        sliders={label: angle for angle, label in ANGLES.items()},
    )
    st.caption(
        "Bones as drawn; lines of pull as the model has them, their thickness is the force."
        if view == "anterior"
        else "Bones as drawn; the line of pull as the model has it. Dashed: the lever arm from the hip's axis."
    )


def _marks(view: str) -> tuple[str, ...]:
    """The landmarks: only in the way here."""
    return tuple(dict.fromkeys(s.id for s in load_view(view).shapes if s.schematic))


def _findings(model: str, content: Catalog) -> None:
    st.subheader("What this says about the stories", divider="gray", anchor=False)
    st.html(lab_text.findings((f for f in content.findings.values() if f.model == model), content))


lab()
