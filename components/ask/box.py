"""The box on a Streamlit page: a `st.components.v2` component that asks the server while one types."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import cache
from pathlib import Path

import streamlit as st
from starlette.routing import Route

from components.ask import serve
from components.ask.asking import LONGEST
from components.ask.form import HTML
from components.diagram.script import script
from components.shared.served import Text, zipped

_HERE = Path(__file__).resolve().parent
_mount = st.components.v2.component(
    "hipchain.ask",
    html=HTML,
    js=(_HERE / "loader.js").read_text(encoding="utf-8"),
    isolate_styles=False,
)


@cache
def _script() -> bytes:
    return zipped(script(_HERE / "browser"))


SERVED = Text("ask", "js", _script)


def routes() -> list[Route]:
    """The routes to mount beside Streamlit's own: the script, and the answers."""
    return [*serve.routes(), SERVED.route()]


def read_id(value: object, known: Collection[str]) -> str | None:
    """The tissue that the browser sent; None for anything that is not drawn."""
    return value if isinstance(value, str) and value in known else None


def read_question(value: object) -> str | None:
    """The question that the browser sent, cut; None for what is no text."""
    return " ".join(value[:LONGEST].split()) if isinstance(value, str) else None


def ask_box(
    *,
    value: str = "",
    known: Collection[str] = (),
    on_choose: Callable[[str], None] | None = None,
    on_ask: Callable[[str], None] | None = None,
    key: str = "ask",
) -> None:
    """Draw the box. `on_choose` is called with a tissue that is chosen (else its link opens it), `on_ask` with a
    question that is sent (else it opens the page of answers). `value` is what the box holds at first.
    """

    def chosen() -> None:
        found = read_id(getattr(st.session_state.get(key), "chosen", None), known)
        if found and on_choose:
            on_choose(found)

    def asked() -> None:
        question = read_question(getattr(st.session_state.get(key), "asked", None))
        if question is not None and on_ask:
            on_ask(question)

    data = {
        "script": SERVED.url(),
        "answers": serve.URL,
        "value": value,
        "here": on_choose is not None,
        "page": on_ask is not None,
    }
    _mount(key=key, data=data, on_chosen_change=chosen, on_asked_change=asked)
