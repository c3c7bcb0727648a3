"""The Chains screen: a story to step through, its arrows over the anatomy, and what each of them is worth."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import streamlit as st

from components.card.stories import in_chain
from components.chains import overlay as chain_overlay
from components.chains import playing
from components.chains import text as chain_text
from components.chains.state import Place, read, write
from components.diagram.component import Pick, diagram
from components.shared.address import move, titled
from components.shared.note import link_notes
from components.shared.page_head import page_head
from components.shared.side_switch import side_switch
from components.shared.url import State
from data.catalog import Catalog, catalog

Go = Callable[[Place], None]


def chains() -> None:
    """Draw the screen. Everything but the title is a fragment, which runs by itself while the story plays."""
    seconds = playing.SECONDS if playing.plays() else None
    with st.container(key="chain_page"):
        st.html(page_head("chains"))
    st.fragment(_screen, run_every=seconds)()


def _screen() -> None:
    content = catalog()
    place, notes = read(st.query_params, content)
    place = playing.played(place)

    def go(new: Place) -> None:
        st.session_state["chain_tissue"] = new.tissue
        move(write(new))

    titled(f"{place.chain.name}, step {place.chain.steps.index(place.step) + 1}")
    link_notes(notes)
    _choice(place, content, go)
    left, right = st.columns([56, 44], gap="medium")
    with left, st.container(key="chain_picture"):
        _picture(place, content, go)
    with right:
        _story(place, content, go)
    _rest(place, content)


def _choice(place: Place, content: Catalog, go: Go) -> None:
    st.session_state["chain_choice"] = place.chain.id

    def turned() -> None:
        chain = content.chains[st.session_state["chain_choice"]]
        go(Place(chain, chain.steps[0]))

    order = sorted(content.chains, key=lambda i: content.chains[i].rank)
    with st.container(horizontal=True, gap="medium", key="chain_looks"):
        st.segmented_control(
            "Chain", order, format_func=lambda i: content.chains[i].name, key="chain_choice", required=True,
            on_change=turned, label_visibility="collapsed", wrap=True,
        )  # fmt: skip
        side_switch(place.side, write(place))


def _picture(place: Place, content: Catalog, go: Go) -> None:
    step, steps = place.step, place.chain.steps
    number = steps.index(step)
    known = content.known

    def picked(pick: Pick) -> None:
        playing.hold()
        go(replace(place, edge=pick.edge or place.edge, tissue=None if pick.edge else pick.id))

    diagram(
        State(
            structure=place.tissue or st.session_state.get("chain_tissue") or step.lit,
            view=step.view,
            layer=step.layer,
            side=place.side,
        ),
        known,
        picked,
        key="chain_diagram",
        names=False,
        pose=step.pose,
        extra=chain_overlay.items(place.chain, step, place.edge),
        about=chain_overlay.about(place.chain, step),
        frame=chain_overlay.frame(step),
        near=[(s.view, s.layer, s.pose) for s in (*steps[number + 1 :], *steps[:number])],
    )
    st.html(chain_text.legend())
    tissue = st.session_state.get("chain_tissue")
    if tissue:
        name = content.name(tissue)
        if tissue in content.structures or tissue in content.bones:
            link = f"./?structure={tissue}&view={step.view}&layer={step.layer}"
            st.html(f'<p class="hc-note">You tapped <a href="{link}" target="_self">{name}: open its card</a></p>')


def _story(place: Place, content: Catalog, go: Go) -> None:
    total = len(place.chain.steps)
    with st.container(key="chain_story"):
        st.caption(f"Step {place.number + 1} of {total} · {place.chain.title}")
        st.html(chain_text.step(place.step))
        with st.container(horizontal=True, gap="small", key="chain_steps"):
            st.button(
                "Back", icon=":material/arrow_back:", disabled=place.number == 0, on_click=_moved,
                args=(go, place.at(max(0, place.number - 1))), key="chain_back",
            )  # fmt: skip
            st.button(
                "Next", icon=":material/arrow_forward:", type="primary", disabled=place.number + 1 == total,
                on_click=_moved, args=(go, place.at(min(total - 1, place.number + 1))), key="chain_next",
            )  # fmt: skip
            label, icon = ("Stop", ":material/stop:") if playing.plays() else ("Play", ":material/play_arrow:")
            if st.button(label, icon=icon, key="chain_play"):
                playing.turn()
        with st.container(key="chain_edge"):
            st.html(chain_text.edge(place.chain, place.chain.edge(place.shown), content))


def _moved(go: Go, place: Place) -> None:
    playing.hold()
    go(place)


def _rest(place: Place, content: Catalog) -> None:
    chain = place.chain
    st.subheader("What this story gets wrong", divider="gray", anchor=False)
    st.html(chain_text.wrong(chain, content))
    st.subheader("Where it can be cut", divider="gray", anchor=False)
    st.html("".join(chain_text.breaker(b, chain, content) for b in chain.breakers))
    st.subheader("Pain that is said to belong to it", divider="gray", anchor=False)
    st.html(in_chain(chain.id, content))
    st.subheader("Every link of this chain", divider="gray", anchor=False)
    st.html(chain_text.links(chain))
    said = "; ".join(content.articles[a].title for a in chain.articles)
    st.caption(f"Told by: {said}. {chain.plain}")


chains()
