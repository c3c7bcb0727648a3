"""The page of a room as HTML, the same before the app runs and in it; the room's script fills what lives. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from components.shared.page_head import page_head
from components.shared.room import LONG, read_room

NO_ROOM = "The link names no room: that would be four letters."
JOIN = (
    "<section><h2>Follow somebody</h2>"
    '<form class="hc-follow-join" action="./follow" method="get">'
    '<label for="hc-follow-room">The four letters of the room</label>'
    f'<input id="hc-follow-room" type="text" name="room" maxlength="{LONG}" autocomplete="off"'
    ' autocapitalize="characters" spellcheck="false" enterkeyhint="go"__VALUE__>'
    '<button type="submit">Follow</button></form>'
    '<p class="hc-follow-said" role="status">__SAID__</p></section>'
)
SHOW = (
    '<section><h2>Show my screen</h2><div class="hc-follow-show">'
    "<p>Opens a room for an hour. Whoever has its letters sees the screen of HipChain that you see.</p>"
    '<button type="button" data-follow="show">Open a room</button></div></section>'
)
WORDS = (
    '<div class="hc-words"><p>Followers may tap around; your next step takes them back to your screen. Everybody '
    "leaves by a tap.</p><p>A room keeps the address that is shown now, and how many follow. No names, nothing of "
    "what was shown before, and after an hour nothing at all. Who guesses four letters sees what is shown there, so "
    "show nothing under Ask that is private.</p></div>"
)
WAITS = "This needs scripts. Where they run, it follows by itself."


def read(params: Mapping[str, str]) -> tuple[str | None, list[str]]:
    """The room that a link names, and that it names none."""
    given = params.get("room", "")
    room = read_room(given)
    return room, [NO_ROOM] if given.strip() and room is None else []


def page(room: str | None) -> str:
    """The page, with a room where the link names one."""
    value, said = (f' value="{room}"', WAITS) if room else ("", "")
    join = JOIN.replace("__VALUE__", value).replace("__SAID__", said)
    return f'{page_head("follow")}<div class="hc-follow">{join}{SHOW}</div>{WORDS}<style>{style()}</style>'


@cache
def style() -> str:
    """The rules of this page alone: all others are spared them."""
    found = (Path(__file__).resolve().parent / "page.css").read_text(encoding="utf-8")
    return " ".join(re.sub(r"/\*.*?\*/", "", found, flags=re.DOTALL).split())
