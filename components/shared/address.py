"""The address of the page, and widgets that follow it."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping
from urllib.parse import urlsplit

import streamlit as st

from components.shared.along import TOUR, along, kept
from components.shared.served import BASE_VARIABLE


def move(params: Mapping[str, str], *, own: Collection[str] = ()) -> None:
    """Change the address to these query parameters; what goes along stays as it is, unless it is the page's `own`."""
    stays = {name: value for name, value in along(st.query_params).items() if name not in own}
    st.query_params.from_dict({**params, **stays})
    st.session_state["along"] = (_page(), along(st.query_params))


def presenting() -> bool:
    """Whether this is the presenter's view."""
    return st.query_params.get("presenter") == "1"


def keep_along(*, ends_tour: str = "") -> None:
    """Bring along what held on the page before this one: a link of the menu does not name it.

    The page called `ends_tour` ends a tour that is played.
    """
    page, before = st.session_state.get("along", (None, {}))
    now = kept(st.query_params, before, elsewhere=page is None or page != _page())
    if ends_tour and (_page() or "").endswith(f"/{ends_tour}"):
        now = {name: value for name, value in now.items() if name not in TOUR}
    if now != along(st.query_params):
        gone = along(st.query_params)
        st.query_params.from_dict({**{n: v for n, v in st.query_params.items() if n not in gone}, **now})
    st.session_state["along"] = (_page(), now)


def embedded() -> bool:
    """Whether the page is part of somebody else's: no address says so to `st.query_params`."""
    return bool(st.context.is_embedded)


def _page() -> str | None:
    """The path of the page as the browser names it; None without a browser."""
    return urlsplit(st.context.url).path if st.context.url else None


def follow(key: str, value: object, *, ordered: bool = True) -> str:
    """Give a widget the value that the address says, and return its key.

    Only when it differs: setting it always would undo what a quick hand does while the answer is under way. Of a
    list that is not `ordered`, the same members in another order are the same.
    """
    kept = st.session_state.get(key)
    if not ordered and isinstance(kept, list) and isinstance(value, list) and sorted(kept) == sorted(value):
        return key
    if kept != value:
        st.session_state[key] = value
    return key


def titled(shown: str) -> None:
    """Name what is shown in the page's title, and so in the browser's history."""
    st.set_page_config(page_title=f"{shown} · HipChain")


def base(page: str) -> str:
    """The app's own address for a link that goes elsewhere: as whoever runs it gave it, else where the reader is.

    `page` is the page that asks, whose name ends the address in the browser.
    """
    if given := os.environ.get(BASE_VARIABLE):
        return given.rstrip("/")
    found = urlsplit(st.context.url or "http://localhost:8501")
    return f"{found.scheme}://{found.netloc}{found.path.rstrip('/').removesuffix(f'/{page}')}"
