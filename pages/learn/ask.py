"""Ask: a question in anybody's words, answered by records; the stop signs that it opens come first."""

from __future__ import annotations

import streamlit as st

from components.ask.asking import LONGEST, reply
from components.ask.box import ask_box
from components.ask.text import answers_html
from components.shared.address import move
from components.shared.page_head import page_head
from data.catalog import Catalog, catalog


@st.fragment
def ask(content: Catalog) -> None:
    """Draw the screen for the question that the address holds."""
    found = reply(st.query_params.get("q", ""))

    def asked(question: str) -> None:
        move({"q": question} if question else {})

    with st.container(key="ask_page"):
        st.html(page_head("ask"))
        ask_box(value=found.asked.question, on_ask=asked)
        if found.cut:
            st.caption(f":material/info: Only the first {LONGEST} letters were read.")
        st.html(answers_html(found.asked, content))


ask(catalog())
